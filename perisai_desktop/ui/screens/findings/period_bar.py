"""Which days of findings are told of, and what they are grouped by."""

from perisai_desktop.domain.branch_finding import FoundSpan
from perisai_desktop.ui.screens.findings.state import FindingsState, Grouping
from perisai_desktop.ui.screens.findings.words import span_words
from perisai_desktop.ui.widgets.period_bar import PeriodBar
from perisai_desktop.ui.widgets.suggestions import Option

_WIDTH = 236


class FindingsBar(PeriodBar):
    """`span_chosen` carries the value of a FoundSpan, `grouped` of a Grouping, whose choice stands apart."""

    def __init__(self) -> None:
        spans = (
            Option(FoundSpan.DAY.value, self.tr("Day")),
            Option(FoundSpan.WEEK.value, self.tr("7 days")),
            Option(FoundSpan.MONTH.value, self.tr("30 days")),
            Option(FoundSpan.QUARTER.value, self.tr("90 days")),
        )
        groupings = (
            Option(Grouping.KIND.value, self.tr("By kind")),
            Option(Grouping.AGENT.value, self.tr("By agent")),
        )
        super().__init__("findings", spans, groupings, _WIDTH, apart=True)
        self.grouping.setAccessibleName(self.tr("Group the findings"))

    def show_state(self, state: FindingsState) -> None:
        """Show what is chosen."""
        days = state.days
        words = span_words(days.since, days.until)
        self.show_period(days.span.value, state.grouping.value, words, steps=True)
