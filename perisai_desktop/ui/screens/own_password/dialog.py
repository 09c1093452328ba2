"""The dialog in which whoever is signed in at the branch's server changes the password."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.own_password.form import OwnPasswordForm
from perisai_desktop.ui.own_password.presenter import OwnPasswordPresenter, PasswordChanger
from perisai_desktop.ui.own_password.state import OwnPasswordState
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.labels import Role, Text


class OwnPasswordDialog(ActDialog):
    """Ctrl+Enter changes it, and so does Enter in a line. `given`: the current password, the new one and its
    repetition."""

    help_page = "own_password"
    given = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Change your password"), self.tr("Change password"), "key-round", QSize(480, 480), parent
        )
        self.form = OwnPasswordForm(given=False)
        self.form.entered.connect(self._press)
        self._words = Text(
            self.tr("It is the password with which you sign in at the branch's server."), Role.HELP, wrap=True
        )
        self.body.addWidget(self._words)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.acted.connect(self._press)
        self.show_state(OwnPasswordState())

    def show_state(self, state: OwnPasswordState) -> None:
        """Show what is wrong with the passwords as typed, and how the change went."""
        self.form.show_state(state)
        self.act.setEnabled(not state.busy)
        self.tell(state.failure)
        for part in (self._words, self.form):
            part.setVisible(not state.changed)
        if state.changed:
            self.foretell(
                self.tr("From now on you sign in with the new password."),
                self.tr("You stay signed in here; on every other laptop you were signed out."),
                Tone.OK,
            )
            self.offer(False)
            self.leave.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.form.take_focus()

    def _press(self) -> None:
        if self.act.isEnabled():
            self.given.emit(*self.form.passwords)


def own_password_dialog(
    changer: PasswordChanger, jobs: Jobs, parent: QWidget
) -> tuple[OwnPasswordDialog, OwnPasswordPresenter]:
    """A dialog and its presenter, joined."""
    dialog = OwnPasswordDialog(parent)
    presenter = OwnPasswordPresenter(
        changer, OwnedJobs(jobs, dialog), dialog.show_state, lambda _reviewer: None
    )
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.form.typed.connect(lambda new: presenter.judge(new))
    dialog.given.connect(lambda old, new, again: presenter.choose(old, new, again))
    return dialog, presenter
