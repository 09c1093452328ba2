"""Accounts in the reviewer's window: the screen, and the dialogs that make and change one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.branch_accounts import BranchAccounts
from perisai_desktop.ui.screens.accounts.act_dialog import account_act_dialog
from perisai_desktop.ui.screens.accounts.acts import Asked
from perisai_desktop.ui.screens.accounts.new_dialog import new_account_dialog
from perisai_desktop.ui.screens.accounts.presenter import AccountsPresenter
from perisai_desktop.ui.screens.accounts.screen import accounts_screen
from perisai_desktop.ui.shell.frame import Frame


class AccountsStand:
    """`presenter` is None until the screen was asked for; `open_dialog` shows a dialog above the window.

    `open_agent` shows the card of an agent, from which a laptop gets its code. `keeps`: whether the
    viewer changes accounts, or only reads.
    """

    def __init__(
        self,
        branch: BranchAccounts,
        jobs: Jobs,
        here: int,
        now: Callable[[], datetime],
        window: QWidget,
        open_dialog: Callable[[QDialog], None],
        open_agent: Callable[[str], None],
        *,
        keeps: bool,
    ) -> None:
        self.presenter: AccountsPresenter | None = None
        self._branch = branch
        self._jobs = jobs
        self._here = here
        self._now = now
        self._window = window
        self._open = open_dialog
        self._open_agent = open_agent
        self._keeps = keeps

    def stand_in(self, frame: Frame, titled: Callable[[], None]) -> None:
        """Put the screen into the frame; `titled` hears of a new title."""
        view, self.presenter = accounts_screen(
            self._branch, self._jobs, self._here, self._now, keeps=self._keeps
        )
        view.act_asked.connect(self._act)
        view.new_asked.connect(self._new)
        view.titled.connect(titled)
        frame.add("accounts", view, view)

    def _act(self, asked: Asked) -> None:
        assert self.presenter is not None
        dialog, _presenter = account_act_dialog(
            self._branch, self._jobs, asked, self.presenter.load, self._window
        )
        self._open(dialog)

    def _new(self) -> None:
        assert self.presenter is not None
        book = self.presenter.state.book
        if book is None:
            return
        dialog, _presenter = new_account_dialog(
            self._branch, self._jobs, book, self.presenter.load, self._window
        )
        dialog.agent_asked.connect(self._open_agent)
        self._open(dialog)
