"""Receipts that carry the same number: what a copy of a laptop wrote beside what stands."""

from __future__ import annotations

from sync.protocol.bodies.enrolment import EnrolmentPersonal
from sync.protocol.entry import DecodedEntry, EntryFault, decode
from sync.protocol.review import RivalReceipt
from sync.rules.states import ReviewState
from sync.server.services.contents import action_of, content_reviews
from sync.server.storage.records import IssuedReceipt, Review
from sync.server.storage.store import UnitOfWork


def rivals_of(tx: UnitOfWork, review: Review) -> tuple[RivalReceipt, ...]:
    """The other receipts under the number of a record, the genuine one first.

    A record that issued none, a void, is of the one receipt that there is: only several are rivals.
    """
    if review.receipt_number is None:
        return ()
    own = {stored.record.hash for stored in action_of(tx, review)}
    issued = tx.money.receipt(review.receipt_number)
    others = [one for one in issued if one.hash not in own]
    if len(issued) == 1:
        return ()
    return tuple(_rival(tx, one) for one in others)


def _rival(tx: UnitOfWork, receipt: IssuedReceipt) -> RivalReceipt:
    together = tx.entries.of_actions([receipt.action_id])
    name = ""
    for stored in together:
        try:
            entry = decode(stored.raw, stored.personal)
        except EntryFault:
            continue
        if isinstance(entry, DecodedEntry) and isinstance(entry.personal, EnrolmentPersonal):
            name = entry.personal.name
    own = next(one.record for one in together if one.record.hash == receipt.hash)
    review = content_reviews(tx, [own]).get(receipt.hash)
    return RivalReceipt(
        number=receipt.number,
        worker_name=name,
        rupiah=receipt.total,
        recorded_at=own.recorded_at,
        state=ReviewState.RECEIVED if review is None else ReviewState(review.state),
    )
