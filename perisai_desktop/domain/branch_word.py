"""What the branch last said of this laptop and this program, and what may still be written by it."""

from dataclasses import dataclass
from datetime import date

from perisai_desktop.domain.failure import Failure, FailureCode

PAUSED = "paused"
REVOKED = "revoked_drain"


@dataclass(frozen=True, slots=True)
class BranchWord:
    """`state` of the device; `wipe_asked_at`: since when it is to be wiped, as the server wrote it, empty for never.

    A program older than `minimum_program` captures nothing more from the local date `minimum_on` on.
    """

    state: str = "active"
    wipe_asked_at: str = ""
    minimum_program: str = ""
    minimum_on: date | None = None


def older(version: str, minimum: str) -> bool:
    """Whether a version comes before the one that is wanted; none is wanted where `minimum` is empty."""
    return bool(minimum) and _parts(version) < _parts(minimum)


def standing_apart(word: BranchWord) -> Failure | None:
    """What sets this laptop apart from one that works as ever: to be wiped, revoked or paused."""
    if word.wipe_asked_at:
        return Failure(FailureCode.DEVICE_LEAVING)
    if word.state == REVOKED:
        return Failure(FailureCode.DEVICE_REVOKED)
    return Failure(FailureCode.DEVICE_PAUSED) if word.state == PAUSED else None


def bar_on_writing(word: BranchWord) -> Failure | None:
    """Why nothing at all may be written: what comes after the last comparison would be lost with the laptop."""
    return Failure(FailureCode.DEVICE_LEAVING) if word.wipe_asked_at else None


def bar_on_captures(word: BranchWord, version: str, today: date) -> Failure | None:
    """Why no cash may be taken for anybody; what was collected is still sent, deposited and closed."""
    if word.state == REVOKED:
        return Failure(FailureCode.DEVICE_REVOKED)
    if older(version, word.minimum_program) and word.minimum_on is not None and word.minimum_on <= today:
        return Failure(FailureCode.PROGRAM_TOO_OLD, minimum=word.minimum_program)
    return None


def _parts(version: str) -> tuple[int, ...]:
    """`1.10.0` as numbers, so that it is newer than `1.9.0`; what is no number counts as 0."""
    return tuple(int(part) if part.isdigit() else 0 for part in version.split("."))
