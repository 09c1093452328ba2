"""Numbers what reaches the store, written here or pulled, in one order, so that it can be replayed in it."""

from sqlalchemy import func, select
from sqlmodel import Session

from perisai_desktop.storage.tables.feed import FeedRow
from perisai_desktop.storage.tables.journal import JournalRow
from perisai_desktop.storage.tables.registry import table_of

_newest = select(
    select(func.max(table_of(JournalRow).c.step)).scalar_subquery(),
    select(func.max(table_of(FeedRow).c.step)).scalar_subquery(),
)


def next_step(session: Session) -> int:
    """The first free number; rows of the journal and of the feed share them."""
    written, pulled = session.connection().execute(_newest).one()
    return max(written or 0, pulled or 0) + 1
