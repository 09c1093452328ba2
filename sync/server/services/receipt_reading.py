"""Reads receipts with their lines, what is asked about them, and the refunds that decisions grant."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import replace

from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.entry import DecodedEntry, EntryFault, decode
from sync.protocol.kinds import EntryKind
from sync.rules.states import ReviewState
from sync.rules.undoing import LineKey, PaidLine, covered, rupiah_of
from sync.server.domain.paid_receipts import Grant, PaidReceipt, named_keys, stored_receipt, unread_receipt
from sync.server.services.contents import action_of, entry_id_of
from sync.server.storage.records import Review, StoredEntry
from sync.server.storage.store import UnitOfWork

OPEN_REQUESTS = frozenset({ReviewState.RECEIVED, ReviewState.FLAGGED, ReviewState.IN_REVIEW})


def read_paid_receipts(tx: UnitOfWork, entry_ids: Collection[str]) -> dict[str, PaidReceipt]:
    """Stored receipts by entry id, each with the lines of its open void requests."""
    found: dict[str, PaidReceipt] = {}
    for entry_id, issued in tx.money.issued(entry_ids).items():
        receipt = stored_receipt(issued, tx.money.lines(issued.action_id), {})
        found[entry_id] = stored_receipt(
            issued, tx.money.lines(issued.action_id), dict(_open_requests(tx, receipt))
        )
    return found


def read_unread_receipts(tx: UnitOfWork, entry_ids: Collection[str]) -> dict[str, PaidReceipt]:
    """Stored receipts as deposits need them: what is left of each, without its lines; two reads for thousands."""
    issued = tx.money.issued(entry_ids)
    gone = tx.money.gone({receipt.action_id for receipt in issued.values()})
    return {
        entry_id: unread_receipt(receipt, gone.get(receipt.number, 0)) for entry_id, receipt in issued.items()
    }


def read_grants(tx: UnitOfWork, decision_ids: Collection[str]) -> tuple[list[Grant], dict[str, PaidReceipt]]:
    """The refunds that decisions name, and the receipts that they are of."""
    grants: list[Grant] = []
    receipts: dict[str, PaidReceipt] = {}
    for decision_id, review in tx.reviews.granting(decision_ids).items():
        stands = review.state in (ReviewState.APPROVED.value, ReviewState.REFUSED.value)
        receipt, lines = _granted(tx, review) if stands else (None, ())
        if receipt is not None:
            left = rupiah_of(line for line in lines if not line.gone)
            keys = frozenset(line.key for line in lines)
            grants.append(Grant(decision_id, review.agent_id, receipt.entry_id, keys, left))
            receipts[receipt.entry_id] = receipt
    return grants, receipts


def void_request_of(stored: StoredEntry | None) -> VoidRequest | None:
    """The body of a stored void request, None where there is none that can be read."""
    with suppress(EntryFault):
        entry = None if stored is None else decode(stored.raw, stored.personal)
        if isinstance(entry, DecodedEntry) and isinstance(entry.body, VoidRequest):
            return entry.body
    return None


def _open_requests(tx: UnitOfWork, receipt: PaidReceipt) -> Iterable[tuple[str, frozenset[LineKey]]]:
    """Requests that wait for a decision, or whose cash is granted and not given back yet."""
    for review in tx.reviews.void_requests(receipt.number):
        body = void_request_of(tx.entries.entry(review.entry_id))
        lines = None if body is None else covered(receipt.lines, named_keys(body.lines))
        waits = ReviewState(review.state) in OPEN_REQUESTS
        granted = review.state == ReviewState.APPROVED.value and review.decision_id is not None
        if lines and body is not None and body.receipt == receipt.entry_id and (waits or granted):
            yield review.entry_hash, frozenset(line.key for line in lines)


def _granted(tx: UnitOfWork, review: Review) -> tuple[PaidReceipt | None, tuple[PaidLine, ...]]:
    """The receipt that a decision is about, and its lines that the decision covers, gone ones too."""
    if review.kind == EntryKind.VOID_REQUEST.value:
        body = void_request_of(tx.entries.entry(review.entry_id))
        receipt = None if body is None else read_paid_receipts(tx, [body.receipt]).get(body.receipt)
        if body is None or receipt is None:
            return None, ()
        named = named_keys(body.lines)
        return receipt, tuple(line for line in receipt.lines if named is None or line.key in named)
    own = replace(review, entry_id=entry_id_of(tx, review))
    together = action_of(tx, review)
    ids = [one.record.entry_id for one in together if one.record.kind == EntryKind.RECEIPT.value]
    for receipt in read_paid_receipts(tx, ids).values():
        lines = tuple(line for line in receipt.lines if _is_about(own, line))
        if lines:
            alone = all(line.worker_id is None or _is_about(own, line) for line in receipt.lines)
            return receipt, receipt.lines if alone else lines
    return None, ()


def _is_about(review: Review, line: PaidLine) -> bool:
    """Whether a decision on an enrolment or a contribution is about a line."""
    if review.kind == EntryKind.CONTRIBUTION.value:
        return line.key[0] == review.entry_id
    return line.worker_id is not None and line.worker_id == (review.worker_id or review.entry_id)
