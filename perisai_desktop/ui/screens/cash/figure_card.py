"""The card of the figure: cash in hand, its age, what waits for the branch, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy

from perisai_desktop.domain.till_book import CashBook
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.cash.words import age_face, undeposited_words, voids_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Card, across
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.marks import Badge, Face
from sync.rules.rupiah import format_rupiah


class FigureCard(Card):
    """Tells what is to be done with the cash."""

    deposit_asked = Signal()
    closing_asked = Signal()
    refund_asked = Signal()
    adjustment_asked = Signal()

    def __init__(self) -> None:
        super().__init__(spacing=8)
        self.figure = Text("", Role.FIGURE, selectable=True)
        self.figure.setObjectName("cash_figure")
        self._age = Badge(Face("", "clock", Tone.INFO))
        self._receipts = Text("", Role.HELP, wrap=True)
        self._voids = Text("", Role.HELP, Tone.WARNING, wrap=True)
        self._voids.setObjectName("cash_voids")
        self._missed = Text("", Role.HELP, Tone.WARNING, wrap=True)
        self.deposit = Button(self.tr("Deposit…"), Kind.PRIMARY, icon="send", key="Ctrl+D")
        self.deposit.setObjectName("cash_deposit")
        self.closing = Button(self.tr("Close the day…"), icon="check-check", key="Ctrl+K")
        self.closing.setObjectName("cash_closing")
        self.refund = Button(self.tr("Give back…"), icon="undo-2")
        self.refund.setObjectName("cash_refund")
        self.adjustment = Button(self.tr("Other movement…"), icon="plus")
        self.adjustment.setObjectName("cash_adjustment")
        self.column.addLayout(across(Text(self.tr("Cash in hand"), Role.LABEL), None, self._age))
        self.column.addWidget(self.figure)
        for words in (self._receipts, self._voids, self._missed):
            self.column.addWidget(words)
        self.column.addSpacing(4)
        self._add_buttons()

    def _add_buttons(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(8)
        signals = (self.deposit_asked, self.closing_asked, self.refund_asked, self.adjustment_asked)
        buttons = (self.deposit, self.closing, self.refund, self.adjustment)
        for place, (button, signal) in enumerate(zip(buttons, signals, strict=True)):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            button.clicked.connect(signal)
            grid.addWidget(button, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
        self.column.addLayout(grid)

    def show_book(self, book: CashBook) -> None:
        """Show the figure and what is behind it."""
        self.figure.setText(format_rupiah(book.rupiah))
        self._age.show_face(age_face(book))
        self._receipts.setText(undeposited_words(book))
        self._voids.setText(voids_words(book))
        self._voids.setVisible(bool(book.voids_awaiting))
        missed = (book.closing.on, *book.closing.waiting)[:-1]
        if missed:
            days = ", ".join(plain_date(day) for day in missed)
            self._missed.setText(self.tr("Not closed yet: {days}.").format(days=days))
        self._missed.setVisible(bool(missed))
        self.deposit.setEnabled(bool(book.undeposited))
        self.refund.setEnabled(bool(book.refunds_due))
        words = self.tr("Give back…")
        self.refund.show_words(f"{words} ({book.refunds_due})" if book.refunds_due else words)
