"""Takes away the personal parts of entries that are posted, and keeps a record of each that went."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from sqlalchemy import func, insert, select
from sqlmodel import Session

from perisai_desktop.storage import kept_cards, personal_parts, photos
from perisai_desktop.storage.feed import parts as feed_parts
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow, PurgeRow
from perisai_desktop.storage.tables.registry import table_of

_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)
_purges = table_of(PurgeRow)


def purge(
    session: Session, entry_ids: Sequence[str], at: datetime, kept: Collection[str] = ()
) -> tuple[str, ...]:
    """Delete the personal parts of entries and log each; the caller says which are posted for long enough.

    What the projections know of their workers is kept as a card first. An entry with a picture that the branch
    does not hold, or one of those `kept`, keeps its part; pictures that arrived go with the last part that names them.
    Journal, chain, sums and receipts verify as before. Returns the entries whose part went.
    """
    link = session.connection()
    needing = photos.held_back(session, entry_ids, kept)
    query = (
        select(
            _journal.c.entry_id, _journal.c.worker_id, _journal.c.kind, _journal.c.personal_hash, _parts.c.raw
        )
        .join(_parts, _parts.c.step == _journal.c.step)
        .where(_journal.c.entry_id.in_([one for one in entry_ids if one not in needing]))
        .order_by(_journal.c.step)
    )
    going = link.execute(query).all()
    if not going:
        return ()
    gone = tuple(row.entry_id for row in going)
    kept_cards.keep(session, {worker for row in going for worker in _workers(row)}, at)
    with _overwriting(session):
        personal_parts.remove(session, gone)
        feed_parts.remove_words(session, gone)
    rows = [{"entry_id": row.entry_id, "personal_hash": row.personal_hash, "purged_at": at} for row in going]
    link.execute(insert(_purges), rows)
    photos.let_go(session, gone)
    return gone


def purge_beside(session: Session, going: Mapping[int, str], at: datetime) -> None:
    """Delete personal parts of entries that have no place in the journal: their row's step, and whose card is kept."""
    if going:
        kept_cards.keep(session, going.values(), at)
        with _overwriting(session):
            feed_parts.remove(session, going.keys())


def blank(session: Session, worker_ids: Sequence[str], at: datetime) -> None:
    """Leave of workers whom nobody serves here the initials and the mark of the NIK; the caller says who they are."""
    if worker_ids:
        with _overwriting(session):
            kept_cards.blank(session, worker_ids, at)


def purged_at(session: Session, entry_id: str) -> datetime | None:
    """When an entry's personal part went, None where it did not."""
    query = select(_purges.c.purged_at).where(_purges.c.entry_id == entry_id)
    return session.connection().execute(query).scalar()


def purged(session: Session) -> int:
    """How many personal parts have gone so far."""
    return session.connection().execute(select(func.count()).select_from(_purges)).scalar_one()


def _workers(row: Any) -> Iterator[str]:
    """Whose cards an entry's personal part tells."""
    if row.kind == "contribution":
        yield from (who["worker_id"] for who in json.loads(row.raw)["workers"])
    elif row.kind in ("enrolment", "correction", "change"):
        yield row.worker_id or row.entry_id


@contextmanager
def _overwriting(session: Session) -> Iterator[None]:
    """What is deleted inside is written over with zeros: the file is encrypted, but whoever opens it one day shall not
    find it in a free page."""
    link = session.connection()
    words = "INSERT INTO worker_search(worker_search, rank) VALUES ('secure-delete', {})"
    link.exec_driver_sql("PRAGMA secure_delete = ON")
    link.exec_driver_sql(words.format(1))
    try:
        yield
    finally:
        link.exec_driver_sql(words.format(0))
        link.exec_driver_sql("PRAGMA secure_delete = OFF")
