"""Which months are told of, and what the lines stand for."""

from perisai_desktop.domain.coverage import CoverageGroup
from perisai_desktop.domain.report import Span
from perisai_desktop.ui.screens.coverage.state import CoverageState
from perisai_desktop.ui.screens.coverage.words import period_words
from perisai_desktop.ui.widgets.period_bar import PeriodBar
from perisai_desktop.ui.widgets.suggestions import Option

_WIDTH = 148


class CoverageBar(PeriodBar):
    """`span_chosen` carries the value of a Span, `grouped` of a CoverageGroup."""

    def __init__(self) -> None:
        spans = (Option(Span.MONTH.value, self.tr("Month")), Option(Span.YEAR.value, self.tr("Year")))
        groupings = (
            Option(CoverageGroup.AGENT.value, self.tr("Agents")),
            Option(CoverageGroup.OFFICE.value, self.tr("Offices")),
            Option(CoverageGroup.BRANCH.value, self.tr("Branch")),
            Option(CoverageGroup.REGION.value, self.tr("Regencies")),
            Option(CoverageGroup.DISTRICT.value, self.tr("Districts")),
            Option(CoverageGroup.MONTH.value, self.tr("Months")),
        )
        super().__init__("coverage", spans, groupings, _WIDTH)
        self.grouping.setAccessibleName(self.tr("Lines"))

    def show_state(self, state: CoverageState) -> None:
        """Show what is chosen."""
        words = "" if state.period is None else period_words(state.period)
        self.show_period(state.span.value, state.grouping.value, words, steps=state.period is not None)
