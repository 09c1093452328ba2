"""Takes away the personal parts of entries that are posted, and keeps a record of each that went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Text, and_, cast, func, insert, or_, select
from sqlmodel import Session

from perisai_desktop.storage import personal_parts, photos
from perisai_desktop.storage.tables.feed import FeedRow
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow, PurgeRow
from perisai_desktop.storage.tables.registry import table_of

_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)
_purges = table_of(PurgeRow)
_feed = table_of(FeedRow)


@dataclass(frozen=True, slots=True)
class Purged:
    """Entries whose personal part went, and entries that were asked for and keep theirs: for want of a card, or of a
    picture at the branch."""

    gone: tuple[str, ...]
    kept: tuple[str, ...]


def purge(session: Session, entry_ids: Sequence[str], at: datetime) -> Purged:
    """Delete the personal parts of entries and log each; the caller says which are posted for long enough.

    An entry keeps its part while the branch has sent no whole card of its worker after it: the card (NIK,
    name, birth date, phone, village) is what the laptop goes on with, and must not depend on what goes. So does
    one of whose pictures the branch does not hold all; pictures that arrived go with the last part that names them.
    Journal, chain, sums and receipts verify as before.
    """
    link = session.connection()
    asked = (
        select(_journal.c.entry_id, _journal.c.personal_hash)
        .join(_parts, _parts.c.step == _journal.c.step)
        .where(_journal.c.entry_id.in_(list(entry_ids)))
    )
    held = {row.entry_id: row.personal_hash for row in link.execute(asked)}
    carded = set(link.execute(asked.with_only_columns(_journal.c.entry_id).where(_covered())).scalars())
    needing = photos.held_back(session, entry_ids)
    gone = tuple(entry_id for entry_id in entry_ids if entry_id in carded - needing)
    if gone:
        personal_parts.remove(session, gone)
        rows = [{"entry_id": one, "personal_hash": held[one], "purged_at": at} for one in gone]
        link.execute(insert(_purges), rows)
        photos.let_go(session, gone)
    return Purged(
        gone, tuple(entry_id for entry_id in entry_ids if entry_id in held and entry_id not in gone)
    )


def purged_at(session: Session, entry_id: str) -> datetime | None:
    """When an entry's personal part went, None where it did not."""
    query = select(_purges.c.purged_at).where(_purges.c.entry_id == entry_id)
    return session.connection().execute(query).scalar()


def _covered() -> ColumnElement[bool]:
    """The entry's worker has a whole card that came later, or the entry is about no worker's card."""
    card = cast(_feed.c.raw, Text)
    whole = and_(*(func.json_type(card, f"$.{name}") == "text" for name in _CARD))
    newer = select(_feed.c.step).where(
        _feed.c.worker_id == _journal.c.worker_id,
        _feed.c.step > _journal.c.step,
        _feed.c.kind == "worker",
        whole,
    )
    return or_(newer.exists(), _journal.c.kind.not_in(_TELLING))


_CARD = ("nik", "name", "birth_date", "phone", "village")
_TELLING = ("enrolment", "correction", "change", "contribution")
