"""What the first-run screen shows."""

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.failure import Failure


class Gap(StrEnum):
    """What is still missing before the server can be asked."""

    SERVER_MISSING = "server_missing"
    CODE_MISSING = "code_missing"
    PASSWORD_MISSING = "password_missing"  # noqa: S105 - the name of a gap
    PASSWORD_SHORT = "password_short"  # noqa: S105 - the name of a gap
    PASSWORDS_DIFFER = "passwords_differ"


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """Server and code as typed, what is missing, and what the server said; passwords are never part of a state."""

    server: str = ""
    code: str = ""
    gaps: frozenset[Gap] = frozenset()
    busy: bool = False
    failure: Failure | None = None
