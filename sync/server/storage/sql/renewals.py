"""Which payments no enrolment goes with and no deposit carried away, in SQL."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, and_, distinct, exists, func, select

from sync.server.storage.records import LedgerLine
from sync.server.storage.sql.many import columns_of, within
from sync.server.storage.tables import EntryRow, LedgerLineRow, ReceiptRow, table_of

LINE, RECEIPT, ENTRY = table_of(LedgerLineRow), table_of(ReceiptRow), table_of(EntryRow)
_ACCEPTED = LINE.c.bucket == "accepted"


def renewals(
    connection: Connection, agent_ids: Collection[str], after: str, limit: int
) -> tuple[LedgerLine, ...]:
    """Accepted lines of contributions above an entry id until so many people are told; their actions lead to them in the
    index of lines."""
    chosen = _chosen(connection, agent_ids, after, limit)
    query = select(*columns_of(LINE, LedgerLine)).where(
        within(LINE.c.action_id, chosen.values(), connection),
        within(LINE.c.entry_id, chosen.keys(), connection),
        _ACCEPTED,
    )
    ordered = query.order_by(LINE.c.entry_id, LINE.c.device, LINE.c.hash, LINE.c.line)
    return tuple(LedgerLine(*row) for row in connection.execute(ordered))


def _chosen(connection: Connection, agent_ids: Collection[str], after: str, limit: int) -> Mapping[str, str]:
    """The contributions of a page with their actions."""
    covered = and_(RECEIPT.c.device == LINE.c.device, RECEIPT.c.action_id == LINE.c.action_id)
    enrolled = exists().where(ENTRY.c.action_id == LINE.c.action_id, ENTRY.c.kind == "enrolment")
    people = func.count(distinct(func.coalesce(LINE.c.worker_id, "")))
    query = (
        select(LINE.c.entry_id, func.min(LINE.c.action_id), people)
        .join(RECEIPT, covered)
        .where(
            within(RECEIPT.c.agent_id, agent_ids, connection),
            RECEIPT.c.deposit == "in_hand",
            RECEIPT.c.genuine,
            _ACCEPTED,
            LINE.c.entry_id > after,
            ~enrolled,
        )
        .group_by(LINE.c.entry_id)
        .order_by(LINE.c.entry_id)
        .limit(limit)
    )
    chosen: dict[str, str] = {}
    told = 0
    for entry_id, action_id, count in connection.execute(query):
        if told < limit:
            chosen[entry_id] = action_id
        told += count
    return chosen
