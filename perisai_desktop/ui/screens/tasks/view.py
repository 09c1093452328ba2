"""The tasks screen: what the branch sent back, the marked fields with old value and comment, and one button."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.task import Task
from perisai_desktop.ui.i18n import age_words
from perisai_desktop.ui.screens.tasks.desk import FixDesk
from perisai_desktop.ui.screens.tasks.state import TasksState
from perisai_desktop.ui.state_words import ReasonWords, reason_words, short_face
from perisai_desktop.ui.widgets.cards import Card, EmptyState
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.states import client_state_of

_REST_MS = 700


class TasksView(QWidget):
    """Tells what was opened, typed and sent; `photo_asked` carries what is to be photographed, and a file that was
    dropped; `numbers_asked`: the laptop needs new receipt numbers."""

    opened = Signal(str)
    typed = Signal(str, str)
    place_asked = Signal(str)
    place_picked = Signal(str)
    field_opened = Signal(str)
    explained = Signal(str, str)
    photo_asked = Signal(object, str)
    photo_dropped = Signal(object)
    rested = Signal()
    sent = Signal()
    read = Signal()
    appeared = Signal()
    receipt_asked = Signal(str)
    sync_asked = Signal()
    numbers_asked = Signal()
    titled = Signal()

    def __init__(self, fields: dict[str, Field], reasons: ReasonWords, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._reasons = reasons
        self._now = now
        self._state = TasksState()
        self._table = Table(
            (
                Column("name", self.tr("Worker"), 132, stretch=True),
                Column("age", self.tr("Sent back"), 112),
                Column("state", self.tr("State"), 162),
            ),
            self.tr("Tasks from the branch"),
        )
        self._table.setObjectName("task_list")
        self._desk = FixDesk(fields, reasons)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.rested)
        listed = Card(padding=12)
        listed.column.addWidget(Text(self.tr("Sent back by the branch"), Role.HEADING))
        listed.column.addWidget(self._table, 1)
        self._nothing = EmptyState(
            "circle-check",
            self.tr("Nothing to correct"),
            self.tr("What the branch sends back appears here. It comes with every sync."),
            self.tr("Ask the branch now"),
            "Ctrl+3",
        )
        empty = Card()
        empty.column.addWidget(self._nothing)
        self._middle = QStackedWidget()
        self._middle.addWidget(Split(self._desk, listed, side_width=480, side_first=True, narrow=900))
        self._middle.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._middle)
        self._connect()

    def _connect(self) -> None:
        desk = self._desk
        self._nothing.pressed.connect(self.sync_asked)
        self._table.row_chosen.connect(lambda place: self.opened.emit(self._state.tasks[place].entry_id))
        self._table.row_opened.connect(lambda _place: desk.take_focus())
        desk.typed.connect(self.typed)
        desk.place_asked.connect(self.place_asked)
        desk.place_picked.connect(self.place_picked)
        desk.field_opened.connect(self.field_opened)
        desk.explained.connect(self.explained)
        desk.photo_asked.connect(self.photo_asked)
        desk.photo_dropped.connect(self.photo_dropped)
        desk.sent.connect(self.sent)
        desk.read.connect(self.read)
        desk.receipt_asked.connect(self.receipt_asked)
        for typing in (desk.typed, desk.explained):
            typing.connect(lambda *_words: self._rest.start())

    def show_state(self, state: TasksState) -> None:
        """Show the list and the task that is open."""
        before, self._state = self._state, state
        self._middle.setCurrentIndex(1 if state.loaded and not state.tasks else 0)
        if state.tasks is not before.tasks:
            tasks, now = state.tasks, self._now()
            self._table.show_rows(len(tasks), lambda place: self._cells(tasks[place], now))
            self.titled.emit()
        places = [place for place, task in enumerate(state.tasks) if task.entry_id == state.chosen]
        self._table.choose(places[0] if places else -1)
        self._desk.show_state(state)
        failure = state.failure
        if (
            failure is not None
            and failure != before.failure
            and failure.code is FailureCode.STORE_ROLLED_BACK
        ):
            self.numbers_asked.emit()

    def _cells(self, task: Task, now: datetime) -> Sequence[Cell]:
        reason = reason_words(task.reason, self._reasons) or task.note
        return (
            Cell(task.worker_name, detail=reason, strong=True),
            Cell(age_words(now - task.decided_at)),
            Cell(badge=short_face(client_state_of(task.state), task.state)),
        )

    def hideEvent(self, event: QHideEvent) -> None:
        self.rested.emit()
        super().hideEvent(event)

    def title(self) -> str:
        return self.tr("To correct")

    def subtitle(self) -> str:
        return self.tr("%n task(s) from the branch", "", len(self._state.tasks)) if self._state.tasks else ""

    def arrive(self) -> None:
        self.appeared.emit()
        self._table.setFocus()

    def seek(self) -> bool:
        return False
