"""Entries that waited: judged again when what they refer to arrives, and put on a person's list after five days."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sync.protocol.bodies.change import Change
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.correction import Correction
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.rules.states import PARKED_DAYS, ReviewState, VerdictKind
from sync.server.domain.arrivals import Arrival, read_arrival
from sync.server.domain.facts import Desk
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.judging import Judgement
from sync.server.domain.judging_cash import judge_deposit
from sync.server.domain.judging_changes import judge_change
from sync.server.domain.judging_money import judge_contribution
from sync.server.domain.judging_people import corrected_state, judge_correction
from sync.server.domain.judging_undoing import judge_void_request
from sync.server.domain.verdicts import Verdict
from sync.server.services.depositing import carry_cash
from sync.server.services.intake_reading import read_histories
from sync.server.services.moving import Moved, RuleMove, move_reviews
from sync.server.services.nik_claims import settle_home, settle_nik
from sync.server.services.overtaken_pictures import look_again
from sync.server.services.receipt_reading import read_unread_receipts
from sync.server.services.voiding import settle_receipts
from sync.server.storage.records import EntryRecord, Review
from sync.server.storage.store import UnitOfWork

SUSPENDED_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Came:
    """What others may have waited for: workers, and the entry ids of their enrolments and of receipts."""

    workers: frozenset[str]
    enrolments: frozenset[str]
    receipts: frozenset[str]


def resolve_parked(tx: UnitOfWork, judgements: Sequence[Judgement], desk: Desk, at: datetime) -> None:
    """Judge again what waited for the workers, enrolments or receipts of this batch (sync/README.md, "Conflicts")."""
    enrolments = [
        one.arrival for one in judgements if one.arrival.is_of(EntryKind.ENROLMENT) and not one.aside
    ]
    workers = frozenset(arrival.worker_id or arrival.entry_id for arrival in enrolments)
    issued = frozenset(
        one.arrival.entry_id for one in judgements if one.receipt is not None and not one.aside
    )
    came = Came(workers, frozenset(arrival.entry_id for arrival in enrolments), issued)
    resolve_waiting(tx, came, desk, at)


def resolve_waiting(tx: UnitOfWork, came: Came, desk: Desk, at: datetime) -> None:
    """Judge again what waited for any of what came; `desk` knows it."""
    parked = tx.reviews.parked(came.workers | came.receipts, came.enrolments)
    if not parked:
        return
    stored = {entry.record.entry_id: entry for entry in tx.entries.of_ids([one.entry_id for one in parked])}
    moves: list[Moved] = []
    for review in sorted(parked, key=lambda one: _place(stored[one.entry_id].record)):
        entry = stored[review.entry_id]
        arrival = read_arrival(SealedEntry.of(entry.raw, entry.personal), entry.record.received_at)
        if review.kind == EntryKind.VOID_REQUEST.value:
            moves.append(_found_receipt(review, arrival, desk))
            continue
        if review.kind == EntryKind.DEPOSIT.value:
            moves += _found_deposited(tx, review, arrival, desk)
            continue
        verdict, corrected = _judged(tx, arrival, entry.record.agent_id, desk)
        if verdict.kind is VerdictKind.PARKED:
            waits_for = review.worker_id if review.parent_id else verdict.missing
            tx.reviews.put(replace(review, worker_id=waits_for))
            continue
        if corrected is not None and review.kind == EntryKind.CORRECTION.value:
            verdict = look_again(tx, arrival, review, verdict, corrected)
        after = replace(review, state=verdict.state.value, flags=json.dumps(list(verdict.flags)))
        moves.append(Moved(review, after))
        if corrected is not None:
            if review.kind == EntryKind.CORRECTION.value:
                _correct(tx, corrected, verdict, at)
            desk.keep(corrected)
        settle_nik(tx, desk, arrival, corrected)
        settle_home(tx, desk, arrival)
    move_reviews(tx, moves, RuleMove.FOUND, at)
    settle_receipts(tx, came.receipts)


def suspend_parked(tx: UnitOfWork, at: datetime) -> int:
    """Put what has waited for five days on the list that a person clears; answers how many."""
    overdue = tx.reviews.parked_before(at - timedelta(days=PARKED_DAYS), SUSPENDED_AT_ONCE)
    moves = [Moved(review, replace(review, state=ReviewState.SUSPENSE.value)) for review in overdue]
    move_reviews(tx, moves, RuleMove.SUSPEND, at)
    return len(moves)


def _place(record: EntryRecord) -> tuple[str, int, int]:
    """Where an entry stands in its chain."""
    return record.device, record.epoch, record.seq


def _found_receipt(review: Review, arrival: Arrival, desk: Desk) -> Moved:
    """A void request whose receipt has arrived."""
    verdict, subject = judge_void_request(arrival, desk, review.agent_id)
    after = replace(
        review,
        state=verdict.state.value,
        flags=json.dumps(list(verdict.flags)),
        worker_id=arrival.worker_id,
        rupiah=0 if subject is None else subject.rupiah,
        receipt_number=None if subject is None else subject.receipt_number,
    )
    return Moved(review, after)


def _found_deposited(tx: UnitOfWork, review: Review, arrival: Arrival, desk: Desk) -> list[Moved]:
    """A deposit of which a receipt has arrived; it goes on waiting where it names another that has not."""
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Deposit)
    desk.receipts.update(read_unread_receipts(tx, set(body.receipts) - desk.receipts.keys()))
    carried = len(desk.deposited)
    verdict = judge_deposit(arrival, desk, review.agent_id)
    carry_cash(tx, desk.deposited[carried:])
    flags = json.dumps(list(verdict.flags))
    if verdict.kind is VerdictKind.PARKED:
        tx.reviews.put(replace(review, worker_id=verdict.missing, flags=flags))
        return []
    return [Moved(review, replace(review, worker_id=None, state=verdict.state.value, flags=flags))]


def _judged(
    tx: UnitOfWork, arrival: Arrival, agent_id: str, desk: Desk
) -> tuple[Verdict, EnrolmentHistory | None]:
    """The verdict on what waited, as of the agent who sent it."""
    body = None if arrival.decoded is None else arrival.decoded.body
    if isinstance(body, Correction):
        return judge_correction(arrival, agent_id, desk)
    if isinstance(body, Change):
        return _judged_change(tx, arrival, agent_id, desk)
    assert isinstance(body, Contribution)
    workers = {line.worker_id for line in body.lines}
    unread = {worker_id for worker_id in workers if desk.history_of_worker(worker_id) is None}
    for history in read_histories(tx, unread).values():
        desk.keep(history)
    desk.paid.update(dict.fromkeys(workers, frozenset()))
    desk.paid.update(tx.money.paid_months(workers, without=[arrival.entry_id]))
    return judge_contribution(arrival, desk, frozenset(), receipted=True), None


def _judged_change(
    tx: UnitOfWork, arrival: Arrival, agent_id: str, desk: Desk
) -> tuple[Verdict, EnrolmentHistory | None]:
    worker_id = arrival.worker_id or ""
    desk.paid.update(tx.money.paid_months({worker_id}))
    return judge_change(arrival, agent_id, desk)


def _correct(tx: UnitOfWork, after: EnrolmentHistory, verdict: Verdict, at: datetime) -> None:
    before = tx.reviews.reviews([after.entry_id])[after.entry_id]
    state = corrected_state(ReviewState(before.state), verdict)
    moved = replace(before, hash=after.newest_hash, state=state.value, flags=json.dumps(list(verdict.flags)))
    move_reviews(tx, [Moved(before, moved)], RuleMove.CORRECT, at)
