"""The branch decides that workers pass from one agent to another; both laptops are told, the taking one with the cards."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection
from dataclasses import dataclass

from sync.protocol.feed import HandoverPayload
from sync.protocol.identifiers import uuid7
from sync.protocol.wire import wire_bytes
from sync.rules.iuran_month import IuranMonth
from sync.server.clock import Clock
from sync.server.refusals import Refusal
from sync.server.services.auditing import audit
from sync.server.services.cards import cards_of
from sync.server.storage.handover_records import Handover
from sync.server.storage.records import Agent
from sync.server.storage.store import Store, UnitOfWork


@dataclass(frozen=True, slots=True)
class HandoverDesk:
    """A decision with its agents; how many workers pass."""

    handover: Handover
    giving: Agent
    taking: Agent
    workers: int


class Handovers:
    """Decisions of a branch; without a branch of one's own, of any."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def decide(
        self,
        giving: str,
        taking: str,
        workers: Collection[str] | None,
        actor: str,
        branch_id: str | None,
    ) -> HandoverDesk:
        """Decide that workers (None: all whom the giving agent serves) pass to another agent, both by number.

        Refusals: `agent_unknown` (also two agents of different branches, or one agent twice), `worker_unknown` where
        somebody is not with the giving agent, or nobody is.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            agents = [tx.organisation.agent_numbered(number) for number in (giving, taking)]
            if any(agent is None or branch_id not in (None, agent.branch_id) for agent in agents):
                raise Refusal("agent_unknown")
            first, second = (agent for agent in agents if agent is not None)
            if first.agent_id == second.agent_id or first.branch_id != second.branch_id:
                raise Refusal("agent_unknown")
            tx.feed.lock([first.agent_id, second.agent_id])
            served = _served(tx, first)
            chosen = sorted(served if workers is None else set(workers))
            if not chosen or not served.issuperset(chosen):
                raise Refusal("worker_unknown")
            decision = Handover(
                decision_id=uuid7(at, secrets.token_bytes(10)),
                branch_id=first.branch_id,
                from_agent=first.agent_id,
                to_agent=second.agent_id,
                workers=json.dumps(chosen),
                decided_at=at,
                decided_by=actor,
            )
            tx.handovers.add(decision)
            payload = HandoverPayload(
                decision_id=decision.decision_id,
                from_agent=first.number,
                from_name=first.name,
                to_agent=second.number,
                to_name=second.name,
                workers=tuple(chosen),
                decided_at=at,
            )
            told = wire_bytes(payload).decode()
            for agent in (first, second):
                tx.feed.append(agent.agent_id, "handover", at, told)
            cards = [wire_bytes(card).decode() for card in cards_of(tx, chosen, IuranMonth.of(at.date()))]
            tx.feed.extend(second.agent_id, "worker", at, cards)
            audit(tx, at, actor, "workers_handed_over", decision.decision_id, workers=len(chosen))
        return HandoverDesk(decision, first, second, len(chosen))

    def decided(self, branch_id: str | None) -> tuple[HandoverDesk, ...]:
        """The decisions of a branch, or of all, oldest first."""
        with self._store.reading() as tx:
            branches = [branch_id] if branch_id else [one.branch_id for one in tx.organisation.branches()]
            return tuple(_desk(tx, one) for one in tx.handovers.of_branches(branches))


def _desk(tx: UnitOfWork, decision: Handover) -> HandoverDesk:
    giving, taking = (tx.organisation.agent(one) for one in (decision.from_agent, decision.to_agent))
    assert giving is not None
    assert taking is not None
    return HandoverDesk(decision, giving, taking, len(json.loads(decision.workers)))


def _served(tx: UnitOfWork, agent: Agent) -> frozenset[str]:
    """Whom an agent serves: enrolled and not handed on, or handed to the agent."""
    enrolled = tx.handovers.enrolled_by(agent.agent_id)
    elsewhere = {one.worker_id for one in tx.handovers.serving(enrolled).values()}
    return (enrolled - elsewhere) | tx.handovers.served_by(agent.agent_id)
