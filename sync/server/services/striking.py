"""Takes the money of a payment off the books that came a second time with other content, and that nobody took."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sync.protocol.bodies.receipt import Receipt
from sync.protocol.digests import sha256_hex
from sync.rules.states import MoneyBucket, ReviewState, VerdictKind
from sync.server.domain.contents import is_apart
from sync.server.services.contents import action_of
from sync.server.services.record_forms import readable
from sync.server.storage.records import CashMovement, IssuedReceipt, Review
from sync.server.storage.store import UnitOfWork


def struck_receipts(tx: UnitOfWork, review: Review) -> list[IssuedReceipt]:
    """Receipts of a record whose entry ids other receipts hold: no refund can name them."""
    apart = [one for one in action_of(tx, review) if one.record.verdict == VerdictKind.ID_CONFLICT.value]
    numbers = {one.hash: one.body.number for one in readable(apart) if isinstance(one.body, Receipt)}
    return [
        issued
        for digest, number in numbers.items()
        for issued in tx.money.receipt(number)
        if issued.hash == digest
    ]


def strike(tx: UnitOfWork, review: Review, at: datetime) -> None:
    """Void what such receipts say was paid, where their record was refused: it lowers cash at the branch as they raised
    it, from the date of the decision in UTC on."""
    if review.state != ReviewState.REFUSED.value or not is_apart(review):
        return
    own = {stored.record.hash: stored.record for stored in action_of(tx, review)}
    for receipt in struck_receipts(tx, review):
        lines = [
            line
            for line in tx.money.lines(receipt.action_id)
            if line.hash in own and line.receipt_number == receipt.number
        ]
        tx.money.finish_lines(lines, MoneyBucket.VOIDED.value, at.date())
        tx.money.put_receipts([replace(receipt, state=MoneyBucket.VOIDED.value)])
        movement = CashMovement(
            device=receipt.device,
            hash=sha256_hex(receipt.hash.encode()),
            agent_id=receipt.agent_id,
            epoch=receipt.epoch,
            seq=own[receipt.hash].seq,
            sort="void",
            amount=receipt.total,
            moved_on=at.date(),
            at=at,
            aside=True,
        )
        tx.money.add_movements([movement])
