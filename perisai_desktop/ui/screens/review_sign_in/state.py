"""What the reviewer's sign-in shows."""

from __future__ import annotations

from dataclasses import dataclass

from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure
from perisai_desktop.ui.own_password.state import OwnPasswordState


@dataclass(frozen=True, slots=True)
class ReviewSignInState:
    """The server and login as typed; the password stays in its field and is never part of a state.

    `own`: the server let the person in, and a password of their own has to be chosen.
    """

    server: str
    login: str = ""
    busy: bool = False
    failure: Failure | None = None
    reviewer: ReviewerIdentity | None = None
    own: OwnPasswordState | None = None
