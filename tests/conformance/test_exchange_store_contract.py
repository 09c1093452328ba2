"""The store of a run: the encrypted one of the program and the one of the simulation keep the same contract."""

from __future__ import annotations

from perisai_desktop.domain.exchange import Queued
from sync.client.actions import ApplyRows, Settle
from sync.protocol.batch import unpack
from sync.protocol.messages import (
    Mark,
    SequenceRange,
)
from sync.rules.states import VerdictKind
from tests.support.exchange_stores import (
    KEY,
    ONE,
    PROOF,
    Furnished,
    decision,
    taken,
    told,
    verdicts,
)


def test_everything_written_waits_and_is_marked(furnished: Furnished) -> None:
    store = furnished.store
    assert store.waiting() == 8
    queued = store.queued()
    assert (queued.actions, queued.rupiah) == (2, 2 * 33_600)
    assert queued.bytes > 8 * 300
    assert store.cursor() == 0
    hello = store.hello()
    assert [(mark.epoch, mark.seq) for mark in hello.marks] == [(1, 8)]
    assert (hello.queue_entries, hello.queue_rupiah) == (8, 67_200)
    assert set(furnished.states().values()) == {("sealed", None)}


def test_a_batch_holds_whole_actions_and_leases_them(furnished: Furnished) -> None:
    store = furnished.store
    first, second = taken(store, ONE), taken(store, ONE)
    assert [len(batch.hashes) for batch in (first, second)] == [4, 4]
    assert store.batch(ONE) is None
    assert store.waiting() == 0
    unpacked = unpack(first.body, 1024 * 1024)
    assert unpacked.signed_by(KEY.public)
    assert (unpacked.manifest.first_seq, unpacked.manifest.last_seq) == (1, 4)


def test_what_is_released_waits_again_in_its_old_order(furnished: Furnished) -> None:
    store = furnished.store
    first = taken(store, ONE)
    store.release(first.batch_id)
    assert store.waiting() == 8
    assert taken(store, ONE).hashes == first.hashes


def test_a_lease_ends_with_the_process_that_took_it(furnished: Furnished) -> None:
    before = taken(furnished.store)
    reopened = furnished.again()
    assert reopened.waiting() == 8
    assert taken(reopened).hashes == before.hashes


def test_an_acknowledgement_settles_what_it_names_by_hash(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store, ONE)
    answer = verdicts(batch)
    other = answer.acknowledgement.verdicts[0].model_copy(update={"hash": "f" * 64})
    altered = answer.acknowledgement.model_copy(
        update={"verdicts": (other, *answer.acknowledgement.verdicts[1:])}
    )
    assert store.settle(Settle(altered, PROOF)) == 3
    states = furnished.states()
    assert states[1] == ("sealed", None)
    assert {states[seq] for seq in (2, 3, 4)} == {("acknowledged", "received")}
    assert store.waiting() == 5


def test_a_replay_changes_nothing(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store)
    answer = verdicts(batch, VerdictKind.NEEDS_FIX)
    assert store.settle(answer) == 8
    before = furnished.states()
    assert store.settle(answer) == 8
    assert furnished.states() == before
    assert set(before.values()) == {("task", "returned")}
    assert (store.waiting(), store.queued()) == (0, Queued(0, 0, 0))


def test_the_later_word_stands_whichever_comes_first(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store)
    row = decision(batch, 0, 20, "approved")
    assert store.apply(ApplyRows((row,), 20, PROOF)) == (1, 1)
    assert store.settle(verdicts(batch)) == 8
    assert furnished.states()[1] == ("approved", "approved")
    assert store.cursor() == 20


def test_rows_are_applied_once_and_move_the_cursor(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store)
    store.settle(verdicts(batch))
    rows = (decision(batch, 0, 20, "returned"), decision(batch, 4, 21, "refused"))
    assert store.apply(ApplyRows(rows, 21, PROOF)) == (2, 2)
    assert store.apply(ApplyRows(rows, 21, PROOF)) == (0, 0)
    states = furnished.states()
    assert (states[1], states[5]) == (("task", "returned"), ("refused", "refused"))
    assert store.apply(ApplyRows((), 30, PROOF)) == (0, 0)
    assert store.cursor() == 30


def test_a_decision_on_other_content_changes_nothing(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store)
    store.settle(verdicts(batch))
    store.apply(ApplyRows((decision(batch, 0, 20, "approved", "f" * 64),), 20, PROOF))
    assert furnished.states()[1] == ("acknowledged", "received")


def test_what_the_server_lacks_waits_again_by_whole_actions(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store)
    store.settle(verdicts(batch))
    head = store.hello().marks[0]
    assert store.compare(told((head,))) == 0
    gap = SequenceRange(epoch=1, first_seq=2, last_seq=2)
    assert store.compare(told((head,), (gap,))) == 4
    assert store.waiting() == 4
    assert taken(store).hashes == batch.hashes[:4]


def test_a_chain_in_dispute_is_not_sent_again(furnished: Furnished) -> None:
    store = furnished.store
    store.settle(verdicts(taken(store)))
    other = Mark(device=furnished.device, epoch=1, seq=4, head_hash="e" * 64)
    gap = SequenceRange(epoch=1, first_seq=2, last_seq=2)
    assert store.compare(told((other,), (gap,))) == 0
    assert store.waiting() == 0
