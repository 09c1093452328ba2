"""What the dialog for money to be given back shows."""

from dataclasses import dataclass, field
from typing import Literal

from perisai_desktop.domain.draft import Stroke, is_signed
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.undoing import RefundDue

Receiver = Literal["worker", "payer", "heir", "representative"]
RECEIVERS: tuple[Receiver, ...] = ("worker", "payer", "heir", "representative")


@dataclass(frozen=True, slots=True)
class RefundState:
    """What the branch lets go, oldest first, the one that is open, and who receives it."""

    due: tuple[RefundDue, ...] = ()
    loaded: bool = False
    chosen: str = ""
    receiver: Receiver = "worker"
    name: str = field(default="", repr=False)
    signature: tuple[Stroke, ...] = field(default=(), repr=False)
    busy: bool = False
    failure: Failure | None = None

    @property
    def refund(self) -> RefundDue | None:
        """The one that is open."""
        return next((one for one in self.due if one.decision_id == self.chosen), None)

    @property
    def ready(self) -> bool:
        """Whether the money can be given: somebody is named and has signed."""
        return (
            self.refund is not None
            and bool(self.name.strip())
            and is_signed(self.signature)
            and not self.busy
        )
