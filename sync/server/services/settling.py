"""Settles arrivals of one device inside one transaction: place, judge, write, and give feed positions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer
from sync.rules.states import ReviewState
from sync.server.domain.arrivals import Arrival
from sync.server.domain.bookkeeping import Books, Envoy, books_of
from sync.server.domain.facts import open_desk
from sync.server.domain.judging import Judgement, judge
from sync.server.domain.placing import Placement, neighbours, place
from sync.server.domain.pricing_check import PriceList
from sync.server.services.blobs import note_wanted
from sync.server.services.depositing import carry_cash
from sync.server.services.handing_over import follow_handovers
from sync.server.services.intake_reading import read_facts
from sync.server.services.moving import Moved, RuleMove, move_reviews
from sync.server.services.nik_claims import settle_nik
from sync.server.services.recalling import share
from sync.server.services.recognising import recognise
from sync.server.services.unparking import resolve_parked
from sync.server.services.voiding import follow_arrivals
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
        self._reference = reference
        self._gazetteer = gazetteer
        self._prices: PriceList | None = None

    def settle(
        self, tx: UnitOfWork, device: Device, batch_id: str, arrivals: Sequence[Arrival], at: datetime
    ) -> Settled:
        """Store arrivals with their verdicts. The stream's lock keeps one batch of an agent at a time."""
        position = tx.feed.lock([device.agent_id])[device.agent_id]
        stored = {row.epoch: row for row in tx.devices.epochs(device.device)}
        epochs = recognise(tx, device, stored, arrivals, at)
        placements = _placed(tx, device, epochs, arrivals)
        replays = [placed.stored for placed in placements if placed.stored is not None]
        if len(replays) == len(placements):
            return Settled(tuple(replays), frozenset(record.hash for record in replays))
        agent = tx.organisation.agent(device.agent_id)
        assert agent is not None
        facts = read_facts(tx, device, epochs, placements)
        desk = open_desk(facts, self._price_list(), self._gazetteer)
        judgements = judge(placements, desk)
        envoy = Envoy(device.agent_id, agent.branch_id, device.device, batch_id, at, position)
        subjects = {
            judgement.corrected.entry_id for judgement in judgements if judgement.corrected is not None
        }
        stored_reviews = tx.reviews.reviews(subjects)
        books = books_of(judgements, envoy, stored_reviews)
        _write(tx, books)
        tx.feed.advance(device.agent_id, position + len(judgements))
        corrected = [Moved(stored_reviews[review.entry_id], review) for review in books.subjects]
        move_reviews(tx, corrected, RuleMove.CORRECT, at)
        follow_arrivals(tx, judgements, device.agent_id, at)
        carry_cash(tx, _carried(judgements, desk.deposited))
        follow_handovers(tx, judgements, at)
        resolve_parked(tx, judgements, desk, at)
        for judgement in judgements:
            settle_nik(tx, desk, judgement.arrival, judgement.corrected)
        note_wanted(tx, device, [judgement.arrival for judgement in judgements], at)
        tx.devices.put_epochs(_reached(tx, device, epochs, judgements))
        share(tx, device, epochs, [entry.record for entry in books.entries], at)
        written = {entry.record.hash: entry.record for entry in books.entries}
        written.update({record.hash: record for record in replays})
        return Settled(
            tuple(written[placed.arrival.hash] for placed in placements),
            frozenset(record.hash for record in replays),
        )

    def _price_list(self) -> PriceList:
        """The prices of the reference data in force, kept from batch to batch."""
        reference, prices = self._reference(), self._prices
        if prices is None or prices.reference is not reference:
            prices = self._prices = PriceList(reference)
        return prices


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


def _carried(judgements: Sequence[Judgement], deposited: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Receipts with the deposits that carried their cash away; one that is held carried none."""
    held = {one.arrival.entry_id for one in judgements if one.verdict.state is ReviewState.HELD}
    return [pair for pair in deposited if pair[1] not in held]


def _reached(
    tx: UnitOfWork,
    device: Device,
    epochs: Mapping[int, DeviceEpoch],
    judgements: Sequence[Judgement],
) -> list[DeviceEpoch]:
    """The high-water mark of every chain that grew, and how far it reaches without a hole."""
    changed: dict[int, DeviceEpoch] = {}
    for judgement in judgements:
        arrival = judgement.arrival
        row = changed.get(arrival.epoch) or epochs.get(arrival.epoch)
        if row is None:
            continue
        if not judgement.aside and arrival.seq > row.high_seq:
            row = replace(row, high_seq=arrival.seq, head_hash=arrival.hash)
        changed[arrival.epoch] = row
    return [
        replace(row, contiguous_seq=tx.entries.contiguous(device.device, epoch, row.contiguous_seq))
        for epoch, row in changed.items()
    ]
