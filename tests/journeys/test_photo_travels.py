"""A photo from the laptop to the reviewer, over a line that drops in the middle of a piece, past a server that dies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import Photo, PhotoSubject
from perisai_desktop.security.key_file import Cost
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.enrolling_device import EnrollingDevice
from sync.client.address import ServerAddress
from sync.client.channel import Channel
from sync.client.review_client import ReviewClient, ReviewFault
from sync.protocol.digests import sha256_hex
from sync.server.services.auditing import trail
from sync.server.services.blobs import Blobs
from sync.server.services.practice import REVIEWER
from sync.server.storage.records import Device
from tests.support.centres import Centre, running_centre
from tests.support.cut_lines import CutLine, cut_line
from tests.support.desks import HandClock, filled_draft
from tests.support.photo_house import picture

PASSWORD = "kopi-pagi-di-pasar"
LIGHT = Cost(memory_kib=64, passes=1, lanes=1)
KTP = picture(150_000)
DIGEST = sha256_hex(KTP)
FIRST = 32 * 1024


@dataclass
class Road:
    """A laptop, the branch, and the line between them."""

    desk: AgentDesk
    centre: Centre
    line: CutLine

    def enrol(self) -> str:
        """Somebody with a photo of the card; the receipt's action."""
        taken = [Photo(PhotoSubject.KTP, KTP)]
        return self.desk.enrolling.enrol(filled_draft(self.desk), photos=taken).action_id

    def held(self) -> int:
        """Bytes of the photo that are durable at the branch."""
        with self.centre.server.store.reading() as tx:
            row = tx.blobs.blob(self.desk.identity.device, DIGEST)
        return 0 if row is None else row.received

    def reviewer(self) -> ReviewClient:
        client = ReviewClient(Channel(ServerAddress.parse(self.centre.url)))
        client.sign_in(REVIEWER, self.centre.secrets.reviewer_password)
        return client


@pytest.fixture
def road(tmp_path: Path) -> Iterator[Road]:
    with running_centre(tmp_path / "centre") as centre, cut_line(centre.url) as line:
        door = EnrollingDevice(Profile(tmp_path / "laptop"), HandClock(), cost=LIGHT)
        desk = door.enrol(line.url, centre.new_code(), PASSWORD)
        yield Road(desk, centre, line)
        desk.close()


def dropped(road: Road) -> None:
    with pytest.raises(Failure) as failed:
        road.desk.syncing.run()
    assert failed.value == Failure(FailureCode.NO_NETWORK, detail="connection")


def test_after_a_drop_in_the_middle_of_a_piece_nothing_that_arrived_goes_again(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Blobs.append

    def cutting(self: Blobs, device: Device, sha256: str, offset: int, piece: bytes) -> object:
        standing = real(self, device, sha256, offset, piece)
        if offset == 0:
            road.line.cut_after = len(piece)
        return standing

    road.enrol()
    with monkeypatch.context() as patch:
        patch.setattr(Blobs, "append", cutting)
        dropped(road)
    assert road.line.cuts == 1
    assert road.held() == FIRST
    before = road.line.up
    report = road.desk.syncing.run()
    assert (report.photos, report.bytes_up) == (1, len(KTP) - FIRST)
    assert len(KTP) - FIRST < road.line.up - before < len(KTP) - FIRST + 10_000
    assert road.centre.server.blob_files.read(road.desk.identity.device, DIGEST) == KTP


def test_a_server_that_dies_before_its_answer_has_what_it_had_made_durable(
    road: Road, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The piece is in file and row, and no answer comes back: the laptop asks, and goes on behind it."""
    real = Blobs.append

    def silent(self: Blobs, device: Device, sha256: str, offset: int, piece: bytes) -> object:
        standing = real(self, device, sha256, offset, piece)
        if offset:
            road.line.hang_up()
        return standing

    road.enrol()
    with monkeypatch.context() as patch:
        patch.setattr(Blobs, "append", silent)
        dropped(road)
    held = road.held()
    assert held > FIRST
    assert road.desk.syncing.run().bytes_up == len(KTP) - held
    assert road.centre.server.blob_files.read(road.desk.identity.device, DIGEST) == KTP


def test_a_reviewer_sees_the_photo_and_that_is_written_down(road: Road) -> None:
    road.enrol()
    road.desk.syncing.run()
    client = road.reviewer()
    (record,) = [one for group in client.queue().groups for one in group.records]
    (photo,) = client.record(record.entry_id).photos
    assert (photo.sha256, photo.length, photo.shows, photo.arrived) == (DIGEST, len(KTP), "ktp", True)
    assert client.photo(record.entry_id, DIGEST) == KTP
    with pytest.raises(ReviewFault) as unknown:
        client.photo(record.entry_id, "f" * 64)
    assert unknown.value.code == "photo_unknown"
    road.centre.server.blob_files.append(road.desk.identity.device, DIGEST, 0, b"something else")
    with pytest.raises(ReviewFault) as other:
        client.photo(record.entry_id, DIGEST)
    assert other.value.code == "no_network"
    client.close()
    seen = [row.subject for row in trail(road.centre.server.store, 0, 1_000) if row.act == "photo_seen"]
    assert seen == [record.entry_id] * 2


def test_a_branch_that_was_set_back_gets_the_photo_again(road: Road) -> None:
    road.enrol()
    road.desk.syncing.run()
    road.centre.server.blob_files.drop(road.desk.identity.device, DIGEST)
    Blobs(road.centre.server.store, road.centre.server.clock, road.centre.server.blob_files).recheck()
    assert road.held() == 0
    assert road.desk.syncing.run().photos == 1
    assert road.centre.server.blob_files.read(road.desk.identity.device, DIGEST) == KTP
