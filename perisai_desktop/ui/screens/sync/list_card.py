"""The list of what is on its way: three parts with their counts, rows that are read when they come into sight."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget

from perisai_desktop.ui.screens.sync.cells import cells, columns, unread
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.screens.sync.words import counter_words
from perisai_desktop.ui.state_words import ReasonWords
from perisai_desktop.ui.widgets.cards import Card, EmptyState, across
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.marks import Chip, KeyCap
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell
from sync.rules.rupiah import Rupiah, format_number, format_rupiah
from sync.rules.states import Counter

PARTS = (None, Counter.UNSENT, Counter.WAITING, Counter.TO_FIX)
"""Everything, and the counters in the order of the strip."""


class ListCard(Card):
    """`narrowed` carries a counter or None, `chosen` and `opened` an action, `wanted` the place of an unread row."""

    narrowed = Signal(object)
    chosen = Signal(str)
    opened = Signal(str)
    wanted = Signal(int)

    def __init__(self, reasons: ReasonWords, now: Callable[[], datetime]) -> None:
        super().__init__(padding=16)
        self._reasons = reasons
        self._now = now
        self._state = SyncState()
        self._chips = {part: Chip(counter_words(part)) for part in PARTS}
        self.table = Table(columns(), self.tr("On its way"))
        self.table.setObjectName("sync_items")
        self.table.row_chosen.connect(lambda place: self.chosen.emit(self._state.listing[place]))
        self.table.row_opened.connect(lambda place: self.opened.emit(self._state.listing[place]))
        self._nothing = EmptyState("cloud-check")
        self._nothing.cleared.connect(lambda: self.narrowed.emit(None))
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nothing)
        self._sum = Text("", Role.HELP)
        self.column.addLayout(self._chip_row())
        self.column.addWidget(self._middle, 1)
        self._key, self._key_words = KeyCap("Enter"), Text(self.tr("what to do"), Role.META)
        self.column.addLayout(across(self._sum, None, self._key, self._key_words, spacing=8))

    def _chip_row(self) -> Flow:
        row = Flow(8)
        group = QButtonGroup(self)
        for part, chip in self._chips.items():
            chip.setObjectName(f"sync_{part.value if part is not None else 'all'}")
            group.addButton(chip)
            row.addWidget(chip)
            chip.clicked.connect(lambda _on=False, part=part: self.narrowed.emit(part))
        return row

    def show_state(self, state: SyncState) -> None:
        """Show the parts with their counts, and the rows of the one that is chosen."""
        before, self._state = self._state, state
        for part, chip in self._chips.items():
            chip.show_count(state.tally(part).count if state.overview is not None else None)
            chip.setChecked(part is state.counter)
        if (state.overview, state.items, state.pause) != (before.overview, before.items, before.pause):
            self.renew()
        self.table.choose(state.chosen_row)
        self._middle.setCurrentWidget(
            self._nothing if state.overview is not None and not state.listing else self.table
        )
        self._key.setVisible(bool(state.listing))
        self._key_words.setVisible(bool(state.listing))
        self._show_nothing(state)
        self._sum.setText(self._sum_words(state))

    def renew(self) -> None:
        """Draw the rows again: time went by."""
        self.table.show_rows(len(self._state.listing), self._row)

    def _row(self, place: int) -> Sequence[Cell]:
        state = self._state
        item = state.items.get(state.listing[place])
        if item is None:
            self.wanted.emit(place)
            return unread()
        return cells(item, self._now(), state, self._reasons)

    def _show_nothing(self, state: SyncState) -> None:
        if state.tally(None).count:
            self._nothing.say_filtered()
        else:
            self._nothing.say(
                self.tr("Everything is settled"),
                self.tr("Everything was sent and decided, and nothing has to be corrected."),
            )

    def _sum_words(self, state: SyncState) -> str:
        tally = state.tally(state.counter)
        if not tally.count:
            return ""
        words = self.tr("%n item(s)", "", tally.count).replace(
            str(tally.count), format_number(Rupiah(tally.count)), 1
        )
        return f"{words} · {format_rupiah(Rupiah(tally.rupiah))}"
