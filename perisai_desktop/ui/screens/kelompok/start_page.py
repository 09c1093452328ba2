"""Where a kelompok begins: which kind it is, what is not paid yet, and the receipts that were just written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.kelompok import Kelompok, KelompokKind
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.kelompok.state import KelompokState
from perisai_desktop.ui.screens.kelompok.words import count_words, kelompok_name, kind_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, across, clear_layout
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import IconLabel, Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import Rupiah, format_rupiah

_ICONS = {
    KelompokKind.FAMILY: "users",
    KelompokKind.ENTERPRISE: "briefcase",
    KelompokKind.SPONSOR: "users-round",
}
_KEYS = {KelompokKind.FAMILY: "Alt+1", KelompokKind.ENTERPRISE: "Alt+2", KelompokKind.SPONSOR: "Alt+3"}


LEAST_WORDS, LEAST_LIST = 54, 236
"""Heights in device-independent pixels: three lines of words, and the list with its head and two lines."""


class StartPage(QWidget):
    """`begun` carries the kind, `opened` the place of an unpaid kelompok, `receipt_asked` a number.

    `renewal_asked`: a kelompok that is enrolled pays again."""

    begun = Signal(object)
    opened = Signal(int)
    discarded = Signal(int)
    receipt_asked = Signal(str)
    renewal_asked = Signal()

    def __init__(self, utc_offset: int) -> None:
        super().__init__()
        self._offset = timedelta(minutes=utc_offset)
        self._issued = Banner()
        self._numbers = Flow(8)
        self.unpaid = Table(_columns(), self.tr("Not paid yet"))
        self.unpaid.setObjectName("kelompok_unpaid")
        self.unpaid.row_opened.connect(self.opened)
        self._nothing = EmptyState(
            "users-round",
            self.tr("Nothing begun"),
            self.tr("Choose above who is enrolled together; a list may come from a spreadsheet."),
        )
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.between_cards)
        column.addWidget(self._issued)
        column.addLayout(self._numbers)
        choices = FieldRow()
        for kind in KelompokKind:
            choices.add(self._choice(kind), 0)
        column.addLayout(choices)
        column.addLayout(self._renewal())
        column.addWidget(self._unpaid_card(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollSheet(column))

    def _renewal(self) -> QHBoxLayout:
        words = Text(self.tr("They are enrolled already, and pay again"), Role.MUTED, wrap=True)
        renew = Button(self.tr("Renew a group"), icon="users-round", key="F4")
        renew.setObjectName("kelompok_renew")
        renew.clicked.connect(lambda: self.renewal_asked.emit())
        row = across(words, renew)
        row.setStretch(0, 1)
        return row

    def _choice(self, kind: KelompokKind) -> Card:
        name, what = kind_words(kind)
        card = Card(padding=16, spacing=8)
        card.column.addLayout(
            across(IconLabel(_ICONS[kind], Tone.OK, 22), Text(name, Role.HEADING), None, spacing=10)
        )
        words = Text(what, Role.MUTED, wrap=True)
        words.setMinimumHeight(LEAST_WORDS)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        card.column.addWidget(words, 1)
        begin = Button(self.tr("Begin"), Kind.PRIMARY, icon="plus", key=_KEYS[kind])
        begin.setObjectName(f"kelompok_{kind.value}")
        begin.setAccessibleName(f"{begin.words} {name}")
        begin.clicked.connect(lambda: self.begun.emit(kind))
        card.column.addWidget(begin)
        return card

    def _unpaid_card(self) -> Card:
        card = Card(padding=16, spacing=12)
        self._discard = Button(self.tr("Throw away"), Kind.LINK, icon="x")
        self._discard.setObjectName("kelompok_discard")
        self._discard.clicked.connect(self._throw_away)
        card.column.addLayout(across(Text(self.tr("Not paid yet"), Role.HEADING), None, self._discard))
        card.column.addWidget(self._nothing, 1)
        card.column.addWidget(self.unpaid, 1)
        card.setMinimumHeight(LEAST_LIST)
        return card

    def show_state(self, state: KelompokState) -> None:
        """Show what is not paid, and the receipts of this sitting."""
        rows = state.unpaid
        self.unpaid.show_rows(len(rows), lambda place: self._cells(rows[place]))
        if rows and self.unpaid.chosen_row < 0:
            self.unpaid.choose(0)
        self.unpaid.setVisible(bool(rows))
        self._discard.setVisible(bool(rows))
        self._nothing.setVisible(not rows and state.loaded)
        self._show_issued(state)

    def _show_issued(self, state: KelompokState) -> None:
        issued = state.issued
        if not issued:
            self._issued.say("")
        else:
            people = sum(max(len(one.people), 1) for one in issued)
            total = format_rupiah(Rupiah(sum(one.total for one in issued)))
            told = self.tr("{people} enrolled, {rupiah} taken").format(
                people=count_words(people), rupiah=total
            )
            self._issued.say(told, self.tr("Open a receipt to print it or to save it."), Tone.OK)
        clear_layout(self._numbers)
        for one in issued:
            link = Button(one.number, icon="receipt-text")
            link.clicked.connect(lambda _on=False, number=one.number: self.receipt_asked.emit(number))
            self._numbers.addWidget(link)

    def _throw_away(self) -> None:
        if self.unpaid.chosen_row >= 0:
            self.discarded.emit(self.unpaid.chosen_row)

    def _cells(self, kelompok: Kelompok) -> Sequence[Cell]:
        name, _ = kind_words(kelompok.kind)
        local = (kelompok.updated_at + self._offset).date()
        return (
            Cell(kelompok_name(kelompok), strong=True),
            Cell(name),
            Cell(str(kelompok.lines)),
            Cell(kelompok.file_name or "–"),
            Cell(plain_date(local)),
        )


def _columns() -> tuple[Column, ...]:
    translate = QCoreApplication.translate
    return (
        Column("name", translate("Kelompok", "Who pays"), 200, stretch=True),
        Column("kind", translate("Kelompok", "Kind"), 128),
        Column("lines", translate("Kelompok", "People"), 92, tabular=True, right=True),
        Column("file", translate("Kelompok", "From the file"), 220, spare=True),
        Column("changed", translate("Kelompok", "Last changed"), 160),
    )
