"""What the list of who was on a laptop shows."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.lost_laptop import HeldList
from perisai_desktop.domain.report import FileKind


@dataclass(frozen=True, slots=True)
class HeldState:
    """The list as far as it was read, None before. `saved`: the name of the file that was written last."""

    held: HeldList | None = None
    reading: bool = False
    saving: FileKind | None = None
    saved: str = ""
    failure: Failure | None = None

    @property
    def whole(self) -> bool:
        """Whether everybody was read."""
        return self.held is not None and self.held.after is None

    @property
    def ready(self) -> bool:
        """Whether the list can be saved."""
        return self.whole and not self.reading and self.saving is None
