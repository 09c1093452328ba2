"""What the server says it lacks goes up once more, whole actions at a time, and no status changes by it."""

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage import entry_status, journal, outbox
from perisai_desktop.storage.journal import StoredEntry
from sync.client.replies import BatchReply, NoNetwork
from sync.protocol.batch import PackedBatch, unpack
from sync.protocol.messages import Mark, SequenceRange
from sync.protocol.signatures import SigningKey
from sync.rules.states import ClientState
from tests.support.desks import HandClock, filled_draft
from tests.support.wires import ScriptedWire


@pytest.fixture
def store(desk: AgentDesk, key: SigningKey, clock: HandClock) -> SyncStore:
    """Two enrolments that were acknowledged: seq 1 to 8, nothing in the outbox."""
    desk.enrolling.enrol(filled_draft(desk))
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891")
    )
    made = SyncStore(desk.enrolling.database, Pen("0Q2FK", 1, key, clock), RulesInUse(desk.reference))
    assert Syncing(made, ScriptedWire(), Line()).run().sent == 8
    assert made.waiting() == 0
    return made


def written(store: SyncStore) -> tuple[StoredEntry, ...]:
    with store.database.reading() as session:
        return tuple(journal.replay(session))


def mark(store: SyncStore, seq: int) -> Mark:
    """The server's mark at a place of this chain; 0 is a server that has nothing."""
    digest = written(store)[seq - 1].hash if seq else "0" * 64
    return Mark(device="0Q2FK", epoch=1, seq=seq, head_hash=digest)


@pytest.mark.parametrize(
    ("seq", "gaps", "again"),
    [
        (8, [], []),
        (8, [(2, 2)], [1, 2, 3, 4]),
        (8, [(4, 5)], [1, 2, 3, 4, 5, 6, 7, 8]),
        (6, [], [5, 6, 7, 8]),
        (4, [(1, 1)], [1, 2, 3, 4, 5, 6, 7, 8]),
        (0, [], [1, 2, 3, 4, 5, 6, 7, 8]),
    ],
    ids=["nothing", "gap", "gap_over_two_actions", "above_the_mark", "both", "all"],
)
def test_what_is_missing_goes_up_again(
    store: SyncStore, seq: int, gaps: list[tuple[int, int]], again: list[int]
) -> None:
    missing = tuple(SequenceRange(epoch=1, first_seq=first, last_seq=last) for first, last in gaps)
    wire = ScriptedWire(known=(mark(store, seq),), missing=missing)
    assert Syncing(store, wire, Line()).run().sent == len(again)
    sent = [entry.hash for batch in wire.batches for entry in unpack(batch.body).entries]
    assert sent == [written(store)[place - 1].hash for place in again]
    assert store.waiting() == 0


def test_statuses_stand_while_it_waits_again(store: SyncStore) -> None:
    class Deaf(ScriptedWire):
        seen: set[ClientState] = set()

        def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
            with store.database.reading() as session:
                self.seen = {
                    found.client
                    for entry in written(store)
                    if (found := entry_status.status(session, entry.entry_id)) is not None
                }
            return NoNetwork("connection", batch.batch_id)

    wire = Deaf(known=(mark(store, 4),))
    syncing = Syncing(store, wire, Line())
    with pytest.raises(Failure) as down:
        syncing.run()
    assert down.value.code is FailureCode.NO_NETWORK
    assert wire.seen == {ClientState.ACKNOWLEDGED}
    with store.database.reading() as session:
        assert outbox.queue(session).entries == 4
    assert Syncing(store, ScriptedWire(known=(mark(store, 4),)), Line()).run().sent == 4


def test_a_chain_in_dispute_is_not_sent_again(store: SyncStore) -> None:
    other = Mark(device="0Q2FK", epoch=1, seq=4, head_hash="a" * 64)
    wire = ScriptedWire(known=(other,))
    assert Syncing(store, wire, Line()).run().sent == 0
    assert store.pen.gate.closed
    assert wire.batches == []
