"""A store that lacks what was written in its epoch is shut until it gets another: both stores of a run alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from perisai_desktop.domain.exchange import Queued
from perisai_desktop.services.stick_exchange import Maker, StickStore, Unsettled, apply_answer, manifest_of
from sync.client.actions import ApplyRows
from sync.client.bundle_answers import BundleAnswer
from sync.protocol.batch import unpack
from sync.protocol.blobs import BlobStanding
from sync.protocol.bundle_answer import BundleStanding
from sync.protocol.messages import (
    EpochGrant,
    Mark,
    SequenceRange,
)
from tests.support.desks import MARKET_DAY
from tests.support.exchange_stores import (
    KEY,
    PROOF,
    Furnished,
    decision,
    records,
    shut,
    taken,
    told,
)


class NoPhotos:
    """A store without pictures."""

    def settle(self, standings: Iterable[BlobStanding]) -> int:
        return len(tuple(standings))


def test_a_server_that_knows_more_closes_the_store_for_good(furnished: Furnished) -> None:
    store = furnished.store
    assert (store.epoch_wanted(), store.hello().epoch_wanted) == (False, None)
    shut(furnished)
    assert store.epoch_wanted()
    assert furnished.write() == ""
    behind = Mark(device=furnished.device, epoch=1, seq=0, head_hash="0" * 64)
    assert store.compare(told((behind,))) == 0
    again = furnished.again()
    assert again.epoch_wanted()
    assert furnished.write() == ""


def test_an_epoch_that_is_over_is_written_in_no_more(furnished: Furnished) -> None:
    store = furnished.store
    assert store.compare(told((), epochs_over=(2,))) == 0
    assert not store.epoch_wanted()
    store.compare(told((), epochs_over=(1,)))
    assert store.epoch_wanted()
    assert furnished.write() == ""


def test_an_epoch_in_which_another_store_wrote_further_is_written_in_no_more(furnished: Furnished) -> None:
    """Nothing of it may have arrived: receipts were printed all the same, and their numbers are used up."""
    store = furnished.store
    for epoch, last in ((2, 9), (1, 8)):
        beyond = SequenceRange(epoch=epoch, first_seq=1, last_seq=last)
        assert store.compare(told((), reported=(beyond,))) == 0
        assert not store.epoch_wanted()
    store.compare(told((), reported=(SequenceRange(epoch=1, first_seq=1, last_seq=9),)))
    assert store.epoch_wanted()
    assert furnished.write() == ""


def test_one_start_asks_under_one_id(furnished: Furnished) -> None:
    shut(furnished)
    wanted = [furnished.store.hello().epoch_wanted for _ in range(2)]
    wanted.append(furnished.again().hello().epoch_wanted)
    assert [(one.leaving, one.reached) for one in wanted if one is not None] == [(1, None)] * 3
    asks = [one.ask for one in wanted if one is not None]
    assert asks[0] == asks[1] != asks[2]


def test_the_epoch_that_was_asked_for_opens_the_store(furnished: Furnished) -> None:
    shut(furnished)
    store = furnished.store
    wanted = store.hello().epoch_wanted
    assert wanted is not None
    start = "a" * 64
    stranger = EpochGrant(ask="01935000-0000-7000-8000-0000000000ff", epoch=2, start_hash=start)
    store.compare(told((), epoch_grant=stranger))
    assert furnished.write() == ""
    store.compare(told((), epochs_over=(1,), epoch_grant=stranger.model_copy(update={"ask": wanted.ask})))
    assert (store.epoch_wanted(), store.hello().epoch_wanted) == (True, None), "one more hello names the head"
    assert [(mark.epoch, mark.seq) for mark in store.hello().marks] == [(1, 8), (2, 0)]
    assert store.hello().marks[-1].head_hash == start
    assert furnished.write().startswith("0Q2FK-02-000001")
    assert [(mark.epoch, mark.seq) for mark in store.hello().marks] == [(1, 8), (2, 4)]
    reopened = furnished.again()
    assert reopened.hello().epoch_wanted is None
    manifest = unpack(taken(reopened).body, 1024 * 1024).manifest
    assert (manifest.epoch, manifest.first_seq, manifest.last_seq) == (1, 1, 8)
    assert unpack(taken(reopened).body, 1024 * 1024).manifest.epoch == 2


def test_own_entries_come_back_settled_and_are_not_sent(furnished: Furnished) -> None:
    batch = taken(furnished.store)
    store = furnished.empty()
    rows = (decision(batch, 0, 20, "approved"), *records(batch, 21))
    assert store.apply(ApplyRows(rows, 28, PROOF))[0] == 9
    states = furnished.states()
    assert states[1] == ("approved", "approved")
    assert {states[seq] for seq in range(2, 9)} == {("acknowledged", "received")}
    assert (store.waiting(), store.queued(), store.cursor()) == (0, Queued(0, 0, 0), 28)
    head = store.hello().marks[0]
    assert (head.seq, head.head_hash) == (8, batch.hashes[-1][1])
    assert store.apply(ApplyRows(rows, 28, PROOF))[0] == 0


def test_what_a_stick_brings_back_hides_no_number_that_was_given(furnished: Furnished) -> None:
    """The bundle was made before the store was set back; its answer brings every entry, and numbers stay unknown."""
    batch = taken(furnished.store)
    head = furnished.store.hello().marks[0]
    maker = Maker(furnished.device, KEY, MARKET_DAY, 420)
    bundle = manifest_of(Unsettled((), 0, (head,), 0), (), batch.batch_id, maker)
    standing = BundleStanding(
        bundle_id=bundle.bundle_id,
        known=(head,),
        missing=(),
        epochs_over=(),
        device_state="active",
        cursor=16,
        more=False,
        server_at=MARKET_DAY,
    )
    store = furnished.empty()
    page = ApplyRows(records(batch, 9), 16, PROOF)
    apply_answer(cast(StickStore, store), NoPhotos(), BundleAnswer(bundle, (), (page,), standing, 0, ()))
    assert [(mark.epoch, mark.seq) for mark in store.hello().marks] == [(1, 8)]
    assert store.epoch_wanted()
    assert furnished.write() == ""


def test_an_entry_that_is_here_is_settled_by_coming_back(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store)
    store.apply(ApplyRows(records(batch, 9, slice(0, 4)), 12, PROOF))
    store.release(batch.batch_id)
    states = furnished.states()
    assert {states[seq] for seq in (1, 2, 3, 4)} == {("acknowledged", "received")}
    assert {states[seq] for seq in (5, 6, 7, 8)} == {("sealed", None)}


def test_what_contradicts_the_journal_stays_outside(furnished: Furnished) -> None:
    batch = taken(furnished.store)
    store = furnished.empty()
    assert furnished.write()
    before = furnished.states()
    store.apply(ApplyRows(records(batch, 9), 16, PROOF))
    states = furnished.states()
    assert {seq: states[seq] for seq in before} == before
    assert 5 not in states
