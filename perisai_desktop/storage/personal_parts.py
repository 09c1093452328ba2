"""The personal parts of entries: kept beside the journal, the only thing of it that a purge removes."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, insert, select
from sqlmodel import Session

from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow
from perisai_desktop.storage.tables.registry import table_of

_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)
_putting = insert(_parts)


def put(session: Session, parts: Sequence[tuple[int, bytes]]) -> None:
    """Keep the personal parts of entries just appended, as pairs of the entry's step and canonical bytes."""
    if parts:
        rows = [{"step": step, "raw": raw} for step, raw in parts]
        session.connection().execute(_putting, rows)


def of(session: Session, entry_id: str) -> bytes | None:
    """The canonical bytes of an entry's personal part; None where it has none or it was purged."""
    query = select(_parts.c.raw).join(_journal, _journal.c.step == _parts.c.step)
    return session.connection().execute(query.where(_journal.c.entry_id == entry_id)).scalar()


def remove(session: Session, entry_ids: Iterable[str]) -> None:
    """Take personal parts away; `purging` decides which and writes the log."""
    steps = select(_journal.c.step).where(_journal.c.entry_id.in_(list(entry_ids)))
    session.connection().execute(delete(_parts).where(_parts.c.step.in_(steps)))
