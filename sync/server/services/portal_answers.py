"""The agency's answers: enrolments get their participant number or are refused, and the agents are told."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sync.protocol.feed import DecisionPayload
from sync.protocol.identifiers import uuid7
from sync.protocol.kinds import EntryKind
from sync.protocol.portal import PortalAnswer, PortalOutcome
from sync.protocol.wire import wire_bytes
from sync.rules.iuran_month import IuranMonth
from sync.rules.nik import strip_nik
from sync.rules.numbers_on_paper import normal_kpj
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference
from sync.rules.states import Move, ReviewState, review_move
from sync.server.clock import Clock
from sync.server.domain.agency_answers import ANSWERED_TWICE, Answered, Effect, effect_of
from sync.server.domain.decisions import Request, is_conflict
from sync.server.domain.histories import EnrolmentHistory
from sync.server.domain.second_person import PROPOSED, standing, takes_two
from sync.server.services.accounts import SignedIn
from sync.server.services.cards import cards_of
from sync.server.services.contents import entry_id_of
from sync.server.services.intake_reading import read_histories
from sync.server.services.proposing import refuse_stopped, settle_proposal
from sync.server.services.record_forms import living
from sync.server.services.review_moves import Step, record
from sync.server.services.voiding import names_refund
from sync.server.storage.decision_records import Proposal
from sync.server.storage.records import Review
from sync.server.storage.store import Store, UnitOfWork
from sync.server.storage.worker_records import NikClaim


@dataclass(frozen=True, slots=True)
class _Named:
    """The enrolment that an answer is about, its content where that can be read."""

    review: Review
    history: EnrolmentHistory | None
    merged: tuple[Review, ...]
    """The corrections in it."""

    @property
    def worker_id(self) -> str:
        return self.review.worker_id or self.review.entry_id

    @property
    def makers(self) -> frozenset[str]:
        """The agents who wrote any of it: none of them carries the agency's word about it."""
        return frozenset(one.agent_id for one in (self.review, *self.merged))

    @property
    def nik(self) -> str:
        return "" if self.history is None else self.history.form.nik


class PortalAnswering:
    """Answers about the person's own branch; a request is one transaction, and taking it again changes nothing."""

    def __init__(
        self, store: Store, clock: Clock, reference: Callable[[], Reference], *, practice: bool
    ) -> None:
        self._store = store
        self._clock = clock
        self._reference = reference
        self._practice = practice

    def look(self, person: SignedIn, answers: Sequence[PortalAnswer]) -> tuple[PortalOutcome, ...]:
        """What would become of some answers; nothing is changed."""
        with self._store.reading() as tx:
            judged = self._judged(tx, person, answers, _named(tx, person, answers))
        return tuple(_outcome(named, effect) for named, effect in judged)

    def take(self, person: SignedIn, answers: Sequence[PortalAnswer]) -> tuple[PortalOutcome, ...]:
        """Carry answers in, each for itself: one that does not fit holds up no other."""
        at = self._clock.now()
        with self._store.transaction() as tx:
            found = _named(tx, person, answers)
            agents = {one.review.agent_id for one in found if one is not None}
            tx.feed.lock(agents | {one.history.agent_id for one in found if one and one.history})
            fresh = tx.reviews.reviews({one.review.entry_id for one in found if one is not None})
            held = [
                one
                and replace(one, review=fresh[one.review.entry_id], merged=_merged(tx, one.review.entry_id))
                for one in found
            ]
            judged = self._judged(tx, person, answers, held)
            for answer, (named, effect) in zip(answers, judged, strict=True):
                if named is not None and effect.move is not None and effect.half:
                    _propose(tx, person, named.review, answer, at)
                elif named is not None and effect.move is not None:
                    _carry(tx, person, named, effect, answer, at)
        return tuple(_outcome(named, effect) for named, effect in judged)

    def _judged(
        self,
        tx: UnitOfWork,
        person: SignedIn,
        answers: Sequence[PortalAnswer],
        found: Sequence[_Named | None],
    ) -> list[tuple[_Named | None, Effect]]:
        """What each answer does, those before it taken into account."""
        reasons = {reason.code for reason in self._reference().reasons if reason.kind is ReasonKind.REFUSE}
        numbers = {normal_kpj(answer.kpj) or "" for answer in answers}
        taken = {kpj: claim.worker_id for kpj, claim in tx.workers.numbered(numbers).items()}
        holders = tx.workers.holders({one.nik for one in found if one is not None})
        seen: set[str] = set()
        judged: list[tuple[_Named | None, Effect]] = []
        for answer, named in zip(answers, found, strict=True):
            if named is None:
                effect = Effect(fault="worker_unknown")
            elif named.review.entry_id in seen:
                effect = Effect(fault=ANSWERED_TWICE)
            elif person.agent_id in named.makers:
                effect = Effect(fault="maker_is_checker")
            else:
                seen.add(named.review.entry_id)
                met = _met(tx, named, holders)
                holder = taken.get(normal_kpj(answer.kpj) or "")
                effect = effect_of(answer, met, holder, reasons, practice=self._practice)
                effect = _seconded(tx, person, named, effect)
                if effect.kpj is not None:
                    taken[effect.kpj] = named.worker_id
            judged.append((named, effect))
        return judged


def _named(tx: UnitOfWork, person: SignedIn, answers: Sequence[PortalAnswer]) -> list[_Named | None]:
    """The enrolment of the branch that each answer is about: by its entry, else the newest of who holds the NIK."""
    claims = tx.workers.holders({strip_nik(one.nik) for one in answers if one.nik and not one.entry})
    newest = living(tx, {claim.worker_id for claim in claims.values()})
    by_nik = {
        nik: newest[claim.worker_id].entry_id for nik, claim in claims.items() if claim.worker_id in newest
    }
    ids = [one.entry.strip() or by_nik.get(strip_nik(one.nik), "") for one in answers]
    reviews = {
        entry_id: review
        for entry_id, review in tx.reviews.reviews(set(ids)).items()
        if review.kind == EntryKind.ENROLMENT.value and review.branch_id == person.branch_id
    }
    histories = read_histories(tx, {one.worker_id or one.entry_id for one in reviews.values()})
    return [
        _Named(reviews[entry_id], histories.get(entry_id), _merged(tx, entry_id))
        if entry_id in reviews
        else None
        for entry_id in ids
    ]


def _merged(tx: UnitOfWork, entry_id: str) -> tuple[Review, ...]:
    return tuple(one for one in tx.reviews.corrections(entry_id) if not is_conflict(one))


def _met(tx: UnitOfWork, named: _Named, holders: Mapping[str, NikClaim]) -> Answered:
    state = ReviewState(named.review.state)
    claim = holders.get(named.nik)
    holds = claim is not None and claim.worker_id == named.worker_id
    last = tx.reviews.moves(named.review.entry_id)[-1:] if state is ReviewState.REFUSED else ()
    return Answered(
        state=state,
        worker_id=named.worker_id,
        holds_nik=holds,
        kpj=claim.kpj if claim is not None and holds else None,
        turned_down=next((one.reason for one in last if one.move == Move.TURN_DOWN.value), None),
    )


def _seconded(tx: UnitOfWork, person: SignedIn, named: _Named, effect: Effect) -> Effect:
    """The effect, or only its first half where a refusal names a refund and a second person has to bring it too."""
    review = named.review
    branch = tx.organisation.branch(review.branch_id)
    refunds = effect.move is Move.TURN_DOWN and names_refund(tx, review, Move.REFUSE)
    if branch is None or not refunds or not takes_two(branch, review, Move.TURN_DOWN, refunds=True):
        return effect
    proposal = standing(review, tx.reviews.proposals([review.entry_id]).get(review.entry_id))
    if proposal is None or proposal.move != Move.TURN_DOWN.value:
        return replace(effect, half=True)
    return Effect(half=True) if proposal.account_id == person.account_id else effect


def _outcome(named: _Named | None, effect: Effect) -> PortalOutcome:
    kinds = {None: "same", Move.REGISTER: "registered", Move.TURN_DOWN: "refused"}
    kind = "fault" if effect.fault is not None else "proposed" if effect.half else kinds[effect.move]
    return PortalOutcome.model_validate(
        {
            "outcome": kind,
            "code": effect.fault,
            "entry_id": None if named is None else named.review.entry_id,
            "name": "" if named is None or named.history is None else named.history.form.name,
        }
    )


def _propose(tx: UnitOfWork, person: SignedIn, review: Review, answer: PortalAnswer, at: datetime) -> None:
    """Keep a refusal until a second person brings it; the record stays as it is. Refusal: as `refuse_stopped`."""
    refuse_stopped(tx, person)
    move = Move.TURN_DOWN
    proposal = Proposal(
        review.entry_id, review.hash, move.value, person.account_id, at, answer.reason, answer.note
    )
    tx.reviews.propose(proposal)
    asked = Request(move, review.hash, answer.reason, answer.note)
    record(tx, Step(at, person, PROPOSED[move], review, review, asked))


def _carry(
    tx: UnitOfWork, person: SignedIn, named: _Named, effect: Effect, answer: PortalAnswer, at: datetime
) -> None:
    """Move an enrolment and the corrections in it; a refusal names the refund of what was paid."""
    assert effect.move is not None
    granted = effect.move is Move.TURN_DOWN and names_refund(tx, named.review, Move.REFUSE)
    refund = uuid7(at, secrets.token_bytes(10)) if granted else None
    if effect.kpj is not None:
        tx.workers.give_number(named.nik, effect.kpj)
    approved = [one for one in named.merged if one.state == ReviewState.APPROVED.value]
    for before in (named.review, *approved):
        own = before is named.review
        after = replace(
            before,
            state=review_move(ReviewState(before.state), effect.move).value,
            decided_at=at,
            decision_id=refund if own else before.decision_id,
        )
        asked = Request(effect.move, after.hash, answer.reason, answer.note)
        record(tx, Step(at, person, effect.move, before, after, asked))
        _tell(tx, person, after, answer, at, effect.kpj if own else None)
    settle_proposal(tx, named.review, effect.move, person.account_id, at)
    if named.history is not None and named.history.agent_id != named.review.agent_id:
        cards = cards_of(tx, {named.worker_id}, IuranMonth.of(at.date()))
        tx.feed.extend(named.history.agent_id, "worker", at, [wire_bytes(card).decode() for card in cards])


def _tell(
    tx: UnitOfWork, person: SignedIn, review: Review, answer: PortalAnswer, at: datetime, kpj: str | None
) -> None:
    payload = DecisionPayload(
        entry_id=entry_id_of(tx, review),
        hash=review.entry_hash,
        state=ReviewState(review.state),
        reason=answer.reason,
        note=answer.note,
        decided_at=at,
        reviewer=person.name,
        decision_id=review.decision_id,
        kpj=kpj,
    )
    tx.feed.append(review.agent_id, "decision", at, wire_bytes(payload).decode())
