"""Two records that may be of one person, side by side, as the branch's server tells them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from perisai_desktop.domain.review import ReviewRecord
from sync.rules.iuran_month import IuranMonth
from sync.rules.pairs import Saying


@dataclass(frozen=True, slots=True)
class PairSaid:
    """What somebody said of a pair; `mine`: the reviewer did, `current`: both contents are as they were looked at."""

    saying: Saying
    by: str
    mine: bool
    at: datetime
    reason: str
    note: str = field(default="", repr=False)
    current: bool = True


@dataclass(frozen=True, slots=True)
class PairMatch:
    """A record that another one collides with; `branch`: whose it is, where the reviewer may not read it."""

    entry_id: str
    branch: str = ""
    said: PairSaid | None = None


@dataclass(frozen=True, slots=True)
class PaidReceipt:
    """What one receipt took for a worker, in rupiah. `deposit` is where its cash is, `bucket` where its money stands."""

    number: str
    issued_on: date
    rupiah: int
    months: tuple[IuranMonth, ...]
    bucket: str
    deposit: str = ""


@dataclass(frozen=True, slots=True)
class ComparedRecord:
    """One side: a record, and what was paid for its worker, newest first."""

    record: ReviewRecord
    ledger: tuple[PaidReceipt, ...]
    paid_until: IuranMonth | None = None

    @property
    def rupiah(self) -> int:
        """What all receipts took."""
        return sum(receipt.rupiah for receipt in self.ledger)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A record beside another one. `alike` are codes of what both have in common, `may`: what can be said of them."""

    mine: ComparedRecord
    other: ComparedRecord | None
    matches: tuple[PairMatch, ...]
    alike: tuple[str, ...] = ()
    may: tuple[Saying, ...] = ()

    @property
    def match(self) -> PairMatch | None:
        """What is known of the pair in sight."""
        beside = None if self.other is None else self.other.record.entry_id
        return next((one for one in self.matches if one.entry_id == beside), None)

    @property
    def readable(self) -> tuple[str, ...]:
        """The records that can be put beside this one."""
        return tuple(one.entry_id for one in self.matches if not one.branch)

    def following(self) -> str | None:
        """The record to compare with next, after the last the first; None where there is no other."""
        ids = self.readable
        if self.other is None or len(ids) < 2:
            return None
        here = ids.index(self.other.record.entry_id)
        return ids[(here + 1) % len(ids)]


@dataclass(frozen=True, slots=True)
class PairVerdict:
    """What the reviewer says, and why."""

    saying: Saying
    reason: str
    note: str = field(default="", repr=False)
