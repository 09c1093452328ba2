"""Reads everything that is not settled, for a file that carries it: nothing is leased and no state changes."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from sqlalchemy import select
from sqlmodel import Session

from perisai_desktop.storage.journal import SealedEntry
from perisai_desktop.storage.outbox.leasing import IN_CHAIN, outbox
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow
from perisai_desktop.storage.tables.registry import table_of

_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)
_AT_ONCE = 500


def holds_before(session: Session, device: str, epoch: int) -> bool:
    """Whether an entry of an earlier epoch of the device is not settled."""
    earlier = (_journal.c.device == device, _journal.c.epoch < epoch)
    query = select(outbox.c.step).join(_journal, _journal.c.step == outbox.c.step).where(*earlier)
    return session.connection().execute(query.limit(1)).one_or_none() is not None


def unsettled(session: Session, max_entries: int, max_bytes: int) -> Iterator[tuple[SealedEntry, ...]]:
    """Every entry of the outbox, leased or not, in the order of the chain, as batches of one epoch.

    A batch holds whole actions, at most `max_entries` and `max_bytes` (uncompressed), but always one action.
    """
    query = (
        select(
            outbox.c.action_id,
            outbox.c.bytes,
            _journal.c.device,
            _journal.c.epoch,
            _journal.c.raw,
            _journal.c.hash,
            _parts.c.raw.label("personal"),
        )
        .join_from(outbox, _journal, _journal.c.step == outbox.c.step)
        .join(_parts, _parts.c.step == _journal.c.step, isouter=True)
        .order_by(*IN_CHAIN)
    )
    rows = session.connection().execution_options(yield_per=_AT_ONCE).execute(query)
    filled: list[Any] = []
    for _, rows_of_action in groupby(rows, key=lambda row: row.action_id):
        action = list(rows_of_action)
        if filled and not _fits(filled, action, max_entries, max_bytes):
            yield _sealed(filled)
            filled = []
        filled += action
    if filled:
        yield _sealed(filled)


def _fits(filled: list[Any], action: list[Any], max_entries: int, max_bytes: int) -> bool:
    """Whether an action may stand in the same batch as those before it."""
    same_chain = (filled[-1].device, filled[-1].epoch) == (action[0].device, action[0].epoch)
    size = sum(row.bytes for row in filled) + sum(row.bytes for row in action)
    return same_chain and len(filled) + len(action) <= max_entries and size <= max_bytes


def _sealed(rows: list[Any]) -> tuple[SealedEntry, ...]:
    return tuple(SealedEntry(row.raw, row.hash, row.personal) for row in rows)
