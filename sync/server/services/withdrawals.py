"""What workers agree to no longer, and since when: the branch has 3 x 24 hours to stop (UU 27/2022, article 40)."""

from __future__ import annotations

from sync.protocol.bodies.consent import ConsentWithdrawal
from sync.protocol.entry import DecodedEntry, decode
from sync.protocol.kinds import EntryKind
from sync.protocol.review import Withdrawn
from sync.rules.states import STANDING_APART, VerdictKind
from sync.server.storage.store import UnitOfWork


def withdrawn_of(
    tx: UnitOfWork, worker_id: str | None, required: frozenset[str] = frozenset()
) -> tuple[Withdrawn, ...]:
    """The withdrawals of a worker that count, oldest first, each with the instant at which it was written.

    `required`: the purposes without which nobody is enrolled; what took one of them back erases, once it is approved.
    """
    if worker_id is None:
        return ()
    found = []
    for stored in tx.entries.of_workers([worker_id], [EntryKind.CONSENT_WITHDRAWAL.value]):
        if VerdictKind(stored.record.verdict) in STANDING_APART | {VerdictKind.NEEDS_FIX}:
            continue
        entry = decode(stored.raw, stored.personal)
        if isinstance(entry, DecodedEntry) and isinstance(entry.body, ConsentWithdrawal):
            purposes, at = entry.body.purposes, stored.record.recorded_at
            found.append(Withdrawn(purposes=purposes, at=at, erases=bool(required & set(purposes))))
    return tuple(sorted(found, key=lambda one: one.at))
