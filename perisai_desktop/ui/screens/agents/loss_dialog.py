"""The procedure for a lost laptop, step by step: each step says how far it is and opens what does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.agents.act_words import ICONS, button_words
from perisai_desktop.ui.screens.agents.acts import OF_AGENT, Act, Asked
from perisai_desktop.ui.screens.agents.loss import Losses, LossPresenter, LossState, LossStep
from perisai_desktop.ui.screens.agents.loss_words import notice_words, step_title, step_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, Box, across, clear_layout
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.marks import Badge, Face


class LossDialog(ActDialog):
    """Ctrl+Enter does the next step. `act_asked` carries an Asked. `now`: this instant, for the clock."""

    help_page = "lost_laptop"
    act_asked = Signal(object)
    appeared = Signal()

    def __init__(
        self,
        asked: Asked,
        rights: frozenset[Act],
        here: int,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        assert asked.laptop is not None
        title = self.tr("Laptop {device} is lost").format(device=asked.laptop.device)
        super().__init__(title, self.tr("Next step"), "arrow-right", QSize(600, 680), parent, cancels=False)
        self._asked = asked
        self._rights = rights
        self._shift = timedelta(minutes=here)
        self._now = now
        self._state = LossState()
        self._shown: tuple[LossStep, ...] | None = None
        self.body.addWidget(Text(f"{asked.agent.name} · {asked.agent.number}", Role.HELP))
        self._clock = Banner()
        self._clock.setObjectName("loss_clock")
        self.body.addWidget(self._clock)
        self._steps = QVBoxLayout()
        self._steps.setSpacing(8)
        self.body.addLayout(self._steps)
        self.body.addStretch(1)
        self.acted.connect(lambda: self._ask(self._state.next(self._rights)))
        self.show_state(self._state)

    def show_state(self, state: LossState) -> None:
        """Show how far the steps are."""
        before, self._state = self._state, state
        told = state.standing
        self.tell(state.failure)
        following = state.next(self._rights)
        self.offer(following is not None)
        self.act.setEnabled(following is not None and not state.busy)
        self._clock.say(*notice_words(None if told is None else told.notice_due, self._shift, self._now()))
        if told is not None and (state.steps != self._shown or told != before.standing):
            self._shown = state.steps
            clear_layout(self._steps)
            for number, step in enumerate(state.steps, start=1):
                self._steps.addWidget(self._step(number, step))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.appeared.emit()

    def _step(self, number: int, step: LossStep) -> Box:
        assert self._state.standing is not None
        box = Box()
        heading = Text(f"{number}. {step_title(step)}", Role.STRONG, wrap=True)
        buttons = [self._button(act) for act in step.open if act in self._rights]
        done = [Badge(Face(self.tr("Done"), "circle-check", Tone.OK))] if step.done else []
        beside = buttons if len(buttons) == 1 and not done else done
        head = across(heading, *beside)
        head.setStretchFactor(heading, 1)
        box.column.addLayout(head)
        words = step_words(step, self._state.standing, self._shift)
        box.column.addWidget(Text(words, Role.HELP, wrap=True))
        if buttons and beside is not buttons:
            row = Flow(8)
            for button in buttons:
                row.addWidget(button)
            box.column.addLayout(row)
        return box

    def _button(self, act: Act) -> Button:
        button = Button(button_words(act), icon=ICONS[act], slim=True)
        button.setObjectName(f"loss_{act.value}")
        button.clicked.connect(lambda: self._ask(act))
        return button

    def _ask(self, act: Act | None) -> None:
        if act is not None:
            laptop = None if act in OF_AGENT else self._asked.laptop
            self.act_asked.emit(replace(self._asked, act=act, laptop=laptop))


def loss_dialog(
    losses: Losses,
    jobs: Jobs,
    asked: Asked,
    rights: frozenset[Act],
    here: int,
    now: Callable[[], datetime],
    parent: QWidget,
) -> tuple[LossDialog, LossPresenter]:
    """A dialog and its presenter, joined."""
    dialog = LossDialog(asked, rights, here, now, parent)
    presenter = LossPresenter(losses, jobs, asked, dialog.show_state)
    # PySide keeps bound methods weakly: the lambda is what keeps the presenter for as long as the dialog.
    dialog.appeared.connect(lambda: presenter.load())
    return dialog, presenter
