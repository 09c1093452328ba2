"""Reads the personal parts that still lie in the store, with all that says whether they are needed."""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, exists, func, or_, select
from sqlalchemy.engine import Row
from sqlmodel import Session

from perisai_desktop.domain.retention import HeldPart
from perisai_desktop.storage import feed, journal
from perisai_desktop.storage.feed import FeedItem
from perisai_desktop.storage.photos import PhotoState
from perisai_desktop.storage.projections.grants import grants
from perisai_desktop.storage.projections.ledger import GONE, ledger, receipts
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.tables.delivery import EntryStatusRow, OutboxRow
from perisai_desktop.storage.tables.feed import FeedRow
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow
from perisai_desktop.storage.tables.photos import BlobRow, BlobUseRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.states import ReviewState

_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)
_status = table_of(EntryStatusRow)
_outbox = table_of(OutboxRow)
_feed = table_of(FeedRow)
_blobs = table_of(BlobRow)
_uses = table_of(BlobUseRow)


def after(session: Session, step: int, limit: int) -> tuple[HeldPart, ...]:
    """Parts behind a step in the order of the journal, `limit` at most."""
    return tuple(
        _part(row) for row in session.connection().execute(_PARTS.where(_parts.c.step > step).limit(limit))
    )


def beside(session: Session) -> tuple[tuple[HeldPart, str], ...]:
    """Parts of entries that came back and have no place in the journal, each with the worker it tells of: what the
    branch said of them last is in the feed."""
    return tuple(
        found for item in feed.whole_records(session) if (found := _beside(session, item)) is not None
    )


def _beside(session: Session, item: FeedItem) -> tuple[HeldPart, str] | None:
    entry = journal.read_record(*item.record, item.step)
    said = None if entry is None else feed.latest_decision(session, entry.entry_id)
    if entry is None or said is None:
        return None
    review = ReviewState(said.payload["state"])
    part = HeldPart(item.step, entry.entry_id, entry.kind, review, said.at, waits=False, served=False)
    return part, entry.worker_id or entry.entry_id


def _part(row: Row[Any]) -> HeldPart:
    review = None if row.review is None else ReviewState(row.review)
    return HeldPart(row.step, row.entry_id, row.kind, review, row.decided_at, row.waits, row.served)


def _decided_at() -> ColumnElement[Any]:
    """The server's instant of its last word on an entry. One that came back, with no word beside it, was decided before:
    its own instant stands for that of the word."""
    of_entry = _feed.c.entry_id == _journal.c.entry_id
    said = select(func.max(_feed.c.at)).where(of_entry, _feed.c.kind.in_(("verdict", "decision")))
    came_back = exists().where(of_entry, _feed.c.kind == "record")
    return func.coalesce(said.scalar_subquery(), case((came_back, _journal.c.recorded_at)))


def _waits() -> ColumnElement[bool]:
    """Something of the entry, its action or its worker is not at its end."""
    beside = _status.alias()
    of_worker = and_(beside.c.worker_id == _journal.c.worker_id, beside.c.counter.is_not(None))
    of_action = and_(beside.c.action_id == _journal.c.action_id, beside.c.counter.is_not(None))
    receipt = receipts.c.action_id == _journal.c.action_id
    undoing = and_(ledger.c.undone.is_not(None), ledger.c.undone.not_in(GONE))
    in_hand = and_(ledger.c.undone.is_(None), receipts.c.deposited_by.is_(None))
    moving = exists().where(receipt, ledger.c.receipt == receipts.c.number, or_(undoing, in_hand))
    owed = exists().where(receipt, grants.c.receipt == receipts.c.number, grants.c.refunded_by.is_(None))
    picture = (
        select(_uses.c.step)
        .join(_blobs, _blobs.c.sha256 == _uses.c.sha256)
        .where(_uses.c.step == _journal.c.step, _blobs.c.state == PhotoState.WAITING.value)
    )
    return or_(
        exists().where(_outbox.c.action_id == _journal.c.action_id),
        exists().where(of_worker),
        exists().where(of_action),
        _status.c.answered_by.is_not(None),
        moving,
        owed,
        picture.exists(),
    )


def _served() -> ColumnElement[bool]:
    """A payment's part names its payers and who pays for them on further papers: it stays while one of them has a card."""
    carded = and_(workers.c.worker_id == ledger.c.worker_id, workers.c.nik != "")
    paid = select(ledger.c.line).join(workers, carded).where(ledger.c.entry_id == _journal.c.entry_id)
    return and_(_journal.c.kind == "contribution", paid.exists())


_PARTS = (
    select(
        _parts.c.step,
        _journal.c.entry_id,
        _journal.c.kind,
        _status.c.review,
        _decided_at().label("decided_at"),
        _waits().label("waits"),
        _served().label("served"),
    )
    .join(_journal, _journal.c.step == _parts.c.step)
    .join(_status, _status.c.entry_id == _journal.c.entry_id)
    .order_by(_parts.c.step)
)
