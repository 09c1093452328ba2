"""What the form for one's own password shows."""

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.password import Strength


class Gap(StrEnum):
    """What keeps the passwords as typed from being sent."""

    OLD_MISSING = "old_missing"
    WEAK = "weak"
    AS_OLD = "as_old"
    DIFFER = "differ"


@dataclass(frozen=True, slots=True)
class OwnPasswordState:
    """`strength` of the new password as typed, None while there is none; no password is part of a state."""

    gaps: frozenset[Gap] = frozenset()
    strength: Strength | None = None
    busy: bool = False
    failure: Failure | None = None
    changed: bool = False
