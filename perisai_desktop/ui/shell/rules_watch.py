"""Finds the moment at which an agent's window may go over to other settings of the branch: when nothing is begun."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QWidget

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.services.desk import AgentDesk
from sync.rules.reference import Reference


class RulesWatch(QObject):
    """`renewed` carries the desk that works by what holds by now.

    `begun` says whether the screen in sight holds something that was begun, given whether the agent just finished something or
    went to another screen: that is no moment to take away what they look at, this is.
    """

    renewed = Signal(object)

    def __init__(self, desk: AgentDesk, jobs: Jobs, begun: Callable[[bool], bool], window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._jobs = jobs
        self._begun = begun
        self._window = window
        self._asking = False

    def look(self, *, between: bool = False) -> None:
        """Ask whether other settings hold; `between`: the agent finished something, or went to another screen."""
        if not self._asking and self._free(between):
            self._asking = True
            self._jobs.run(Lane.LOCAL, self._desk.due, lambda outcome: self._told(outcome, between))

    def _told(self, outcome: Ok[Reference | None] | Err, between: bool) -> None:
        self._asking = False
        if isinstance(outcome, Ok) and outcome.value is not None and self._free(between):
            self.renewed.emit(self._desk.under(outcome.value))

    def _free(self, between: bool) -> bool:
        window = self._window
        dialogs = (*window.findChildren(QDialog), QApplication.activeModalWidget())
        open_ones = any(one is not None and one.isVisible() for one in dialogs)
        return window.isVisible() and not open_ones and not _typing(window) and not self._begun(between)


def _typing(window: QWidget) -> bool:
    """Whether the cursor stands behind something that was typed."""
    place = window.focusWidget()
    if isinstance(place, QLineEdit):
        return bool(place.text())
    return isinstance(place, QPlainTextEdit) and bool(place.toPlainText())
