"""Verdicts on void requests and refunds (sync/rules/README.md, "Void")."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sync.protocol.bodies.refund import Refund
from sync.protocol.bodies.void_request import VoidRequest
from sync.rules.reasons import ReasonKind
from sync.rules.states import VerdictKind
from sync.rules.undoing import PaidLine, covered, rupiah_of
from sync.server.domain.arrivals import Arrival
from sync.server.domain.facts import Desk
from sync.server.domain.paid_receipts import PaidReceipt, named_keys
from sync.server.domain.verdicts import ACCEPTED, Verdict, flagged, needs_fix


@dataclass(frozen=True, slots=True)
class Subject:
    """What a request is about: the receipt's number, and the rupiah of the lines that it names."""

    receipt_number: str
    rupiah: int


def judge_void_request(arrival: Arrival, desk: Desk, agent_id: str) -> tuple[Verdict, Subject | None]:
    """A request is taken where its receipt is the agent's own, in hand, and not asked about already; from then on
    its months count as unpaid.

    One that cannot be decided is refused, so that its months count as paid again at the laptop. A worker's
    later payment and an unknown reason are for the reviewer to see.
    """
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, VoidRequest)
    receipt = desk.receipts.get(body.receipt)
    if receipt is None:
        return Verdict(VerdictKind.PARKED, missing=body.receipt), None
    lines = covered(receipt.lines, named_keys(body.lines))
    subject = Subject(receipt.number, rupiah_of(lines or ()))
    standing = None if lines is None else receipt.request_on(line.key for line in lines)
    if receipt.agent_id != agent_id:
        return _refused("receipt_of_other_agent"), None
    if lines is None:
        return _refused("lines_differ"), subject
    if receipt.deposited_by is not None:
        return _refused("receipt_deposited"), subject
    if standing is not None:
        return replace(_refused("void_requested_before"), theirs=standing), subject
    if not lines:
        return _refused("nothing_to_undo"), subject
    keys = frozenset(line.key for line in lines)
    asked = {**receipt.requested, arrival.hash: keys}
    desk.receipts[receipt.entry_id] = replace(receipt, requested=asked)
    desk.take_back(lines)
    flags = ["void_not_newest"] if _paid_later(desk, lines) else []
    if desk.reference.reason(ReasonKind.VOID, body.reason) is None:
        flags.append("reason_unknown")
    return flagged(*flags), subject


def judge_refund(arrival: Arrival, desk: Desk, agent_id: str) -> Verdict:
    """A refund is what its decision names, whole and once; the cash has left the agent's hands either way."""
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Refund)
    grant = desk.grants.get(body.decision_id)
    if grant is None or grant.agent_id != agent_id:
        return needs_fix("decision_unknown", "decision_id")
    if grant.receipt != body.receipt or not _same_lines(desk.receipts[grant.receipt], body, grant.keys):
        return needs_fix("lines_differ", "lines")
    if grant.decision_id in desk.refunded or grant.amount == 0:
        return needs_fix("refunded_before", "decision_id")
    if body.amount != grant.amount:
        return needs_fix("amount_differs", "amount")
    desk.refunded.add(grant.decision_id)
    desk.receipts[grant.receipt] = desk.receipts[grant.receipt].without(grant.keys, grant.amount)
    return ACCEPTED


def _refused(code: str) -> Verdict:
    return Verdict(VerdictKind.REFUSED, code, flags=(code,))


def _same_lines(receipt: PaidReceipt, body: Refund, keys: frozenset[tuple[str, int]]) -> bool:
    named = named_keys(body.lines)
    return keys == (frozenset(line.key for line in receipt.lines) if named is None else named)


def _paid_later(desk: Desk, lines: tuple[PaidLine, ...]) -> bool:
    """Whether a worker of these lines has paid a month behind the last of them."""
    last: dict[str, str] = {}
    for line in lines:
        if line.worker_id is not None:
            last[line.worker_id] = max(line.month, last.get(line.worker_id, ""))
    return any(max(desk.paid.get(worker_id, ()), default="") > month for worker_id, month in last.items())
