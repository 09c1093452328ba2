"""A worker takes consent back where there is no signal: the branch hears of it before anything else, once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.storage import acknowledgements, entry_status
from sync.rules.states import ClientState, ReviewState
from sync.server.services.gaps import chain_gaps
from tests.support.centres import Centre, running_centre
from tests.support.desks import SIGNATURE, HandClock, filled_draft

LIGHT = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture
def desk(tmp_path: Path, centre: Centre) -> Iterator[AgentDesk]:
    door = EnrollingDevice(Profile(tmp_path / "profile"), HandClock(), cost=LIGHT)
    opened = door.enrol(centre.url, centre.new_code(), "kopi-pagi-di-pasar")
    yield opened
    opened.close()


def test_the_branch_hears_it_with_the_first_message(desk: AgentDesk, centre: Centre) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    purposes = desk.withdrawing.purposes(receipt.worker_id)
    written = desk.withdrawing.withdraw(receipt.worker_id, purposes, SIGNATURE)
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891")
    )
    steps = desk.syncing.steps()
    next(steps)
    next(steps)
    with centre.server.store.reading() as tx:
        review = tx.reviews.reviews([written])[written]
        assert tx.entries.count() == 1
    assert (review.state, review.worker_id) == ("flagged", receipt.worker_id)
    with desk.enrolling.database.reading() as session:
        status = entry_status.status(session, written)
        assert acknowledgements.count(session) == 1
    assert status is not None
    assert (status.client, status.review) == (ClientState.ACKNOWLEDGED, ReviewState.FLAGGED)
    assert (
        SyncStore(desk.enrolling.database, desk.enrolling.pen, RulesInUse(desk.reference)).hello().urgent
        == ()
    )

    report = desk.syncing.run()
    assert report.sent == 8
    with centre.server.store.reading() as tx:
        assert tx.entries.count() == 9
        assert chain_gaps(tx, desk.identity.device) == ()
    assert desk.counting.strip().unsent.count == 0
