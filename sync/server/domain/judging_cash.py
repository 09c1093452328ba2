"""Verdicts on deposits and day closings. What they say happened to the cash did happen: a fault is for a person to see."""

from __future__ import annotations

from dataclasses import replace

from sync.protocol.bodies.cash import CashAdjustment, Closing
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.rules.cash import cash_facts, expectable
from sync.rules.reasons import ReasonKind
from sync.rules.states import VerdictKind
from sync.server.domain.arrivals import Arrival
from sync.server.domain.facts import Desk
from sync.server.domain.verdicts import Verdict, flagged
from sync.server.storage.records import CashMovement


def judge_deposit(arrival: Arrival, desk: Desk, agent_id: str) -> Verdict:
    """Hold a deposit against its receipts: the agent's own, in hand, nobody asked to void them, and the sum.

    It waits for a receipt that is not here yet; the cash of the others is deposited all the same.
    """
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Deposit)
    flags: list[str] = []
    missing: str | None = None
    owed = 0
    for entry_id in body.receipts:
        receipt = desk.receipts.get(entry_id)
        if receipt is None:
            missing = missing or entry_id
            continue
        owed += receipt.left
        if receipt.agent_id != agent_id:
            flags.append("receipt_of_other_agent")
        elif receipt.deposited_by not in (None, arrival.entry_id):
            flags.append("receipt_deposited")
        elif receipt.requested:
            flags.append("void_open")
        else:
            desk.receipts[entry_id] = replace(receipt, deposited_by=arrival.entry_id)
            desk.deposited.append((entry_id, arrival.entry_id))
    if missing is None and body.amount - owed != body.difference:
        flags.append("amount_differs")
    if not body.billing_code.isdigit():
        flags.append("billing_code")
    if body.reason is not None and desk.reference.reason(ReasonKind.DEPOSIT_DIFFERENCE, body.reason) is None:
        flags.append("reason_unknown")
    if missing is not None:
        return Verdict(VerdictKind.PARKED, missing=missing, flags=tuple(dict.fromkeys(flags)))
    return flagged(*dict.fromkeys(flags))


def judge_closing(arrival: Arrival, desk: Desk) -> Verdict:
    """Hold what a closing expects against the movements before it in its chain, up to its business date."""
    assert arrival.decoded is not None
    body = arrival.decoded.body
    assert isinstance(body, Closing)
    before = [
        one
        for one in (*desk.stored.movements, *desk.movements)
        if (one.epoch, one.seq) < (arrival.epoch, arrival.seq) and one.moved_on <= body.on and not one.aside
    ]
    facts = cash_facts((one.sort, one.amount) for one in before if one.sort != "void")
    voids = [one.amount for one in before if one.sort == "void"]
    flags = [] if body.expected in expectable(facts, voids) else ["expected_differs"]
    if body.reason is not None and desk.reference.reason(ReasonKind.CLOSING_DIFFERENCE, body.reason) is None:
        flags.append("reason_unknown")
    return flagged(*flags)


def movement_of(arrival: Arrival, device: str, agent_id: str, *, aside: bool) -> CashMovement | None:
    """What an entry does to cash, whatever its verdict; None where it moves none or cannot be read."""
    body = None if arrival.decoded is None else arrival.decoded.body
    if isinstance(body, Receipt):
        sort, amount = "receipt", body.total
    elif isinstance(body, Refund):
        sort, amount = "refund", body.amount
    elif isinstance(body, Deposit):
        sort, amount = "deposit", body.amount
    elif isinstance(body, CashAdjustment):
        sort, amount = body.what, body.amount
    else:
        return None
    return CashMovement(
        device=device,
        hash=arrival.hash,
        agent_id=agent_id,
        epoch=arrival.epoch,
        seq=arrival.seq,
        sort=sort,
        amount=amount,
        moved_on=arrival.recorded_on,
        at=arrival.recorded_at,
        aside=aside,
    )
