"""An act on a laptop says in numbers what it will do, and is done once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.branch_agent import LaptopState
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.agents.act_dialog import laptop_act_dialog
from perisai_desktop.ui.screens.agents.acts import OFFERED, Act, ActPresenter, Asked
from perisai_desktop.ui.screens.agents.card import AgentCard
from tests.support.fake_agents import CODE, FakeAgents, book
from tests.support.typist import Typist

AGENT = book().agents[1]
LAPTOP = AGENT.laptops[0]


@pytest.mark.parametrize(
    ("act", "state"),
    [
        (Act.PAUSE, LaptopState.PAUSED),
        (Act.RESUME, LaptopState.ACTIVE),
        (Act.REVOKE, LaptopState.REVOKED),
    ],
)
def test_an_act_that_failed_is_done_again_and_one_that_was_done_is_not(act: Act, state: LaptopState) -> None:
    agents, jobs, done = FakeAgents(), HandRunJobs(), list[str]()
    presenter = ActPresenter(
        agents, jobs, Asked(act, AGENT, LAPTOP), lambda _state: None, lambda: done.append("done")
    )
    agents.failure = Failure(FailureCode.BRANCH_SILENT)
    presenter.act()
    jobs.run_all()
    assert (presenter.state.failure, agents.put, done) == (Failure(FailureCode.BRANCH_SILENT), [], [])
    for _ in range(3):
        presenter.act()
        jobs.run_all()
    assert agents.put == [(LAPTOP.device, state)]
    assert done == ["done"]


def words(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_revoking_tells_records_and_cash_before_it_is_done_by_keyboard(
    showing: Callable[[QWidget], QWidget],
) -> None:
    agents, jobs, owner = FakeAgents(), HandRunJobs(), QWidget()
    dialog, _ = laptop_act_dialog(agents, jobs, Asked(Act.REVOKE, AGENT, LAPTOP), lambda: None, owner)
    showing(dialog)
    assert "not at the branch: 4 records" in words(dialog)
    assert "Rp3.864.000" in words(dialog)
    Typist(jobs).press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert agents.put == [(LAPTOP.device, LaptopState.REVOKED)]
    assert "8R4ZK is revoked" in words(dialog)


def test_a_code_for_a_new_laptop_is_shown(showing: Callable[[QWidget], QWidget]) -> None:
    agents, jobs, owner = FakeAgents(), HandRunJobs(), QWidget()
    dialog, presenter = laptop_act_dialog(agents, jobs, Asked(Act.CODE, AGENT), lambda: None, owner)
    showing(dialog)
    presenter.act()
    jobs.run_all()
    assert agents.coded == [AGENT.number]
    assert CODE in words(dialog)


@pytest.mark.parametrize("acts", [True, False])
def test_only_who_may_act_is_offered_acts(showing: Callable[[QWidget], QWidget], acts: bool) -> None:
    card = AgentCard(420, acts=acts)
    showing(card)
    card.show_agent(AGENT)
    offered = {act for laptop in AGENT.laptops for act in OFFERED[laptop.state]} | {Act.CODE}
    found = {act for act in Act if card.findChild(QWidget, f"agents_{act.value}") is not None}
    assert found == (offered if acts else set())
