"""The window before anybody is signed in: sign-in, first run, or the reviewer's sign-in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.ui.shell.helping import Helping, HelpSize
from perisai_desktop.ui.shell.reading_order import step_focus
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.labels import Text
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


class EntryWindow(QWidget):
    """Shows one screen at a time; practice can't be overlooked."""

    closed = Signal()

    def __init__(self, language: str, *, practice: bool, help_size: HelpSize | None = None) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("PRACTICE · Perisai") if practice else "Perisai")
        self._helping = Helping(self, language, help_size or HelpSize())
        self._name = ""
        self._stack = QStackedWidget()
        badge = Text(self.tr("PRACTICE"))
        badge.setProperty("tone", "practice")
        badge.setFixedHeight(METRICS.badge)
        badge.setVisible(practice)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 0)
        top.addStretch(1)
        top.addWidget(badge)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        QShortcut(QKeySequence("F1"), self, self.show_help)
        self.resize(1366, 768)
        self.setMinimumSize(480, 340)
        if practice:
            PracticeFrame(self)

    def show_screen(self, name: str, screen: QWidget) -> None:
        """Show `screen`; `name` is its page of help."""
        self._name = name
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        screen.setFocus()

    def show_help(self) -> None:
        """Open the help of the screen in sight."""
        self._helping.show(self._name)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab and Shift+Tab, in the order of reading."""
        return step_focus(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closed.emit()
        super().closeEvent(event)
