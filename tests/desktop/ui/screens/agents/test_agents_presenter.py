"""The screen of agents reads, orders and chooses."""

from __future__ import annotations

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.branch_agent import AgentBook
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.agents.presenter import AgentsPresenter
from perisai_desktop.ui.screens.agents.state import AgentsState
from tests.support.fake_agents import ON, FakeAgents


def rig() -> tuple[FakeAgents, HandRunJobs, AgentsPresenter]:
    agents, jobs = FakeAgents(), HandRunJobs()
    presenter = AgentsPresenter(agents, jobs, lambda _state: None)
    presenter.load()
    presenter.load()
    jobs.run_all()
    return agents, jobs, presenter


def test_whose_cash_has_lain_longest_comes_first_and_is_chosen() -> None:
    agents, _, presenter = rig()
    assert agents.asked == 1
    assert [one.cash_days for one in presenter.state.agents] == [9, 2, 1, 0, None]
    assert presenter.state.agent == presenter.state.agents[0]


@pytest.mark.parametrize(
    ("column", "descending", "order"),
    [
        ("name", False, "30214"),
        ("cash", True, "10423"),
        ("cash_days", False, "32401"),
        ("silent", True, "10423"),
        ("missing", True, "10423"),
        ("enrolments", False, "30124"),
        ("entries", True, "43210"),
        ("returned", True, "42103"),
    ],
)
def test_every_column_orders_and_the_choice_stays(column: str, descending: bool, order: str) -> None:
    _, _, presenter = rig()
    presenter.sort(column, descending)
    assert "".join(one.agent_id[-1] for one in presenter.state.agents) == order
    assert presenter.state.chosen == "agent-1"


def test_a_failure_leaves_what_was_read_and_the_next_reading_takes_it_away() -> None:
    agents, jobs, presenter = rig()
    presenter.choose("agent-3")
    presenter.choose("agent-3")
    agents.failure = Failure(FailureCode.BRANCH_SILENT)
    presenter.load()
    jobs.run_all()
    failed = presenter.state
    assert (failed.failure, len(failed.agents)) == (Failure(FailureCode.BRANCH_SILENT), 5)
    presenter.load()
    jobs.run_all()
    assert (presenter.state.failure, presenter.state.chosen) == (None, "agent-3")


def test_a_branch_without_agents_chooses_none() -> None:
    agents, jobs, presenter = rig()
    agents.told = AgentBook(ON, ())
    presenter.load()
    jobs.run_all()
    assert presenter.state.agent is None
    assert AgentsState().agents == ()
