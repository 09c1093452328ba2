"""Reads which receipts are at their end: nothing of them waits, and nothing of their money is to come or to go."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import and_, exists, or_, select
from sqlmodel import Session

from perisai_desktop.storage.projections.grants import grants
from perisai_desktop.storage.projections.ledger import GONE, ledger, receipts
from perisai_desktop.storage.slices import slices
from perisai_desktop.storage.tables.delivery import EntryStatusRow
from perisai_desktop.storage.tables.registry import table_of

_status = table_of(EntryStatusRow)


def over(session: Session, numbers: Collection[str], before: datetime) -> frozenset[str]:
    """Those of some receipts that were issued before an instant and are at their end; numbers of others are left out."""
    found = set[str]()
    undoing = and_(ledger.c.undone.is_not(None), ledger.c.undone.not_in(GONE))
    in_hand = and_(ledger.c.undone.is_(None), receipts.c.deposited_by.is_(None))
    waits = or_(
        exists().where(_status.c.action_id == receipts.c.action_id, _status.c.counter.is_not(None)),
        exists().where(ledger.c.receipt == receipts.c.number, or_(undoing, in_hand)),
        exists().where(grants.c.receipt == receipts.c.number, grants.c.refunded_by.is_(None)),
    )
    for some in slices(sorted(numbers)):
        query = select(receipts.c.number).where(
            receipts.c.number.in_(some), receipts.c.recorded_at < before, ~waits
        )
        found |= set(session.connection().execute(query).scalars())
    return frozenset(found)
