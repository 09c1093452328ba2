"""Says of receipts that their cash was deposited, beside the projections: a column of their status."""

from datetime import datetime

from sqlmodel import Session

from perisai_desktop.storage import entry_status
from perisai_desktop.storage.journal import StoredEntry
from sync.rules.states import DepositState


def carry_cash(session: Session, entry: StoredEntry, at: datetime) -> None:
    """Move the deposit state of the receipts that a deposit names, where the entry is one."""
    if entry.kind == "deposit":
        entry_status.deposit(session, entry.value["body"]["receipts"], DepositState.DEPOSITED, at)
