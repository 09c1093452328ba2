"""The entries behind a sum, newest first, with their own sum, and the paper of the one that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from perisai_desktop.domain.till_book import CashMovement, CashSort
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.cash.state import CashState
from perisai_desktop.ui.screens.cash.words import moved_words, sort_words
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Card, EmptyState, across
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column

PAPERED = (CashSort.DEPOSIT, CashSort.REFUND)


class EntriesCard(Card):
    """`receipt_asked` carries a number, `paper_asked` the entry whose paper is wanted."""

    receipt_asked = Signal(str)
    paper_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._state = CashState()
        self._title = Elided("", Role.HEADING)
        self._sum = Text("", Role.STRONG)
        self._sum.setObjectName("cash_shown")
        self.table = Table(
            (
                Column("on", self.tr("Day"), 150),
                Column("sort", self.tr("Movement"), 190, stretch=True),
                Column("receipt", self.tr("Receipt"), 170, tabular=True, spare=True),
                Column("rupiah", self.tr("Rupiah"), 120, tabular=True, right=True),
            ),
            self.tr("Movements of cash"),
        )
        self.table.setObjectName("cash_entries")
        self._nothing = EmptyState(
            "wallet", self.tr("Nothing here yet"), self.tr("What moves your cash is listed here.")
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nothing)
        self.receipt = Button(self.tr("Open the receipt"), icon="receipt-text")
        self.receipt.setObjectName("cash_receipt")
        self.paper = Button(self.tr("Paper of the entry"), icon="printer")
        self.paper.setObjectName("cash_paper")
        self.closing = Button(self.tr("Paper of the closing"), icon="check-check")
        self.closing.setObjectName("cash_closing_paper")
        self.receipt.clicked.connect(lambda: self.receipt_asked.emit(self._chosen_receipt()))
        self.paper.clicked.connect(lambda: self.paper_asked.emit(self._chosen_paper()))
        self.closing.clicked.connect(lambda: self.paper_asked.emit(self._state.closing))
        self.table.row_chosen.connect(lambda _place: self._show_acts())
        self.table.row_opened.connect(lambda _place: self._open())
        head = across(self._title, self._sum)
        head.setStretchFactor(self._title, 1)
        self.column.addLayout(head)
        self.column.addWidget(self._middle, 1)
        self.column.addLayout(across(self.closing, None, self.paper, self.receipt, spacing=8))

    def show_state(self, state: CashState) -> None:
        """Show the entries of what is open."""
        chosen, before = self._chosen, self._state
        self._state = state
        if state.sort is not None:
            self._title.setText(sort_words(state.sort))
        else:
            self._title.setText(plain_date(state.on) if state.on is not None else self.tr("All movements"))
        if state.movements is not before.movements:
            self.table.show_rows(len(state.movements), self._cells)
            same = [place for place, one in enumerate(state.movements) if one == chosen]
            self.table.choose(same[0] if same else 0 if state.movements else -1)
            self._sum.setText(moved_words(state.shown))
        self._middle.setCurrentIndex(1 if state.book is not None and not state.movements else 0)
        self._show_acts()

    @property
    def _chosen(self) -> CashMovement | None:
        place = self.table.chosen_row
        return self._state.movements[place] if 0 <= place < len(self._state.movements) else None

    def _chosen_receipt(self) -> str:
        return "" if self._chosen is None else self._chosen.receipt

    def _chosen_paper(self) -> str:
        chosen = self._chosen
        return chosen.entry_id if chosen is not None and chosen.sort in PAPERED else ""

    def _show_acts(self) -> None:
        self.receipt.setVisible(bool(self._chosen_receipt()))
        self.paper.setVisible(bool(self._chosen_paper()))
        self.closing.setVisible(bool(self._state.closing))

    def _open(self) -> None:
        if self._chosen_paper():
            self.paper_asked.emit(self._chosen_paper())
        elif self._chosen_receipt():
            self.receipt_asked.emit(self._chosen_receipt())

    def _cells(self, place: int) -> Sequence[Cell]:
        movement = self._state.movements[place]
        return (
            Cell(plain_date(movement.on)),
            Cell(sort_words(movement.sort)),
            Cell(movement.receipt),
            Cell(moved_words(movement.rupiah), strong=True),
        )
