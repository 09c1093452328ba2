"""A card that cannot be read is sent back, photographed anew, seen by the reviewer beside the old one, and approved."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.photo import Photo, PhotoSubject
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.own_correcting import OwnCorrecting
from sync.client.address import ServerAddress
from sync.client.channel import Channel
from sync.client.review_client import ReviewClient
from sync.protocol.digests import sha256_hex
from sync.rules.states import ReviewState
from sync.server.services.practice import REVIEWER
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock, filled_draft
from tests.support.photo_house import picture

LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
BLURRED, SHARP = picture(60_000, 1), picture(90_000, 2)
ILLEGIBLE = "document_unreadable"


@dataclass
class Branch:
    """A laptop, its branch, and whoever decides there."""

    desk: AgentDesk
    centre: Centre
    reviewer: ReviewClient

    def waiting(self) -> list[str]:
        """What the reviewer has to decide."""
        return [one.entry_id for group in self.reviewer.queue().groups for one in group.records]

    def seen(self, entry_id: str) -> list[tuple[str, str, bool, bool]]:
        """The record's pictures as the reviewer reads them."""
        photos = self.reviewer.record(entry_id).photos
        return [(one.sha256, one.shows, one.arrived, one.previous) for one in photos]


@pytest.fixture
def branch(tmp_path: Path) -> Iterator[Branch]:
    with running_centre(tmp_path / "centre") as centre:
        door = EnrollingDevice(Profile(tmp_path / "laptop"), HandClock(), cost=LIGHT)
        desk = door.enrol(centre.url, centre.new_code(), "kopi-pagi-di-pasar")
        reviewer = ReviewClient(Channel(ServerAddress.parse(centre.url)))
        reviewer.sign_in(REVIEWER, centre.secrets.reviewer_password)
        yield Branch(desk, centre, reviewer)
        reviewer.close()
        desk.close()


def test_a_card_that_cannot_be_read_is_photographed_anew(branch: Branch) -> None:
    desk, reviewer = branch.desk, branch.reviewer
    desk.enrolling.enrol(filled_draft(desk), photos=[Photo(PhotoSubject.KTP, BLURRED)])
    desk.syncing.run()
    (entry_id,) = branch.waiting()
    record = reviewer.open(entry_id)
    reviewer.send_back(entry_id, record.hash, [("ktp_photo", "NIK tidak terbaca")], ILLEGIBLE)
    desk.syncing.run()
    (task,) = desk.correcting.tasks()
    told = [(one.field, one.text, one.value) for one in task.comments]
    assert told == [("ktp_photo", "NIK tidak terbaca", "")]
    (old,) = task.photos
    assert desk.draft_photos.read(old.sha256) == BLURRED
    kept = desk.draft_photos.keep(SHARP, PhotoSubject.KTP)
    desk.correcting.correct(entry_id, desk.correcting.draft(entry_id), {}, [kept])
    assert desk.correcting.tasks() == ()
    assert desk.syncing.run().photos == 1
    assert branch.seen(entry_id) == [
        (sha256_hex(SHARP), "ktp", True, False),
        (sha256_hex(BLURRED), "ktp", True, True),
    ]
    assert [reviewer.photo(entry_id, sha256_hex(one)) for one in (SHARP, BLURRED)] == [SHARP, BLURRED]
    again = reviewer.open(entry_id)
    assert (again.flags, again.hash == record.hash) == ((), False)
    assert reviewer.approve(entry_id, again.hash).state is ReviewState.APPROVED
    desk.syncing.run()
    assert desk.correcting.tasks() == ()


def test_a_picture_is_supplied_before_anything_was_sent(branch: Branch) -> None:
    desk = branch.desk
    receipt = desk.enrolling.enrol(filled_draft(desk))
    own = OwnCorrecting(desk.correcting, receipt.worker_id)
    (task,) = own.tasks()
    kept = desk.draft_photos.keep(SHARP, PhotoSubject.KTP)
    own.correct(task.entry_id, own.draft(task.entry_id), {}, [kept])
    assert desk.syncing.run().photos == 1
    (entry_id,) = branch.waiting()
    assert branch.seen(entry_id) == [(sha256_hex(SHARP), "ktp", True, False)]
