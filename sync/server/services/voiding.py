"""What void requests and refunds do to receipts and their lines; every amount stays in exactly one bucket."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sync.protocol.bodies.change import Change
from sync.protocol.bodies.refund import Refund
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.entry import decode
from sync.protocol.feed import DecisionPayload
from sync.protocol.kinds import EntryKind
from sync.protocol.wire import wire_bytes
from sync.rules.states import MoneyBucket, Move, ReviewState, VerdictKind
from sync.rules.undoing import LineKey
from sync.server.domain.contents import is_apart
from sync.server.domain.judging import Judgement
from sync.server.domain.paid_receipts import GONE, named_keys, paid_line
from sync.server.services.double_payments import flag_double_payments
from sync.server.services.receipt_reading import read_paid_receipts, void_request_of
from sync.server.services.striking import struck_receipts
from sync.server.storage.records import CashMovement, IssuedReceipt, LedgerLine, Review, StoredEntry
from sync.server.storage.store import UnitOfWork


def names_refund(tx: UnitOfWork, review: Review, move: Move) -> bool:
    """Whether a decision names a refund: a void approved for which cash was taken, or money refused."""
    if review.kind == EntryKind.VOID_REQUEST.value:
        request = void_request_of(tx.entries.entry(review.entry_id))
        return move is Move.APPROVE and request is not None and request.cash == "cash_taken"
    paid = review.kind in (EntryKind.ENROLMENT.value, EntryKind.CONTRIBUTION.value)
    return move is Move.REFUSE and paid and not (is_apart(review) and struck_receipts(tx, review))


def follow_decision(tx: UnitOfWork, review: Review, at: datetime) -> None:
    """Void the lines of an approved request without cash, and say where its receipt stands now.

    One with cash changes no line: the money leaves with the refund that the decision names. Where it is refused,
    the right receipt that was written meanwhile pays its months a second time.
    """
    request = void_request_of(tx.entries.entry(review.entry_id))
    if request is None or not tx.money.issued([request.receipt]):
        return
    if review.state == ReviewState.APPROVED.value and request.cash == "no_cash":
        on = _decided_on(_request(tx, review.entry_id), at)
        amount = _finish(tx, request.receipt, named_keys(request.lines), MoneyBucket.VOIDED, on)
        _lower_cash(tx, review.entry_id, amount, at)
    settle_receipts(tx, [request.receipt])
    stored = tx.entries.entry(review.entry_id)
    if review.state == ReviewState.REFUSED.value and stored is not None:
        flag_double_payments(tx, _named(tx, request), stored.record, at)


def follow_arrivals(tx: UnitOfWork, judgements: Sequence[Judgement], agent_id: str, at: datetime) -> None:
    """Carry the requests and refunds of a batch into the ledger; tell the feed of what the rules refused."""
    touched: list[str] = []
    for judgement in judgements:
        body = None if judgement.arrival.decoded is None else judgement.arrival.decoded.body
        if isinstance(body, VoidRequest):
            touched.append(body.receipt)
        if isinstance(body, VoidRequest | Change) and judgement.verdict.state is ReviewState.REFUSED:
            _tell_refused(tx, judgement, agent_id, at)
        elif isinstance(body, Refund) and judgement.verdict.kind is VerdictKind.ACCEPTED:
            on = judgement.arrival.recorded_on
            _finish(tx, body.receipt, named_keys(body.lines), MoneyBucket.REFUNDED, on)
            touched.append(body.receipt)
    settle_receipts(tx, touched)


def _tell_refused(tx: UnitOfWork, judgement: Judgement, agent_id: str, at: datetime) -> None:
    """A decision row for what nobody needs to decide: at the laptop a request's months count as paid again, and a
    change holds no longer."""
    payload = DecisionPayload(
        entry_id=judgement.arrival.entry_id,
        hash=judgement.arrival.hash,
        state=ReviewState.REFUSED,
        reason=judgement.verdict.code,
        decided_at=at,
        reviewer="",
    )
    tx.feed.append(agent_id, "decision", at, wire_bytes(payload).decode())


def settle_receipts(tx: UnitOfWork, entry_ids: Iterable[str]) -> None:
    """Write where receipts stand: all of it gone, asked about, or as issued; and which lines are asked about."""
    chosen = sorted(set(entry_ids))
    issued = tx.money.issued(chosen)
    moved = []
    for entry_id, receipt in read_paid_receipts(tx, chosen).items():
        before = issued[entry_id]
        lines = _lines(tx, before)
        asked = frozenset[LineKey]().union(*receipt.requested.values())
        for named in (True, False):
            tx.money.mark_requested([one for one in lines if (paid_line(one).key in asked) is named], named)
        gone = {line.bucket for line in lines}
        if gone and gone <= GONE:
            refunded = MoneyBucket.REFUNDED.value in gone
            state = MoneyBucket.REFUNDED.value if refunded else MoneyBucket.VOIDED.value
        else:
            state = "void_requested" if receipt.requested else "issued"
        if state != before.state:
            moved.append(replace(before, state=state))
    tx.money.put_receipts(moved)


def _lower_cash(tx: UnitOfWork, request_id: str, amount: int, at: datetime) -> None:
    """An approved void without cash lowers cash in hand, from the local date of the decision on."""
    stored = _request(tx, request_id)
    movement = CashMovement(
        device=stored.record.device,
        hash=stored.record.hash,
        agent_id=stored.record.agent_id,
        epoch=stored.record.epoch,
        seq=stored.record.seq,
        sort="void",
        amount=amount,
        moved_on=_decided_on(stored, at),
        at=at,
    )
    tx.money.add_movements([movement])


def _request(tx: UnitOfWork, request_id: str) -> StoredEntry:
    stored = tx.entries.entry(request_id)
    assert stored is not None
    return stored


def _decided_on(stored: StoredEntry, at: datetime) -> date:
    """The local date of a decision, at the offset of the request."""
    offset = decode(stored.raw, stored.personal).envelope.utc_offset
    return (at + timedelta(minutes=offset)).date()


def _finish(
    tx: UnitOfWork, receipt_id: str, named: frozenset[LineKey] | None, bucket: MoneyBucket, on: date
) -> int:
    """Put lines of a receipt where they stay from a local date on; answers their rupiah."""
    lines = _lines(tx, tx.money.issued([receipt_id])[receipt_id])
    chosen = [line for line in lines if named is None or paid_line(line).key in named]
    tx.money.finish_lines(chosen, bucket.value, on)
    return sum(line.amount for line in chosen if line.bucket not in GONE)


def _named(tx: UnitOfWork, request: VoidRequest) -> list[LedgerLine]:
    """The lines that a request is about."""
    issued = tx.money.issued([request.receipt])
    named = named_keys(request.lines)
    return [
        line
        for receipt in issued.values()
        for line in _lines(tx, receipt)
        if named is None or paid_line(line).key in named
    ]


def _lines(tx: UnitOfWork, issued: IssuedReceipt) -> list[LedgerLine]:
    return [line for line in tx.money.lines(issued.action_id) if line.receipt_number == issued.number]
