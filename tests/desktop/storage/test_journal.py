"""The journal keeps entries as their own bytes, in one chain, and lets nobody change them."""

import dataclasses
import json

import pytest
from sqlalchemy.exc import IntegrityError

from perisai_desktop.storage import actions, journal
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.journal import Restored, SealedEntry
from perisai_desktop.storage.mark import Mark
from sync.protocol.entry import decode
from tests.support.sample_bodies import AT, identifier
from tests.support.sample_entries import DEVICE, SampleJournal, every_kind
from tests.support.stores import grouped, store_all


def test_entries_come_back_as_the_bytes_that_were_sealed(store: Database) -> None:
    written = every_kind()
    store_all(store, written)
    with store.reading() as session:
        stored = list(journal.replay(session))
        assert journal.length(session) == len(written.entries)
    assert [entry.sealed for entry in stored] == written.entries
    for entry in stored:
        envelope = decode(entry.raw, entry.personal).envelope
        assert (entry.entry_id, entry.action_id, entry.kind) == (
            envelope.entry_id,
            envelope.action_id,
            envelope.kind,
        )
        assert (entry.device, entry.epoch, entry.seq) == (envelope.device, envelope.epoch, envelope.seq)
        assert (entry.prev_hash, entry.personal_hash) == (envelope.prev_hash, envelope.personal_hash)
        assert (entry.worker_id, entry.recorded_at) == (envelope.worker_id, envelope.recorded_at)
        assert entry.value["entry_id"] == envelope.entry_id
        assert (entry.personal_value is None) == (entry.personal is None)


def test_reads_by_entry_action_and_worker(store: Database) -> None:
    written = every_kind()
    store_all(store, written)
    with store.reading() as session:
        first = journal.entry(session, written.ids[0])
        assert first is not None
        assert [one.entry_id for one in journal.of_action(session, first.action_id)] == written.ids[:4]
        about = journal.of_worker(session, identifier(7))
        assert [one.kind for one in about][:5] == [
            "enrolment",
            "consent",
            "contribution",
            "receipt",
            "correction",
        ]
        assert journal.entry(session, identifier(1)) is None
        assert journal.has_hash(session, first.entry_id, first.hash)
        assert not journal.has_hash(session, first.entry_id, "0" * 64)


def test_the_head_and_the_newest_instant(store: Database) -> None:
    with store.reading() as session:
        assert journal.head(session, DEVICE, 1) is None
        assert journal.newest_recorded_at(session) is None
        assert journal.heads(session) == ()
    written = every_kind()
    store_all(store, written)
    with store.reading() as session:
        top = journal.head(session, DEVICE, 1)
        assert top == journal.Head(len(written.entries), written.entries[-1].hash)
        assert journal.heads(session) == (Mark(DEVICE, 1, top.seq, top.hash),)
        newest = journal.entry(session, written.ids[-1])
        assert newest is not None
        assert journal.newest_recorded_at(session) == newest.recorded_at


def test_a_store_behind_its_mark_is_noticed(store: Database) -> None:
    written = every_kind()
    store_all(store, written)
    last = len(written.entries)
    with store.reading() as session:
        assert not journal.behind(session, Mark(DEVICE, 1, last, written.entries[-1].hash))
        assert not journal.behind(session, Mark(DEVICE, 1, last - 2, written.entries[-3].hash))
        assert journal.behind(session, Mark(DEVICE, 1, last + 1, "0" * 64))
        assert journal.behind(session, Mark(DEVICE, 1, last, "0" * 64))


@pytest.mark.parametrize("table", ["journal", "feed_row", "acknowledgement", "purge", "action_source"])
def test_immutable_rows_can_be_neither_changed_nor_deleted(store: Database, table: str) -> None:
    with store.reading() as session:
        triggers = session.connection().exec_driver_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        )
        assert {f"{table}_no_update", f"{table}_no_delete"} <= set(triggers.scalars())


@pytest.mark.parametrize("deed", ["UPDATE journal SET kind = 'receipt'", "DELETE FROM journal"])
def test_an_entry_can_be_neither_changed_nor_deleted(store: Database, deed: str) -> None:
    store_all(store, every_kind())
    with pytest.raises(IntegrityError, match="journal rows never change"), store.transaction() as session:
        session.connection().exec_driver_sql(deed)


def _tampered(entry: SealedEntry, **change: object) -> SealedEntry:
    value = json.loads(entry.raw) | change
    return SealedEntry.of(json.dumps(value).encode(), entry.personal)


def test_what_does_not_follow_the_head_is_refused(store: Database) -> None:
    written = SampleJournal()
    written.enrol(7)
    first, second = written.entries[0], written.entries[1]
    cases = {
        "number": [second],
        "predecessor's hash": [first, _tampered(second, prev_hash="0" * 64)],
        "hash is not": [dataclasses.replace(first, hash="0" * 64)],
        "personal part": [dataclasses.replace(first, personal=b"{}")],
    }
    for words, entries in cases.items():
        with pytest.raises(ValueError, match=words), store.transaction() as session:
            journal.append(session, entries)
    with pytest.raises(ValueError, match="number"), store.transaction() as session:
        journal.append(session, [first, _tampered(second, device="0ZZZZ")])
    with store.reading() as session:
        assert journal.length(session) == 0


def test_nothing_to_append_is_nothing(store: Database) -> None:
    with store.transaction() as session:
        assert journal.append(session, []) == ()
    with pytest.raises(ValueError, match="one id"), store.transaction() as session:
        actions.store(session, [], AT)


def test_entries_of_two_actions_are_not_one_action(store: Database) -> None:
    written = SampleJournal()
    written.enrol(7)
    written.enrol(8)
    with pytest.raises(ValueError, match="one id"), store.transaction() as session:
        actions.store(session, written.entries, AT)
    with store.reading() as session:
        assert journal.length(session) == 0


def test_own_entries_come_back_to_their_old_place(store: Database) -> None:
    written = every_kind()
    with store.transaction() as session:
        for place in (2, 0, 1):
            sealed = written.entries[place]
            entry = journal.read_record(sealed.raw, sealed.personal, 10 + place)
            assert entry is not None
            assert journal.restore(session, entry) is Restored.INSERTED
            assert journal.restore(session, entry) is Restored.KNOWN
        assert journal.head(session, DEVICE, 1) == journal.Head(3, written.entries[2].hash)
        assert [one.seq for one in journal.replay(session)] == [1, 2, 3]
    store_all_from = grouped(written.entries[3:])
    with store.transaction() as session:
        journal.append(session, store_all_from[0])


def test_a_chain_reaches_as_far_as_it_has_no_hole(store: Database) -> None:
    written = every_kind()
    reached = []
    with store.transaction() as session:
        assert journal.unbroken(session) == ()
        for place in (2, 0, 3, 1):
            sealed = written.entries[place]
            entry = journal.read_record(sealed.raw, sealed.personal, 10 + place)
            assert entry is not None
            journal.restore(session, entry)
            reached.append(journal.unbroken(session))
    hashes = [entry.hash for entry in written.entries]
    first, whole = Mark(DEVICE, 1, 1, hashes[0]), Mark(DEVICE, 1, 4, hashes[3])
    assert reached == [(), (first,), (first,), (whole,)]


def test_content_that_contradicts_the_journal_is_a_fork(store: Database) -> None:
    mine, other = SampleJournal(), SampleJournal(_first=9_000)
    mine.enrol(7)
    other.enrol(8)
    with store.transaction() as session:
        journal.append(session, mine.entries[:2])
        for sealed in (other.entries[0], other.entries[2]):
            entry = journal.read_record(sealed.raw, sealed.personal, 50)
            assert entry is not None
            assert journal.restore(session, entry) is Restored.FORK
        assert journal.length(session) == 2


def test_an_entry_whose_successor_names_another_is_a_fork(store: Database) -> None:
    mine, other = SampleJournal(), SampleJournal(_first=9_000)
    mine.enrol(7)
    other.enrol(8)
    with store.transaction() as session:
        for journal_of, place, expected in (
            (mine, 1, Restored.INSERTED),
            (other, 0, Restored.FORK),
            (mine, 0, Restored.INSERTED),
        ):
            sealed = journal_of.entries[place]
            entry = journal.read_record(sealed.raw, sealed.personal, 60 + place)
            assert entry is not None
            assert journal.restore(session, entry) is expected


def test_bytes_that_are_no_entry_are_not_read(store: Database) -> None:
    written = every_kind()
    assert journal.read_record(b"{}", None, 1) is None
    assert journal.read_record(written.entries[0].raw, b"{}", 1) is None


def test_every_chain_ends_where_it_ends(store: Database) -> None:
    chains = [
        SampleJournal(epoch=1),
        SampleJournal(epoch=2, _first=2_000),
        SampleJournal("7Q2FM", epoch=2, _first=3_000),
    ]
    for workers, chain in enumerate(chains, start=1):
        for worker in range(workers):
            number = 10 * workers + worker
            chain.enrol(100 + number, nik=f"32080448109300{number}", name=f"Pedagang {number}")
    with store.transaction() as session:
        entries = [entry for chain in reversed(chains) for entry in chain.entries]
        for step, sealed in enumerate(entries, start=1):
            found = journal.read_record(sealed.raw, sealed.personal, step)
            assert found is not None
            journal.restore(session, found)
        assert journal.heads(session) == tuple(
            Mark(chain.device, chain.epoch, 4 * workers, chain.entries[-1].hash)
            for workers, chain in enumerate(chains, start=1)
        )
