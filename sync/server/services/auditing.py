"""Writing the audit trail inside the transaction of the act itself, and proving that it is unbroken."""

from __future__ import annotations

from datetime import datetime

from sync.protocol.canonical import JsonValue
from sync.server.services.audit_chain import first_break, named, next_entry
from sync.server.storage.access_records import AuditEntry
from sync.server.storage.store import Store, UnitOfWork

__all__ = ["AuditEntry", "audit", "trail", "trail_break"]

_PAGE = 1000


def audit(tx: UnitOfWork, at: datetime, actor: str, act: str, subject: str, **detail: JsonValue) -> None:
    """Append one act; `actor` is an account id or `terminal`, `detail` holds no personal data."""
    tx.audits.add(next_entry(tx.audits.last(), at, actor, act, subject, detail), named(subject, detail))


def trail(store: Store, after: int, limit: int, branch_id: str | None = None) -> tuple[AuditEntry, ...]:
    """Rows above a number, at most `limit` of them; of a branch alone what its accounts and agents did."""
    with store.reading() as tx:
        if branch_id is None:
            return tx.audits.after(after, limit)
        actors = {one.account_id for one in tx.accounts.accounts(branch_id)}
        actors |= {one.agent_id for one in tx.organisation.agents(branch_id)}
        return tx.audits.after(after, limit, actors)


def trail_break(store: Store) -> int | None:
    """The number of the first row that breaks the chain, None where it is whole."""
    rows: list[AuditEntry] = []
    with store.reading() as tx:
        while page := tx.audits.after(rows[-1].number if rows else 0, _PAGE):
            rows.extend(page)
    return first_break(rows)
