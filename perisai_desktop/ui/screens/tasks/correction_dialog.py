"""The dialog in which an agent corrects an enrolment of one's own accord."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.screens.tasks.desk import FixDesk
from perisai_desktop.ui.screens.tasks.state import TasksState
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.field import Field

_REST_MS = 700


class CorrectionDialog(QDialog):
    """What is typed is kept as it rests and when the dialog is closed; `rested` says so."""

    help_page = "tasks"
    rested = Signal()

    def __init__(self, fields: dict[str, Field], reasons: ReasonWords, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Correct the data"))
        self.desk = FixDesk(fields, reasons)
        self._begun = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.rested)
        for typing in (self.desk.typed, self.desk.explained):
            typing.connect(lambda *_words: self._rest.start())
        leave = Button(self.tr("Close"), key="Esc", bind=False)
        leave.setObjectName("leave")
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(leave)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(METRICS.gap)
        column.addWidget(self.desk, 1)
        column.addLayout(foot)
        self.finished.connect(lambda _code: self.rested.emit())
        fit_dialog(self, QSize(560, 620))

    def show_state(self, state: TasksState) -> None:
        """Show the enrolment; the cursor begins where the field is chosen."""
        self.desk.show_state(state)
        if state.form is not None and not self._begun:
            self._begun = True
            self.desk.take_focus()
