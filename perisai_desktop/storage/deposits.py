"""Says of receipts where their cash is, beside the projections: a column of their status."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from perisai_desktop.storage import entry_status, journal
from perisai_desktop.storage.journal import StoredEntry
from sync.rules.states import DepositState


def carry_cash(session: Session, entry: StoredEntry, at: datetime) -> None:
    """Move the deposit state of the receipts that a deposit names, where the entry is one."""
    if entry.kind == "deposit":
        entry_status.deposit(session, entry.value["body"]["receipts"], DepositState.DEPOSITED, at)


def match(session: Session, payload: Mapping[str, Any], at: datetime) -> None:
    """The branch saw the money of a deposit: the cash of its receipts is matched. Another content moves nothing."""
    if journal.has_hash(session, payload["entry_id"], payload["hash"]):
        entry_status.deposit(session, payload["receipts"], DepositState.MATCHED, at)
