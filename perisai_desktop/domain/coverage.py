"""What a branch reached in some months beside what it aims at, by agent, office, branch, region or month."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from perisai_desktop.domain.report import FileKind, Period, Span, period_of
from sync.rules.iuran_month import IuranMonth


class CoverageGroup(StrEnum):
    """What a line stands for; a `REGION` is a regency, a `DISTRICT` a kecamatan."""

    AGENT = "agent"
    OFFICE = "office"
    BRANCH = "branch"
    REGION = "region"
    DISTRICT = "district"
    MONTH = "month"

    @property
    def places(self) -> bool:
        """Whether a line is a region, of which the workers may have been counted."""
        return self in (CoverageGroup.REGION, CoverageGroup.DISTRICT)


@dataclass(frozen=True, slots=True)
class CoverageLine:
    """The figures of one key, an id, the code of a region (empty: nobody knows where the worker lives) or a month.

    What each figure counts is in sync/README.md, "Targets and coverage": people by the day of the sheet, rupiah of
    the receipts of its months. A target of 0 says that nothing is aimed at. `workers` is None where nobody counted
    them, else `source` did, in the year `counted_in`. `office_share` is an estimate in rupiah, None where the line is of no office.
    """

    key: str
    name: str = ""
    detail: str = ""
    enrolled: int = 0
    active: int = 0
    lapsed: int = 0
    collected: int = 0
    deposited: int = 0
    target_enrolled: int = 0
    target_collected: int = 0
    workers: int | None = None
    counted_in: int | None = None
    source: str = ""
    office_share: int | None = None

    @property
    def outstanding(self) -> int:
        """Rupiah collected whose cash no deposit carried away."""
        return self.collected - self.deposited

    @property
    def coverage(self) -> float | None:
        """Active participants as a share of the workers, None where these are not known."""
        return self.active / self.workers if self.workers else None


_SCALES = (0.05, 0.1, 0.2, 0.5, 1.0)


@dataclass(frozen=True, slots=True)
class CoverageSheet:
    """`lines` add up to `total` (people of months do not: they are told for the end of each); regions come by coverage.

    `on`: the local day by which active and lapsed are told; `at`: when the server summed all up. `months`: at least the twelve up to the last one, each as
    a line.
    """

    grouping: CoverageGroup
    first: IuranMonth
    last: IuranMonth
    on: date
    at: datetime
    lines: tuple[CoverageLine, ...]
    total: CoverageLine
    months: tuple[CoverageLine, ...]

    @property
    def by_coverage(self) -> bool:
        """Whether the lines are regions of which the workers of at least one were counted."""
        return any(line.coverage is not None for line in self.lines)

    @property
    def scale(self) -> float:
        """The share of workers, 5 % at least, that a full bar stands for where lines are compared by coverage."""
        highest = max((line.coverage or 0 for line in self.lines), default=0)
        return next((step for step in _SCALES if step >= highest), highest)

    def charted(self, most: int) -> tuple[CoverageLine, ...]:
        """The lines that have a bar: every month, the regions that are covered best, else those with most enrolled."""
        if self.grouping is CoverageGroup.MONTH:
            return self.lines
        if self.by_coverage:
            return tuple(line for line in self.lines if line.coverage is not None)[:most]
        return tuple(sorted(self.lines, key=lambda line: -line.enrolled)[:most])

    @property
    def period(self) -> Period:
        """The months as a span of days."""
        span = Span.MONTH if self.first == self.last else Span.YEAR
        day = date(self.last.year, self.last.month, 1)
        return period_of(span, day, day)


@dataclass(frozen=True, slots=True)
class CoverageHead:
    """Whose sheet it is, who made it, when (local date), and whether it is practice."""

    branch: str
    maker: str
    made_on: date
    practice: bool


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be reached in each month from `first` on: new participants, and rupiah to collect."""

    first: IuranMonth
    enrolled: int
    collected: int


@dataclass(frozen=True, slots=True)
class WorkerCount:
    """How many workers `source` counted in a region in a year."""

    year: int
    workers: int
    source: str


_NAMES = {
    CoverageGroup.AGENT: "agen",
    CoverageGroup.OFFICE: "kantor",
    CoverageGroup.BRANCH: "cabang",
    CoverageGroup.REGION: "kabupaten",
    CoverageGroup.DISTRICT: "kecamatan",
    CoverageGroup.MONTH: "bulan",
}


def sheet_name(sheet: CoverageSheet, kind: FileKind) -> str:
    """What a saved sheet is called; nothing personal in it."""
    when = str(sheet.last) if sheet.first == sheet.last else f"{sheet.first}-{sheet.last}"
    return f"Capaian-per-{_NAMES[sheet.grouping]}-{when}.{kind.value}"
