"""A report: what was enrolled and collected in a span of days, by day, month, village or programme, and what became of the cash."""

import calendar
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from perisai_desktop.domain.till_book import CashLine


class Span(StrEnum):
    """How long a report reaches."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    ALL = "all"


class Grouping(StrEnum):
    """What the lines of a report stand for."""

    DAY = "day"
    MONTH = "month"
    VILLAGE = "village"
    PROGRAMME = "programme"


class FileKind(StrEnum):
    """What a report is saved as; the value is the file's ending."""

    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Period:
    """Local dates from `first` to `last`, both included."""

    span: Span
    first: date
    last: date

    def step(self, by: int) -> "Period":
        """The period so many further, or back; all of time has none beside it."""
        if self.span is Span.DAY:
            return period_of(Span.DAY, self.first + timedelta(days=by), self.first)
        if self.span is Span.MONTH:
            months = self.first.year * 12 + self.first.month - 1 + by
            return period_of(Span.MONTH, date(months // 12, months % 12 + 1, 1), self.first)
        if self.span is Span.YEAR:
            return period_of(Span.YEAR, date(self.first.year + by, 1, 1), self.first)
        return self


def period_of(span: Span, day: date, begun: date) -> Period:
    """The period in which a day lies; all of time goes from `begun` to the day."""
    if span is Span.DAY:
        return Period(span, day, day)
    if span is Span.MONTH:
        last = calendar.monthrange(day.year, day.month)[1]
        return Period(span, day.replace(day=1), day.replace(day=last))
    if span is Span.YEAR:
        return Period(span, date(day.year, 1, 1), date(day.year, 12, 31))
    return Period(span, min(begun, day), day)


@dataclass(frozen=True, slots=True)
class ReportLine:
    """`key` is a date, a month (`2026-11`), a village's code or a programme; `name` that of the village.

    New participants, people who paid, rupiah of receipts, and rupiah that was voided or given back (at least 0).
    """

    key: str
    enrolled: int = 0
    payers: int = 0
    received: int = 0
    given_back: int = 0
    name: str = ""

    @property
    def kept(self) -> int:
        """Rupiah collected: received less voided and given back."""
        return self.received - self.given_back


@dataclass(frozen=True, slots=True)
class CashStatement:
    """Cash before the period, every movement in it by sort (signed sums in rupiah), and cash at its end."""

    before: int
    lines: tuple[CashLine, ...]
    after: int


@dataclass(frozen=True, slots=True)
class Report:
    """`lines` add up to `total` in rupiah; people may stand in several lines and count once in the total.

    `beside`: what receipts say beyond their lines (credit that was used), which belongs to no village and no
    programme. `targets`: rupiah and new participants that the branch aims at, by month.
    """

    period: Period
    grouping: Grouping
    lines: tuple[ReportLine, ...]
    total: ReportLine
    beside: ReportLine
    cash: CashStatement
    targets: dict[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PaymentLine:
    """One worker on one receipt and iuran month: rupiah by programme; `undone` as in the ledger (empty: stands)."""

    on: date
    receipt: str
    worker_name: str = field(repr=False)
    nik: str = field(repr=False)
    kpj: str
    village: str
    month: str
    jkk: int
    jkm: int
    jht: int
    undone: str

    @property
    def rupiah(self) -> int:
        """All programmes together."""
        return self.jkk + self.jkm + self.jht


@dataclass(frozen=True, slots=True)
class ReportHead:
    """Whose report it is, when it was made (local date), and whether it is practice."""

    agent: str
    agent_number: str
    office: str
    branch: str
    device: str
    made_on: date
    practice: bool


def file_name(report: Report, device: str, kind: FileKind) -> str:
    """What a saved report is called; nothing personal in it."""
    period = report.period
    when = {
        Span.DAY: period.first.isoformat(),
        Span.MONTH: f"{period.first:%Y-%m}",
        Span.YEAR: f"{period.first:%Y}",
        Span.ALL: f"{period.first.isoformat()}-{period.last.isoformat()}",
    }[period.span]
    what = {
        Grouping.DAY: "harian",
        Grouping.MONTH: "bulanan",
        Grouping.VILLAGE: "desa",
        Grouping.PROGRAMME: "program",
    }[report.grouping]
    return f"Laporan-{what}-{when}-{device}.{kind.value}"
