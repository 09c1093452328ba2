"""What a person kept although it lies beside the chain: its workers hold their NIKs, and corrections find them."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from sync.protocol.bodies.enrolment import Enrolment
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.rules.states import ReviewState
from sync.server.domain.arrivals import read_arrival
from sync.server.services.moving import Moved, RuleMove, move_reviews
from sync.server.services.nik_claims import claims_of
from sync.server.storage.records import StoredEntry
from sync.server.storage.store import UnitOfWork
from sync.server.storage.worker_records import NikClaim

_NOT_KEPT = frozenset({ReviewState.HELD, ReviewState.REFUSED})


def kept_beside(tx: UnitOfWork, entry_ids: Collection[str]) -> tuple[StoredEntry, ...]:
    """Entries beside the chain, by their ids, that a person kept."""
    kept = [one for one in tx.reviews.reviews(entry_ids).values() if ReviewState(one.state) not in _NOT_KEPT]
    found = (stored for one in kept for stored in tx.entries.stored(one.device, [one.entry_hash]))
    return tuple(stored for stored in found if stored.record.aside)


def take_in(tx: UnitOfWork, action_id: str, at: datetime) -> None:
    """Claim the NIKs of the enrolments of an action that was kept; one that somebody else holds is flagged again."""
    together = tx.entries.of_actions([action_id])
    ids = {one.record.entry_id for one in together if one.record.kind == EntryKind.ENROLMENT.value}
    moves = []
    for stored in kept_beside(tx, ids):
        arrival = read_arrival(SealedEntry.of(stored.raw, stored.personal), stored.record.received_at)
        claims = claims_of(arrival, stored.record.device, stored.record.agent_id)
        holders = tx.workers.claim(claims)
        body = None if arrival.decoded is None else arrival.decoded.body
        known = body.reenrolment_of if isinstance(body, Enrolment) else None
        if any(_is_another(holders[claim.nik], claim, known) for claim in claims):
            before = tx.reviews.reviews([stored.record.entry_id])[stored.record.entry_id]
            flags = dict.fromkeys((*json.loads(before.flags), "duplicate"))
            after = replace(before, state=ReviewState.FLAGGED.value, flags=json.dumps(list(flags)))
            moves.append(Moved(before, after))
    move_reviews(tx, moves, RuleMove.FOUND, at)


def _is_another(holder: NikClaim, claim: NikClaim, reenrolment_of: str | None) -> bool:
    """Whether a NIK is held by somebody whom the enrolment does not name as the same person."""
    return holder.worker_id != claim.worker_id and reenrolment_of not in (holder.worker_id, holder.entry_id)
