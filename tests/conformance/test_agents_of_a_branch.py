"""A branch administrator's program and the real server agree about agents and laptops."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest

from perisai_desktop.domain.branch_agent import LaptopState
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.reviewing import Reviewing
from sync.client.channel import Channel, RawAnswer
from sync.client.review_client import ReviewClient
from tests.support.branch_house import PASSWORD
from tests.support.server_app import RunningServer, running_server


class StraightChannel(Channel):
    """Asks the application in this process."""

    def __init__(self, running: RunningServer) -> None:
        self._running = running

    def send(
        self,
        method: str,
        path_query: str,
        *,
        headers: Mapping[str, str],
        body: bytes = b"",
        time_out: float = 0.0,
    ) -> RawAnswer:
        """The answer without its signature."""
        answer = self._running.client.request(method, path_query, headers=dict(headers), content=body)
        return RawAnswer(answer.status_code, answer.content, None, None)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    folder: Path = tmp_path_factory.mktemp("branch")
    with running_server(folder / "server") as made:
        made.laptop()
        yield made


def session(server: RunningServer, login: str) -> Reviewing:
    reviewing = Reviewing(ReviewClient(StraightChannel(server)))
    reviewing.sign_in(login, PASSWORD)
    return reviewing


def state(reviewing: Reviewing) -> LaptopState:
    (laptop,) = (one for agent in reviewing.agents.book().agents for one in agent.laptops)
    return laptop.state


def test_an_administrator_pauses_revokes_and_enrols(server: RunningServer) -> None:
    admin = session(server, "branch_admin")
    (agent,) = (one for one in admin.agents.book().agents if one.laptops)
    for wanted in (LaptopState.PAUSED, LaptopState.REVOKED, LaptopState.ACTIVE):
        admin.agents.put_state(agent.laptops[0].device, wanted)
        assert state(admin) is wanted
    assert server.server.enrolment.code_serves(admin.agents.laptop_code(agent.number))
    with pytest.raises(Failure, check=lambda failure: failure.code is FailureCode.LAPTOP_UNKNOWN):
        admin.agents.put_state("0ZZZZ", LaptopState.PAUSED)


def test_a_reviewer_reads_and_may_not_act(server: RunningServer) -> None:
    reviewer = session(server, "reviewer")
    (agent,) = (one for one in reviewer.agents.book().agents if one.laptops)
    assert agent.return_rate is None
    with pytest.raises(Failure, check=lambda failure: failure.code is FailureCode.NOT_ALLOWED):
        reviewer.agents.put_state(agent.laptops[0].device, LaptopState.REVOKED)
    with server.server.store.transaction() as tx:
        tx.devices.set_state(agent.laptops[0].device, "wiped", server.server.clock.now())
    assert state(reviewer) is LaptopState.WIPED
    with server.server.store.transaction() as tx:
        tx.devices.set_state(agent.laptops[0].device, "active", server.server.clock.now())


def test_a_loss_is_reported_wiped_handed_over_and_its_people_are_told(server: RunningServer) -> None:
    admin = session(server, "branch_admin")
    (agent,) = (one for one in admin.agents.book().agents if one.laptops)
    device = agent.laptops[0].device
    told = admin.lost.report(device, 1)
    assert (told.state, told.approvable) == (LaptopState.REVOKED, False)
    assert told.lost_at is not None
    assert told.notice_due == told.lost_at + timedelta(hours=72)
    with pytest.raises(Failure, check=lambda failure: failure.code is FailureCode.WIPE_NOT_ASKED):
        admin.lost.approve(device)
    assert admin.lost.wipe(device).approvable
    assert (admin.lost.approve(device).approved_by_me, admin.lost.standing(device).approvable) == (
        True,
        False,
    )
    (laptop,) = (one for found in admin.agents.book().agents for one in found.laptops)
    assert laptop.lost_at == told.lost_at
    held = admin.lost.people(device)
    assert (held.total, held.people, held.after, held.lost_at) == (0, (), None, told.lost_at)
    other = server.server.organising.add_agent("Agen Kedua", "L-0002", agent.office, "terminal")
    with pytest.raises(Failure, check=lambda failure: failure.code is FailureCode.NOBODY_TO_HAND_OVER):
        admin.lost.hand_over(agent.number, other.number)
    with pytest.raises(Failure, check=lambda failure: failure.code is FailureCode.TARGET_UNKNOWN):
        admin.lost.hand_over(agent.number, "L-9999")
    assert admin.lost.keep(device).wipe_asked_at is None
    assert admin.lost.found(device).lost_at is None
    admin.agents.put_state(device, LaptopState.ACTIVE)
