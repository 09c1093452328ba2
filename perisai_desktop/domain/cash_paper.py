"""What stands on the papers around cash: a deposit, the closing of a day, money given back. All amounts are rupiah."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from perisai_desktop.domain.draft import Stroke


@dataclass(frozen=True, slots=True)
class PaperHead:
    """Who wrote the entry, where and when; `utc_offset` is minutes east of UTC at that place."""

    agent: str
    agent_number: str
    office: str
    branch: str
    device: str
    at: datetime
    utc_offset: int
    practice: bool

    def local(self, at: datetime) -> datetime:
        """An instant on the clock of that place (naive)."""
        return at.replace(tzinfo=None) + timedelta(minutes=self.utc_offset)


@dataclass(frozen=True, slots=True)
class DepositedReceipt:
    """A receipt on a deposit, with what was left of it then."""

    number: str
    on: date
    rupiah: int


@dataclass(frozen=True, slots=True)
class DepositPaper:
    """A deposit: `reason` in words where the amount is not the sum of the receipts, `slip` whether it has a picture."""

    head: PaperHead
    receipts: tuple[DepositedReceipt, ...]
    amount: int
    difference: int
    reason: str
    billing_code: str
    channel: str
    deposited_at: datetime
    slip: bool

    @property
    def sum(self) -> int:
        """What the receipts add up to."""
        return self.amount - self.difference


@dataclass(frozen=True, slots=True)
class ClosingPaper:
    """A business date that was closed: notes and coins by denomination, and what the journal expected."""

    head: PaperHead
    on: date
    counts: tuple[tuple[int, int], ...]
    counted: int
    expected: int
    difference: int
    reason: str


@dataclass(frozen=True, slots=True)
class RefundPaper:
    """Money given back on a receipt, to whom, and how they signed for it."""

    head: PaperHead
    receipt: str
    amount: int
    whole: bool
    received_by: str
    name: str = field(repr=False)
    signature: tuple[Stroke, ...] = field(repr=False)


CashPaper = DepositPaper | ClosingPaper | RefundPaper


def file_name(paper: CashPaper) -> str:
    """What the PDF is called: nothing personal, and another entry never has the same."""
    at = paper.head.local(paper.head.at)
    if isinstance(paper, ClosingPaper):
        return f"Tutup-kas-{paper.on.isoformat()}.pdf"
    if isinstance(paper, DepositPaper):
        return f"Setoran-{at:%Y-%m-%d-%H%M%S}-{paper.billing_code}.pdf"
    return f"Pengembalian-{at:%Y-%m-%d-%H%M%S}-{paper.receipt}.pdf"
