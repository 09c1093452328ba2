"""Which kelompok pays: those that are served from this laptop, with their members, paid until when, and what they owe."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.group_renewal import PayerDue
from perisai_desktop.ui.screens.group_renewal.state import GroupRenewalState
from perisai_desktop.ui.screens.group_renewal.words import payer_cells
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, EmptyState, clear_layout
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.rupiah import Rupiah, format_rupiah

LEAST_LIST = 320
"""What of the list is always in sight, in device-independent pixels."""


class PayerTable(Table):
    """`typed` carries the letter with which a search begins."""

    typed = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if plain and event.text().strip() and event.text().isprintable():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)


class PayerList(QWidget):
    """`opened` carries the contributions that tell of a kelompok, `receipt_asked` a number."""

    searched = Signal(str)
    opened = Signal(object)
    receipt_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = GroupRenewalState()
        self._found: tuple[PayerDue, ...] = ()
        self._issued = Banner()
        self._numbers = Flow(8)
        self.search = TextInput(self.tr("Who pays, or the village"), icon="search")
        self.search.setObjectName("renewal_search")
        self.search.setAccessibleName(self.tr("Search for a group"))
        self.search.value_edited.connect(self.searched)
        self.table = PayerTable(
            (
                Column("payer", self.tr("Who pays"), 260, stretch=True),
                Column("kind", self.tr("Kind"), 168, spare=True),
                Column("members", self.tr("Members"), 92, tabular=True, right=True),
                Column("until", self.tr("Paid until"), 112),
                Column("owed", self.tr("To pay now"), 148, tabular=True, right=True),
            ),
            self.tr("Groups"),
        )
        self.table.setObjectName("renewal_payers")
        self.table.row_opened.connect(self._open)
        self.table.typed.connect(self._type)
        self.search.returnPressed.connect(self.table.setFocus)
        self._nobody = EmptyState("users-round")
        self._nobody.cleared.connect(lambda: self.searched.emit(""))
        self.table.setMinimumHeight(LEAST_LIST)
        self._nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._issued)
        column.addLayout(self._numbers)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        column.addWidget(self._nobody, 1)

    def show_state(self, state: GroupRenewalState) -> None:
        """Show the kelompok that the search finds, and the receipts of this sitting."""
        before, self._state = self._state, state
        if self.search.value() != state.text:
            self.search.set_value(state.text)
        if (state.kelompok, state.text) != (before.kelompok, before.text):
            self._found = state.found
            self.table.show_rows(len(self._found), self._cells)
            self.table.choose(self._wanted(state.wanted))
        nobody = state.loaded and not self._found
        self.table.setVisible(not nobody)
        self._nobody.setVisible(nobody)
        if state.kelompok:
            advice = self.tr("Look for another part of the name or the village.")
            self._nobody.say(self.tr("Nobody found"), advice, filtered=True)
        else:
            self._nobody.say(
                self.tr("No group pays here yet"),
                self.tr(
                    "Who was enrolled together from this laptop stands here. Who was taken over from another agent or from "
                    "your own list pays alone, in the round."
                ),
            )
        if state.issued != before.issued:
            self._show_issued(state)

    def open_chosen(self) -> None:
        """Open the kelompok that is chosen."""
        self._open(self.table.chosen_row)

    @property
    def any_chosen(self) -> bool:
        """Whether a kelompok is chosen."""
        return 0 <= self.table.chosen_row < len(self._found)

    def _wanted(self, step: int | None) -> int:
        """The place of the kelompok that a contribution tells of, else the first."""
        places = (at for at, one in enumerate(self._found) if step in one.steps)
        return next(places, 0 if self._found else -1)

    def _show_issued(self, state: GroupRenewalState) -> None:
        if state.issued:
            total = format_rupiah(Rupiah(sum(one.total for one in state.issued)))
            people = sum(max(len(one.people), 1) for one in state.issued)
            told = self.tr("{rupiah} taken for {count} members").format(rupiah=total, count=people)
            self._issued.say(told, self.tr("Open a receipt to print it or to save it."), Tone.OK)
        else:
            self._issued.say("")
        clear_layout(self._numbers)
        for one in state.issued:
            link = Button(one.number, icon="receipt-text")
            link.clicked.connect(lambda _on=False, number=one.number: self.receipt_asked.emit(number))
            self._numbers.addWidget(link)

    def _cells(self, place: int) -> Sequence[Cell]:
        return payer_cells(self._found[place])

    def _open(self, place: int) -> None:
        if 0 <= place < len(self._found):
            self.opened.emit(self._found[place].steps)

    def _type(self, letter: str) -> None:
        self.search.setFocus()
        self.search.setText(letter)
        self.searched.emit(letter)
