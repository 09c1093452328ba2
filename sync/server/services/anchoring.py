"""Anchors the audit trail: the head of every finished day, signed, so that nobody can write the past anew."""

from __future__ import annotations

from datetime import UTC, date

from sync.protocol.signatures import SigningKey, anchor_message
from sync.server.clock import Clock
from sync.server.storage.access_records import AuditAnchor, AuditEntry
from sync.server.storage.store import Store, UnitOfWork

_PAGE = 1000


def anchor_days(store: Store, clock: Clock, signing: SigningKey) -> int:
    """Sign the last row of each day (UTC) that is over and not anchored; answers how many days that were.

    A row belongs to its own day, or to that of the row before where a clock went back.
    """
    today = clock.now().astimezone(UTC).date()
    with store.transaction() as tx:
        heads = _heads(tx)
        finished = {day: row for day, row in heads.items() if day < today}
        for day, row in finished.items():
            signature = signing.sign(anchor_message(day, row.number, row.hash))
            tx.audits.add_anchor(AuditAnchor(day, row.number, row.hash, signature))
    return len(finished)


def _heads(tx: UnitOfWork) -> dict[date, AuditEntry]:
    """The last row of every day behind the newest anchor."""
    anchor = tx.audits.anchor()
    number, day = (0, date.min) if anchor is None else (anchor.number, anchor.day)
    heads: dict[date, AuditEntry] = {}
    while page := tx.audits.after(number, _PAGE):
        for row in page:
            day = max(day, row.at.astimezone(UTC).date())
            heads[day] = row
        number = page[-1].number
    return heads
