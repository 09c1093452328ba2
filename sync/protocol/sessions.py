"""How a person comes in at the server, and chooses a password (`/v1/review/session`, `/v1/review/password`)."""

from typing import Annotated

from pydantic import Field

from sync.protocol.wire import AnswerModel, Instant, StrictModel, Text

SHORTEST_PASSWORD = 10
"""Signs of a password that the server takes, at least."""


class SignInRequest(StrictModel):
    """`POST /v1/review/session`."""

    login: Text
    password: Annotated[str, Field(min_length=1, max_length=1_000, repr=False)]


class PasswordRequest(StrictModel):
    """`PUT /v1/review/password`."""

    old: Annotated[str, Field(min_length=1, max_length=1_000, repr=False)]
    new: Annotated[str, Field(min_length=1, max_length=1_000, repr=False)]


class ReviewSession(AnswerModel):
    """A session of at most 8 hours; `token` is sent as `Authorization: Bearer`.

    `must_change`: somebody else gave the password, and the session only serves to choose another one.
    """

    token: Annotated[str, Field(repr=False)]
    login: str
    name: str
    role: str
    branch: str
    expires_at: Instant
    practice: bool
    must_change: bool = False
