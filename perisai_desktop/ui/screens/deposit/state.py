"""What the deposit shows."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta, timezone

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.till import CashReceipt, DepositChannel
from sync.rules.dates import parse_date


@dataclass(frozen=True, slots=True)
class DepositState:
    """Receipts in hand, oldest first, those that are chosen, and the slip as typed.

    `amount` is None while it follows the receipts, and so does an empty one. `slip` is the picture's bytes, `slip_name` the file's name;
    `utc_offset` are minutes ahead of UTC.
    """

    receipts: tuple[CashReceipt, ...] = ()
    loaded: bool = False
    rupiah: int = 0
    chosen: frozenset[str] = frozenset()
    amount: str | None = None
    code: str = ""
    channel: DepositChannel = DepositChannel.BANK_COUNTER
    day: str = ""
    clock: str = ""
    reason: str = ""
    slip: bytes = field(default=b"", repr=False)
    slip_name: str = ""
    utc_offset: int = 0
    busy: bool = False
    failure: Failure | None = None

    @property
    def numbers(self) -> tuple[str, ...]:
        """The receipts to deposit, oldest first."""
        return tuple(one.number for one in self.receipts if one.number in self.chosen)

    @property
    def free(self) -> frozenset[str]:
        """The receipts that can be chosen: no void is asked for."""
        return frozenset(one.number for one in self.receipts if not one.held_back)

    @property
    def sum(self) -> int:
        """What the chosen receipts add up to, in rupiah."""
        return sum(one.rupiah for one in self.receipts if one.number in self.chosen)

    @property
    def deposited(self) -> int | None:
        """The amount in rupiah, None where what was typed is none."""
        if not self.amount:
            return self.sum
        fits = self.amount.isascii() and self.amount.isdigit() and len(self.amount) < 13
        return int(self.amount) if fits else None

    @property
    def difference(self) -> int:
        """The amount less the receipts' sum, in rupiah."""
        return 0 if self.deposited is None else self.deposited - self.sum

    @property
    def deposited_at(self) -> datetime | None:
        """The instant on the slip, None where it can't be read."""
        day, clock = parse_date(self.day), read_clock(self.clock)
        if day is None or clock is None:
            return None
        zone = timezone(timedelta(minutes=self.utc_offset))
        return datetime.combine(day, clock, zone).astimezone(UTC)

    @property
    def ready(self) -> bool:
        """Whether there is something to write; what the rules say of it is told when it is tried."""
        settled = not self.difference or bool(self.reason)
        told = bool(self.deposited) and bool(self.code.strip()) and self.deposited_at is not None
        return bool(self.numbers) and told and settled and not self.busy


def read_clock(text: str) -> time | None:
    """A time of day as typed: `14.05`, `14:05`, `1405`, `905`; None for all else."""
    digits = text.strip().replace(".", "").replace(":", "")
    if not (digits.isascii() and digits.isdigit() and 3 <= len(digits) <= 4):
        return None
    hour, minute = int(digits[:-2]), int(digits[-2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None
