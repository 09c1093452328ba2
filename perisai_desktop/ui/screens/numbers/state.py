"""What the dialog for new receipt numbers shows."""

from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.standing import EpochQuestion


@dataclass(frozen=True, slots=True)
class NumbersState:
    """The question for the branch and what was typed of its answer; `begun`: the epoch, once there is one."""

    question: EpochQuestion | None = None
    code: str = field(default="", repr=False)
    busy: bool = False
    failure: Failure | None = None
    begun: int | None = None
    loaded: bool = False
