"""Who serves a worker, and what the entries of both agents do once the branch decided on a hand-over."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sync.protocol.bodies.handover import Handover as HandoverBody
from sync.rules.states import VerdictKind
from sync.server.domain.judging import Judgement
from sync.server.domain.judging_handovers import DecidedHandover
from sync.server.storage.handover_records import Handover, Service
from sync.server.storage.records import StoredEntry
from sync.server.storage.store import UnitOfWork


def read_decided(tx: UnitOfWork, decision_ids: Collection[str]) -> Mapping[str, DecidedHandover]:
    """Decisions as entries are held against them."""
    return {one.decision_id: _decided(tx, one) for one in tx.handovers.decided(decision_ids).values()}


def follow_handovers(tx: UnitOfWork, judgements: Sequence[Judgement], at: datetime) -> None:
    """Write down which side has followed; with the taking agent's entry that agent serves the workers."""
    for judgement in judgements:
        body = None if judgement.arrival.decoded is None else judgement.arrival.decoded.body
        if not isinstance(body, HandoverBody) or judgement.verdict.kind is not VerdictKind.ACCEPTED:
            continue
        decision = tx.handovers.decided([body.decision_id])[body.decision_id]
        if body.side == "gives":
            tx.handovers.put(replace(decision, given_at=at))
        else:
            tx.handovers.put(replace(decision, taken_at=at))
            tx.handovers.serve(json.loads(decision.workers), decision.to_agent, at)


def worker_of_stored(stored: StoredEntry) -> str:
    """The worker whom a stored enrolment is about."""
    return stored.record.worker_id or stored.record.entry_id


def serving_agent(stored: StoredEntry, serving: Mapping[str, Service]) -> str:
    """Who serves the worker of a stored enrolment: whom the branch gave the worker to since, else who enrolled."""
    service = serving.get(worker_of_stored(stored))
    later = service is not None and service.since >= stored.record.received_at
    return service.agent_id if service is not None and later else stored.record.agent_id


def _decided(tx: UnitOfWork, decision: Handover) -> DecidedHandover:
    agents = [tx.organisation.agent(one) for one in (decision.from_agent, decision.to_agent)]
    giving, taking = ("" if agent is None else agent.number for agent in agents)
    followed = {"gives": decision.given_at, "takes": decision.taken_at}
    return DecidedHandover(
        decision_id=decision.decision_id,
        agents=(decision.from_agent, decision.to_agent),
        numbers=(giving, taking),
        workers=frozenset(json.loads(decision.workers)),
        followed=frozenset(side for side, at in followed.items() if at is not None),
    )
