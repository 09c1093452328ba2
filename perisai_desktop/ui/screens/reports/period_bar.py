"""Which span of days is reported, and what its lines stand for."""

from perisai_desktop.domain.report import Grouping, Span
from perisai_desktop.ui.screens.reports.state import ReportsState
from perisai_desktop.ui.screens.reports.words import period_words
from perisai_desktop.ui.widgets.period_bar import PeriodBar
from perisai_desktop.ui.widgets.suggestions import Option

_WIDTH = 196


class ReportBar(PeriodBar):
    """`span_chosen` carries the value of a Span, `grouped` of a Grouping."""

    def __init__(self) -> None:
        spans = (
            Option(Span.DAY.value, self.tr("Day")),
            Option(Span.MONTH.value, self.tr("Month")),
            Option(Span.YEAR.value, self.tr("Year")),
            Option(Span.ALL.value, self.tr("All")),
        )
        groupings = (
            Option(Grouping.DAY.value, self.tr("By day")),
            Option(Grouping.MONTH.value, self.tr("By month")),
            Option(Grouping.VILLAGE.value, self.tr("By village")),
            Option(Grouping.PROGRAMME.value, self.tr("By programme")),
        )
        super().__init__("report", spans, groupings, _WIDTH)
        self.grouping.setAccessibleName(self.tr("Lines of the report"))

    def show_state(self, state: ReportsState) -> None:
        """Show what is chosen."""
        words = "" if state.period is None else period_words(state.period)
        self.show_period(state.span.value, state.grouping.value, words, steps=state.span is not Span.ALL)
