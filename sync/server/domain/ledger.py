"""The ledger lines of an action: every line of every receipt in one bucket, whatever the verdicts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.kinds import EntryKind
from sync.rules.buckets import bucket_of
from sync.rules.states import ReviewState, worst
from sync.server.domain.judging import Judgement
from sync.server.storage.records import LedgerLine, Review

CREDIT, DIFFERENCE = "CREDIT", "DIFFERENCE"
"""Programmes of the line that makes an action's lines add up to its receipt."""


@dataclass(frozen=True, slots=True)
class _Covering:
    """The receipt that covers a contribution; the first where several claim to."""

    hash: str
    number: str
    state: ReviewState


def lines_of_action(
    together: Sequence[Judgement], agent_id: str, device: str, reviews: Mapping[str, Review]
) -> list[LedgerLine]:
    """Lines in the bucket of the worst state among the contribution, its receipt and its worker's enrolment.

    What no receipt covers was not issued and has no line: the lines under a receipt always add up to it.
    """
    enrolled: dict[str, ReviewState] = {}
    receipts: dict[str, _Covering] = {}
    for judgement in together:
        arrival, state = judgement.arrival, _state(judgement, reviews)
        body = None if arrival.decoded is None else arrival.decoded.body
        if arrival.kind == EntryKind.ENROLMENT.value:
            enrolled[arrival.worker_id or arrival.entry_id] = state
        elif isinstance(body, Receipt):
            for entry_id in body.contributions:
                receipts.setdefault(entry_id, _Covering(arrival.hash, body.number, state))
    lines: list[LedgerLine] = []
    for judgement in together:
        body = None if judgement.arrival.decoded is None else judgement.arrival.decoded.body
        if isinstance(body, Contribution):
            covering = receipts.get(judgement.arrival.entry_id)
            if covering is None:
                continue
            lines.extend(
                _contribution_lines(
                    judgement, body, (agent_id, device), covering, _state(judgement, reviews), enrolled
                )
            )
        elif isinstance(body, Receipt):
            covered = [
                contribution
                for other in together
                if other.arrival.decoded is not None
                and isinstance(contribution := other.arrival.decoded.body, Contribution)
                and _covers(receipts, other.arrival.entry_id, judgement.arrival.hash)
            ]
            lines.extend(_balance(judgement, body, (agent_id, device), covered, _state(judgement, reviews)))
    return lines


def _covers(receipts: Mapping[str, _Covering], contribution: str, receipt_hash: str) -> bool:
    covering = receipts.get(contribution)
    return covering is not None and covering.hash == receipt_hash


def _state(judgement: Judgement, reviews: Mapping[str, Review]) -> ReviewState:
    review = reviews.get(judgement.arrival.entry_id)
    own = review is not None and review.entry_hash == judgement.arrival.hash
    return ReviewState(review.state) if own and review is not None else judgement.verdict.state


def _contribution_lines(
    judgement: Judgement,
    body: Contribution,
    sender: tuple[str, str],
    covering: _Covering,
    state: ReviewState,
    enrolled: Mapping[str, ReviewState],
) -> list[LedgerLine]:
    arrival = judgement.arrival
    agent_id, device = sender
    common = worst([state, covering.state]) or state
    buckets = {
        worker_id: bucket_of(worst([common, enrolled[worker_id]]) if worker_id in enrolled else common).value
        for worker_id in {line.worker_id for line in body.lines}
    }
    return [
        LedgerLine(
            device=device,
            hash=arrival.hash,
            line=number,
            entry_id=arrival.entry_id,
            action_id=arrival.action_id,
            agent_id=agent_id,
            receipt_number=covering.number,
            worker_id=line.worker_id,
            month=line.month,
            programme=line.programme,
            amount=line.amount,
            bracket=line.bracket,
            relief=line.relief,
            tariff_version=line.tariff_version,
            payer=line.payer,
            recorded_on=arrival.recorded_on,
            bucket=buckets[line.worker_id],
        )
        for number, line in enumerate(body.lines)
    ]


def _balance(
    judgement: Judgement,
    body: Receipt,
    sender: tuple[str, str],
    covered: Sequence[Contribution],
    state: ReviewState,
) -> list[LedgerLine]:
    """One line for what the receipt's contributions do not explain: credit used, or a difference to look into."""
    left = body.total - sum(contribution.price for contribution in covered)
    if left == 0:
        return []
    credited = left == -sum(contribution.credit for contribution in covered)
    arrival = judgement.arrival
    agent_id, device = sender
    return [
        LedgerLine(
            device=device,
            hash=arrival.hash,
            line=0,
            entry_id=arrival.entry_id,
            action_id=arrival.action_id,
            agent_id=agent_id,
            receipt_number=body.number,
            worker_id=None,
            month="",
            programme=CREDIT if credited else DIFFERENCE,
            amount=left,
            bracket=0,
            relief=None,
            tariff_version="",
            payer=body.payer,
            recorded_on=arrival.recorded_on,
            bucket=bucket_of(state).value,
        )
    ]
