"""Opens what is done about agents and their laptops: an act, the procedure for a loss, who was on one, a code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.held_lists import HeldLists
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.ui.screens.agents.act_dialog import laptop_act_dialog
from perisai_desktop.ui.screens.agents.acts import Act, Asked
from perisai_desktop.ui.screens.agents.loss_dialog import loss_dialog
from perisai_desktop.ui.screens.agents.presenter import AgentsPresenter
from perisai_desktop.ui.screens.agents.reopen_dialog import reopen_dialog
from perisai_desktop.ui.screens.laptops.screen import laptops_dialog
from perisai_desktop.ui.screens.lost_laptop.dialog import held_dialog
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame


@dataclass(frozen=True, slots=True)
class LaptopStand:
    """`here`: the viewer's minutes ahead of UTC. A dialog that opens above the procedure tells it what was done."""

    reviewing: Reviewing
    lists: HeldLists
    jobs: Jobs
    rights: frozenset[Act]
    here: int
    now: Callable[[], datetime]
    practice: bool

    def ask(
        self,
        asked: Asked,
        agents: AgentsPresenter,
        parent: QWidget,
        acted: Callable[[Act], None] = lambda _act: None,
    ) -> None:
        """Open the dialog for what was asked for."""

        def done() -> None:
            agents.load()
            acted(asked.act)

        if asked.act is Act.GUIDE:
            self._guide(asked, agents, parent)
        elif asked.act is Act.RECORDS:
            assert asked.laptop is not None
            held, _presenter = held_dialog(
                self.reviewing.lost, self.lists, self.jobs, asked.laptop.device, self.here, self.now, parent
            )
            held.saved.connect(lambda: acted(Act.RECORDS))
            self._open(held)
        elif asked.act is Act.NUMBERS:
            assert asked.laptop is not None
            numbers, presenter = laptops_dialog(self.reviewing, self.jobs, parent, self.here)
            presenter.type_laptop(f"{asked.laptop.device}-")
            self._open(numbers)
        elif asked.act is Act.REOPEN:
            self._open(reopen_dialog(self.reviewing.reopening, self.jobs, asked, parent)[0])
        else:
            others = tuple(one for one in agents.state.agents if one.agent_id != asked.agent.agent_id)
            fellows = tuple(one for one in others if one.branch == asked.agent.branch)
            dialog, _act = laptop_act_dialog(
                self.reviewing.agents,
                self.reviewing.lost,
                self.jobs,
                replace(asked, others=tuple(sorted(fellows, key=lambda one: one.name))),
                done,
                parent,
            )
            self._open(dialog)

    def _guide(self, asked: Asked, agents: AgentsPresenter, parent: QWidget) -> None:
        guide, presenter = loss_dialog(
            self.reviewing.lost, self.jobs, asked, self.rights, self.here, self.now, parent
        )
        guide.act_asked.connect(lambda step: self.ask(step, agents, guide, presenter.acted))
        self._open(guide)

    def _open(self, dialog: QDialog) -> None:
        if self.practice:
            PracticeFrame(dialog)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
