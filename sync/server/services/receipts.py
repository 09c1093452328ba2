"""Answers anybody who holds a receipt whether it is genuine, and whether the branch has it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from sync.protocol.bodies.enrolment import EnrolmentPersonal
from sync.protocol.entry import DecodedEntry, decode
from sync.protocol.receipt_proof import LinkFault, ReceiptLink, parse_path
from sync.rules.names import masked_name
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import MoneyBucket, ReviewState
from sync.server.clock import western_day
from sync.server.domain.arrivals import LARGEST_PAYMENT
from sync.server.domain.receipt_standing import (
    ReceiptAnswer,
    ReceiptFacts,
    Standing,
    standing_of,
)
from sync.server.services.contents import content_reviews
from sync.server.storage.records import Device, IssuedReceipt
from sync.server.storage.store import Store, UnitOfWork

_GONE = frozenset({MoneyBucket.VOIDED.value, MoneyBucket.REFUNDED.value})
_LONGEST_SHOWN = 20
_NUMBER_SIGNS = re.compile(r"[0-9A-Z-]")


class ReceiptChecks:
    """Looks a receipt up by what its QR says; nothing is written and no full name is answered."""

    def __init__(self, store: Store, *, practice: bool) -> None:
        self._store = store
        self._practice = practice

    def check(self, number: str, on: str, amount: str, signature: str) -> ReceiptAnswer:
        """The answer for the four parts of a receipt's path, exactly as they arrived.

        Parts of the wrong form are altered where they could have been a receipt of ours once, else unknown.
        """
        try:
            link = parse_path("", f"/k/{number}/{on}/{amount}/{signature}")
        except LinkFault as fault:
            standing = Standing.UNKNOWN if fault.code == "link_malformed" else Standing.ALTERED
            return ReceiptAnswer(standing, _shown(number), None, None, self._practice)
        if link.amount > LARGEST_PAYMENT:
            return ReceiptAnswer(Standing.ALTERED, link.number, link.on, None, self._practice)
        with self._store.reading() as tx:
            return self._answer(tx, link)

    def _answer(self, tx: UnitOfWork, link: ReceiptLink) -> ReceiptAnswer:
        device = tx.devices.device(ReceiptNumber.parse(link.number).device)
        carrying = tx.money.receipt(link.number)
        same = [found for found in carrying if (found.issued_on, found.total) == (link.on, link.amount)]
        stored = same[0] if same else None
        facts = ReceiptFacts(
            device_known=device is not None,
            signature_valid=device is not None and link.genuine(device.public_key),
            stored_same=bool(same) if carrying else None,
            voided=stored is not None and _voided(tx, stored),
            settled=stored is not None and _settled(tx, stored),
            revoked=device is not None and device.revoked_at is not None,
            late=device is not None and _late(device, link.on),
        )
        answer = ReceiptAnswer(standing_of(facts), link.number, link.on, link.amount, self._practice)
        if device is None or not answer.genuine:
            return answer
        others = len(carrying) - (stored is not None)
        answer = replace(_with_agent(tx, answer, device), same_number=others)
        return answer if stored is None or len(same) > 1 else _with_worker(tx, answer, stored)


def _shown(number: str) -> str:
    """What may be a receipt number; anything else would put a stranger's words on the branch's page."""
    return "".join(_NUMBER_SIGNS.findall(number))[:_LONGEST_SHOWN]


def _voided(tx: UnitOfWork, receipt: IssuedReceipt) -> bool:
    lines = [line for line in tx.money.lines(receipt.action_id) if line.receipt_number == receipt.number]
    return bool(lines) and all(line.bucket in _GONE for line in lines)


def _settled(tx: UnitOfWork, receipt: IssuedReceipt) -> bool:
    """Whether a receipt stands in its chain and is not held, or a person kept or refused it."""
    stored = tx.entries.stored(receipt.device, [receipt.hash])
    review = content_reviews(tx, (one.record for one in stored)).get(receipt.hash)
    if review is None:
        return receipt.genuine
    state = ReviewState(review.state)
    decided = state in (ReviewState.APPROVED, ReviewState.REFUSED)
    return decided or (receipt.genuine and state is not ReviewState.HELD)


def _late(device: Device, on: date) -> bool:
    """Whether a date lies behind the day on which a device was revoked, as the signed directory counts it."""
    return device.revoked_at is not None and on > western_day(device.revoked_at)


def _with_agent(tx: UnitOfWork, answer: ReceiptAnswer, device: Device) -> ReceiptAnswer:
    agent = tx.organisation.agent(device.agent_id)
    office = None if agent is None else tx.organisation.office(agent.office_id)
    branch = None if agent is None else tx.organisation.branch(agent.branch_id)
    return replace(
        answer,
        agent_name="" if agent is None else agent.name,
        agent_number="" if agent is None else agent.number,
        office="" if office is None else office.name,
        hotline="" if branch is None else branch.hotline,
    )


def _with_worker(tx: UnitOfWork, answer: ReceiptAnswer, receipt: IssuedReceipt) -> ReceiptAnswer:
    workers = {line.worker_id for line in tx.money.lines(receipt.action_id) if line.worker_id is not None}
    name = ""
    for stored in tx.entries.of_workers(workers, ["enrolment"]):
        entry = decode(stored.raw, stored.personal)
        if isinstance(entry, DecodedEntry) and isinstance(entry.personal, EnrolmentPersonal):
            name = masked_name(entry.personal.name)
            break
    return replace(
        answer,
        worker=name,
        others=max(0, len(workers) - 1) if name else 0,
        received_on=_received_on(tx, receipt),
    )


def _received_on(tx: UnitOfWork, receipt: IssuedReceipt) -> date | None:
    """The date the receipt arrived, by the clock of the place where it was written."""
    stored = next(iter(tx.entries.stored(receipt.device, [receipt.hash])), None)
    if stored is None:
        return None
    entry = decode(stored.raw, stored.personal)
    return (stored.record.received_at + timedelta(minutes=entry.envelope.utc_offset)).date()
