"""Verdicts on hand-overs: what either agent writes is held against the branch's decision."""

from __future__ import annotations

from dataclasses import dataclass

from sync.protocol.bodies.handover import Handover
from sync.server.domain.arrivals import Arrival
from sync.server.domain.verdicts import ACCEPTED, Verdict, needs_fix


@dataclass(frozen=True, slots=True)
class DecidedHandover:
    """What the branch decided: agents by id and number, workers by id; which sides have been followed."""

    decision_id: str
    agents: tuple[str, str]
    numbers: tuple[str, str]
    workers: frozenset[str]
    followed: frozenset[str]


def judge_handover(arrival: Arrival, agent_id: str, decided: DecidedHandover | None) -> Verdict:
    """A side is written once, by its own agent, for exactly the workers of the decision."""
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Handover)
    side = 0 if body.side == "gives" else 1
    if decided is None or decided.agents[side] != agent_id:
        return needs_fix("decision_unknown", "decision_id")
    if (body.from_agent, body.to_agent) != decided.numbers or frozenset(body.workers) != decided.workers:
        return needs_fix("workers_differ", "workers")
    if body.side in decided.followed:
        return needs_fix("handed_over_before", "decision_id")
    return ACCEPTED
