"""The dialog for an act on an account: what it will do, then the act, then what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.role_words import role_words
from perisai_desktop.ui.screens.accounts.act_words import (
    ICONS,
    act_words,
    done_words,
    promise_words,
    title_words,
)
from perisai_desktop.ui.screens.accounts.acts import ActPresenter, ActState, Asked, Branch
from perisai_desktop.ui.screens.accounts.read_out import ReadOut
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.labels import Role, Text


class AccountActDialog(ActDialog):
    """Ctrl+Enter acts."""

    help_page = "accounts"

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        super().__init__(title_words(asked), act_words(asked.act), ICONS[asked.act], QSize(520, 460), parent)
        self._asked = asked
        who = f"{asked.account.login} · {role_words(asked.account.role)}"
        self.body.addWidget(Text(who, Role.HELP, wrap=True))
        self._promises = [Text(words, wrap=True) for words in promise_words(asked.act)]
        for words in self._promises:
            self.body.addWidget(words)
        self.given = ReadOut()
        self.body.addWidget(self.given)
        self.body.addStretch(1)
        self.show_state(ActState())

    def show_state(self, state: ActState) -> None:
        """Show what came of it."""
        self.offer(not state.done)
        self.act.setEnabled(state.ready)
        self.hold(state.busy)
        self.foretell(done_words(self._asked) if state.done else "", "", Tone.OK)
        for words in self._promises:
            words.setVisible(not state.done)
        self.given.show_password(state.password)
        self.tell(state.failure)
        if state.done:
            self.leave.setFocus()


def account_act_dialog(
    branch: Branch, jobs: Jobs, asked: Asked, done: Callable[[], None], parent: QWidget
) -> tuple[AccountActDialog, ActPresenter]:
    """A dialog and its presenter, joined; `done` hears that the list is to be read again."""
    dialog = AccountActDialog(asked, parent)
    presenter = ActPresenter(branch, OwnedJobs(jobs, dialog), asked, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambda is what keeps the presenter for as long as the dialog.
    dialog.acted.connect(lambda: presenter.act())
    return dialog, presenter
