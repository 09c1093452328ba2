"""What happens around the cash of a desk: further payments, and the branch's decisions as the feed brings them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from perisai_desktop.services.contributions import receipt_of
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import feed, journal, rebuild
from perisai_desktop.storage.feed import FeedItem
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.projections import cash
from sync.protocol.bodies.contribution import Contribution, ContributionLine, CreditUsed
from sync.protocol.canonical import JsonValue, canonical_bytes
from sync.protocol.kinds import EntryKind
from sync.rules.cash import cash_in_hand
from tests.support.desks import MARKET_DAY
from tests.support.stores import dump

DECISION = "01935000-0000-7000-8000-0000000000{:02d}"


@dataclass
class MoneyHand:
    """A hand at the till of one desk, and the branch behind it."""

    desk: AgentDesk
    position: int = field(default=0)

    def entry(self, entry_id: str) -> StoredEntry:
        """An entry of the journal."""
        with self.desk.enrolling.database.reading() as session:
            found = journal.entry(session, entry_id)
        assert found is not None
        return found

    def written(self, action_id: str) -> tuple[StoredEntry, ...]:
        """The entries of an action."""
        with self.desk.enrolling.database.reading() as session:
            return journal.of_action(session, action_id)

    def written_kind(self, kind: str) -> tuple[StoredEntry, ...]:
        """The entries of a kind."""
        with self.desk.enrolling.database.reading() as session:
            return journal.of_kind(session, kind)

    def decide(self, entry_id: str, state: str, *, grants: bool = False, **more: JsonValue) -> str:
        """The branch decides on an entry; answers the id under which a refund is granted."""
        self.position += 1
        decision_id = DECISION.format(self.position)
        payload: dict[str, JsonValue] = {
            "entry_id": entry_id,
            "hash": self.entry(entry_id).hash,
            "state": state,
            "decided_at": "2026-11-22T05:00:00.000Z",
            "reviewer": "Penyelia Contoh",
            **more,
        }
        if grants:
            payload["decision_id"] = decision_id
        at = MARKET_DAY + timedelta(hours=3)
        item = FeedItem(self.position, "decision", at, canonical_bytes(payload))
        feed.apply_page(self.desk.enrolling.database, [item], item.position, at)
        return decision_id

    def pay(self, *lines: ContributionLine, credit: int = 0) -> tuple[str, str]:
        """Take a payment; answers the receipt's number and the contribution's entry id."""
        pen = self.desk.voiding.pen
        workers = {line.worker_id for line in lines}
        used = (CreditUsed(decision_id="kredit", amount=credit),) if credit else ()
        contribution = Contribution(lines=lines, credits=used)
        about = next(iter(workers)) if len(workers) == 1 else None
        with self.desk.enrolling.database.transaction() as session:
            action = pen.action(session)
            paid = action.write(EntryKind.CONTRIBUTION, contribution, worker_id=about)
            receipt = receipt_of(session, pen, action, contribution, paid.entry_id)
            receipt = receipt.model_copy(update={"workers": len(workers)})
            action.write(EntryKind.RECEIPT, receipt, worker_id=about)
            action.finish()
        return receipt.number, paid.entry_id

    def cash(self) -> int:
        """Cash in hand in rupiah."""
        with self.desk.enrolling.database.reading() as session:
            return cash_in_hand(cash.facts(session))

    def paid_until(self, worker_id: str) -> str | None:
        """Until when a worker has paid."""
        found = self.desk.finding.card(worker_id).row.paid_until
        return None if found is None else str(found)

    def prove_rebuild(self) -> None:
        """Projections that are dropped and computed again are the same."""
        with self.desk.enrolling.database.transaction() as session:
            before = dump(session)
            rebuild.rebuild(session)
            assert dump(session) == before
