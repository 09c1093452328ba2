"""What the screen of reports shows."""

from dataclasses import dataclass
from enum import StrEnum

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.report import FileKind, Grouping, Period, Report, ReportLine, Span


class Measure(StrEnum):
    """What the bars stand for."""

    RUPIAH = "rupiah"
    ENROLLED = "enrolled"


@dataclass(frozen=True, slots=True)
class Saving:
    """A file under way: receipts written of those there are; `stopping` once the agent gave it up."""

    kind: FileKind
    done: int = 0
    all: int = 0
    stopping: bool = False


@dataclass(frozen=True, slots=True)
class ReportsState:
    """The period and grouping that were chosen, and the report where it was read; `sorted_by` is a column of the table.

    `saved`: the path of the file that was written last, empty before.
    """

    span: Span = Span.MONTH
    grouping: Grouping = Grouping.DAY
    measure: Measure = Measure.RUPIAH
    period: Period | None = None
    report: Report | None = None
    sorted_by: str = ""
    descending: bool = False
    saving: Saving | None = None
    saved: str = ""
    failure: Failure | None = None

    @property
    def lines(self) -> tuple[ReportLine, ...]:
        """The lines in the order that was asked for."""
        lines = () if self.report is None else self.report.lines
        if not self.sorted_by:
            return lines
        if self.sorted_by == "key":
            keyed = sorted(lines, key=lambda line: line.name or line.key)
        else:
            keyed = sorted(lines, key=lambda line: (getattr(line, self.sorted_by), line.key))
        return tuple(reversed(keyed)) if self.descending else tuple(keyed)
