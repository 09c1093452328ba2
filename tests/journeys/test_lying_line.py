"""Whatever comes in place of an answer, at any step of a sync: it is no network, and the laptop stays as it was."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.reviewing import Reviewing
from sync.protocol.receipt_proof import parse_link
from sync.rules.states import ReviewState
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.liars import LIES, Liar, lying_line
from tests.support.papers import online
from tests.support.stores import dump

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
KEPT = ("journal", "entry_status", "outbox", "acknowledgement", "feed_row", "feed_cursor", "worker", "ledger")
CUT = ("nothing", "half")
NUMBERS = itertools.count()

lies = pytest.mark.parametrize("lie", LIES)


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture(scope="module")
def line(centre: Centre) -> Iterator[Liar]:
    with lying_line(centre.url) as liar:
        yield liar


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, centre: Centre, line: Liar) -> Iterator[AgentDesk]:
    door = EnrollingDevice(Profile(tmp_path_factory.mktemp("laptop")), HandClock(), cost=LIGHT)
    opened = door.enrol(line.url, centre.new_code(), PASSWORD)
    yield opened
    opened.close()


def state_of(desk: AgentDesk) -> list[str]:
    with desk.enrolling.database.transaction() as session:
        return dump(session, KEPT)


def enrol(desk: AgentDesk) -> Receipt:
    """Somebody else for each case: the device is the same, and a person is enrolled once."""
    number = next(NUMBERS)
    name = f"Contoh {chr(ord('a') + number) * 4}"
    return desk.enrolling.enrol(
        filled_draft(desk, nik=f"320208140890{number + 1:04d}", phone=f"0812{number:08d}", name=name)
    )


def lied_to(desk: AgentDesk, line: Liar, about: str, lie: str) -> None:
    """A run that is lied to says "no network" and leaves every row of the store as it was."""
    before = state_of(desk)
    line.begin(about, LIES[lie])
    with pytest.raises(Failure) as failed:
        desk.syncing.run()
    detail = "connection" if lie in CUT else "unsigned"
    assert failed.value == Failure(FailureCode.NO_NETWORK, detail=detail)
    # Cut off before any answer, what may be asked again is asked once more.
    assert line.told in ((1, 2) if lie in CUT else (1,)), "the lie was not about a request of this run"
    assert state_of(desk) == before
    line.repent()


@lies
def test_hello(desk: AgentDesk, line: Liar, lie: str, centre: Centre) -> None:
    receipt = enrol(desk)
    lied_to(desk, line, "/v1/hello", lie)
    assert desk.syncing.run().sent == 4
    assert online(centre.url, parse_link(receipt.link)) == "practice:genuine_received"


@lies
def test_batch(desk: AgentDesk, line: Liar, lie: str, centre: Centre) -> None:
    receipt = enrol(desk)
    lied_to(desk, line, "/v1/batches/", lie)
    assert desk.counting.strip().unsent.count == 1
    # The server has it all the same: sent again, it is told "the same" and counted once.
    assert online(centre.url, parse_link(receipt.link)) == "practice:genuine_received"
    assert desk.syncing.run().sent == 4
    assert desk.counting.strip().unsent.count == 0


@lies
def test_changes(desk: AgentDesk, line: Liar, lie: str, centre: Centre) -> None:
    receipt = enrol(desk)
    desk.syncing.run()
    approve(centre, receipt)
    lied_to(desk, line, "/v1/changes", lie)
    before = desk.finding.card(receipt.worker_id).row.review
    assert before in (ReviewState.RECEIVED, ReviewState.FLAGGED), (
        "a check may show many of one hour to a person"
    )
    desk.syncing.run()
    assert desk.finding.card(receipt.worker_id).row.review is ReviewState.APPROVED


def approve(centre: Centre, receipt: Receipt) -> None:
    reviewer = Reviewing.at(centre.url)
    try:
        reviewer.sign_in("penyelia", centre.secrets.reviewer_password)
        found = [
            record.entry_id
            for group in reviewer.queue()
            for record in group.records
            if record.receipt_number == receipt.number
        ]
        opened = reviewer.open(found[0])
        reviewer.approve(opened.entry_id, opened.hash)
    finally:
        reviewer.close()
