"""Keeps outside the store what cash an agent still has to hand over, for when the store is gone."""

import json
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from perisai_desktop.config.files import replace_atomically
from perisai_desktop.domain.owed_cash import OwedCash
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections import cash, tills
from sync.rules.cash import cash_in_hand


def owed(database: Database) -> OwedCash:
    """What the books say. Raises Failure."""
    with database.reading() as session:
        numbers = tuple(receipt.number for receipt in tills.undeposited(session))
        return OwedCash(cash_in_hand(cash.facts(session)), numbers)


def keep(path: Path, found: OwedCash | None) -> None:
    """Write it down in the clear; nothing to hand over, or nothing known, takes away what was kept. Raises OSError."""
    if found is None or (found.rupiah <= 0 and not found.receipts):
        path.unlink(missing_ok=True)
    else:
        replace_atomically(path, json.dumps(asdict(found)).encode())


def kept(path: Path) -> OwedCash | None:
    """What was kept, None where nothing was or it cannot be read."""
    with suppress(OSError, ValueError, KeyError, TypeError):
        found = json.loads(path.read_bytes())
        return OwedCash(int(found["rupiah"]), tuple(map(str, found["receipts"])))
    return None
