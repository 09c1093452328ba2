"""What intake reads before a batch is judged: whole sets at once, never entry by entry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sync.protocol.bodies.consent import Consent
from sync.protocol.bodies.contribution import Contribution, ContributionPersonal
from sync.protocol.bodies.correction import Correction
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.handover import Handover
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.entry import DecodedEntry, EntryFault, decode
from sync.protocol.kinds import EntryKind
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import STANDING_APART, ReviewState, VerdictKind
from sync.server.domain.arrivals import Arrival
from sync.server.domain.decisions import in_conflict
from sync.server.domain.facts import StoredFacts
from sync.server.domain.histories import EnrolmentHistory, history_of, life_change_of, revision_of
from sync.server.domain.judging_money import paid_by_worker
from sync.server.domain.placing import EPOCH_UNKNOWN, Placement, Standing
from sync.server.services.handing_over import read_decided, serving_agent, worker_of_stored
from sync.server.services.nik_claims import claim_niks, worker_of
from sync.server.services.receipt_reading import read_grants, read_paid_receipts, read_unread_receipts
from sync.server.services.taking_in import kept_beside
from sync.server.storage.records import Device, DeviceEpoch, EntryRecord, Review, StoredEntry
from sync.server.storage.store import UnitOfWork

_HISTORY = (EntryKind.ENROLMENT.value, EntryKind.CORRECTION.value, EntryKind.CHANGE.value)
_CHANGING = (EntryKind.CORRECTION.value, EntryKind.CHANGE.value)
COUNTING = frozenset(kind.value for kind in VerdictKind if kind not in STANDING_APART)
"""Verdicts with which a correction becomes part of the content; a conflict stays beside it."""


def read_facts(
    tx: UnitOfWork,
    device: Device,
    epochs: Mapping[int, DeviceEpoch],
    placements: Sequence[Placement],
    *,
    again: bool = False,
) -> StoredFacts:
    """Everything that judging these placements needs; claims the NIKs of new enrolments on the way.

    `again`: they are stored already, and what they paid and begin does not count against themselves.
    """
    fresh = [placed.arrival for placed in placements if placed.standing is Standing.NEW]
    enrolled = {worker_of(arrival) for arrival in fresh if arrival.is_of(EntryKind.ENROLMENT)}
    named = _corrected_ids(fresh)
    standing = tx.entries.of_ids(named)
    subjects = (*standing, *kept_beside(tx, named - {stored.record.entry_id for stored in standing}))
    holders = dict(claim_niks(tx, device, fresh, subjects))
    unknown = _other_niks(fresh)
    holders.update(tx.workers.holders(unknown - holders.keys()))
    workers = (_paying_workers(fresh) | _changed_workers(fresh)) - enrolled
    workers |= {worker_of_stored(stored) for stored in subjects}
    grants, receipts = read_grants(tx, _decisions(fresh))
    receipts |= read_paid_receipts(tx, _asked_about(fresh) - receipts.keys())
    receipts = read_unread_receipts(tx, _deposited(fresh) - receipts.keys()) | receipts
    workers |= {
        line.worker_id for one in receipts.values() for line in one.lines if line.worker_id is not None
    }
    workers |= {holder.worker_id for nik, holder in holders.items() if nik in unknown} - enrolled
    return StoredFacts(
        device=device,
        epochs=epochs,
        holders=holders,
        histories=read_histories(tx, workers),
        paid=tx.money.paid_months(workers, without=[one.entry_id for one in fresh] if again else ()),
        counters=_taken_counters(tx, device, fresh),
        last_counters=_last_counters(tx, device, epochs, {arrival.epoch for arrival in fresh}),
        actions=frozenset() if again else tx.entries.begun({arrival.action_id for arrival in fresh}),
        receipts=receipts,
        grants={grant.decision_id: grant for grant in grants},
        movements=tx.money.movements(device.device) if _closes(fresh) else (),
        handovers=read_decided(tx, _handovers(fresh)),
    )


def read_histories(tx: UnitOfWork, worker_ids: Collection[str]) -> Mapping[str, EnrolmentHistory]:
    """Stored enrolments of some workers with the corrections and changes that count, by entry id."""
    stored = tx.entries.of_workers(worker_ids, _HISTORY)
    reviews = tx.reviews.reviews(
        {entry.record.entry_id for entry in stored if entry.record.kind in _CHANGING}
    )
    counting = _counting_changes(stored, reviews)
    enrolments = [entry for entry in stored if entry.record.kind == EntryKind.ENROLMENT.value]
    actions: dict[str, list[DecodedEntry]] = {}
    if enrolments:
        aside = {entry.record.action_id: entry.record.aside for entry in enrolments}
        for entry in tx.entries.of_actions(aside):
            decoded = _readable(entry) if entry.record.aside == aside[entry.record.action_id] else None
            if decoded is not None:
                actions.setdefault(entry.record.action_id, []).append(decoded)
    beside = {one: _beside(actions.get(one, ())) for one in {entry.record.action_id for entry in enrolments}}
    histories: dict[str, EnrolmentHistory] = {}
    serving = tx.handovers.serving({worker_of_stored(entry) for entry in enrolments})
    for entry in enrolments:
        decoded = _readable(entry)
        if decoded is not None:
            agent_id = serving_agent(entry, serving)
            histories[entry.record.entry_id] = _history(
                entry, decoded, agent_id, beside[entry.record.action_id]
            )
    newest: dict[str | None, str] = {}
    for history in histories.values():
        newest.setdefault(history.worker_id, history.entry_id)
    for entry in stored:
        if entry.record.entry_id in histories:
            newest[histories[entry.record.entry_id].worker_id] = entry.record.entry_id
        elif entry.record.entry_id in counting:
            before = histories.get(newest.get(entry.record.worker_id, ""))
            decoded = None if before is None else _readable(entry)
            if before is not None and decoded is not None:
                histories[before.entry_id] = before.revised(life_change_of(decoded))
        elif counts(entry.record, reviews.get(entry.record.entry_id)):
            decoded = _readable(entry)
            body = None if decoded is None else decoded.body
            if decoded is not None and isinstance(body, Correction) and body.corrects in histories:
                before = histories[body.corrects]
                histories[before.entry_id] = before.revised(revision_of(decoded))
    return histories


def counts(record: EntryRecord, review: Review | None) -> bool:
    """Whether a correction or change became part of what it is about: by its verdict on arrival; by its review where it
    waited and was judged since."""
    healed = record.code == EPOCH_UNKNOWN and not record.aside
    if record.verdict != VerdictKind.PARKED.value and not healed:
        return record.verdict in COUNTING
    apart = (ReviewState.HELD, ReviewState.REFUSED, ReviewState.PARKED, ReviewState.SUSPENSE)
    return review is not None and ReviewState(review.state) not in apart and not in_conflict(review)


def _counting_changes(stored: Iterable[StoredEntry], reviews: Mapping[str, Review]) -> frozenset[str]:
    """The changes that count: taken and not refused since, or in conflict and approved by a person."""
    changes = {one.record.entry_id: one for one in stored if one.record.kind == EntryKind.CHANGE.value}
    return frozenset(
        entry_id
        for entry_id, one in changes.items()
        if reviews[entry_id].state == ReviewState.APPROVED.value
        or (counts(one.record, reviews[entry_id]) and reviews[entry_id].state != ReviewState.REFUSED.value)
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    """What was written in the action of an enrolment, by worker: the consent, and what was paid for each."""

    consents: Mapping[str | None, Consent]
    paid: Mapping[str, Contribution]


def _beside(together: Collection[DecodedEntry]) -> _Beside:
    consents = {other.envelope.worker_id: other.body for other in together if isinstance(other.body, Consent)}
    return _Beside(
        consents, paid_by_worker(other.body for other in together if isinstance(other.body, Contribution))
    )


def _history(stored: StoredEntry, entry: DecodedEntry, agent_id: str, beside: _Beside) -> EnrolmentHistory:
    worker_id = worker_of_stored(stored)
    return history_of(
        entry,
        agent_id,
        stored.record.recorded_on,
        beside.consents.get(worker_id),
        beside.paid.get(worker_id),
    )


def _readable(stored: StoredEntry) -> DecodedEntry | None:
    """A stored entry, None where it is broken or of a kind that is not known here."""
    try:
        entry = decode(stored.raw, stored.personal)
    except EntryFault:
        return None
    return entry if isinstance(entry, DecodedEntry) else None


def _other_niks(fresh: Iterable[Arrival]) -> set[str]:
    return {
        worker.nik
        for arrival in fresh
        if arrival.decoded is not None and isinstance(arrival.decoded.personal, ContributionPersonal)
        for worker in arrival.decoded.personal.workers
    }


def _corrected_ids(fresh: Iterable[Arrival]) -> set[str]:
    bodies = [arrival.decoded.body for arrival in fresh if arrival.decoded is not None]
    return {body.corrects for body in bodies if isinstance(body, Correction)}


def _decisions(fresh: Iterable[Arrival]) -> set[str]:
    bodies = [arrival.decoded.body for arrival in fresh if arrival.decoded is not None]
    return {body.decision_id for body in bodies if isinstance(body, Refund)}


def _asked_about(fresh: Iterable[Arrival]) -> set[str]:
    bodies = [arrival.decoded.body for arrival in fresh if arrival.decoded is not None]
    return {body.receipt for body in bodies if isinstance(body, VoidRequest)}


def _deposited(fresh: Iterable[Arrival]) -> set[str]:
    bodies = [arrival.decoded.body for arrival in fresh if arrival.decoded is not None]
    return {receipt for body in bodies if isinstance(body, Deposit) for receipt in body.receipts}


def _closes(fresh: Iterable[Arrival]) -> bool:
    return any(arrival.is_of(EntryKind.CLOSING) for arrival in fresh)


def _paying_workers(fresh: Iterable[Arrival]) -> set[str]:
    bodies = [arrival.decoded.body for arrival in fresh if arrival.decoded is not None]
    return {line.worker_id for body in bodies if isinstance(body, Contribution) for line in body.lines}


def _handovers(fresh: Iterable[Arrival]) -> set[str]:
    bodies = [arrival.decoded.body for arrival in fresh if arrival.decoded is not None]
    return {body.decision_id for body in bodies if isinstance(body, Handover)}


def _changed_workers(fresh: Iterable[Arrival]) -> set[str]:
    return {
        arrival.worker_id
        for arrival in fresh
        if arrival.worker_id is not None and arrival.is_of(EntryKind.CHANGE)
    }


def _taken_counters(tx: UnitOfWork, device: Device, fresh: Iterable[Arrival]) -> frozenset[tuple[int, int]]:
    wanted: dict[int, set[int]] = {}
    for arrival in fresh:
        if arrival.decoded is not None and isinstance(arrival.decoded.body, Receipt):
            number = ReceiptNumber.parse(arrival.decoded.body.number)
            wanted.setdefault(number.epoch, set()).add(number.counter)
    return frozenset(
        (epoch, counter)
        for epoch, counters in wanted.items()
        for counter in tx.money.counters(device.device, epoch, counters)
    )


def _last_counters(
    tx: UnitOfWork, device: Device, epochs: Mapping[int, DeviceEpoch], used: Iterable[int]
) -> Mapping[int, int]:
    return {
        epoch: tx.money.last_receipt_before(device.device, epoch, epochs[epoch].contiguous_seq) or 0
        for epoch in used
        if epoch in epochs
    }
