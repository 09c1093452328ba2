"""The reviewer's words at what is to be corrected."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from perisai_desktop.ui.screens.tasks.state import TasksState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text


class CommentLine(QWidget):
    """Not there where the branch marked nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text("", Role.STRONG, Tone.INFO, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("message-square-text", Tone.INFO))
        row.addWidget(self._words, 1)
        self.hide()

    def show_state(self, state: TasksState, name: str) -> bool:
        """Show what the branch said of field `name`; whether it said anything."""
        task = state.task
        marks = [] if task is None else [each for each in task.comments if each.field == name]
        words = " ".join(mark.text for mark in marks if mark.text)
        self._words.setText(words or self.tr("The branch marked this field"))
        self.setVisible(bool(marks))
        return bool(marks)
