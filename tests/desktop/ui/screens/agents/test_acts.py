"""An act on a laptop says in numbers what it will do, and is done once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.branch_agent import LaptopState
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.agents.act_dialog import laptop_act_dialog
from perisai_desktop.ui.screens.agents.act_words import code_groups, done_words
from perisai_desktop.ui.screens.agents.acts import OF_AGENT, RIGHTS, Act, ActPresenter, Asked, offered
from perisai_desktop.ui.screens.agents.card import AgentCard
from sync.server.permissions import Role, may
from tests.support.fake_agents import AT, CODE, FakeAgents, book
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
        agents, agents, jobs, Asked(act, AGENT, LAPTOP), lambda _state: None, lambda: done.append("done")
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
    dialog, _ = laptop_act_dialog(agents, agents, jobs, Asked(Act.REVOKE, AGENT, LAPTOP), lambda: None, owner)
    showing(dialog)
    assert "not at the branch: 4 records" in words(dialog)
    assert "Rp3.864.000" in words(dialog)
    Typist(jobs).press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert agents.put == [(LAPTOP.device, LaptopState.REVOKED)]
    assert "8R4ZK is revoked" in words(dialog)


def test_a_code_for_a_new_laptop_is_shown(showing: Callable[[QWidget], QWidget]) -> None:
    agents, jobs, owner = FakeAgents(), HandRunJobs(), QWidget()
    dialog, presenter = laptop_act_dialog(agents, agents, jobs, Asked(Act.CODE, AGENT), lambda: None, owner)
    showing(dialog)
    presenter.act()
    jobs.run_all()
    assert agents.coded == [AGENT.number]
    assert CODE in words(dialog)


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (Act.LOST, ("report", 0)),
        (Act.FOUND, ("found", LAPTOP.device)),
        (Act.WIPE, ("wipe", LAPTOP.device)),
        (Act.APPROVE, ("approve", LAPTOP.device)),
        (Act.KEEP, ("keep", LAPTOP.device)),
    ],
)
def test_acts_about_a_loss_tell_how_the_laptop_stands(act: Act, told: tuple[str, object]) -> None:
    agents, jobs = FakeAgents(), HandRunJobs()
    asked = Asked(act, AGENT, LAPTOP)
    presenter = ActPresenter(agents, agents, jobs, asked, lambda _state: None, lambda: None)
    presenter.act()
    jobs.run_all()
    assert agents.acts == [told]
    assert presenter.state.standing == agents.told_standing
    assert LAPTOP.device in done_words(asked, presenter.state) or act is Act.APPROVE


def test_workers_are_handed_over_by_keyboard_to_who_was_chosen(
    showing: Callable[[QWidget], QWidget],
) -> None:
    agents, jobs, owner = FakeAgents(), HandRunJobs(), QWidget()
    asked = Asked(Act.HAND_OVER, AGENT, others=book().agents[2:])
    dialog, presenter = laptop_act_dialog(agents, agents, jobs, asked, lambda: None, owner)
    showing(dialog)
    typist = Typist(jobs)
    typist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert agents.acts == []
    presenter.choose(asked.others[0].number)
    typist.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert agents.acts == [("hand_over", (AGENT.number, asked.others[0].number))]
    assert "24 workers were handed over" in words(dialog)


@pytest.mark.parametrize("role", ["branch_admin", "operator", "reviewer", "auditor", "somebody"])
def test_each_role_is_offered_what_the_server_lets_it_do(
    showing: Callable[[QWidget], QWidget], role: str
) -> None:
    rights = RIGHTS.get(role, frozenset[Act]())
    card = AgentCard(420, rights)
    showing(card)
    card.show_agent(AGENT)
    expected = {act for laptop in AGENT.laptops for act in offered(laptop, rights)} | (set(OF_AGENT) & rights)
    found = {act for act in Act if card.findChild(QWidget, f"agents_{act.value}") is not None}
    assert found == expected
    assert bool(found) is (role != "somebody")


def test_what_the_program_offers_is_what_the_server_permits() -> None:
    routes = {
        Act.PAUSE: ("PUT", "/v1/admin/devices/{device}/state"),
        Act.LOST: ("POST", "/v1/admin/devices/{device}/loss"),
        Act.FOUND: ("DELETE", "/v1/admin/devices/{device}/loss"),
        Act.WIPE: ("POST", "/v1/admin/devices/{device}/wipe"),
        Act.APPROVE: ("POST", "/v1/admin/devices/{device}/wipe/approvals"),
        Act.KEEP: ("DELETE", "/v1/admin/devices/{device}/wipe"),
        Act.HAND_OVER: ("POST", "/v1/admin/handovers"),
        Act.CODE: ("POST", "/v1/admin/agents/{number}/device-codes"),
        Act.GUIDE: ("GET", "/v1/admin/devices/{device}"),
        Act.RECORDS: ("GET", "/v1/admin/devices/{device}/records"),
        Act.NUMBERS: ("POST", "/v1/admin/epoch-codes"),
    }
    for role, rights in RIGHTS.items():
        for act, route in routes.items():
            changes = act is not Act.GUIDE or "branch_admin" in role
            assert (act in rights) is (may(Role(role), *route) and (changes or role == "operator")), (
                role,
                act,
            )


def test_a_wiped_laptop_and_one_that_is_lost_are_offered_what_is_left() -> None:
    rights = RIGHTS["branch_admin"]
    wiped = replace(LAPTOP, state=LaptopState.WIPED)
    assert offered(wiped, rights) == (Act.RECORDS,)
    lost = replace(LAPTOP, state=LaptopState.REVOKED, lost_at=AT, wipe_asked_at=AT)
    assert offered(lost, rights) == (Act.GUIDE, Act.FOUND, Act.RESUME)
    assert offered(lost, RIGHTS["reviewer"]) == (Act.RECORDS,)
    leaving = replace(LAPTOP, wipe_asked_at=AT)
    assert {Act.APPROVE, Act.KEEP} < set(offered(leaving, rights))


def test_a_code_is_read_aloud_sign_by_sign_and_group_by_group() -> None:
    assert code_groups("7H3KM-Q2X9T") == "7 H 3 K M, Q 2 X 9 T"
