"""What the reviewer's screen relies on, of the real session over a real server and of the fake alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.review import QueueRecord
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.reviewing import Reviewing as RealReviewing
from perisai_desktop.ui.screens.review.ports import Reviewing
from sync.rules.states import ReviewState
from tests.support.centres import running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.fake_reviewing import FakeReviewing, record
from tests.support.reference_data import reference

NAMES = ("Asep Satu", "Budi Dua", "Cecep Tiga", "Dadang Empat", "Euis Lima", "Fitri Enam")
COMMENT = FieldComment("mother_name", "Cocokkan dengan KK")
RETURN = next(each.code for each in reference().reasons if each.kind == "return")
REFUSE = next(each.code for each in reference().reasons if each.kind == "refuse")


@dataclass
class Branch:
    """A session and the people in its queue."""

    session: Reviewing

    def row(self, name: str) -> QueueRecord | None:
        """The queue's row of a person."""
        rows = [row for group in self.session.page().groups for row in group.records]
        return next((row for row in rows if row.worker_name == name and row.kind == "enrolment"), None)

    def entry(self, name: str) -> str:
        """The entry of a person in the queue."""
        row = self.row(name)
        assert row is not None
        return row.entry_id


@pytest.fixture(scope="module", params=["real", "fake"])
def branch(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Branch]:
    if request.param == "fake":
        yield Branch(FakeReviewing([record(place, name) for place, name in enumerate(NAMES, 1)]))
        return
    folder = tmp_path_factory.mktemp("branch")
    with running_centre(folder / "centre") as centre:
        door = EnrollingDevice(Profile(folder / "profile"), HandClock(), cost=Cost(64, 1, 1))
        desk = door.enrol(centre.url, centre.new_code(), "kopi-pagi-di-pasar")
        for place, name in enumerate(NAMES, 1):
            nik, born = f"320208140{place}900004", f"1990-0{place}-14"
            draft = filled_draft(desk, nik=nik, birth_date=born, name=name, phone=f"08120000000{place}")
            desk.enrolling.enrol(draft)
        desk.syncing.run()
        session = RealReviewing.at(centre.url)
        session.sign_in("penyelia", centre.secrets.reviewer_password)
        yield Branch(session)
        session.close()
        desk.close()


def refused(code: FailureCode) -> pytest.RaisesExc[Failure]:
    return pytest.raises(Failure, check=lambda failure: failure.code is code)


def test_a_record_is_claimed_by_opening_it(branch: Branch) -> None:
    opened = branch.session.open(branch.entry(NAMES[0]))
    assert opened.state is ReviewState.IN_REVIEW
    assert opened.form["name"] == NAMES[0]
    again = branch.row(NAMES[0])
    assert again is not None
    assert again.state is ReviewState.IN_REVIEW


def test_approved_leaves_the_queue_and_is_not_decided_twice(branch: Branch) -> None:
    opened = branch.session.open(branch.entry(NAMES[1]))
    with refused(FailureCode.RECORD_CHANGED):
        branch.session.approve(opened.entry_id, "0" * 64)
    branch.session.approve(opened.entry_id, opened.hash)
    assert branch.row(NAMES[1]) is None
    with refused(FailureCode.MOVE_REFUSED):
        branch.session.refuse(opened.entry_id, opened.hash, REFUSE)


def test_sent_back_needs_a_comment_and_a_known_reason(branch: Branch) -> None:
    opened = branch.session.open(branch.entry(NAMES[2]))
    with refused(FailureCode.COMMENT_MISSING):
        branch.session.send_back(opened.entry_id, opened.hash, (), RETURN)
    with refused(FailureCode.REASON_UNKNOWN):
        branch.session.send_back(opened.entry_id, opened.hash, (COMMENT,), "no_such_reason")
    branch.session.send_back(opened.entry_id, opened.hash, (COMMENT,), RETURN)


def test_sent_back_stays_in_the_queue_to_be_read_and_not_to_be_decided(branch: Branch) -> None:
    opened = branch.session.open(branch.entry(NAMES[5]))
    branch.session.send_back(opened.entry_id, opened.hash, (COMMENT,), RETURN)
    waiting = branch.row(NAMES[5])
    assert waiting is not None
    assert waiting.state is ReviewState.RETURNED
    assert branch.session.record(opened.entry_id).state is ReviewState.RETURNED
    with refused(FailureCode.MOVE_REFUSED):
        branch.session.open(opened.entry_id)


def test_refused_needs_a_known_reason(branch: Branch) -> None:
    opened = branch.session.open(branch.entry(NAMES[3]))
    with refused(FailureCode.REASON_UNKNOWN):
        branch.session.refuse(opened.entry_id, opened.hash, "no_such_reason")
    branch.session.refuse(opened.entry_id, opened.hash, REFUSE)
    assert branch.row(NAMES[3]) is None


def test_a_duplicate_is_marked(branch: Branch) -> None:
    opened = branch.session.open(branch.entry(NAMES[4]))
    branch.session.duplicate(opened.entry_id, opened.hash)
    row = branch.row(NAMES[4])
    assert row is not None
    assert row.state is ReviewState.DUPLICATE
    with refused(FailureCode.RECORD_CHANGED):
        branch.session.not_duplicate(opened.entry_id, "0" * 64)
    branch.session.not_duplicate(opened.entry_id, opened.hash)
    assert branch.session.record(opened.entry_id).state is ReviewState.IN_REVIEW
    with refused(FailureCode.MOVE_REFUSED):
        branch.session.not_duplicate(opened.entry_id, opened.hash)


def test_a_worker_is_found_and_only_a_payment_is_given_to_one(branch: Branch) -> None:
    (found,) = branch.session.workers("asep satu")
    assert found.name == NAMES[0]
    assert [one.name for one in branch.session.workers(found.nik)] == [NAMES[0]]
    assert branch.session.workers("tidak ada") == ()
    entry_id = branch.entry(NAMES[0])
    digest = branch.session.record(entry_id).hash
    payer, worker = "01935000-0000-7000-8000-000000000001", "01935000-0000-7000-8000-000000000002"
    with refused(FailureCode.RECORD_CHANGED):
        branch.session.attribute(entry_id, "0" * 64, payer, worker)
    with refused(FailureCode.MOVE_REFUSED):
        branch.session.attribute(entry_id, digest, payer, worker)


def test_nothing_is_declined_where_nothing_waits(branch: Branch) -> None:
    entry_id = branch.entry(NAMES[0])
    with refused(FailureCode.RECORD_CHANGED):
        branch.session.decline(entry_id, "?")


def test_an_unknown_record_is_named(branch: Branch) -> None:
    with refused(FailureCode.RECORD_UNKNOWN):
        branch.session.open("01935000-0000-7000-8000-000000000000")
