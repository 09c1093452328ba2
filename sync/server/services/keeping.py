"""What a person kept beside the chain: its workers hold their NIKs, and what waited for it is judged."""

from __future__ import annotations

from datetime import datetime

from sync.protocol.kinds import EntryKind
from sync.rules.regions import Gazetteer
from sync.server.clock import western_day
from sync.server.domain.facts import StoredFacts, open_desk
from sync.server.services.branch_references import BranchReferences
from sync.server.services.handing_over import worker_of_stored
from sync.server.services.intake_reading import read_histories
from sync.server.services.nik_claims import claim_waiting
from sync.server.services.receipt_reading import read_paid_receipts
from sync.server.services.taking_in import kept_beside, take_in
from sync.server.services.unparking import Came, resolve_waiting
from sync.server.storage.records import Review
from sync.server.storage.store import UnitOfWork


def keep(
    tx: UnitOfWork, review: Review, references: BranchReferences, gazetteer: Gazetteer, at: datetime
) -> None:
    """Take in what a decision kept of an action, and judge again what waited for its workers and receipts."""
    take_in(tx, review.action_id, at)
    together = tx.entries.of_actions([review.action_id])
    kept = kept_beside(tx, {stored.record.entry_id for stored in together})
    enrolments = [stored for stored in kept if stored.record.kind == EntryKind.ENROLMENT.value]
    receipts = frozenset(
        stored.record.entry_id for stored in kept if stored.record.kind == EntryKind.RECEIPT.value
    )
    device = tx.devices.device(review.device)
    if device is None or not (enrolments or receipts):
        return
    workers = frozenset(worker_of_stored(stored) for stored in enrolments)
    brought = {
        stored.record.entry_id: (worker_of_stored(stored), stored.record.agent_id) for stored in enrolments
    }
    facts = StoredFacts(
        device=device,
        epochs={},
        holders=claim_waiting(tx, brought),
        histories=read_histories(tx, workers),
        paid=tx.money.paid_months(workers),
        counters=frozenset(),
        last_counters={},
        receipts=read_paid_receipts(tx, receipts),
    )
    desk = open_desk(facts, references.shelf(tx, review.branch_id), gazetteer, western_day(at))
    resolve_waiting(tx, Came(workers, frozenset(brought), receipts), desk, at)
