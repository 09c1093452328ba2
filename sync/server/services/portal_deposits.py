"""The agency's word that money came in under a kode iuran: the deposit that names it is matched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sync.protocol.portal import PortalAnswer, PortalOutcome
from sync.server.clock import Clock
from sync.server.domain.agency_answers import ANSWER_AMBIGUOUS, ANSWERED_TWICE
from sync.server.services.accounts import SignedIn
from sync.server.services.depositing import OpenDeposit, carry_match, open_deposits
from sync.server.storage.store import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class _Judged:
    """The deposit that an answer is about, and why it is not matched by it."""

    deposit: OpenDeposit | None = None
    fault: str | None = None


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
            judged = _judged(person, answers, _waiting(tx, person))
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
            judged = _judged(person, answers, _waiting(tx, person))
            for one in judged:
                if one.fault is None and one.deposit is not None:
                    carry_match(tx, person, one.deposit, at)
        return tuple(map(_outcome, judged))


def _waiting(tx: UnitOfWork, person: SignedIn) -> Mapping[str, list[OpenDeposit]]:
    """Deposits whose money nobody has seen, by kode iuran."""
    found: dict[str, list[OpenDeposit]] = {}
    for agent in tx.organisation.agents(person.branch_id):
        for one in open_deposits(tx, agent):
            found.setdefault(one.body.billing_code, []).append(one)
    return found


def _judged(
    person: SignedIn, answers: Sequence[PortalAnswer], waiting: Mapping[str, list[OpenDeposit]]
) -> list[_Judged]:
    seen: set[str] = set()
    judged = []
    for answer in answers:
        code = answer.billing_code.strip()
        twice = _Judged(fault=ANSWERED_TWICE)
        judged.append(twice if code in seen else _judge(person, answer, waiting.get(code, [])))
        seen.add(code)
    return judged


def _judge(person: SignedIn, answer: PortalAnswer, deposits: Sequence[OpenDeposit]) -> _Judged:
    """One answer; the first thing that keeps a deposit from being matched is told."""
    if answer.kpj.strip() or answer.reason is not None:
        return _Judged(fault=ANSWER_AMBIGUOUS)
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
        outcome="matched" if judged.fault is None else "fault",
        code=judged.fault,
        entry_id=None if found is None else found.entry_id,
        name="" if found is None else found.agent.name,
        count=0 if found is None else len(found.receipts),
        rupiah=0 if found is None else found.body.amount,
    )
