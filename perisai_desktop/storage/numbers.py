"""Takes receipt numbers inside the action's transaction, so that a rollback uses none."""

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.tables.desk import ReceiptCounterRow
from perisai_desktop.storage.tables.registry import table_of

_receipts = table_of(ReceiptCounterRow)


def take_receipt(session: Session, device: str, epoch: int) -> int:
    """The next counter of a receipt number, gapless from 1 for each (device, epoch)."""
    first = insert(_receipts).values(device=device, epoch=epoch, last=1)
    taking = first.on_conflict_do_update(
        index_elements=["device", "epoch"], set_={"last": _receipts.c.last + 1}
    ).returning(_receipts.c.last)
    return int(session.connection().execute(taking).scalar_one())
