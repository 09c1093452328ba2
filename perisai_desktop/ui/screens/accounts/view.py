"""The screen of accounts: the table of who signs in, and the card of the account that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.ui.screens.accounts.card import AccountCard
from perisai_desktop.ui.screens.accounts.state import AccountsState
from perisai_desktop.ui.screens.accounts.words import cells, columns
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, across
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.marks import KeyCap
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell
from sync.rules.rupiah import format_number


class AccountsView(QWidget):
    """`chosen` carries an account's id, `act_asked` an Asked, `new_asked` nothing. `here`: minutes ahead of UTC.

    `keeps`: whether the viewer changes accounts, or only reads.
    """

    appeared = Signal()
    titled = Signal()
    chosen = Signal(str)
    reload_asked = Signal()
    new_asked = Signal()
    act_asked = Signal(object)

    def __init__(self, here: int, now: Callable[[], datetime], *, keeps: bool) -> None:
        super().__init__()
        self._shift = timedelta(minutes=here)
        self._now = now
        self._state = AccountsState()
        self.card = AccountCard(self._shift, now, keeps=keeps)
        self.card.act_asked.connect(self.act_asked)
        self.table = Table(columns(), self.tr("Accounts of the branch"))
        self.table.setObjectName("accounts_table")
        self.table.row_chosen.connect(lambda place: self.chosen.emit(self._state.accounts[place].account_id))
        self.table.row_opened.connect(lambda _place: self.card.focusNextChild())
        self._note = Banner()
        self._sum = Elided("", Role.HELP)
        self._nobody = EmptyState(
            "users-round",
            self.tr("No accounts yet"),
            self.tr("Make the first one with Ctrl+N.") if keeps else "",
        )
        self._middle = QStackedWidget()
        self._middle.addWidget(self.table)
        self._middle.addWidget(self._nobody)
        self._new = Button(self.tr("New account…"), Kind.PRIMARY, icon="user-plus", key="Ctrl+N")
        self._new.setObjectName("accounts_new")
        self._new.clicked.connect(self.new_asked)
        self._new.setVisible(keeps)
        again = Button(self.tr("Load again"), icon="refresh-cw", key="F5", slim=True)
        again.setObjectName("accounts_again")
        again.clicked.connect(self.reload_asked)
        main = Card(padding=16, spacing=12)
        main.column.addLayout(across(self._new, None))
        main.column.addWidget(self._middle, 1)
        keys = across(self._sum, KeyCap("Enter"), Text(self.tr("card"), Role.META), again, spacing=8)
        keys.setStretchFactor(self._sum, 1)
        main.column.addLayout(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        self._split = Split(main, self.card, side_width=340, stacked_least=360)
        column.addWidget(self._split, 1)

    def show_state(self, state: AccountsState) -> None:
        """Show the accounts, and the card of the chosen one."""
        before, self._state = self._state, state
        self._note.tell(state.failure)
        accounts = state.accounts
        if accounts != before.accounts:
            self.table.show_rows(len(accounts), self._cells)
        self.table.choose(state.place)
        self._middle.setCurrentIndex(1 if state.book is not None and not accounts else 0)
        self._new.setEnabled(state.book is not None)
        self.card.show_account(state.account)
        self._split.refit()
        words = self.tr("{count} accounts").format(count=format_number(len(accounts)))
        self._sum.setText(words if accounts else "")
        if state.book is not before.book:
            self.titled.emit()

    def _cells(self, place: int) -> Sequence[Cell]:
        return cells(self._state.accounts[place], self._now(), self._shift)

    def title(self) -> str:
        return self.tr("Accounts")

    def subtitle(self) -> str:
        return self.tr("who signs in at the branch's server")

    def arrive(self) -> None:
        self.appeared.emit()
        self.table.setFocus()

    def seek(self) -> bool:
        return False
