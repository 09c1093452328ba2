"""Settles arrivals of one device inside one transaction: place, judge, write, and give feed positions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer
from sync.server.clock import western_day
from sync.server.domain.arrivals import Arrival
from sync.server.domain.bookkeeping import Books, Envoy, books_of
from sync.server.domain.facts import open_desk
from sync.server.domain.judging import judge
from sync.server.domain.placing import Placement, neighbours, place
from sync.server.domain.sending import Sending, whole_days
from sync.server.services.blobs import note_wanted
from sync.server.services.branch_references import BranchReferences
from sync.server.services.checking import look, note
from sync.server.services.epochs import chains_named, ends_told, report
from sync.server.services.following import follow, reached
from sync.server.services.intake_reading import read_facts
from sync.server.services.moving import Moved, RuleMove, move_reviews
from sync.server.services.recalling import share
from sync.server.services.recognising import recognise
from sync.server.services.rejudging import judge_again
from sync.server.storage.records import Device, DeviceEpoch, EntryRecord
from sync.server.storage.store import UnitOfWork


@dataclass(frozen=True, slots=True)
class Settled:
    """The row of every distinct entry of a batch, in its order; `replays` are hashes that were there before."""

    records: tuple[EntryRecord, ...]
    replays: frozenset[str]


class Settling:
    """The rules of intake over one unit of work; the caller owns the transaction."""

    def __init__(self, reference: Callable[[], Reference], gazetteer: Gazetteer) -> None:
        self._references = BranchReferences(reference)
        self._gazetteer = gazetteer

    def settle(
        self,
        tx: UnitOfWork,
        device: Device,
        batch_id: str,
        arrivals: Sequence[Arrival],
        at: datetime,
        ahead: timedelta = timedelta(),
    ) -> Settled:
        """Store arrivals with their verdicts. The stream's lock keeps one batch of an agent at a time.

        `ahead`: how far the laptop's clock was ahead as it sent them.
        """
        tx.feed.lock([device.agent_id])
        epochs = self._epochs(tx, device, arrivals, at)
        position = tx.feed.lock([device.agent_id])[device.agent_id]
        placements = _placed(tx, device, epochs, arrivals)
        replays = [placed.stored for placed in placements if placed.stored is not None]
        if len(replays) == len(placements):
            return Settled(tuple(replays), frozenset(record.hash for record in replays))
        agent = tx.organisation.agent(device.agent_id)
        assert agent is not None
        facts = read_facts(tx, device, epochs, placements)
        shelf = self._references.shelf(tx, agent.branch_id)
        desk = open_desk(facts, shelf, self._gazetteer, western_day(at))
        judgements, found = look(tx, judge(placements, desk), desk)
        sent = _sent(tx, device, at, whole_days(ahead))
        envoy = Envoy(device.agent_id, agent.branch_id, device.device, batch_id, sent, position)
        subjects = {
            judgement.corrected.entry_id for judgement in judgements if judgement.corrected is not None
        }
        stored_reviews = tx.reviews.reviews(subjects)
        books = books_of(judgements, envoy, stored_reviews)
        _write(tx, books)
        note(tx, judgements, found, desk, agent, sent)
        tx.feed.advance(device.agent_id, position + len(judgements))
        corrected = [Moved(stored_reviews[review.entry_id], review) for review in books.subjects]
        move_reviews(tx, corrected, RuleMove.CORRECT, at)
        follow(tx, judgements, desk, device.agent_id, at)
        note_wanted(tx, device, [judgement.arrival for judgement in judgements], at)
        standing = [judgement.arrival for judgement in judgements if not judgement.aside]
        aside = [judgement.arrival for judgement in judgements if judgement.aside]
        tx.devices.put_epochs(reached(tx, device, epochs, standing, aside))
        told = (*ends_told(device.device, standing), *chains_named(device.device, epochs, aside))
        if told:
            report(tx, device, told, at)
        share(tx, device, epochs, [entry.record for entry in books.entries], at)
        written = {entry.record.hash: entry.record for entry in books.entries}
        written.update({record.hash: record for record in replays})
        return Settled(
            tuple(written[placed.arrival.hash] for placed in placements),
            frozenset(record.hash for record in replays),
        )

    def judge_again(self, tx: UnitOfWork, device: Device, known: Collection[int], at: datetime) -> None:
        """Judge what waited for epochs that are known from here on; the caller holds the lock of the stream."""
        if known:
            judge_again(tx, device, known, self._references, self._gazetteer, at)

    def _epochs(
        self, tx: UnitOfWork, device: Device, arrivals: Sequence[Arrival], at: datetime
    ) -> Mapping[int, DeviceEpoch]:
        """The chains of the device, those that begin with one of the arrivals among them."""
        stored = {row.epoch: row for row in tx.devices.epochs(device.device)}
        epochs = recognise(tx, device, stored, arrivals, at)
        if epochs.keys() == stored.keys():
            return epochs
        self.judge_again(tx, device, epochs.keys() - stored.keys(), at)
        return {row.epoch: row for row in tx.devices.epochs(device.device)}


def _sent(tx: UnitOfWork, device: Device, at: datetime, ahead_days: int) -> Sending:
    """The batches of one run come within minutes of each other: what came less than a day ago tells of no earlier run."""
    if not ahead_days:
        return Sending(at)
    heard_at = tx.inbox.newest_before(device.device, at - timedelta(days=1)) or device.enrolled_at
    return Sending(at, ahead_days, western_day(heard_at))


def _placed(
    tx: UnitOfWork, device: Device, epochs: Mapping[int, DeviceEpoch], arrivals: Sequence[Arrival]
) -> tuple[Placement, ...]:
    known = tx.entries.known(
        device.device,
        [arrival.hash for arrival in arrivals],
        [arrival.entry_id for arrival in arrivals],
    )
    present = {record.hash for record in known}
    places: dict[int, set[int]] = {}
    for arrival in arrivals:
        if arrival.hash not in present and arrival.seq:
            places.setdefault(arrival.epoch, set()).update((arrival.seq - 1, arrival.seq, arrival.seq + 1))
    beside = [
        record
        for epoch, seqs in places.items()
        for record in tx.entries.at_places(device.device, epoch, seqs)
    ]
    return place(arrivals, device.device, epochs, neighbours(known, beside, device.device))


def _write(tx: UnitOfWork, books: Books) -> None:
    tx.entries.add(books.entries)
    tx.money.add_receipts(books.receipts)
    tx.money.add_lines(books.lines)
    tx.money.add_movements(books.movements)
    tx.reviews.add(books.reviews)
