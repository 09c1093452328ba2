"""Bugs of the server's side, each as a patch over the services that ship or over the store in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from unittest.mock import patch

from sync.protocol.messages import EpochGrant, EpochWanted, Mark
from sync.rules.states import VerdictKind
from sync.server.domain import bookkeeping, judging, judging_people, placing
from sync.server.domain.arrivals import Arrival
from sync.server.domain.bookkeeping import Books, Envoy
from sync.server.domain.verdicts import ACCEPTED, Verdict
from sync.server.services import epochs, hello, settling, unparking
from sync.server.services import intake as intake_module
from sync.server.services.intake import Intake
from sync.server.storage.records import Device, EntryRecord, StoredEntry
from sync.server.storage.store import UnitOfWork
from tests.simulation.centre import Centre
from tests.support.memory_store.books import MemoryEntries
from tests.support.memory_store.money import MemoryMoney
from tests.support.memory_store.tables import Table

_known, _add = MemoryEntries.known, MemoryEntries.add


def check_then_insert() -> Iterator[None]:
    """Whether an entry is there is asked outside the transaction that inserts it: two requests both see none."""

    def known(
        self: MemoryEntries, device: str, hashes: Collection[str], entry_ids: Collection[str]
    ) -> tuple[EntryRecord, ...]:
        latest = max((one.received_at for one in self._tables.entries), default=None)
        return tuple(one for one in _known(self, device, hashes, entry_ids) if one.received_at != latest)

    yield from _with_duplicates(known)


def idempotency_with_a_lifetime() -> Iterator[None]:
    """What was sent is remembered for half a minute."""

    def known(
        self: MemoryEntries, device: str, hashes: Collection[str], entry_ids: Collection[str]
    ) -> tuple[EntryRecord, ...]:
        latest = max((one.received_at for one in self._tables.entries), default=None)
        found = _known(self, device, hashes, entry_ids)
        return tuple(one for one in found if latest and latest - one.received_at < timedelta(seconds=30))

    yield from _with_duplicates(known)


def _with_duplicates(known: object) -> Iterator[None]:
    """The store takes a second row for the same content, with a position of its own."""
    add = Table.add

    def add_anyway(self: Table[object, object], key: object, row: object) -> None:
        while key in self:
            key = (key, "again")
        add(self, key, row)

    with (
        patch.object(MemoryEntries, "known", known),
        patch.object(MemoryEntries, "at_places", lambda self, device, epoch, seqs: ()),
        patch.object(Table, "add", add_anyway),
    ):
        yield


def ledger_after_the_entries() -> Iterator[None]:
    """Entries and their money are written in two transactions."""
    later: list[Books] = []
    write, start = settling._write, Centre.start

    def entries_first(tx: UnitOfWork, books: Books) -> None:
        write(tx, replace(books, receipts=(), lines=()))
        later.append(books)

    def restarted(self: Centre) -> None:
        later.clear()
        start(self)

    receive = Intake.receive

    def then_money(self: Intake, device: Device, batch_id: str, body: bytes) -> object:
        taken = receive(self, device, batch_id, body)
        with self._store.transaction() as tx:
            while later:
                books = later.pop()
                tx.money.add_receipts(books.receipts)
                tx.money.add_lines(books.lines)
        return taken

    with (
        patch.object(settling, "_write", entries_first),
        patch.object(Intake, "receive", then_money),
        patch.object(Centre, "start", restarted),
    ):
        yield


def fork_dropped() -> Iterator[None]:
    """Another content at a place that is taken is dropped in silence, as if it were the same."""
    whole = placing._place

    def place(
        arrival: Arrival, device: str, epochs: object, stored: placing.Neighbours, chain: object
    ) -> placing.Placement:
        placed = whole(arrival, device, epochs, stored, chain)  # type: ignore[arg-type]
        there = stored.by_place.get((arrival.epoch, arrival.seq), ())
        if placed.standing is placing.Standing.ASIDE and there:
            return placing.Placement(
                arrival, placing.Standing.SAME, stored=replace(there[0], hash=arrival.hash)
            )
        return placed

    with patch.object(placing, "_place", place):
        yield


def poison_blocks() -> Iterator[None]:
    """Where one action of a batch cannot be stored, none of the batch is."""

    def none_of_it(self: Intake, device: Device, batch: object, opened: intake_module.Opened) -> object:
        return self._stored_raw(batch, opened.digest)  # type: ignore[arg-type]

    with patch.object(Intake, "_settle_by_action", none_of_it):
        yield


def acknowledged_before_its_commit() -> Iterator[None]:
    """The verdicts of an action count before its transaction has committed."""

    def by_action(
        self: Intake, device: Device, batch: object, opened: intake_module.Opened
    ) -> intake_module.Taken:
        actions: dict[str, list[Arrival]] = {}
        for arrival in opened.arrivals:
            actions.setdefault(arrival.action_id, []).append(arrival)
        settled = []
        for together in actions.values():
            try:
                with self._store.transaction() as tx:
                    settled.append(
                        self._settling.settle(tx, device, batch.batch_id, together, self._clock.now())  # type: ignore[attr-defined]
                    )
            except Exception:  # noqa: BLE001 - the bug
                continue
        if len(settled) < len(actions):
            return self._stored_raw(batch, opened.digest)  # type: ignore[arg-type]
        return intake_module.Taken(200, self._acknowledgement(batch, opened.digest, settled))  # type: ignore[arg-type]

    with patch.object(Intake, "_settle_by_action", by_action):
        yield


def device_clock_wins() -> Iterator[None]:
    """Of two corrections of the same field the one with the later device time is taken, without a word."""
    whole = judging_people.judge_correction

    def judge(arrival: Arrival, agent_id: str, desk: object) -> object:
        verdict, after = whole(arrival, agent_id, desk)  # type: ignore[arg-type]
        return (ACCEPTED, after) if verdict.kind is VerdictKind.CONFLICT else (verdict, after)

    with patch.object(judging, "judge_correction", judge):
        yield


def orphans_dropped() -> Iterator[None]:
    """What refers to somebody who is not there yet is answered and not kept."""
    whole = bookkeeping.books_of

    def books(judgements: Sequence[judging.Judgement], envoy: Envoy, reviews: object) -> Books:
        made = whole(judgements, envoy, reviews)  # type: ignore[arg-type]
        orphans = {one.arrival.action_id for one in judgements if one.verdict.kind is VerdictKind.PARKED}
        return replace(
            made,
            receipts=tuple(one for one in made.receipts if one.action_id not in orphans),
            lines=tuple(one for one in made.lines if one.action_id not in orphans),
        )

    with patch.object(settling, "books_of", books):
        yield


def money_follows_the_verdict() -> Iterator[None]:
    """A refused record takes its receipt's lines out of the ledger."""
    whole = MemoryMoney.move_lines

    def move(
        self: MemoryMoney, action_id: str, hashes: Collection[str], worker_id: str | None, bucket: str
    ) -> None:
        if bucket == "under_review":
            for line in self._tables.lines:
                if line.action_id == action_id:
                    self._tables.lines.drop((line.device, line.hash, line.line))
            return
        whole(self, action_id, hashes, worker_id, bucket)

    with patch.object(MemoryMoney, "move_lines", move):
        yield


def bad_entry_refuses_the_batch() -> Iterator[None]:
    """A fork in a batch makes the server drop everything that came with it."""
    whole = MemoryEntries.add

    def add(self: MemoryEntries, entries: Sequence[StoredEntry]) -> None:
        if any(one.record.aside for one in entries):
            return
        whole(self, entries)

    with patch.object(MemoryEntries, "add", add):
        yield


def decision_ignores_the_content() -> Iterator[None]:
    """A correction leaves a decision that was made on other content standing."""

    def state(before: object, verdict: Verdict) -> object:
        return before

    with (
        patch.object(bookkeeping, "corrected_state", state),
        patch.object(unparking, "corrected_state", state),
    ):
        yield


def nothing_comes_back() -> Iterator[None]:
    """A store that was set back keeps what it has; what the server knows beyond it stays there."""
    with patch.object(hello, "recall", lambda *_: None):
        yield


def second_grant_is_the_same_epoch() -> Iterator[None]:
    """Whoever asks for an epoch gets the one that was granted last, whoever asked for that."""
    whole = epochs.grant

    def grant(
        tx: UnitOfWork, device: Device, wanted: EpochWanted, marks: Iterable[Mark], at: datetime
    ) -> EpochGrant | None:
        newest = tx.devices.epochs(device.device)[-1]
        if newest.ask is None:
            return whole(tx, device, wanted, marks, at)
        return EpochGrant(ask=wanted.ask, epoch=newest.epoch, start_hash=newest.start_hash)

    with patch.object(hello, "grant", grant):
        yield


SERVER_BUGS = {
    "check_then_insert": check_then_insert,
    "idempotency_with_a_lifetime": idempotency_with_a_lifetime,
    "ledger_after_the_entries": ledger_after_the_entries,
    "fork_dropped": fork_dropped,
    "poison_blocks": poison_blocks,
    "acknowledged_before_its_commit": acknowledged_before_its_commit,
    "device_clock_wins": device_clock_wins,
    "orphans_dropped": orphans_dropped,
    "money_follows_the_verdict": money_follows_the_verdict,
    "bad_entry_refuses_the_batch": bad_entry_refuses_the_batch,
    "decision_ignores_the_content": decision_ignores_the_content,
    "nothing_comes_back": nothing_comes_back,
    "second_grant_is_the_same_epoch": second_grant_is_the_same_epoch,
}
