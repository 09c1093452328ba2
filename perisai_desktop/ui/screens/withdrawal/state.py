"""What the dialog for consent that is taken back shows."""

from dataclasses import dataclass, field

from perisai_desktop.domain.draft import Stroke, is_signed
from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class WithdrawalState:
    """The purposes that stand, those that are taken back, who signs in the worker's place, and the signature."""

    purposes: tuple[str, ...] = ()
    loaded: bool = False
    chosen: frozenset[str] = frozenset()
    signed_by: str = field(default="", repr=False)
    signature: tuple[Stroke, ...] = field(default=(), repr=False)
    busy: bool = False
    failure: Failure | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be written."""
        return bool(self.chosen) and is_signed(self.signature) and not self.busy
