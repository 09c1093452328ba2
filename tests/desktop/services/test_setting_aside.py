"""An action at which the server fails every time is kept out of the way, in sight and with its reason."""

from dataclasses import replace

import pytest

from perisai_desktop.domain.exchange import SyncItem
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_items import SET_ASIDE
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from sync.client.actions import SendBatch
from sync.client.replies import BatchReply, ServerFault
from sync.protocol.batch import PackedBatch
from sync.protocol.signatures import SigningKey
from sync.rules.states import ClientState, ReviewState
from tests.support.desks import HandClock, filled_draft
from tests.support.wires import ScriptedWire


class Stumbling(ScriptedWire):
    """A server that fails at every batch with one of these entries in it."""

    poison: frozenset[str] = frozenset()

    def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
        if any(entry_id in self.poison for entry_id, _ in batch.hashes):
            return ServerFault("internal", batch.batch_id)
        return super().put_batch(batch, time_out)


def test_the_rest_goes_and_the_poison_is_named(desk: AgentDesk, key: SigningKey, clock: HandClock) -> None:
    poison = desk.enrolling.enrol(filled_draft(desk))
    other = filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891")
    fine = desk.enrolling.enrol(other)
    store = SyncStore(desk.enrolling.database, Pen("0Q2FK", 1, key, clock), RulesInUse(desk.reference))
    packed = [entry_id for entry_id, _ in _all(store)]
    wire = Stumbling()
    wire.poison = frozenset(packed[:1])
    syncing = Syncing(store, wire, Line())
    with pytest.raises(Failure) as busy:
        syncing.run()
    assert busy.value.code is FailureCode.SERVER_BUSY
    tracking = replace(desk.tracking, aside=syncing.aside)

    def listed() -> tuple[SyncItem, ...]:
        return tracking.items(tracking.overview().listing)

    assert [item.reason for item in listed()] == [None, None]

    assert syncing.run().sent == 4
    seen = {item.receipt_number: (item.client, item.review, item.reason) for item in listed()}
    assert seen == {
        poison.number: (ClientState.SEALED, None, SET_ASIDE),
        fine.number: (ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, None),
    }
    assert desk.counting.strip().unsent.count == 1

    wire.poison = frozenset()
    assert syncing.run().sent == 4
    assert {item.reason for item in listed()} == {None}


def _all(store: SyncStore) -> tuple[tuple[str, str], ...]:
    """Every entry that waits, in order; nothing stays leased."""
    batch = store.batch(SendBatch(100, 1024 * 1024, 1.0))
    assert batch is not None
    store.release_all()
    return batch.hashes
