"""Both stores of a run with two enrolments in them, and what a server says to them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from perisai_desktop.domain.failure import Failure
from perisai_desktop.services.exchange_store import ExchangeStore
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.storage import entry_status, journal
from perisai_desktop.storage import identity as stored_identity_of
from sync.client.actions import SendBatch, Settle
from sync.client.replies import SignedAnswer
from sync.protocol.batch import PackedBatch, unpack
from sync.protocol.encoding import to_base64url
from sync.protocol.feed import FeedRow
from sync.protocol.messages import (
    Acknowledgement,
    EntryVerdict,
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
        return SyncStore(known.database, known.pen, RulesInUse(opened[-1].reference))

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


def shut(furnished: Furnished) -> None:
    """The server knows an entry that this store does not hold."""
    beyond = Mark(device=furnished.device, epoch=1, seq=9, head_hash="e" * 64)
    assert furnished.store.compare(told((beyond,))) == 0


def exchange_store(kind: str, folder: Path) -> Iterator[Furnished]:
    """The store `encrypted` in a folder, or the one `simulated` in memory."""
    if kind == "simulated":
        yield _simulated()
        return
    yield from _encrypted(folder)
