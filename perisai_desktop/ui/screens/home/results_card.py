"""Results against targets, month by month."""

from PySide6.QtCore import QCoreApplication, Signal

from perisai_desktop.domain.overview import Overview
from perisai_desktop.ui.screens.home.words import month_name
from perisai_desktop.ui.widgets.bar_chart import Bar, BarChart
from perisai_desktop.ui.widgets.headed_card import HeadedCard
from perisai_desktop.ui.widgets.labels import Elided, Role
from perisai_desktop.ui.widgets.legend import Legend
from sync.rules.rupiah import format_number

translate = QCoreApplication.translate


class ResultsCard(HeadedCard):
    """`followed`: more of it is wanted."""

    followed = Signal()

    def __init__(self) -> None:
        legend = Legend(translate("Home", "Result"), translate("Home", "Target"))
        super().__init__(translate("Home", "Target and result"), translate("Home", "Open reports"), legend)
        self._legend = legend
        self.chart = BarChart(self.tr("Target and result"), format_number)
        self.chart.setObjectName("home_chart")
        self.chart.say_targets(self.tr("{value}, target {target}"))
        self.more.setObjectName("home_reports")
        self.more.clicked.connect(self.followed)
        self.inset(Elided(self.tr("New participants in each of six months"), Role.HELP))
        self.inset(self.chart, 1)

    def show_overview(self, overview: Overview) -> None:
        """Show the months."""
        last = overview.months[-1]
        self._legend.show_second(any(month.wanted for month in overview.months))
        self.chart.show_bars(
            [
                Bar(month_name(month, month is last), month.enrolled, month.wanted, month is last)
                for month in overview.months
            ]
        )
