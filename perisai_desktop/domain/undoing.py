"""What is undone of a receipt: a void that is asked for, and money that the branch lets the agent give back."""

from dataclasses import dataclass, field

from sync.rules.iuran_month import IuranMonth


@dataclass(frozen=True, slots=True)
class CoveredWorker:
    """A worker on a receipt, with what is left of their part of it in rupiah."""

    worker_id: str
    name: str = field(repr=False)
    rupiah: int


@dataclass(frozen=True, slots=True)
class VoidOutlook:
    """What a void would be about, before it is asked for: rupiah, workers and their iuran months.

    `breaks_run`: a membership would have no paid month left at its beginning.
    """

    receipt_number: str
    rupiah: int
    months: dict[str, tuple[IuranMonth, ...]]
    breaks_run: bool


@dataclass(frozen=True, slots=True)
class RefundDue:
    """Money to be given back by a decision of the branch, in rupiah; `worker_id` is None for a whole list."""

    decision_id: str
    entry_id: str
    receipt_number: str
    worker_id: str | None
    worker_name: str = field(repr=False)
    rupiah: int
