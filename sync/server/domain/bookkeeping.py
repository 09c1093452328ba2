"""What a judged batch writes: entries with positions, receipts, ledger lines and reviews."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sync.protocol.bodies.change import Change
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.correction import Correction
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.encoding import from_base64url
from sync.protocol.kinds import EntryKind
from sync.rules.states import DECIDED_KINDS, ReviewState, VerdictKind
from sync.server.domain.arrivals import Arrival
from sync.server.domain.contents import apart_name
from sync.server.domain.judging import Judgement
from sync.server.domain.judging_cash import movement_of
from sync.server.domain.judging_people import corrected_state
from sync.server.domain.ledger import lines_of_action
from sync.server.domain.sending import Sending, day_taken
from sync.server.storage.records import (
    CashMovement,
    EntryRecord,
    IssuedReceipt,
    LedgerLine,
    Review,
    StoredEntry,
)


@dataclass(frozen=True, slots=True)
class Envoy:
    """Who sent the batch and how it came; `position` is the last feed position given before it."""

    agent_id: str
    branch_id: str
    device: str
    batch_id: str
    sent: Sending
    position: int


@dataclass(frozen=True, slots=True)
class Books:
    """Everything one batch adds. `subjects` are reviews of enrolments that were stored before and are corrected."""

    entries: tuple[StoredEntry, ...]
    receipts: tuple[IssuedReceipt, ...]
    lines: tuple[LedgerLine, ...]
    movements: tuple[CashMovement, ...]
    reviews: tuple[Review, ...]
    subjects: tuple[Review, ...]


def books_of(judgements: Sequence[Judgement], envoy: Envoy, stored_reviews: Mapping[str, Review]) -> Books:
    """The rows of a batch; `stored_reviews` are those of enrolments that it corrects, by entry id."""
    actions: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        actions.setdefault(judgement.arrival.action_id, []).append(judgement)
    reviews = {
        review.entry_id: review for together in actions.values() for review in _reviews(together, envoy)
    }
    subjects: dict[str, Review] = {}
    for judgement in judgements:
        if judgement.corrected is not None:
            _correct(judgement, reviews, subjects, stored_reviews)
    lines = tuple(
        line
        for together in actions.values()
        for line in lines_of_action(together, envoy.agent_id, envoy.device, reviews)
    )
    return Books(
        entries=tuple(
            _entry(judgement, envoy, envoy.position + number)
            for number, judgement in enumerate(judgements, start=1)
        ),
        receipts=tuple(
            _receipt(judgement, envoy) for judgement in judgements if judgement.receipt is not None
        ),
        lines=lines,
        movements=tuple(
            movement
            for judgement in judgements
            if (
                movement := movement_of(
                    judgement.arrival, envoy.device, envoy.agent_id, aside=judgement.aside
                )
            )
            is not None
        ),
        reviews=tuple(reviews.values()),
        subjects=tuple(subjects.values()),
    )


def _entry(judgement: Judgement, envoy: Envoy, position: int) -> StoredEntry:
    arrival, verdict = judgement.arrival, judgement.verdict
    record = EntryRecord(
        device=envoy.device,
        hash=arrival.hash,
        entry_id=arrival.entry_id,
        action_id=arrival.action_id,
        agent_id=envoy.agent_id,
        kind=arrival.kind,
        version=arrival.version,
        epoch=arrival.epoch,
        seq=arrival.seq,
        prev_hash=arrival.prev_hash,
        worker_id=arrival.worker_id,
        base=arrival.base,
        recorded_at=arrival.recorded_at,
        recorded_on=arrival.recorded_on,
        received_at=envoy.sent.at,
        batch_id=envoy.batch_id,
        aside=judgement.aside,
        verdict=verdict.kind.value,
        code=verdict.code,
        field=verdict.field,
        missing=verdict.missing,
        theirs=verdict.theirs,
        feed_position=position,
    )
    return StoredEntry(record, arrival.sealed.raw, arrival.sealed.personal)


def _receipt(judgement: Judgement, envoy: Envoy) -> IssuedReceipt:
    arrival, receipt = judgement.arrival, judgement.receipt
    assert receipt is not None
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Receipt)
    return IssuedReceipt(
        device=envoy.device,
        hash=arrival.hash,
        entry_id=arrival.entry_id,
        action_id=arrival.action_id,
        agent_id=envoy.agent_id,
        number=body.number,
        epoch=receipt.number.epoch,
        counter=receipt.number.counter,
        issued_on=body.on,
        taken_on=day_taken(body.on, envoy.sent),
        total=body.total,
        signature=from_base64url(body.signature),
        genuine=receipt.genuine,
    )


def _reviews(together: Sequence[Judgement], envoy: Envoy) -> list[Review]:
    """Reviews of what a person decides and of everything that is not plainly accepted."""
    numbers = {
        entry_id: body.number for body in _bodies(together, Receipt) for entry_id in body.contributions
    }
    paid: dict[str | None, tuple[int, str | None]] = {}
    for judgement in together:
        body = _body(judgement.arrival)
        if isinstance(body, Contribution):
            number = numbers.get(judgement.arrival.entry_id)
            for line in body.lines:
                paid[line.worker_id] = (paid.get(line.worker_id, (0, None))[0] + line.amount, number)
    return [
        _review(judgement, envoy, paid, numbers.get(judgement.arrival.entry_id))
        for judgement in together
        if _is_reviewed(judgement)
    ]


def _is_reviewed(judgement: Judgement) -> bool:
    """What has no readable place has no review."""
    if judgement.arrival.seq == 0:
        return False
    return judgement.arrival.kind in DECIDED_KINDS or judgement.verdict.state is not ReviewState.RECEIVED


def _review(
    judgement: Judgement,
    envoy: Envoy,
    paid: Mapping[str | None, tuple[int, str | None]],
    number: str | None,
) -> Review:
    arrival, verdict, body = judgement.arrival, judgement.verdict, _body(judgement.arrival)
    worker_id, rupiah = arrival.worker_id, 0
    if isinstance(body, Contribution):
        rupiah = body.price
        workers = {line.worker_id for line in body.lines}
        worker_id = verdict.missing or (next(iter(workers)) if len(workers) == 1 else None)
    elif isinstance(body, Receipt):
        rupiah, number = body.total, body.number
    elif judgement.subject is not None:
        rupiah, number = judgement.subject.rupiah, judgement.subject.receipt_number
    elif isinstance(body, Deposit):
        rupiah, worker_id = body.amount, verdict.missing
    elif isinstance(body, VoidRequest | Change):
        worker_id = verdict.missing or worker_id
    elif arrival.kind == EntryKind.ENROLMENT.value:
        rupiah, number = paid.get(worker_id or arrival.entry_id, (0, None))
    conflicting = verdict.kind is VerdictKind.ID_CONFLICT
    return Review(
        entry_id=apart_name(arrival.hash) if conflicting else arrival.entry_id,
        device=envoy.device,
        entry_hash=arrival.hash,
        hash=arrival.hash,
        action_id=arrival.action_id,
        agent_id=envoy.agent_id,
        branch_id=envoy.branch_id,
        kind=arrival.kind,
        worker_id=worker_id,
        parent_id=body.corrects if isinstance(body, Correction) else None,
        state=verdict.state.value,
        flags=json.dumps(list(verdict.flags)),
        rupiah=rupiah,
        receipt_number=number,
        recorded_at=arrival.recorded_at,
        recorded_on=arrival.recorded_on,
        received_at=envoy.sent.at,
    )


def _correct(
    judgement: Judgement,
    reviews: dict[str, Review],
    subjects: dict[str, Review],
    stored: Mapping[str, Review],
) -> None:
    """Move the corrected enrolment: a new content hash, a state, and the flags of what it says after it."""
    after = judgement.corrected
    assert after is not None
    entry_id = after.entry_id
    before = reviews.get(entry_id) or subjects.get(entry_id) or stored[entry_id]
    state = corrected_state(ReviewState(before.state), judgement.verdict)
    moved = replace(
        before,
        hash=after.newest_hash,
        state=state.value,
        flags=json.dumps(list(judgement.verdict.flags)),
        decided_at=before.decided_at if state.value == before.state else None,
    )
    (reviews if entry_id in reviews else subjects)[entry_id] = moved


def _body(arrival: Arrival) -> object:
    return None if arrival.decoded is None else arrival.decoded.body


def _bodies(together: Sequence[Judgement], kind: type[Receipt]) -> list[Receipt]:
    return [body for one in together if isinstance(body := _body(one.arrival), kind)]
