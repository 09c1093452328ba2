"""The first screen: four figures, results against targets, who lapses next, tasks, and where the data is."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.i18n import date_words
from perisai_desktop.ui.screens.home.data_card import DataCard
from perisai_desktop.ui.screens.home.radar_card import RadarCard
from perisai_desktop.ui.screens.home.results_card import ResultsCard
from perisai_desktop.ui.screens.home.state import HomeState, Place
from perisai_desktop.ui.screens.home.tasks_card import TasksCard
from perisai_desktop.ui.screens.home.tiles import FigureTiles
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.card_rows import CardRows
from perisai_desktop.ui.widgets.cards import Banner


class HomeView(QWidget):
    """`followed` carries the Place that was asked for; the other signals ask for one act. `appeared`: read again."""

    appeared = Signal()
    titled = Signal()
    followed = Signal(object)
    task_asked = Signal(str)
    deposit_asked = Signal()
    send_asked = Signal()
    stick_asked = Signal()

    def __init__(self, now: Callable[[], datetime], offset: int, reasons: ReasonWords) -> None:
        super().__init__()
        self._state = HomeState()
        self.tiles = FigureTiles()
        self.results = ResultsCard()
        self.radar = RadarCard()
        self.tasks = TasksCard(now, reasons)
        self.data = DataCard(now, offset)
        self._note = Banner()
        self.tiles.followed.connect(self.followed)
        self.tiles.deposit_asked.connect(self.deposit_asked)
        self.results.followed.connect(lambda: self.followed.emit(Place.RESULTS))
        self.radar.followed.connect(self.followed)
        self.tasks.followed.connect(self.followed)
        self.tasks.task_asked.connect(self.task_asked)
        self.data.followed.connect(lambda: self.followed.emit(Place.DATA))
        self.data.send_asked.connect(self.send_asked)
        self.data.stick_asked.connect(self.stick_asked)
        rows = ((self.results, self.radar), (self.tasks, self.data))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        column.addWidget(CardRows(rows, head=self.tiles), 1)
        self._column = column

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to be told first above everything else."""
        self._column.insertWidget(0, notices)

    def show_state(self, state: HomeState) -> None:
        """Show the figures that are there."""
        before, self._state = self._state, state
        self._note.tell(state.failure)
        overview = state.overview
        if overview is None:
            return
        if overview is not before.overview or state.commission != before.commission:
            self.tiles.show_overview(overview, state.commission)
        if overview is not before.overview:
            self.results.show_overview(overview)
            self.tasks.show_overview(overview)
            self.data.show_overview(overview)
        if state.radar is not None and state.radar is not before.radar:
            self.radar.show_radar(state.radar, overview.today.on)
        if before.overview is None or before.overview.today.on != overview.today.on:
            self.titled.emit()

    def title(self) -> str:
        return self.tr("Home")

    def subtitle(self) -> str:
        return "" if self._state.overview is None else date_words(self._state.overview.today.on)

    def arrive(self) -> None:
        self.appeared.emit()
        self.tiles.today.setFocus()

    def seek(self) -> bool:
        return False
