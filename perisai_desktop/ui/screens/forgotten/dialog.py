"""The dialog for a forgotten password: a file to the branch, a code by phone, a file back, a new password."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.forgotten.presenter import ForgottenPresenter, Reopener
from perisai_desktop.ui.screens.forgotten.state import ForgottenState, Step
from perisai_desktop.ui.strength_words import strength_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, Box
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.password_input import PasswordInput, see_together

REQUESTS, ANSWERS = "*.perisai-sandi", "*.perisai-sandi-jawaban"
_ICONS = {Step.ASK: "save", Step.WAIT: "folder", Step.CHOOSE: "lock"}


class ForgottenDialog(ActDialog):
    """Ctrl+Enter does the next step. `place_chosen`, `answer_chosen` carry a Path, `given` the password and its
    repetition."""

    help_page = "forgotten"
    appeared = Signal()
    place_chosen = Signal(object)
    answer_chosen = Signal(object)
    withdrawn = Signal()
    given = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        title = self.tr("A new password through the branch")
        super().__init__(
            title, self.tr("Save the file…"), _ICONS[Step.ASK], QSize(560, 500), parent, cancels=False
        )
        self._state = ForgottenState()
        self._parts = {Step.ASK: self._asking(), Step.WAIT: self._waiting(), Step.CHOOSE: self._choosing()}
        for part in self._parts.values():
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.acted.connect(self._act)
        self.show_state(self._state)

    def show_state(self, state: ForgottenState) -> None:
        """Show the step, and how it went."""
        before, self._state = self._state, state
        words = {
            Step.ASK: self.tr("Save the file…"),
            Step.WAIT: self.tr("Open the branch's answer…"),
            Step.CHOOSE: self.tr("Set the new password"),
        }
        for step, part in self._parts.items():
            part.setVisible(step is state.step)
        self.act.show_words(words[state.step])
        self.act.show_icon(_ICONS[state.step])
        self.act.setEnabled(state.ready)
        for button in (self._again_file, self._withdraw):
            button.setEnabled(state.ready)
        if state.question is not None:
            self._code.setText(state.question.code)
            groups = (" ".join(group) for group in state.question.code.split("-"))
            self._spelt.setText(
                self.tr("Laptop {device}. Sign by sign: {signs}. 0 is always the digit, 1 too.").format(
                    device=state.question.device, signs=" – ".join(groups)
                )
            )
        saved = self.tr("Saved as {name}").format(name=state.saved)
        sent = self.tr("Give or send it to the branch. Nothing in it is personal, and it opens nothing.")
        self._kept.say(*((saved, sent) if state.saved else ("", "")), Tone.OK)
        differ = self.tr("The two passwords differ") if state.differ else ""
        self._again.show_state(Tone.ERROR if differ else Tone.PLAIN, differ)
        for field in (self._word, self._again):
            field.setEnabled(not state.busy)
        if state.proven and not before.proven:
            self._word.take_focus()
        elif state.ready and not before.ready and not state.proven:
            self.act.setFocus()
        self.tell(state.failure)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def _asking(self) -> QWidget:
        part, column = _part()
        column.addWidget(
            Text(
                self.tr(
                    "Your data stays on this laptop. The branch can open it for a new password, nobody else."
                ),
                wrap=True,
            )
        )
        for words in (
            self.tr("1. Save a small file and send it to the branch: on a USB stick, or by phone."),
            self.tr("2. Call the branch and read out the code that is shown here then."),
            self.tr("3. The branch sends a file back. Open it here and choose a new password."),
        ):
            column.addWidget(Text(words, wrap=True))
        column.addWidget(
            Banner(
                self.tr("Don't delete anything and don't enrol anew."),
                self.tr("What was not sent yet is on this laptop alone."),
                Tone.WARNING,
            )
        )
        return part

    def _waiting(self) -> QWidget:
        part, column = _part()
        self._kept = Banner()
        column.addWidget(self._kept)
        box = Box()
        box.column.addWidget(
            Text(self.tr("Call the branch and read this code to them:"), Role.MEDIUM, wrap=True)
        )
        self._code = Text("", Role.TOTAL, selectable=True)
        self._code.setObjectName("forgotten_code")
        self._spelt = Text("", Role.HELP, wrap=True)
        box.column.addWidget(self._code)
        box.column.addWidget(self._spelt)
        column.addWidget(box)
        column.addWidget(
            Text(
                self.tr(
                    "The branch answers with a file. You may close Perisai until it comes: the code stays the same."
                ),
                wrap=True,
            )
        )
        self._again_file = Button(self.tr("Save the file again…"), icon="save", slim=True)
        self._again_file.setObjectName("forgotten_save")
        self._again_file.clicked.connect(self._choose_place)
        self._withdraw = Button(self.tr("Withdraw the request"), icon="undo-2", slim=True)
        self._withdraw.setObjectName("forgotten_withdraw")
        self._withdraw.clicked.connect(self.withdrawn)
        row = Flow(8)
        row.addWidget(self._again_file)
        row.addWidget(self._withdraw)
        column.addLayout(row)
        return part

    def _choosing(self) -> QWidget:
        part, column = _part()
        column.addWidget(
            Banner(
                self.tr("The branch's answer opens your data."),
                self.tr("Choose a new password now. A short sentence of yours is easiest to remember."),
                Tone.OK,
            )
        )
        word, again = PasswordInput(), PasswordInput()
        word.setObjectName("forgotten_password")
        again.setObjectName("forgotten_again")
        see_together(word, again)
        for line in (word, again):
            line.returnPressed.connect(self._act)
        _tone, hint = strength_words(None)
        self._word = Field(self.tr("New password"), word, hint, key=PasswordInput.SEEN_KEY)
        self._again = Field(self.tr("New password again"), again)
        column.addWidget(self._word)
        column.addWidget(self._again)
        return part

    def _act(self) -> None:
        if not self._state.ready:
            return
        if self._state.step is Step.ASK:
            self._choose_place()
        elif self._state.step is Step.WAIT:
            self._choose_answer()
        else:
            self.given.emit(self._word.value(), self._again.value())

    def _choose_place(self) -> None:
        title, kinds = self.tr("File for the branch"), self.tr("Requests") + f" ({REQUESTS})"
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(_folder() / self._state.name), kinds)
        if chosen:
            self.place_chosen.emit(Path(chosen))

    def _choose_answer(self) -> None:
        kinds = self.tr("Answers") + f" ({ANSWERS});;" + self.tr("All files") + " (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Answer of the branch"), str(_folder()), kinds)
        if chosen:
            self.answer_chosen.emit(Path(chosen))


def forgotten_dialog(
    reopener: Reopener, jobs: Jobs, done: Callable[[str], None], parent: QWidget
) -> tuple[ForgottenDialog, ForgottenPresenter]:
    """A dialog and its presenter, joined; `done` hears the new password, and the dialog is closed then."""
    dialog = ForgottenDialog(parent)

    def ended(password: str) -> None:
        dialog.accept()
        done(password)

    presenter = ForgottenPresenter(reopener, OwnedJobs(jobs, dialog), dialog.show_state, ended)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.appeared.connect(lambda: presenter.look())
    dialog.place_chosen.connect(lambda place: presenter.save(place))
    dialog.answer_chosen.connect(lambda place: presenter.take(place))
    dialog.withdrawn.connect(lambda: presenter.withdraw())
    dialog.given.connect(lambda password, again: presenter.choose(password, again))
    return dialog, presenter


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(METRICS.gap)
    return part, column


def _folder() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
