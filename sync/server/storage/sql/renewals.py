"""Which payments no enrolment goes with and no deposit carried away, in SQL."""

from collections.abc import Collection

from sqlalchemy import Connection, and_, exists, func, select

from sync.server.storage.records import LedgerLine
from sync.server.storage.sql.many import columns_of, within
from sync.server.storage.tables import EntryRow, LedgerLineRow, ReceiptRow, table_of

LINE, RECEIPT, ENTRY = table_of(LedgerLineRow), table_of(ReceiptRow), table_of(EntryRow)


def renewals(
    connection: Connection, agent_ids: Collection[str], after: str, limit: int
) -> tuple[LedgerLine, ...]:
    """Accepted lines of so many contributions above an entry id; their actions lead to them in the index of lines."""
    accepted = LINE.c.bucket == "accepted"
    covered = and_(RECEIPT.c.device == LINE.c.device, RECEIPT.c.action_id == LINE.c.action_id)
    enrolled = exists().where(ENTRY.c.action_id == LINE.c.action_id, ENTRY.c.kind == "enrolment")
    chosen = (
        select(LINE.c.entry_id, func.min(LINE.c.action_id).label("action_id"))
        .join(RECEIPT, covered)
        .where(
            within(RECEIPT.c.agent_id, agent_ids, connection),
            RECEIPT.c.deposit == "in_hand",
            RECEIPT.c.genuine,
            accepted,
            LINE.c.entry_id > after,
            ~enrolled,
        )
        .group_by(LINE.c.entry_id)
        .order_by(LINE.c.entry_id)
        .limit(limit)
        .subquery()
    )
    same = and_(chosen.c.action_id == LINE.c.action_id, chosen.c.entry_id == LINE.c.entry_id)
    query = select(*columns_of(LINE, LedgerLine)).join(chosen, same).where(accepted)
    ordered = query.order_by(LINE.c.entry_id, LINE.c.device, LINE.c.hash, LINE.c.line)
    return tuple(LedgerLine(*row) for row in connection.execute(ordered))
