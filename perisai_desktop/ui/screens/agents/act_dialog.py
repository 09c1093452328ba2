"""The dialog for an act on a laptop: what it will do, then the act, then what came of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.agents.act_words import (
    ICONS,
    act_words,
    choice_label,
    choice_options,
    code_groups,
    done_words,
    promise_words,
    title_words,
)
from perisai_desktop.ui.screens.agents.acts import ActPresenter, ActState, Asked, Branch, Losses
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.select_field import SelectField


class LaptopActDialog(ActDialog):
    """Ctrl+Enter acts. `chosen` carries since when, or who takes the workers."""

    help_page = "agents"
    chosen = Signal(str)

    def __init__(self, asked: Asked, parent: QWidget | None = None) -> None:
        title = title_words(asked)
        super().__init__(title, act_words(asked.act), ICONS[asked.act], QSize(520, 440), parent)
        self._asked = asked
        self.body.addWidget(Text(f"{asked.agent.name} · {asked.agent.number}", Role.HELP))
        for words in promise_words(asked):
            self.body.addWidget(Text(words, wrap=True))
        self._select = SelectField(choice_options(asked) if asked.choosing else ())
        self._select.setObjectName("agents_choice")
        self._select.value_edited.connect(self.chosen)
        self._choice = Field(choice_label(asked.act), self._select)
        self._choice.setVisible(asked.choosing)
        self.body.addWidget(self._choice)
        self._done = Banner()
        self._code = Text("", Role.TOTAL, selectable=True, wrap=True)
        self._code.setObjectName("agents_new_code")
        self.body.addWidget(self._done)
        self.body.addWidget(self._code)
        self.body.addStretch(1)
        self.show_state(ActState())

    def show_state(self, state: ActState) -> None:
        """Show what came of it."""
        self.offer(not state.done)
        self.act.setEnabled(state.ready(self._asked))
        self._choice.setVisible(self._asked.choosing and not state.done)
        if self._select.value() != state.choice:
            self._select.set_value(state.choice)
        self._done.say(done_words(self._asked, state) if state.done else "", tone=Tone.OK)
        self._code.setVisible(bool(state.code))
        self._code.setText(state.code)
        self._code.setAccessibleName(code_groups(state.code))
        self.tell(state.failure)


def laptop_act_dialog(
    branch: Branch, losses: Losses, jobs: Jobs, asked: Asked, done: Callable[[], None], parent: QWidget
) -> tuple[LaptopActDialog, ActPresenter]:
    """A dialog and its presenter, joined; `done` hears that it was done."""
    dialog = LaptopActDialog(asked, parent)
    presenter = ActPresenter(branch, losses, jobs, asked, dialog.show_state, done)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.chosen.connect(lambda choice: presenter.choose(choice))
    dialog.acted.connect(lambda: presenter.act())
    dialog.show_state(presenter.state)
    return dialog, presenter
