"""What cash in hand is made of: every movement, their sums by sort and by day, and what has to be done about them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from perisai_desktop.domain.till import ClosingOutlook


class CashSort(StrEnum):
    """What moved the cash; `VOID`: a void without cash that the branch approved."""

    OPENING_FLOAT = "opening_float"
    RECEIPT = "receipt"
    VOID = "void"
    REFUND = "refund"
    DEPOSIT = "deposit"
    HAND_OVER = "hand_over"
    SURPLUS = "surplus"
    SHORTAGE = "shortage"


LOWERING = frozenset(
    {CashSort.VOID, CashSort.REFUND, CashSort.DEPOSIT, CashSort.HAND_OVER, CashSort.SHORTAGE}
)
"""The sorts by which cash in hand falls."""


def signed(sort: CashSort, rupiah: int) -> int:
    """What a movement does to cash in hand, in rupiah."""
    return -rupiah if sort in LOWERING else rupiah


@dataclass(frozen=True, slots=True)
class CashMovement:
    """One movement on the local date it counts from; `rupiah` is signed. `receipt`: the one it is of, empty for none."""

    entry_id: str
    sort: CashSort
    rupiah: int
    on: date
    receipt: str = ""


@dataclass(frozen=True, slots=True)
class CashLine:
    """All movements of one sort: how many, and their signed sum in rupiah."""

    sort: CashSort
    count: int
    rupiah: int


@dataclass(frozen=True, slots=True)
class CashDay:
    """One local date: what came in, what went out (both at least 0), and the cash at its end, in rupiah.

    `closing` is the entry that closed it, empty while it is open.
    """

    on: date
    incoming: int
    outgoing: int
    balance: int
    closing: str


@dataclass(frozen=True, slots=True)
class CashBook:
    """Cash in hand in rupiah, how it is made up, the age of its oldest rupiah in days, and what waits.

    `days` begin with the newest. `late` and `red`: older than the branch's two limits. `undeposited` counts receipts.
    """

    rupiah: int
    lines: tuple[CashLine, ...]
    days: tuple[CashDay, ...]
    oldest_on: date | None
    oldest_days: int
    late: bool
    red: bool
    voids_awaiting: int
    undeposited: int
    refunds_due: int
    closing: ClosingOutlook


def cash_lines(sums: Iterable[tuple[CashSort, int, int]]) -> tuple[CashLine, ...]:
    """Every sort with its count and signed sum, in the order of the formula; those that never moved are 0."""
    found = {sort: (count, rupiah) for sort, count, rupiah in sums}
    lines = []
    for sort in CashSort:
        count, rupiah = found.get(sort, (0, 0))
        lines.append(CashLine(sort, count, signed(sort, rupiah)))
    return tuple(lines)


def cash_days(sums: Iterable[tuple[date, CashSort, int]], closed: Mapping[date, str]) -> tuple[CashDay, ...]:
    """The dates with movements, the newest first; `sums` are rupiah by date and sort, in the order of dates."""
    moved: dict[date, list[int]] = {}
    for on, sort, rupiah in sums:
        moved.setdefault(on, []).append(signed(sort, rupiah))
    days, balance = [], 0
    for on, amounts in moved.items():
        balance += sum(amounts)
        incoming = sum(amount for amount in amounts if amount > 0)
        outgoing = -sum(amount for amount in amounts if amount < 0)
        days.append(CashDay(on, incoming, outgoing, balance, closed.get(on, "")))
    return tuple(reversed(days))
