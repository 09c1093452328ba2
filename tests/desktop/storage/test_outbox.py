"""The outbox leases whole actions, oldest first, and only what a verdict names by its content leaves it."""

import json
from datetime import timedelta
from pathlib import Path

from perisai_desktop.storage import acknowledgements, entry_status, journal, outbox
from perisai_desktop.storage.database import Database, Session
from sync.rules.states import ClientState, Counter, ReviewState, VerdictKind
from tests.support.sample_bodies import AT, identifier
from tests.support.sample_entries import SampleJournal
from tests.support.stores import acknowledge, open_store, store_all


def _market(workers: int) -> SampleJournal:
    journal = SampleJournal()
    for worker in range(workers):
        journal.enrol(100 + worker, nik=f"32080448109300{worker:02d}", name=f"Pedagang {worker}")
    return journal


def _client(session: Session, entry_id: str) -> ClientState:
    status = entry_status.status(session, entry_id)
    assert status is not None
    return status.client


def test_whole_actions_leave_oldest_first(store: Database) -> None:
    journal = _market(3)
    store_all(store, journal)
    with store.transaction() as session:
        assert outbox.lease(session, identifier(1), 7, 10**6) == tuple(journal.entries[:4])
        assert outbox.waiting(session) == 8
        assert outbox.lease(session, identifier(2), 100, 10**6) == tuple(journal.entries[4:])
        assert outbox.lease(session, identifier(3), 100, 10**6) == ()
        assert outbox.waiting(session) == 0


def test_what_came_back_after_later_entries_leaves_in_the_order_of_the_chain(store: Database) -> None:
    entries = _market(2).entries
    first, second = entries[:4], entries[4:]
    with store.transaction() as session:
        for step, sealed in enumerate((*second, *first), start=1):
            entry = journal.read_record(sealed.raw, sealed.personal, step)
            assert entry is not None
            assert journal.restore(session, entry) is journal.Restored.INSERTED
        assert outbox.put_back(session, SampleJournal().device, 1, 1, 8) == 8
    with store.transaction() as session:
        in_files = [entry.hash for batch in outbox.unsettled(session, 100, 10**6) for entry in batch]
        sent = [entry.hash for entry in outbox.lease(session, identifier(1), 100, 10**6)]
    assert sent == in_files == [entry.hash for entry in (*first, *second)]


def test_an_action_that_is_larger_than_the_batch_goes_alone(store: Database) -> None:
    journal = _market(2)
    store_all(store, journal)
    with store.transaction() as session:
        assert outbox.lease(session, identifier(1), 1, 10**6) == tuple(journal.entries[:4])
        assert outbox.lease(session, identifier(2), 100, 10) == tuple(journal.entries[4:])


def test_bytes_bound_a_batch(store: Database) -> None:
    journal = _market(3)
    store_all(store, journal)
    two = sum(len(entry.raw) + len(entry.personal or b"") for entry in journal.entries[:8])
    with store.transaction() as session:
        assert len(outbox.lease(session, identifier(1), 100, two)) == 8
        outbox.release(session, identifier(1))
        assert len(outbox.lease(session, identifier(1), 100, two - 1)) == 4


def test_giving_everything_back_writes_only_what_was_leased(store: Database) -> None:
    store_all(store, _market(2))
    with store.transaction() as session:

        def rows_written() -> int:
            return int(session.connection().exec_driver_sql("SELECT total_changes()").scalar_one())

        before = rows_written()
        outbox.release_all(session)
        assert rows_written() == before
        outbox.lease(session, identifier(1), 4, 10**6)
        before = rows_written()
        outbox.release_all(session)
        assert rows_written() == before + 4
        assert outbox.waiting(session) == 8


def test_an_empty_outbox_has_nothing_to_send(store: Database) -> None:
    with store.transaction() as session:
        assert outbox.lease(session, identifier(1), 100, 10**6) == ()
        assert outbox.queue(session) == outbox.Queue(0, 0, 0, 0, None)
        outbox.remove(session, ())


def test_a_batch_holds_one_epoch(store: Database) -> None:
    first, second = _market(1), SampleJournal(epoch=2, _first=6_000)
    second.enrol(9)
    store_all(store, first)
    store_all(store, second)
    with store.transaction() as session:
        assert outbox.lease(session, identifier(1), 100, 10**6) == tuple(first.entries)
        assert outbox.lease(session, identifier(2), 100, 10**6) == tuple(second.entries)


def test_a_lease_reads_as_sending_and_after_a_crash_as_sealed(store: Database, tmp_path: Path) -> None:
    journal = _market(1)
    store_all(store, journal)
    with store.transaction() as session:
        outbox.lease(session, identifier(1), 100, 10**6)
    with store.reading() as session:
        assert _client(session, journal.ids[0]) is ClientState.SENDING
    later = open_store(tmp_path)
    with later.transaction() as session:
        assert _client(session, journal.ids[0]) is ClientState.SEALED
        assert outbox.waiting(session) == 4
        assert len(outbox.lease(session, identifier(2), 100, 10**6)) == 4
        outbox.release_all(session)
        assert outbox.waiting(session) == 4
    later.close()


def test_release_gives_back_what_was_not_settled(store: Database) -> None:
    journal = _market(1)
    store_all(store, journal)
    with store.transaction() as session:
        outbox.lease(session, identifier(1), 100, 10**6)
        outbox.release(session, identifier(1))
        assert _client(session, journal.ids[0]) is ClientState.SEALED
        assert outbox.waiting(session) == 4


def test_the_queue_in_figures(store: Database) -> None:
    journal = _market(2)
    store_all(store, journal)
    with store.reading() as session:
        queue = outbox.queue(session)
    volume = sum(len(entry.raw) + len(entry.personal or b"") for entry in journal.entries)
    assert queue == outbox.Queue(8, 2, volume, 50_400, AT + timedelta(minutes=1))


def test_an_acknowledgement_settles_what_it_names(store: Database) -> None:
    journal = _market(2)
    store_all(store, journal)
    answer = acknowledge(journal.entries[:4], batch=1)
    with store.transaction() as session:
        outbox.lease(session, answer.batch_id, 100, 10**6)
        assert outbox.settle(session, answer, b'{"a":1}', b"s" * 64, "r", AT) == outbox.Settled(4, 0)
    with store.reading() as session:
        assert [_client(session, one) for one in journal.ids[:4]] == [ClientState.ACKNOWLEDGED] * 4
        assert [_client(session, one) for one in journal.ids[4:]] == [ClientState.SEALED] * 4
        assert outbox.queue(session).entries == outbox.waiting(session) == 4
        proof = acknowledgements.newest(session)
        assert proof is not None
        assert (proof.batch_id, proof.entries, proof.raw) == (answer.batch_id, 4, b'{"a":1}')
        counted = entry_status.tallies(session)
    assert (counted[Counter.UNSENT].count, counted[Counter.WAITING].count) == (1, 1)


def test_a_verdict_on_other_content_changes_nothing(store: Database) -> None:
    journal = _market(1)
    store_all(store, journal)
    answer = acknowledge(journal.entries)
    foreign = answer.model_copy(
        update={"verdicts": tuple(v.model_copy(update={"hash": "f" * 64}) for v in answer.verdicts)}
    )
    with store.transaction() as session:
        assert outbox.settle(session, foreign, b"{}", b"s" * 64, "r", AT) == outbox.Settled(0, 4)
        assert _client(session, journal.ids[0]) is ClientState.SEALED
        assert outbox.waiting(session) == 4


def test_a_replay_settles_and_never_turns_back_a_decision(store: Database) -> None:
    journal = _market(1)
    store_all(store, journal)
    replay = acknowledge(journal.entries, VerdictKind.SAME, position=10, original=VerdictKind.ACCEPTED)
    with store.transaction() as session:
        assert outbox.settle(session, replay, b"{}", b"s" * 64, "r", AT).entries == 4
        assert outbox.waiting(session) == 0
        move = entry_status.Move(journal.ids[0], "enrolment", ReviewState.APPROVED, 50)
        entry_status.move(session, (move,), AT)
        assert outbox.settle(session, replay, b"{}", b"s" * 64, "r", AT).entries == 4
        assert _client(session, journal.ids[0]) is ClientState.APPROVED
        assert acknowledgements.count(session) == 1


def test_a_replay_without_the_verdict_that_stands_settles_nothing(store: Database) -> None:
    journal = _market(1)
    store_all(store, journal)
    bare = acknowledge(journal.entries, VerdictKind.SAME)
    with store.transaction() as session:
        assert outbox.settle(session, bare, b"{}", b"s" * 64, "r", AT) == outbox.Settled(0, 4)
        assert outbox.waiting(session) == 4


def test_every_verdict_leads_to_its_state(store: Database) -> None:
    expected = {
        VerdictKind.ACCEPTED: (ClientState.ACKNOWLEDGED, ReviewState.RECEIVED),
        VerdictKind.ACCEPTED_REVIEW: (ClientState.ACKNOWLEDGED, ReviewState.FLAGGED),
        VerdictKind.PARKED: (ClientState.ACKNOWLEDGED, ReviewState.PARKED),
        VerdictKind.NEEDS_FIX: (ClientState.TASK, ReviewState.RETURNED),
        VerdictKind.REFUSED: (ClientState.REFUSED, ReviewState.REFUSED),
        VerdictKind.HELD: (ClientState.ACKNOWLEDGED, ReviewState.HELD),
        VerdictKind.DUPLICATE: (ClientState.TASK, ReviewState.DUPLICATE),
        VerdictKind.CONFLICT: (ClientState.ACKNOWLEDGED, ReviewState.FLAGGED),
        VerdictKind.ID_CONFLICT: (ClientState.ACKNOWLEDGED, ReviewState.HELD),
        VerdictKind.UNSUPPORTED: (ClientState.ACKNOWLEDGED, ReviewState.HELD),
    }
    journal = _market(len(expected))
    store_all(store, journal)
    for place, (kind, states) in enumerate(expected.items()):
        entry = journal.entries[4 * place]
        answer = acknowledge([entry], kind, position=place + 1, batch=20 + place, code="why", field="nik")
        with store.transaction() as session:
            outbox.settle(session, answer, b"{}", b"s" * 64, "r", AT)
            status = entry_status.status(session, json.loads(entry.raw)["entry_id"])
            assert status is not None
            assert (status.client, status.review) == states
            assert (status.verdict, status.reason, status.field) == (kind, "why", "nik")
