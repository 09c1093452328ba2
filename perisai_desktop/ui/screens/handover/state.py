"""What the dialog for workers who pass to another agent shows."""

from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.handover import HandoverTask


@dataclass(frozen=True, slots=True)
class HandoverState:
    """The decisions that wait, oldest first; the first is the one that is shown."""

    tasks: tuple[HandoverTask, ...] = field(default=(), repr=False)
    loaded: bool = False
    busy: bool = False
    failure: Failure | None = None

    @property
    def task(self) -> HandoverTask | None:
        """The decision that is shown."""
        return self.tasks[0] if self.tasks else None

    @property
    def ready(self) -> bool:
        """Whether it can be followed."""
        return self.task is not None and not self.busy
