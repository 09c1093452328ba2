"""What the dialog of the agency's portal shows."""

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.portal import AgencyFile, AnsweredRow


class Doing(StrEnum):
    """What goes on."""

    NOTHING = "nothing"
    EXPORTING = "exporting"
    LOOKING = "looking"
    TAKING = "taking"


@dataclass(frozen=True, slots=True)
class PortalState:
    """`done` of `of` lines while something goes on. `saved`: name, count and rupiah of the list.

    `rows`: what became of the lines of `file`, or would before it is `taken`. `result`: the file that they were saved as.
    """

    doing: Doing = Doing.NOTHING
    done: int = 0
    of: int = 0
    saved: tuple[str, int, int] | None = None
    file: AgencyFile | None = None
    rows: tuple[AnsweredRow, ...] = ()
    taken: bool = False
    result: str = ""
    failure: Failure | None = None

    @property
    def busy(self) -> bool:
        """Whether something goes on."""
        return self.doing is not Doing.NOTHING

    @property
    def ready(self) -> bool:
        """Whether there are answers to take in."""
        fit = any(row.outcome in ("registered", "refused", "proposed", "matched") for row in self.rows)
        return fit and not self.taken and not self.busy
