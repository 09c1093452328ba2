"""Pictures on their way: each once, behind its entry, and kept until the branch holds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from perisai_desktop.storage import actions, feed, outbox, photos, purging
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.photos import PhotoRecord, PhotoState
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.parts import BlobMeaning, PersonalPart
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import Blob
from sync.protocol.kinds import EntryKind
from tests.support.sample_bodies import AT, identifier, salt
from tests.support.sample_entries import SampleJournal
from tests.support.stores import record, store_all

KTP, SLIP, STAMP = b"ktp", b"slip of the bank", b"stamp"


def blob(picture: bytes) -> Blob:
    return Blob(sha256=sha256_hex(picture), length=len(picture))


def deposits(*groups: tuple[bytes, ...]) -> SampleJournal:
    """Deposits, one for each group of pictures."""
    journal = SampleJournal()
    for group in groups:
        body = Deposit(
            receipts=(identifier(800),),
            amount=16_800,
            billing_code="12345678",
            channel="bank",
            slip=sha256_hex(group[0]),
            deposited_at=AT,
            difference=0,
        )
        meanings = tuple(BlobMeaning(sha256=sha256_hex(one), shows="slip") for one in group)
        personal = PersonalPart(salt=salt(7), blobs=meanings)
        journal.add(EntryKind.DEPOSIT, body, personal, blobs=tuple(blob(one) for one in group))
    return journal


def sent(store: Database) -> None:
    """Everything that waits is acknowledged."""
    with store.transaction() as session:
        outbox.remove(session, range(1, 1_000))


def going(store: Database, *aside: bytes, allowed: bool = True) -> PhotoRecord | None:
    with store.reading() as session:
        return photos.going(session, [sha256_hex(one) for one in aside], allowed=allowed)


def hash_going(store: Database, *aside: bytes, allowed: bool = True) -> str | None:
    found = going(store, *aside, allowed=allowed)
    return None if found is None else found.sha256


def test_a_picture_goes_behind_its_entry_oldest_first(store: Database) -> None:
    store_all(store, deposits((SLIP,), (KTP,)))
    assert going(store) is None
    sent(store)
    found = going(store)
    assert found is not None
    assert (found.sha256, found.length, found.state, found.reached) == (
        sha256_hex(SLIP),
        16,
        PhotoState.WAITING,
        0,
    )
    assert hash_going(store, SLIP) == sha256_hex(KTP)
    assert hash_going(store, SLIP, KTP) is None
    assert hash_going(store, allowed=False) is None


def test_one_picture_of_two_entries_is_one(store: Database) -> None:
    journal = deposits((SLIP,), (SLIP, KTP))
    store_all(store, journal)
    with store.reading() as session:
        assert photos.sums(session) == {PhotoState.WAITING: (2, 19, 0)}
        listed = photos.not_arrived(session, 10)
        found = photos.of_actions(session, [one.action_id for one in listed])
    assert [one.sha256 for one in listed] == [sha256_hex(SLIP), sha256_hex(KTP)]
    assert sorted(len(records) for records in found.values()) == [1, 2]


def test_the_servers_word_moves_a_picture(store: Database) -> None:
    store_all(store, deposits((SLIP,)))
    sent(store)
    with store.transaction() as session:
        photos.reach(session, sha256_hex(SLIP), 7, AT, complete=False)
        assert photos.sums(session) == {PhotoState.WAITING: (1, 16, 7)}
        photos.reach(session, sha256_hex(SLIP), 99, AT, complete=False)
        assert photos.sums(session) == {PhotoState.WAITING: (1, 16, 16)}
        photos.reach(session, sha256_hex(SLIP), 16, AT, complete=True)
        assert photos.sums(session) == {PhotoState.ARRIVED: (1, 16, 16)}
        assert photos.not_arrived(session, 10) == ()
    assert going(store) is None
    with store.transaction() as session:
        assert photos.want(session, [sha256_hex(SLIP), "f" * 64], AT) == 1
        assert photos.want(session, [sha256_hex(SLIP)], AT) == 0
        assert photos.sums(session) == {PhotoState.WAITING: (1, 16, 0)}
    assert hash_going(store) == sha256_hex(SLIP)


def test_a_picture_that_failed_goes_behind_the_others(store: Database) -> None:
    store_all(store, deposits((SLIP, KTP)))
    sent(store)
    first = going(store)
    assert first is not None
    with store.transaction() as session:
        photos.fail(session, first.sha256, "blob_differs", AT)
    second = going(store)
    assert second is not None
    assert second.sha256 != first.sha256
    with store.reading() as session:
        assert [one.code for one in photos.not_arrived(session, 10) if one.code] == ["blob_differs"]


def test_a_loss_is_told_once_and_also_where_pictures_may_not_go(store: Database) -> None:
    store_all(store, deposits((SLIP, KTP)))
    sent(store)
    digest = sha256_hex(SLIP)
    with store.transaction() as session:
        photos.lose(session, digest, "damaged", AT)
        photos.fail(session, digest, "server_fault", AT)
        assert [(one.state, one.code) for one in photos.not_arrived(session, 1)] == [
            (PhotoState.LOST, "damaged")
        ]
    assert hash_going(store) == sha256_hex(KTP)
    found = going(store, allowed=False)
    assert found is not None
    assert (found.sha256, found.state, found.told) == (digest, PhotoState.LOST, False)
    with store.transaction() as session:
        photos.tell(session, digest, AT)
    assert going(store, allowed=False) is None
    with store.transaction() as session:
        photos.reach(session, digest, 16, AT, complete=True)
    with store.reading() as session:
        assert photos.sums(session)[PhotoState.ARRIVED] == (1, 16, 16)


def test_a_server_that_forgot_a_loss_is_told_again(store: Database) -> None:
    store_all(store, deposits((SLIP,)))
    sent(store)
    digest = sha256_hex(SLIP)
    with store.transaction() as session:
        photos.lose(session, digest, "missing", AT)
        photos.tell(session, digest, AT)
    assert going(store) is None
    with store.transaction() as session:
        assert photos.want(session, [digest], AT) == 0
    found = going(store)
    assert found is not None
    assert (found.state, found.code, found.told) == (PhotoState.LOST, "missing", False)


def test_a_lost_picture_that_is_taken_again_goes_up(store: Database) -> None:
    journal = deposits((SLIP,), (SLIP,))
    first, second = journal.entries
    with store.transaction() as session:
        actions.store(session, [first], AT)
        photos.lose(session, sha256_hex(SLIP), "missing", AT)
        actions.store(session, [second], AT)
    sent(store)
    found = going(store)
    assert found is not None
    assert (found.state, found.code) == (PhotoState.WAITING, None)


def test_pictures_of_entries_that_come_back_are_elsewhere_until_the_branch_asks(store: Database) -> None:
    journal = deposits((SLIP,))
    feed.apply_page(store, [record(1, journal.entries[0])], 1, AT)
    with store.reading() as session:
        assert photos.sums(session) == {PhotoState.ELSEWHERE: (1, 16, 0)}
    assert going(store) is None
    with store.transaction() as session:
        assert photos.want(session, [sha256_hex(SLIP)], AT) == 1
    assert hash_going(store) == sha256_hex(SLIP)


def test_a_purge_waits_for_pictures_and_takes_those_that_arrived(store: Database, tmp_path: Path) -> None:
    folder = tmp_path / "attachments"
    pictures = Attachments(folder, b"a" * 32)
    journal = deposits((SLIP, STAMP), (SLIP,))
    with store.transaction() as session:
        for one in (SLIP, STAMP):
            pictures.put(session, one, AT)
    store_all(store, journal)
    first, second = journal.ids
    with store.transaction() as session:
        assert purging.purge(session, [first, second], AT) == ()
        photos.reach(session, sha256_hex(STAMP), 5, AT, complete=True)
        assert purging.purge(session, [first], AT) == ()
        photos.reach(session, sha256_hex(SLIP), 16, AT, complete=True)
        assert purging.purge(session, [first], AT, {sha256_hex(STAMP)}) == ()
        assert purging.purge(session, [first], AT) == (first,)
        assert pictures.sweep(session) == 1
        assert pictures.read(session, sha256_hex(SLIP)) == SLIP
        assert purging.purge(session, [second], AT) == (second,)
        assert pictures.sweep(session) == 1
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("harm", ["unlink", "change"])
def test_a_picture_whose_file_was_harmed_is_kept_anew(store: Database, tmp_path: Path, harm: str) -> None:
    folder = tmp_path / "attachments"
    pictures = Attachments(folder, b"a" * 32)
    with store.transaction() as session:
        digest = pictures.put(session, SLIP, AT)
        assert pictures.fault(session, digest) is None
        file = next(folder.iterdir())
        if harm == "unlink":
            file.unlink()
        else:
            file.write_bytes(b"x" * 100)
        assert pictures.fault(session, digest) == ("missing" if harm == "unlink" else "damaged")
        assert pictures.put(session, SLIP, AT) == digest
        assert pictures.read(session, digest) == SLIP
        assert pictures.sweep(session) == 0
        assert pictures.fault(session, "f" * 64) == "missing"


def test_a_file_of_another_picture_is_damaged(store: Database, tmp_path: Path) -> None:
    """A row that names the file of another picture, as a repair by hand may leave it."""
    pictures = Attachments(tmp_path / "attachments", b"a" * 32)
    with store.transaction() as session:
        digest = pictures.put(session, SLIP, AT)
        session.connection().exec_driver_sql("UPDATE attachment SET sha256 = ?", ("e" * 64,))
        assert pictures.fault(session, "e" * 64) == "damaged"
        assert pictures.fault(session, digest) == "missing"
