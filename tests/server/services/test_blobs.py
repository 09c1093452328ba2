"""Pictures in pieces: nothing that is durable is asked for again, and nothing that is not is ever counted."""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from sync.protocol.blobs import LARGEST_BLOB, BlobStanding
from sync.protocol.bodies.receipt import Reprint
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import Blob
from sync.protocol.kinds import EntryKind
from sync.rules.receipt_number import ReceiptNumber
from sync.server.refusals import Refusal
from sync.server.services.blobs import Blobs
from sync.server.storage.blob_folder import BlobFolder
from sync.server.storage.ports.blob_files import BlobFiles
from tests.support.field_laptop import FieldLaptop, fresh_id
from tests.support.greetings import greeted
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.memory_store.blobs import MemoryBlobFiles
from tests.support.photo_house import Died, DyingFiles, blobs_of, named, picture

__all__ = ["field_house"]

SLIP = picture()
DIGEST = sha256_hex(SLIP)


@pytest.fixture
def files(field_house: IntakeHouse, tmp_path: Path) -> DyingFiles:
    """The house's files: on the disk beside a database, in memory beside the store in memory."""
    kept: BlobFiles = BlobFolder(tmp_path / "blobs") if field_house.url else MemoryBlobFiles()
    return DyingFiles(kept)


def refusal(blobs: Blobs, house: IntakeHouse, laptop: FieldLaptop, offset: int, piece: bytes) -> Refusal:
    """Why a piece of the slip is not taken."""
    with pytest.raises(Refusal) as refused:
        blobs.append(house.device(laptop), DIGEST, offset, piece)
    return refused.value


def test_pieces_make_the_picture_that_the_entry_names(field_house: IntakeHouse, files: DyingFiles) -> None:
    laptop = named(field_house, SLIP)
    blobs, device = blobs_of(field_house, files), field_house.device(laptop)
    assert blobs.standing(device, DIGEST) == BlobStanding(
        sha256=DIGEST, length=1_000, offset=0, complete=False
    )
    assert blobs.append(device, DIGEST, 0, SLIP[:600]).offset == 600
    assert greeted(field_house, laptop).wanted_blobs == (DIGEST,)
    whole = blobs.append(device, DIGEST, 600, SLIP[600:])
    assert (whole.offset, whole.complete) == (1_000, True)
    assert blobs.standing(device, DIGEST) == whole
    assert files.read(laptop.device, DIGEST) == SLIP
    assert greeted(field_house, laptop).wanted_blobs == ()


def test_the_offset_is_the_servers(field_house: IntakeHouse, files: DyingFiles) -> None:
    laptop = named(field_house, SLIP)
    blobs = blobs_of(field_house, files)
    device = field_house.device(laptop)
    blobs.append(device, DIGEST, 0, SLIP[:600])
    for offset in (0, 599, 601, 1_000):
        refused = refusal(blobs, field_house, laptop, offset, SLIP[offset:] or b"x")
        assert (refused.code, refused.status, refused.data) == ("offset_differs", 409, {"offset": 600})
    empty = refusal(blobs, field_house, laptop, 600, b"")
    assert (empty.code, empty.status) == ("piece_empty", 422)
    longer = refusal(blobs, field_house, laptop, 600, SLIP[600:] + b"x")
    assert (longer.code, longer.status, longer.data) == ("length_differs", 422, {"length": 1_000})
    assert blobs.standing(device, DIGEST).offset == 600
    assert blobs.append(device, DIGEST, 600, SLIP[600:]).complete
    assert blobs.append(device, DIGEST, 600, SLIP[600:]).complete
    assert blobs.append(device, DIGEST, 0, b"anything").complete
    assert files.read(laptop.device, DIGEST) == SLIP


def test_another_picture_of_the_same_length_is_thrown_away(
    field_house: IntakeHouse, files: DyingFiles, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = named(field_house, SLIP)
    blobs, device = blobs_of(field_house, files), field_house.device(laptop)
    blobs.append(device, DIGEST, 0, SLIP[:999])
    with caplog.at_level(logging.WARNING):
        refused = refusal(blobs, field_house, laptop, 999, b"?")
    assert (refused.code, refused.status, refused.data) == ("blob_differs", 422, {"offset": 0})
    assert [(one.message, one.device, one.blob) for one in caplog.records] == [  # type: ignore[attr-defined]
        ("blob_differs", laptop.device, DIGEST)
    ]
    assert blobs.standing(device, DIGEST).offset == files.size(laptop.device, DIGEST) == 0
    assert blobs.append(device, DIGEST, 0, SLIP).complete


def test_only_what_a_stored_entry_of_the_device_names_is_taken(
    field_house: IntakeHouse, files: DyingFiles
) -> None:
    owner, stranger = named(field_house, SLIP), named(field_house)
    blobs = blobs_of(field_house, files)
    device = field_house.device(stranger)
    acts: tuple[Callable[[], BlobStanding], ...] = (
        lambda: blobs.standing(device, DIGEST),
        lambda: blobs.append(device, DIGEST, 0, SLIP),
        lambda: blobs.lose(device, DIGEST, "missing"),
        lambda: blobs.standing(field_house.device(owner), "f" * 64),
    )
    for act in acts:
        with pytest.raises(Refusal) as refused:
            act()
        assert (refused.value.code, refused.value.status) == ("blob_unknown", 404)
    stranger.deposit(fresh_id(), 16_800, SLIP)
    field_house.verdicts(stranger)
    assert blobs.append(field_house.device(stranger), DIGEST, 0, SLIP).complete
    assert blobs.standing(field_house.device(owner), DIGEST).offset == 0


def test_whatever_verdict_an_entry_gets_its_pictures_are_wanted_oldest_first(
    field_house: IntakeHouse, files: DyingFiles
) -> None:
    laptop = named(field_house, SLIP)
    field_house.clock.at = field_house.clock.at.replace(minute=30)
    later = [picture(seed=seed) for seed in range(2, 6)]
    laptop.deposit(fresh_id(), 16_800, *later, SLIP)
    too_large = Blob(sha256="e" * 64, length=LARGEST_BLOB + 1)
    body = Reprint(receipt=fresh_id(), number=str(ReceiptNumber(laptop.device, 1, 1)), copy_number=2)
    laptop.seal(EntryKind.REPRINT, fresh_id(), body, blobs=(too_large,))
    field_house.verdicts(laptop)
    wanted = greeted(field_house, laptop).wanted_blobs
    assert wanted == (DIGEST, *sorted(sha256_hex(one) for one in later))
    many = [picture(20, seed) for seed in range(100, 230)]
    for first in range(0, 130, 26):
        laptop.deposit(fresh_id(), 16_800, *many[first : first + 26])
    field_house.verdicts(laptop)
    assert len(greeted(field_house, laptop).wanted_blobs) == 100


def test_what_a_laptop_has_lost_is_noted_until_it_comes_after_all(
    field_house: IntakeHouse, files: DyingFiles
) -> None:
    laptop = named(field_house, SLIP)
    blobs, device = blobs_of(field_house, files), field_house.device(laptop)
    blobs.append(device, DIGEST, 0, SLIP[:10])
    assert blobs.lose(device, DIGEST, "damaged").offset == 10
    with field_house.store.reading() as tx:
        row = tx.blobs.blob(laptop.device, DIGEST)
    assert row is not None
    assert (row.lost, row.lost_at) == ("damaged", field_house.clock.at)
    assert greeted(field_house, laptop).wanted_blobs == ()
    assert blobs.append(device, DIGEST, 10, SLIP[10:]).complete
    assert blobs.lose(device, DIGEST, "missing").complete
    with field_house.store.reading() as tx:
        row = tx.blobs.blob(laptop.device, DIGEST)
    assert row is not None
    assert (row.lost, row.lost_at) == (None, None)


@pytest.mark.parametrize("at", ["before", "middle", "behind", "reading"])
@pytest.mark.parametrize("reached", [0, 400])
def test_a_server_that_dies_counts_only_what_it_had_acknowledged(
    field_house: IntakeHouse, files: DyingFiles, at: str, reached: int
) -> None:
    laptop = named(field_house, SLIP)
    blobs, device = blobs_of(field_house, files), field_house.device(laptop)
    if reached:
        blobs.append(device, DIGEST, 0, SLIP[:reached])
    files.at = at
    with pytest.raises(Died):
        blobs.append(device, DIGEST, reached, SLIP[reached:])
    again = blobs_of(field_house, files)
    assert again.standing(device, DIGEST).offset == reached
    assert again.append(device, DIGEST, reached, SLIP[reached:900]).offset == 900
    assert again.append(device, DIGEST, 900, SLIP[900:]).complete
    assert files.read(laptop.device, DIGEST) == SLIP


def test_a_server_that_dies_between_row_and_answer_goes_on_behind_the_piece(
    field_house: IntakeHouse, files: DyingFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = named(field_house, SLIP)
    blobs, device = blobs_of(field_house, files), field_house.device(laptop)
    put = Blobs._put

    def dies(self: Blobs, blob: object) -> None:
        put(self, blob)  # type: ignore[arg-type]
        raise Died

    with monkeypatch.context() as patch:
        patch.setattr(Blobs, "_put", dies)
        with pytest.raises(Died):
            blobs.append(device, DIGEST, 0, SLIP[:700])
    assert blobs_of(field_house, files).standing(device, DIGEST).offset == 700


@pytest.mark.parametrize("at", ["dropping", "dropped"])
def test_a_server_that_dies_throwing_away_has_thrown_away(
    field_house: IntakeHouse, files: DyingFiles, at: str
) -> None:
    laptop = named(field_house, SLIP)
    blobs, device = blobs_of(field_house, files), field_house.device(laptop)
    files.at = at
    with pytest.raises(Died):
        blobs.append(device, DIGEST, 0, bytes(1_000))
    again = blobs_of(field_house, files)
    assert again.standing(device, DIGEST).offset == 0
    assert again.append(device, DIGEST, 0, SLIP).complete


def test_a_folder_that_was_set_back_is_filled_again(field_house: IntakeHouse, files: DyingFiles) -> None:
    kept, cut, gone = picture(seed=7), picture(seed=8), picture(seed=9)
    laptop = named(field_house, kept, cut, gone)
    blobs, device = blobs_of(field_house, files), field_house.device(laptop)
    for one in (kept, cut, gone):
        blobs.append(device, sha256_hex(one), 0, one)
    assert blobs.recheck() == 0
    files.append(laptop.device, sha256_hex(cut), 300, b"")
    files.drop(laptop.device, sha256_hex(gone))
    assert blobs.recheck() == 2
    assert set(greeted(field_house, laptop).wanted_blobs) == {sha256_hex(cut), sha256_hex(gone)}
    assert blobs.standing(device, sha256_hex(cut)).offset == 300
    assert blobs.append(device, sha256_hex(cut), 300, cut[300:]).complete
    assert blobs.standing(device, sha256_hex(kept)).complete


def test_a_file_that_goes_while_the_server_runs_is_asked_for_anew(
    field_house: IntakeHouse, files: DyingFiles
) -> None:
    laptop = named(field_house, SLIP)
    blobs, device = blobs_of(field_house, files), field_house.device(laptop)
    blobs.append(device, DIGEST, 0, SLIP)
    files.drop(laptop.device, DIGEST)
    standing = blobs.standing(device, DIGEST)
    assert (standing.offset, standing.complete) == (0, False)
    blobs.lose(device, DIGEST, "missing")
    assert blobs.append(device, DIGEST, 0, SLIP).complete


def test_a_disk_that_does_not_serve_says_later(
    field_house: IntakeHouse, files: DyingFiles, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = named(field_house, SLIP)
    blobs = blobs_of(field_house, files)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "append", full)
        refused = refusal(blobs, field_house, laptop, 0, SLIP)
    assert (refused.code, refused.status, refused.data) == ("store_unavailable", 503, {"seconds": 30})
    assert blobs.append(field_house.device(laptop), DIGEST, 0, SLIP).complete


def test_two_laptops_of_a_device_make_one_picture(field_house: IntakeHouse, files: DyingFiles) -> None:
    """Copies of a store send the same picture at once: each piece is taken once, and both learn where it stands."""
    large = picture(64_000)
    laptop = named(field_house, large)
    blobs, device, digest = blobs_of(field_house, files), field_house.device(laptop), sha256_hex(large)
    taken: list[int] = []
    codes: set[str] = set()

    def send() -> None:
        offset = blobs.standing(device, digest).offset
        while offset < len(large):
            try:
                offset = blobs.append(device, digest, offset, large[offset : offset + 4_000]).offset
                taken.append(offset)
            except Refusal as refused:
                codes.add(refused.code)
                offset = int(str(refused.data["offset"]))

    if field_house.url:
        threads = [threading.Thread(target=send) for _ in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        send()
    assert codes <= {"offset_differs"}
    assert sorted(set(taken)) == list(range(4_000, 64_001, 4_000))
    assert hashlib.sha256(files.read(laptop.device, digest)).hexdigest() == digest
    assert blobs.standing(device, digest).complete
