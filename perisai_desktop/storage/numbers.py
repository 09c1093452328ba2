"""Takes receipt and copy numbers inside the action's transaction, so that a rollback uses none."""

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.tables.desk import ReceiptCounterRow, ReprintCounterRow
from perisai_desktop.storage.tables.registry import table_of

_receipts = table_of(ReceiptCounterRow)
_copies = table_of(ReprintCounterRow)


def take_receipt(session: Session, device: str, epoch: int) -> int:
    """The next counter of a receipt number, gapless from 1 for each (device, epoch)."""
    first = insert(_receipts).values(device=device, epoch=epoch, last=1)
    taking = first.on_conflict_do_update(
        index_elements=["device", "epoch"], set_={"last": _receipts.c.last + 1}
    ).returning(_receipts.c.last)
    return int(session.connection().execute(taking).scalar_one())


def take_copy(session: Session, receipt: str) -> int:
    """The next copy number of a receipt: 1 for its first SALINAN."""
    first = insert(_copies).values(receipt=receipt, last=1)
    taking = first.on_conflict_do_update(
        index_elements=["receipt"], set_={"last": _copies.c.last + 1}
    ).returning(_copies.c.last)
    return int(session.connection().execute(taking).scalar_one())
