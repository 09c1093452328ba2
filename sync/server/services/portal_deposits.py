"""The agency's word that money came in under a kode iuran: the deposit that names it is matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sync.protocol.portal import PortalAnswer, PortalOutcome
from sync.server.clock import Clock
from sync.server.domain.agency_answers import ANSWER_AMBIGUOUS, ANSWERED_TWICE
from sync.server.services.accounts import SignedIn
from sync.server.services.depositing import OpenDeposit, carry_match, open_deposits, seen_deposits
from sync.server.storage.store import Store, UnitOfWork

_LOOKED_BACK = timedelta(days=366)
"""Receipts of so long ago are looked through for a kode iuran under which nothing waits."""


@dataclass(frozen=True, slots=True)
class _Judged:
    """The deposit that an answer is about, and why it is not matched by it. `before`: it was matched already."""

    deposit: OpenDeposit | None = None
    fault: str | None = None
    before: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """Deposits by kode iuran: those that wait, and those that were matched, by hand or by an earlier answer."""

    waiting: Mapping[str, Sequence[OpenDeposit]]
    seen: Mapping[str, Sequence[OpenDeposit]]


class PortalDeposits:
    """Answers that name a kode iuran, about deposits of the person's own branch; a request is one transaction."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def look(self, person: SignedIn, answers: Sequence[PortalAnswer]) -> tuple[PortalOutcome, ...]:
        """What would become of some answers; nothing is changed."""
        if not answers:
            return ()
        with self._store.reading() as tx:
            judged = _judged(person, answers, _known(tx, person, answers, self._clock.now()))
        return tuple(map(_outcome, judged))

    def take(self, person: SignedIn, answers: Sequence[PortalAnswer]) -> tuple[PortalOutcome, ...]:
        """Match what the agency confirms, each deposit for itself; the agents' laptops are told."""
        if not answers:
            return ()
        at = self._clock.now()
        with self._store.transaction() as tx:
            named = {one.billing_code.strip() for one in answers}
            found = _waiting(tx, person)
            tx.feed.lock({one.agent.agent_id for code in named for one in found.get(code, ())})
            judged = _judged(person, answers, _known(tx, person, answers, at))
            for one in judged:
                if one.fault is None and one.deposit is not None and not one.before:
                    carry_match(tx, person, one.deposit, at)
        return tuple(map(_outcome, judged))


def _waiting(tx: UnitOfWork, person: SignedIn) -> Mapping[str, list[OpenDeposit]]:
    """Deposits whose money nobody has seen, by kode iuran."""
    found: dict[str, list[OpenDeposit]] = {}
    for agent in tx.organisation.agents(person.branch_id):
        for one in open_deposits(tx, agent):
            found.setdefault(one.body.billing_code, []).append(one)
    return found


def _known(tx: UnitOfWork, person: SignedIn, answers: Sequence[PortalAnswer], at: datetime) -> _Known:
    """What waits, and of the codes under which nothing waits what was matched before."""
    waiting = _waiting(tx, person)
    codes = {one.billing_code.strip() for one in answers} - waiting.keys()
    seen: dict[str, list[OpenDeposit]] = {}
    if codes:
        agents = tx.organisation.agents(person.branch_id)
        for one in seen_deposits(tx, agents, (at - _LOOKED_BACK).date()):
            if one.body.billing_code in codes:
                seen.setdefault(one.body.billing_code, []).append(one)
    return _Known(waiting, seen)


def _judged(person: SignedIn, answers: Sequence[PortalAnswer], known: _Known) -> list[_Judged]:
    seen: set[str] = set()
    judged = []
    for answer in answers:
        code = answer.billing_code.strip()
        twice = _Judged(fault=ANSWERED_TWICE)
        judged.append(twice if code in seen else _judge(person, answer, known))
        seen.add(code)
    return judged


def _judge(person: SignedIn, answer: PortalAnswer, known: _Known) -> _Judged:
    """One answer; the first thing that keeps a deposit from being matched is told. One that was matched before is held
    against what the agency says all the same."""
    code = answer.billing_code.strip()
    deposits, seen = known.waiting.get(code, ()), known.seen.get(code, ())
    if answer.kpj.strip() or answer.reason is not None:
        return _Judged(fault=ANSWER_AMBIGUOUS)
    if not deposits and seen:
        right = [one for one in seen if answer.amount in (None, one.body.amount)]
        return _Judged(right[0], before=True) if right else _Judged(seen[0], "amount_differs")
    if len(deposits) != 1:
        return _Judged(fault="billing_twice" if deposits else "billing_unknown")
    (found,) = deposits
    if person.agent_id == found.agent.agent_id:
        return _Judged(found, "maker_is_checker")
    if not found.agreed:
        return _Judged(found, "deposit_undecided")
    if found.body.difference:
        return _Judged(found, "deposit_differs")
    if answer.amount not in (None, found.body.amount):
        return _Judged(found, "amount_differs")
    return _Judged(found)


def _outcome(judged: _Judged) -> PortalOutcome:
    found = judged.deposit
    return PortalOutcome(
        outcome="fault" if judged.fault is not None else "same" if judged.before else "matched",
        code=judged.fault,
        entry_id=None if found is None else found.entry_id,
        name="" if found is None else found.agent.name,
        count=0 if found is None else len(found.receipts),
        rupiah=0 if found is None else found.body.amount,
    )
