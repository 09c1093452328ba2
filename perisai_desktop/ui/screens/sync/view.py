"""The sync screen: what is on its way with all that can be said of it, what came down, and the sending itself."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.counters import PauseSpan
from perisai_desktop.ui.screens.sync.branch_card import BranchCard
from perisai_desktop.ui.screens.sync.detail_card import DetailCard
from perisai_desktop.ui.screens.sync.list_card import ListCard
from perisai_desktop.ui.screens.sync.photos_card import PhotosCard
from perisai_desktop.ui.screens.sync.sending_card import SendingCard
from perisai_desktop.ui.screens.sync.side import SideColumn
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.screens.sync.stick_card import StickCard
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.split import Split
from sync.rules.rupiah import format_number

TICK_MS = 30_000
"""How often ages are drawn anew."""


class SyncView(QWidget):
    """Tells what was asked for; `now` is the instant, `offset` local minutes ahead of UTC."""

    send_asked = Signal()
    stop_asked = Signal()
    pause_asked = Signal(PauseSpan)
    resume_asked = Signal()
    free_only_chosen = Signal(bool)
    photos_asked = Signal()
    proofs_named = Signal(object)
    narrowed = Signal(object)
    chosen = Signal(str)
    wanted = Signal(int)
    receipt_asked = Signal(str)
    task_asked = Signal()
    ticked = Signal()
    appeared = Signal()
    titled = Signal()

    def __init__(self, reasons: ReasonWords, now: Callable[[], datetime], offset: int) -> None:
        super().__init__()
        self._now = now
        self._shift = timedelta(minutes=offset)
        self._state = SyncState()
        self._list = ListCard(reasons, now)
        self._detail = DetailCard(reasons, self._shift)
        self._sending = SendingCard(now, offset)
        self._photos = PhotosCard()
        self._branch = BranchCard(now, offset)
        self.stick = StickCard()
        side = SideColumn(self._sending, self._photos, self._branch, self.stick)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Split(self._main(), side, side_width=336, stacked_least=640, narrow=900), 1)
        self._column = column
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._ticker.start()
        self._connect()

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to be told first above everything else."""
        self._column.insertWidget(0, notices)

    def _main(self) -> QWidget:
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._list, 1)
        column.addWidget(self._detail)
        return main

    def _connect(self) -> None:
        self._list.narrowed.connect(self.narrowed)
        self._list.chosen.connect(self.chosen)
        self._list.opened.connect(lambda _action: self._detail.take_focus())
        self._list.wanted.connect(self.wanted)
        self._detail.receipt_asked.connect(self.receipt_asked)
        self._detail.task_asked.connect(self.task_asked)
        self._sending.send_asked.connect(self.send_asked)
        self._sending.stop_asked.connect(self.stop_asked)
        self._sending.pause_asked.connect(self.pause_asked)
        self._sending.resume_asked.connect(self.resume_asked)
        self._photos.free_only_chosen.connect(self.free_only_chosen)
        self._photos.photos_asked.connect(self.photos_asked)
        self._branch.proofs_named.connect(self.proofs_named)

    def show_state(self, state: SyncState) -> None:
        """Show list, chosen item, run and answers."""
        before, self._state = self._state, state
        self._list.show_state(state)
        self._detail.show_state(state, (self._now() + self._shift).date())
        self._sending.show_state(state)
        self._photos.show_state(state)
        self._branch.show_state(state)
        if state.overview is not before.overview:
            self.titled.emit()

    def _tick(self) -> None:
        """Ages move on without a look into the store."""
        self.ticked.emit()
        self._list.renew()
        self._sending.show_state(self._state)

    def title(self) -> str:
        return self.tr("Sync")

    def subtitle(self) -> str:
        if self._state.overview is None:
            return ""
        count = self._state.tally(None).count
        if not count:
            return self.tr("everything is settled")
        return self.tr("%n not settled yet", "", count).replace(str(count), format_number(count), 1)

    def arrive(self) -> None:
        self.appeared.emit()
        self._list.table.setFocus()

    def seek(self) -> bool:
        return False
