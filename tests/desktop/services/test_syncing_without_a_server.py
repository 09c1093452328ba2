"""Whatever answers in the server's place: it is named, and no state changes."""

from pathlib import Path

import pytest

from perisai_desktop.domain.counters import LinkState
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage.database import Database
from sync.protocol.signatures import SigningKey
from tests.support import portals
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.portals import portal
from tests.support.stores import dump

TABLES = (
    "journal",
    "entry_status",
    "outbox",
    "acknowledgement",
    "feed_row",
    "feed_cursor",
    "worker",
    "ledger",
)


def state_of(database: Database) -> list[str]:
    with database.transaction() as session:
        return dump(session, TABLES)


def run_against(answer: bytes, folder: Path, key: SigningKey) -> tuple[AgentDesk, Failure]:
    with portal(answer) as url:
        desk = desk_of(make_profile(folder, key, SigningKey.generate().public, url), HandClock())
        desk.enrolling.enrol(filled_draft(desk))
        before = state_of(desk.enrolling.database)
        with pytest.raises(Failure) as failed:
            desk.syncing.run()
        assert state_of(desk.enrolling.database) == before
    return desk, failed.value


@pytest.mark.parametrize(
    ("answer", "failure"),
    [
        (portals.LOGIN_PAGE, Failure(FailureCode.NO_NETWORK, detail="unsigned")),
        (portals.BROKEN_PROXY, Failure(FailureCode.NO_NETWORK, detail="unsigned")),
        (portals.REDIRECT, Failure(FailureCode.NO_NETWORK, detail="unsigned")),
        (portals.FALSE_SIGNATURE, Failure(FailureCode.NO_NETWORK, detail="unsigned")),
        (portals.FALSE_BAR, Failure(FailureCode.NO_NETWORK, detail="unsigned")),
        (portals.SILENCE, Failure(FailureCode.NO_NETWORK, detail="connection")),
        (portals.NOT_HTTP, Failure(FailureCode.NO_NETWORK, detail="connection")),
        (portals.BUSY_PROXY, Failure(FailureCode.SERVER_BUSY, seconds=40)),
    ],
    ids=["html", "500", "redirect", "false_signature", "false_403", "nothing", "not_http", "503"],
)
def test_a_stranger_changes_nothing(answer: bytes, failure: Failure, tmp_path: Path, key: SigningKey) -> None:
    desk, failed = run_against(answer, tmp_path / "profile", key)
    assert failed == failure
    strip = desk.counting.strip()
    assert (strip.unsent.count, strip.waiting.count, strip.to_fix.count) == (1, 0, 0)
    lost = failure.code is FailureCode.NO_NETWORK
    assert (strip.connection.state is LinkState.OFFLINE) is lost
    desk.close()


def test_nobody_there(desk: AgentDesk, clock: HandClock) -> None:
    desk.enrolling.enrol(filled_draft(desk))
    with pytest.raises(Failure) as failed:
        desk.syncing.run()
    assert failed.value == Failure(FailureCode.NO_NETWORK, detail="refused")
    since = desk.counting.strip().connection.since
    clock.move(minutes=5)
    with pytest.raises(Failure):
        desk.syncing.run()
    assert desk.counting.strip().connection.since == since


def test_a_run_cancelled_before_it_began_says_so(desk: AgentDesk) -> None:
    desk.enrolling.enrol(filled_draft(desk))
    report = desk.syncing.run(cancelled=lambda: True)
    assert report.cancelled
    assert report.sent == 0
