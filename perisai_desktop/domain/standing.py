"""How this laptop stands with the branch: whether it may write, what came back, what collided, what is missing there."""

from dataclasses import dataclass
from datetime import datetime

from perisai_desktop.domain.failure import Failure


@dataclass(frozen=True, slots=True)
class EpochQuestion:
    """What an agent reads out on the phone; `laptop` is the device code with the epoch that is left (`7Q2FK-03`)."""

    laptop: str
    challenge: str
    hotline: str


@dataclass(frozen=True, slots=True)
class LaptopStanding:
    """`shut`: no receipt until there are new numbers. `epoch_since`: when the epoch was begun, None for the first.

    `returned`, `returned_rupiah`: own entries that came back from the branch, and the receipts among them.
    `forks`: entries that another copy of this laptop wrote at places where this one wrote too.
    `held`, `held_rupiah`: entries of this laptop that the branch holds because another copy wrote there first, and
    the receipts among them. `missing`: entries of this laptop that neither the branch nor this store has.
    `apart`: what the branch said of this laptop where it does not work as ever: paused, revoked, to be wiped.
    `catching_up`: no cash may go out before the branch said what another copy of this laptop gave.
    """

    shut: bool = False
    device: str = ""
    epoch: int = 1
    epoch_since: datetime | None = None
    returned: int = 0
    returned_rupiah: int = 0
    forks: int = 0
    held: int = 0
    held_rupiah: int = 0
    missing: int = 0
    apart: Failure | None = None
    catching_up: bool = False

    @property
    def quiet(self) -> bool:
        """Whether there is nothing to tell."""
        return self == LaptopStanding(device=self.device, epoch=self.epoch)
