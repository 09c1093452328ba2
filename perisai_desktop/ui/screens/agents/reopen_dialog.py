"""The dialog in which a branch administrator answers a forgotten password: who calls, which file, which code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.agents.acts import Asked
from perisai_desktop.ui.screens.agents.reopen import (
    CODE_GROUP,
    CODE_SIGNS,
    Reopenings,
    ReopenPresenter,
    ReopenState,
)
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.code_input import CodeInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Elided, Role, Text


class ReopenDialog(ActDialog):
    """Ctrl+Enter saves the answer. `file_chosen` and `place_chosen` carry a Path."""

    help_page = "reopening"
    file_chosen = Signal(object)
    place_chosen = Signal(object)
    typed = Signal(str)

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        assert asked.laptop is not None
        title = self.tr("Laptop {device}: password forgotten").format(device=asked.laptop.device)
        super().__init__(title, self.tr("Save the answer…"), "save", QSize(560, 560), parent)
        self._state = ReopenState()
        self._folder = Path(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        self.body.addWidget(Text(f"{asked.agent.name} · {asked.agent.number}", Role.HELP))
        self.body.addWidget(
            Banner(
                self.tr("Be sure that it is the agent who asks."),
                self.tr(
                    "Call the number that you know, never one that came with the file. Whoever has the laptop and"
                    " your answer reads everything on it."
                ),
                Tone.WARNING,
            )
        )
        self.body.addWidget(Text(self.tr("1. The file that the laptop saved"), Role.MEDIUM))
        choose = Button(self.tr("Choose the file…"), icon="folder")
        choose.setObjectName("reopen_choose")
        choose.clicked.connect(self._choose_file)
        self._name = Elided("", Role.HELP)
        row = across(choose, self._name)
        row.setStretch(1, 1)
        self.body.addLayout(row)
        self._code = CodeInput(signs=CODE_SIGNS, group=CODE_GROUP)
        self._code.setObjectName("reopen_code")
        self._code.value_edited.connect(self.typed)
        self.body.addWidget(Text(self.tr("2. The code on the laptop's screen"), Role.MEDIUM))
        self.body.addWidget(
            Field(self.tr("Code as the agent reads it out"), self._code, self.tr("12 letters and digits"))
        )
        self._done = Banner()
        self.body.addWidget(self._done)
        self.body.addStretch(1)
        self.acted.connect(self._choose_place)
        self.show_state(self._state)

    def show_state(self, state: ReopenState) -> None:
        """Show which file was chosen, and what came of it."""
        self._state = state
        self._name.setText(self.tr("No file yet") if state.asked is None else state.asked.name)
        if self._code.value() != state.code:
            self._code.set_value(state.code)
        self.act.setEnabled(state.ready)
        self.offer(not state.saved)
        saved = self.tr("Saved as {name}").format(name=state.saved)
        sent = self.tr("Send it back to the agent: only that laptop opens it. It stands in the audit trail.")
        self._done.say(*((saved, sent) if state.saved else ("", "")), Tone.OK)
        self.tell(state.failure)

    def _choose_file(self) -> None:
        kinds = self.tr("Requests") + " (*.perisai-sandi);;" + self.tr("All files") + " (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("File of the laptop"), str(self._folder), kinds)
        if chosen:
            self._folder = Path(chosen).parent
            self.file_chosen.emit(Path(chosen))

    def _choose_place(self) -> None:
        if self._state.asked is None:
            return
        proposed = str(self._folder / self._state.asked.answer_name)
        kinds = self.tr("Answers") + " (*.perisai-sandi-jawaban)"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Answer for the agent"), proposed, kinds)
        if chosen:
            self.place_chosen.emit(Path(chosen))


def reopen_dialog(
    reopenings: Reopenings, jobs: Jobs, asked: Asked, parent: QWidget
) -> tuple[ReopenDialog, ReopenPresenter]:
    """A dialog and its presenter, joined."""
    assert asked.laptop is not None
    dialog = ReopenDialog(asked, parent)
    presenter = ReopenPresenter(reopenings, OwnedJobs(jobs, dialog), asked.laptop.device, dialog.show_state)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.file_chosen.connect(lambda place: presenter.choose(place))
    dialog.typed.connect(lambda code: presenter.type_code(code))
    dialog.place_chosen.connect(lambda place: presenter.answer(place))
    return dialog, presenter
