"""The store of a run: the encrypted one of the program and the one of the simulation keep the same contract."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from perisai_desktop.domain.failure import Failure
from perisai_desktop.services.exchange_store import ExchangeStore
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.storage import entry_status, journal
from perisai_desktop.storage import identity as stored_identity_of
from sync.client.actions import ApplyRows, SendBatch, Settle
from sync.client.replies import SignedAnswer
from sync.protocol.batch import PackedBatch, unpack
from sync.protocol.encoding import to_base64url
from sync.protocol.feed import FeedRow
from sync.protocol.messages import (
    Acknowledgement,
    EntryVerdict,
    EpochGrant,
    HelloAnswer,
    Mark,
    SequenceRange,
)
from sync.protocol.signatures import SigningKey
from sync.rules.states import VerdictKind
from tests.simulation.clocks import LaptopClock, WorldClock
from tests.simulation.disk import Content
from tests.simulation.laptop import Laptop
from tests.support.desks import MARKET_DAY, HandClock, desk_of, filled_draft, make_profile
from tests.support.wires import SERVER

KEY = SigningKey.from_bytes(bytes(range(1, 33)))
PROOF = SignedAnswer(200, b"{}", to_base64url(bytes(64)), to_base64url(bytes(64)))
WHOLE = SendBatch(max_entries=2_000, max_bytes=1024 * 1024, time_out=15.0)
ONE = SendBatch(max_entries=1, max_bytes=1, time_out=15.0)


@dataclass
class Furnished:
    """A store with two enrolments of four entries each; `states` reads (client, review) by seq; `again` reopens it.

    `write` enrols one more person and answers the receipt's number, empty where nothing may be written;
    `empty` opens a store of the same device as it was when it was enrolled.
    """

    store: ExchangeStore
    device: str
    states: Callable[[], dict[int, tuple[str, str | None]]]
    again: Callable[[], ExchangeStore]
    write: Callable[[], str]
    empty: Callable[[], ExchangeStore]


@pytest.fixture(params=["encrypted", "simulated"])
def furnished(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Furnished]:
    if request.param == "simulated":
        yield _simulated()
        return
    yield from _encrypted(tmp_path)


def _encrypted(folder: Path) -> Iterator[Furnished]:
    clock = HandClock()
    profile = make_profile(folder / "profile", KEY)
    desk = desk_of(profile, clock)
    desk.enrolling.enrol(filled_draft(desk))
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891")
    )
    opened = [desk]

    def store() -> SyncStore:
        known = opened[-1].enrolling
        return SyncStore(known.database, known.pen, opened[-1].reference)

    def again() -> SyncStore:
        opened.pop().close()
        opened.append(desk_of(profile, clock))
        return store()

    def states() -> dict[int, tuple[str, str | None]]:
        with opened[-1].enrolling.database.reading() as session:
            assert stored_identity_of.load(session) is not None
            return {
                entry.seq: (found.client.value, None if found.review is None else found.review.value)
                for entry in journal.replay(session)
                if (found := entry_status.status(session, entry.entry_id)) is not None
            }

    def write() -> str:
        draft = filled_draft(
            opened[-1], nik="3202082808900004", birth_date="1990-08-28", phone="081299999999"
        )
        try:
            return str(opened[-1].enrolling.enrol(draft).number)
        except Failure:
            return ""

    def empty() -> SyncStore:
        opened.pop().close()
        opened.append(desk_of(make_profile(folder / "fresh", KEY), clock))
        return store()

    yield Furnished(store(), "0Q2FK", states, again, write, empty)
    opened[-1].close()


def _simulated() -> Furnished:
    laptop = Laptop(
        name="laptop",
        device="0Q2FK",
        key=KEY,
        server_key=bytes(32),
        network=None,  # type: ignore[arg-type]
        clock=LaptopClock(WorldClock()),
        chance=random.Random(1),
    )
    for number in (1, 2):
        assert laptop.enrol(number) is not None

    def states() -> dict[int, tuple[str, str | None]]:
        content = laptop.content
        found = [(line.seq, content.status[line.entry_id]) for line in content.journal]
        return {
            seq: (status.client.value, None if status.review is None else status.review.value)
            for seq, status in found
        }

    def again() -> ExchangeStore:
        laptop.boot()
        return laptop.store

    def write() -> str:
        issued = laptop.enrol(3)
        return "" if issued is None else issued.number

    def empty() -> ExchangeStore:
        laptop.disk.content, laptop.mark = Content(), None
        return again()

    return Furnished(laptop.store, "0Q2FK", states, again, write, empty)


def taken(store: ExchangeStore, action: SendBatch = WHOLE) -> PackedBatch:
    batch = store.batch(action)
    assert batch is not None
    return batch


def verdicts(batch: PackedBatch, kind: VerdictKind = VerdictKind.ACCEPTED, first: int = 1) -> Settle:
    """The server's answer to a batch."""
    told = tuple(
        EntryVerdict(entry_id=entry_id, hash=digest, kind=kind, feed_position=first + place)
        for place, (entry_id, digest) in enumerate(batch.hashes)
    )
    answer = Acknowledgement(
        batch_id=batch.batch_id, digest=batch.digest, verdicts=told, stored_at=MARKET_DAY, server=SERVER
    )
    return Settle(answer, PROOF)


def records(batch: PackedBatch, first: int, places: slice = slice(None), **other: str) -> tuple[FeedRow, ...]:
    """Entries of a batch as they come back, their verdicts at positions 1 and up."""
    rows = []
    entries = unpack(batch.body, 1024 * 1024).entries
    for place, (sealed, (entry_id, digest)) in enumerate(zip(entries, batch.hashes, strict=True)):
        verdict = {"entry_id": entry_id, "hash": digest, "kind": "accepted", "feed_position": place + 1}
        payload: dict[str, object] = {"raw": sealed.raw.decode(), "hash": digest, "verdict": verdict}
        if sealed.personal is not None:
            payload["personal"] = sealed.personal.decode()
        rows.append(FeedRow(position=first + place, kind="record", at=MARKET_DAY, payload=payload | other))
    return tuple(rows[places])


def decision(batch: PackedBatch, place: int, position: int, state: str, digest: str = "") -> FeedRow:
    entry_id, own = batch.hashes[place]
    payload = {
        "entry_id": entry_id,
        "hash": digest or own,
        "state": state,
        "decided_at": "2026-11-22T05:00:00.000Z",
        "reviewer": "Penyelia",
    }
    return FeedRow(position=position, kind="decision", at=MARKET_DAY, payload=payload)


def told(known: tuple[Mark, ...], missing: tuple[SequenceRange, ...] = (), **more: object) -> HelloAnswer:
    return HelloAnswer(
        challenge=to_base64url(bytes(16)),
        nonce=to_base64url(bytes(16)),
        nonce_until=MARKET_DAY,
        server_at=MARKET_DAY,
        max_entries=2_000,
        max_bytes=1024 * 1024,
        known=known,
        missing=missing,
        wanted_blobs=(),
        device_state="active",
        feed_head=0,
        reference_version="2026.1",
        urgent_verdicts=(),
        notices=(),
    ).model_copy(update=more)


def test_everything_written_waits_and_is_marked(furnished: Furnished) -> None:
    store = furnished.store
    assert store.waiting() == 8
    assert store.rupiah() == 2 * 33_600
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
    entry_id, _ = batch.hashes[0]
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
    assert entry_id


def test_a_replay_changes_nothing(furnished: Furnished) -> None:
    store = furnished.store
    batch = taken(store)
    answer = verdicts(batch, VerdictKind.NEEDS_FIX)
    assert store.settle(answer) == 8
    before = furnished.states()
    assert store.settle(answer) == 8
    assert furnished.states() == before
    assert set(before.values()) == {("task", "returned")}
    assert (store.waiting(), store.rupiah()) == (0, 0)


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


def shut(furnished: Furnished) -> None:
    """The server knows an entry that this store does not hold."""
    beyond = Mark(device=furnished.device, epoch=1, seq=9, head_hash="e" * 64)
    assert furnished.store.compare(told((beyond,))) == 0


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
    assert (store.epoch_wanted(), store.hello().epoch_wanted) == (False, None)
    assert [(mark.epoch, mark.seq) for mark in store.hello().marks] == [(1, 8), (2, 0)]
    assert store.hello().marks[-1].head_hash == start
    assert furnished.write().startswith("0Q2FK-02-000001")
    assert [(mark.epoch, mark.seq) for mark in store.hello().marks] == [(1, 8), (2, 4)]
    reopened = furnished.again()
    assert not reopened.epoch_wanted()
    manifest = unpack(taken(reopened).body, 1024 * 1024).manifest
    assert (manifest.epoch, manifest.first_seq, manifest.last_seq) == (1, 1, 8)
    assert unpack(taken(reopened).body, 1024 * 1024).manifest.epoch == 2


def test_own_entries_come_back_settled_and_are_not_sent(furnished: Furnished) -> None:
    batch = taken(furnished.store)
    store = furnished.empty()
    rows = (decision(batch, 0, 20, "approved"), *records(batch, 21))
    assert store.apply(ApplyRows(rows, 28, PROOF)) == (9, 1)
    states = furnished.states()
    assert states[1] == ("approved", "approved")
    assert {states[seq] for seq in range(2, 9)} == {("acknowledged", "received")}
    assert (store.waiting(), store.rupiah(), store.cursor()) == (0, 0, 28)
    head = store.hello().marks[0]
    assert (head.seq, head.head_hash) == (8, batch.hashes[-1][1])
    assert store.apply(ApplyRows(rows, 28, PROOF)) == (0, 0)


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
