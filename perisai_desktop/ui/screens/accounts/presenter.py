"""What the screen of accounts does: reads them, and chooses one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.branch_account import AccountBook
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.accounts.state import AccountsState

Show = Callable[[AccountsState], None]


class Accounts(Protocol):
    """The branch's session at the server."""

    def book(self) -> AccountBook:
        """Everybody's account; raises Failure."""


class AccountsPresenter:
    """The choice stays where the list is read again."""

    def __init__(self, accounts: Accounts, jobs: Jobs, show: Show) -> None:
        self._accounts = accounts
        self._jobs = jobs
        self._show = show
        self.state = AccountsState()

    def load(self, chosen: str = "") -> None:
        """Read the accounts again, and choose the one with this id where it is named."""
        wanted = replace(self.state, chosen=chosen or self.state.chosen)
        if self.state.busy:
            self._present(wanted)
            return
        self._present(replace(wanted, busy=True))
        self._jobs.run(Lane.NETWORK, self._accounts.book, self._read)

    def choose(self, account_id: str) -> None:
        """Show an account's card."""
        if account_id != self.state.chosen:
            self._present(replace(self.state, chosen=account_id))

    def _read(self, outcome: Ok[AccountBook] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        read = replace(self.state, book=outcome.value, busy=False, failure=None)
        if read.account is None and read.accounts:
            read = replace(read, chosen=read.accounts[0].account_id)
        self._present(read)

    def _present(self, state: AccountsState) -> None:
        self.state = state
        self._show(state)
