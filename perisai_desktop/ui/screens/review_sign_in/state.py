"""What the reviewer's sign-in shows."""

from __future__ import annotations

from dataclasses import dataclass

from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class ReviewSignInState:
    """The server and login as typed; the password stays in its field and is never part of a state."""

    server: str
    login: str = ""
    busy: bool = False
    failure: Failure | None = None
    reviewer: ReviewerIdentity | None = None
