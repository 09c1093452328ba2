"""Judges again what was held because its epoch was not known: once the epoch is, it stands in its chain as it came."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime

from sync.protocol.entry import SealedEntry
from sync.rules.regions import Gazetteer
from sync.rules.states import ReviewState
from sync.server.clock import western_day
from sync.server.domain.arrivals import read_arrival
from sync.server.domain.bookkeeping import Books, Envoy, books_of
from sync.server.domain.facts import open_desk
from sync.server.domain.judging import Judgement, judge
from sync.server.domain.placing import EPOCH_UNKNOWN, Placement, Standing, neighbours, place
from sync.server.domain.sending import Sending
from sync.server.services.branch_references import BranchReferences
from sync.server.services.checking import look, note
from sync.server.services.contents import content_reviews
from sync.server.services.following import follow, reached
from sync.server.services.intake_reading import read_facts
from sync.server.services.moving import Moved, RuleMove, move_reviews
from sync.server.storage.records import Device, DeviceEpoch, EntryRecord, Review
from sync.server.storage.store import UnitOfWork


def judge_again(
    tx: UnitOfWork,
    device: Device,
    known: Collection[int],
    references: BranchReferences,
    gazetteer: Gazetteer,
    at: datetime,
) -> None:
    """Put what waited for these epochs into its chain and judge it; what a person settled meanwhile stays settled.

    What does not fit into its chain goes on waiting for a person. The verdict of arrival stays what it was: where the
    entry stands is its review, told by a decision row. The caller holds the lock of the agent's stream.
    """
    epochs = {row.epoch: row for row in tx.devices.epochs(device.device)}
    held = {
        record.hash: record
        for epoch in sorted(known)
        for record in tx.entries.beside(device.device, epoch)
        if record.code == EPOCH_UNKNOWN
    }
    placed = [one for one in _placed(tx, device, epochs, held) if one.standing is Standing.NEW]
    if not placed:
        return
    hashes = [one.arrival.hash for one in placed]
    reviews = content_reviews(tx, (held[digest] for digest in hashes))
    waiting = [one for one in placed if reviews[one.arrival.hash].state == ReviewState.HELD.value]
    tx.entries.stand(device.device, hashes)
    tx.money.stand(device.device, hashes)
    facts = read_facts(tx, device, epochs, waiting, again=True)
    agent = tx.organisation.agent(device.agent_id)
    assert agent is not None
    desk = open_desk(facts, references.shelf(tx, agent.branch_id), gazetteer, western_day(at))
    judgements, found = look(tx, judge(waiting, desk), desk)
    sent = Sending(at)
    envoy = Envoy(device.agent_id, agent.branch_id, device.device, "", sent, 0)
    subjects = {one.corrected.entry_id for one in judgements if one.corrected is not None}
    stored_reviews = tx.reviews.reviews(subjects)
    books = books_of(judgements, envoy, stored_reviews)
    tx.money.prove([receipt for receipt in books.receipts if receipt.genuine])
    note(tx, judgements, found, desk, agent, sent)
    move_reviews(tx, _moves(judgements, reviews, books), RuleMove.FOUND, at)
    corrected = [Moved(stored_reviews[review.entry_id], review) for review in books.subjects]
    move_reviews(tx, corrected, RuleMove.CORRECT, at)
    follow(tx, judgements, desk, device.agent_id, at)
    tx.devices.put_epochs(reached(tx, device, epochs, [one.arrival for one in placed]))


def _placed(
    tx: UnitOfWork, device: Device, epochs: Mapping[int, DeviceEpoch], held: Mapping[str, EntryRecord]
) -> tuple[Placement, ...]:
    """Where the held entries stand in their chains, in the order of those."""
    stored = tx.entries.stored(device.device, held)
    arrivals = [
        read_arrival(SealedEntry.of(one.raw, one.personal), one.record.received_at)
        for one in sorted(stored, key=lambda one: (one.record.epoch, one.record.seq))
    ]
    seqs: dict[int, set[int]] = {}
    for arrival in arrivals:
        seqs.setdefault(arrival.epoch, set()).update((arrival.seq - 1, arrival.seq, arrival.seq + 1))
    beside = [
        record
        for epoch, of_epoch in seqs.items()
        for record in tx.entries.at_places(device.device, epoch, of_epoch)
        if record.hash not in held
    ]
    return place(arrivals, device.device, epochs, neighbours((), beside, device.device))


def _moves(judgements: Collection[Judgement], before: Mapping[str, Review], books: Books) -> list[Moved]:
    """The reviews of what was held, as they are by the new judgements."""
    fresh = {review.entry_hash: review for review in books.reviews}
    moves = []
    for judgement in judgements:
        review = before[judgement.arrival.hash]
        found = fresh.get(judgement.arrival.hash)
        if found is None:
            after = replace(review, state=ReviewState.RECEIVED.value, flags=json.dumps([]))
        else:
            after = replace(
                review,
                hash=found.hash,
                state=found.state,
                flags=found.flags,
                worker_id=found.worker_id,
                rupiah=found.rupiah,
                receipt_number=found.receipt_number,
            )
        moves.append(Moved(review, after))
    return moves
