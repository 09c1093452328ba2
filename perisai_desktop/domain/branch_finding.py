"""What the checks of a branch's server found about its agents: reasons to look, which decide nothing."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

DEPOSIT_DIFFERS = "deposit_differs"
"""The one check that counts rupiah."""
_UNREVIEWED = frozenset({DEPOSIT_DIFFERS, "cash_old", "clock_ahead", "clock_back"})
"""Checks that name what may be final as it is accepted: receipts, deposits, whatever a laptop wrote. Not every one of
these is a record that is reviewed."""


@dataclass(frozen=True, slots=True)
class BranchFinding:
    """What one check found (sync/README.md, "Checks"); `code` is the check's.

    `subject` is the entry that it is about, None where it is about the agent's day; `evidence` are entries that show
    it; `measure` is what was counted: people, records, days, or the rupiah of a deposit.
    """

    code: str
    agent_id: str
    agent_number: str
    agent_name: str
    on: date
    subject: str | None
    evidence: tuple[str, ...]
    measure: int

    @property
    def rupiah(self) -> int:
        """The money by which a deposit is unlike its receipts; 0 for every other check."""
        return self.measure if self.code == DEPOSIT_DIFFERS else 0

    @property
    def record(self) -> str | None:
        """The record that it is about, where there is one to open."""
        return self.subject if self.openable else None

    @property
    def openable(self) -> bool:
        """Whether the entries that are named are records that a person reviews."""
        return self.code not in _UNREVIEWED

    @property
    def entries(self) -> tuple[str, ...]:
        """Every entry that is named, the one that it is about first."""
        named = self.evidence if self.subject is None else (self.subject, *self.evidence)
        return tuple(dict.fromkeys(named))


@dataclass(frozen=True, slots=True)
class FindingBook:
    """What was found on some local days, both included. `cut`: the server knows of more than it told."""

    since: date
    until: date
    findings: tuple[BranchFinding, ...]
    cut: bool = False


class FoundSpan(StrEnum):
    """How many days of findings are told of at once; the server tells of three months at most."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"

    @property
    def days(self) -> int:
        """Local dates in it."""
        return {FoundSpan.DAY: 1, FoundSpan.WEEK: 7, FoundSpan.MONTH: 30, FoundSpan.QUARTER: 90}[self]


@dataclass(frozen=True, slots=True)
class FoundDays:
    """Days of findings up to `until`, both ends included."""

    span: FoundSpan
    until: date

    @property
    def since(self) -> date:
        """The first day."""
        return self.until - timedelta(days=self.span.days - 1)

    def step(self, by: int, today: date) -> "FoundDays":
        """As many days before or after; never beyond today."""
        return FoundDays(self.span, min(self.until + timedelta(days=by * self.span.days), today))
