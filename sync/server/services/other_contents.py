"""Reads the content that holds the entry id under which a record came too, for a reviewer to compare both."""

from __future__ import annotations

from sync.protocol.bodies.receipt import Receipt
from sync.protocol.review import OtherContent
from sync.rules.states import ReviewState
from sync.server.domain.contents import half_of
from sync.server.services.contents import content_reviews, holder_of
from sync.server.services.record_forms import counting_corrections, form_for, paid_lines, readable
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork


def other_content(tx: UnitOfWork, review: Review) -> OtherContent | None:
    """None where a record's entry id is its own, or where what holds it cannot be read."""
    holder = holder_of(tx, review)
    entry = None if holder is None else next(iter(readable([holder])), None)
    if holder is None or entry is None:
        return None
    record = holder.record
    agent = tx.organisation.agent(record.agent_id)
    standing = content_reviews(tx, [record]).get(record.hash)
    together = readable(half_of(tx.entries.of_actions([record.action_id]), apart=False))
    numbers = [one.body.number for one in together if isinstance(one.body, Receipt)]
    return OtherContent(
        kind=record.kind,
        agent_name="" if agent is None else agent.name,
        device=record.device,
        fields=dict(form_for(tx, entry, together, counting_corrections(tx, record.entry_id)).fields),
        lines=paid_lines(together, record.worker_id),
        receipt_number=numbers[0] if numbers else None,
        recorded_at=record.recorded_at,
        utc_offset=entry.envelope.utc_offset,
        state=ReviewState.RECEIVED if standing is None else ReviewState(standing.state),
    )
