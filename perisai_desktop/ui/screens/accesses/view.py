"""The access log: the list of who did and saw what, and the card of the row that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.domain.access import Access
from perisai_desktop.ui.record_words import record_mark
from perisai_desktop.ui.screens.accesses.card import AccessCard
from perisai_desktop.ui.screens.accesses.state import AccessesState
from perisai_desktop.ui.screens.accesses.trail_bar import TrailBar
from perisai_desktop.ui.screens.accesses.words import cells, columns
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, across
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.marks import KeyCap
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table import Table
from sync.rules.rupiah import format_number

_VIEWS, _ALL = "views", "all"


class AccessesView(QWidget):
    """`chosen` carries a row, `views_asked` whether only shown data count. `here`: minutes ahead of UTC.

    `audits`: whether the trail can be checked, and the ledger taken; `exports`: whether a person's data can be.
    """

    appeared = Signal()
    titled = Signal()
    chosen = Signal(object)
    opened = Signal()
    views_asked = Signal(bool)
    all_asked = Signal()
    more_asked = Signal()
    reload_asked = Signal()

    def __init__(self, here: int, *, audits: bool, exports: bool) -> None:
        super().__init__()
        self._here = here
        self._rows: tuple[Access, ...] = ()
        self._where = ""
        self.card = AccessCard(here, exports=exports)
        self.card.opened.connect(self.opened)
        self.trail = TrailBar()
        self.trail.setVisible(audits)
        self.table = Table(columns(), self.tr("Who did and saw what"))
        self.table.setObjectName("accesses_table")
        self.table.row_chosen.connect(lambda place: self.chosen.emit(self._rows[place]))
        self.table.row_opened.connect(lambda _place: self.opened.emit())
        self._note, self._saved = Banner(), Banner()
        self._sum = Elided("", Role.HELP)
        shown, everything = self.tr("Data that were shown"), self.tr("Everything")
        self.choice = SegmentedField((Option(_VIEWS, shown), Option(_ALL, everything)))
        self.choice.setAccessibleName(self.tr("Which rows"))
        self.choice.setFixedWidth(300)
        self.choice.value_edited.connect(lambda value: self.views_asked.emit(value == _VIEWS))
        self._widen = Button(self.tr("Show everybody"), icon="x", slim=True)
        self._widen.setObjectName("accesses_all")
        self._widen.clicked.connect(self.all_asked)
        self._nothing = EmptyState("eye")
        self._nothing.cleared.connect(lambda: self.choice.value_edited.emit(_ALL))
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nothing)
        main = Card(padding=16, spacing=12)
        main.column.addLayout(across(self.choice, None, self._widen, spacing=12))
        main.column.addWidget(self._middle, 1)
        self._more = Button(self.tr("Further back"), icon="chevron-down", slim=True)
        self._more.setObjectName("accesses_more")
        self._more.clicked.connect(self.more_asked)
        again = Button(self.tr("Load again"), icon="refresh-cw", key="F5", slim=True)
        again.setObjectName("accesses_again")
        again.clicked.connect(self.reload_asked)
        keys = across(
            self._sum, KeyCap("Enter"), Text(self.tr("open"), Role.META), self._more, again, spacing=8
        )
        keys.setStretchFactor(self._sum, 1)
        main.column.addLayout(keys)
        main.column.addWidget(self.trail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        column.addWidget(self._saved)
        self._split = Split(main, self.card, side_width=340, stacked_least=360)
        column.addWidget(self._split, 1)

    def show_state(self, state: AccessesState) -> None:
        """Show the rows, what was asked, and the card of the chosen one."""
        self._note.tell(state.failure)
        if state.saved is None:
            self._saved.say("")
        else:
            words = self.tr("Keep the file safe, and delete it once it was handed over.")
            self._saved.say(self.tr("Saved: {name}").format(name=state.saved.name), words, Tone.OK)
        self.choice.set_value(_VIEWS if state.question.views else _ALL)
        rows = state.rows or ()
        if rows != self._rows:
            self._rows = rows
            self.table.show_rows(len(rows), lambda place: cells(rows[place], self._here))
        self.table.choose(rows.index(state.chosen) if state.chosen in rows else -1)
        self._middle.setCurrentIndex(1 if state.rows == () else 0)
        advice = self.tr("Each time somebody is shown a record, a photo or a list, it is written here.")
        self._nothing.say(self.tr("Nothing was shown to anybody"), advice, filtered=state.question.views)
        self.card.show_row(state.chosen)
        self.trail.show_state(state)
        self._widen.setVisible(state.narrowed)
        self._more.setVisible(state.more is not None)
        self._more.setEnabled(not state.busy)
        count = self.tr("Rows: {count}").format(count=format_number(len(rows)))
        self._sum.setText(count if rows else "")
        self._split.refit()
        where = self._question(state)
        if where != self._where:
            self._where = where
            self.titled.emit()

    def _question(self, state: AccessesState) -> str:
        if state.question.record is not None:
            words = self.tr("About the person of record {record}")
            return words.format(record=record_mark(state.question.record))
        return self.tr("By {name}").format(name=state.asked_name) if state.asked_name else ""

    def title(self) -> str:
        return self.tr("Access log")

    def subtitle(self) -> str:
        return self._where

    def arrive(self) -> None:
        self.appeared.emit()
        self.table.setFocus()

    def seek(self) -> bool:
        return False
