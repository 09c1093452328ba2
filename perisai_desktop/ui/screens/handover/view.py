"""The dialog for workers who pass to another agent: who, to whom, what becomes of the cash, and the one button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.screens.handover.state import HandoverState
from perisai_desktop.ui.screens.handover.words import cash_words, title_words
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import format_number

_LIST_HEIGHT = 260


class HandoverDialog(ActDialog):
    """Shows one decision after the other."""

    help_page = "handover"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Hand-over of participants"), self.tr("Hand over"), "users", QSize(600, 620), parent
        )
        self._state = HandoverState()
        self.title = Text("", Role.HEADING, wrap=True)
        self.title.setObjectName("handover_title")
        self.people = Table((Column("name", self.tr("Name"), 300, stretch=True),), self.tr("Participants"))
        self.people.setObjectName("handover_people")
        self.people.setFixedHeight(_LIST_HEIGHT)
        self._unknown = Text("", Role.HELP, wrap=True)
        self.cash = Banner()
        for part in (self.title, self.people, self._unknown, self.cash):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_state(self, state: HandoverState) -> None:
        """Show the decision that is to be followed, or that none is left."""
        before, self._state = self._state, state
        task = state.task
        self.act.setEnabled(state.ready)
        self.offer(task is not None)
        self.people.setVisible(task is not None)
        self.tell(state.failure)
        if task is None:
            words = self.tr("Everything that the branch decided is done.") if state.loaded else ""
            self.title.setText(words)
            self._unknown.setText("")
            self.cash.say("")
            return
        self.title.setText(title_words(task))
        self.act.show_words(self.tr("Hand over") if task.giving else self.tr("Take over"))
        if task is not before.task:
            self.people.show_rows(len(task.names), self._cells)
        apart = task.workers - len(task.names)
        words = self.tr("{count} of them are not known on this laptop yet.").format(
            count=format_number(apart)
        )
        self._unknown.setText(words if apart else "")
        self._unknown.setVisible(bool(apart))
        self.cash.say(*cash_words(task))

    def _cells(self, place: int) -> Sequence[Cell]:
        assert self._state.task is not None
        return (Cell(self._state.task.names[place], strong=True),)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.act.setFocus()
