"""What the dialog for participants whom the agent serves already shows."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.portfolio import PortfolioFile


@dataclass(frozen=True, slots=True)
class PortfolioState:
    """A list that was read, nothing of which is kept yet; `kept` counts who was taken in, None before.

    `lines`, `of`: how many lines were read of how many, while a list is; `of` is 0 where that is not known.
    """

    read: PortfolioFile | None = None
    busy: bool = False
    lines: int = 0
    of: int = 0
    kept: int | None = None
    failure: Failure | None = None

    @property
    def ready(self) -> bool:
        """Whether somebody can be taken in."""
        return self.read is not None and bool(self.read.participants) and self.kept is None and not self.busy
