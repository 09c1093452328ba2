"""Drops the projections and computes them again from the journal, the feed and what agents told of their participants."""

import heapq
from collections.abc import Iterator
from typing import TypeAlias

from sqlalchemy import delete, select
from sqlmodel import Session

from perisai_desktop.storage import feed, journal, kept_cards, portfolio
from perisai_desktop.storage.feed import FeedItem, replaying
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.kept_cards import KeptCard
from perisai_desktop.storage.portfolio import ToldWorker
from perisai_desktop.storage.projections import standing, stream
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.tables.projections import (
    CashDayRow,
    CashRow,
    ClosingRow,
    DueRow,
    EnrolmentRow,
    GrantRow,
    LedgerRow,
    LifeChangeRow,
    ReceiptRow,
    WorkerRow,
)
from perisai_desktop.storage.tables.registry import table_of

PROJECTIONS = tuple(
    table_of(row)
    for row in (
        WorkerRow,
        EnrolmentRow,
        LedgerRow,
        ReceiptRow,
        GrantRow,
        CashRow,
        CashDayRow,
        ClosingRow,
        LifeChangeRow,
        DueRow,
    )
)


_Replayed: TypeAlias = StoredEntry | FeedItem | ToldWorker | KeptCard


def rebuild(session: Session) -> None:
    """Replay everything in the order in which it reached the store; the caller's transaction holds it together."""
    link = session.connection()
    for table in PROJECTIONS:
        link.execute(delete(table))
    told_of: Iterator[_Replayed] = portfolio.replay(session)
    kept: Iterator[_Replayed] = kept_cards.replay(session)
    written: Iterator[_Replayed] = journal.replay(session)
    pulled: Iterator[_Replayed] = feed.replay(session)
    came_back = False
    for told in heapq.merge(told_of, kept, written, pulled, key=lambda told: told.step):
        if isinstance(told, ToldWorker):
            stream.apply_told(session, told.step, told.card)
        elif isinstance(told, KeptCard):
            stream.apply_kept(session, told.card)
        elif isinstance(told, StoredEntry):
            stream.apply_entry(session, told)
            if came_back:
                replaying.catch_up(session, told)
            came_back = False
        else:
            came_back = told.kind == "record"
            replaying.replay_item(session, told)
    standing.refresh(session, link.execute(select(workers.c.worker_id)).scalars().all())
    link.exec_driver_sql("INSERT INTO worker_search(worker_search) VALUES ('rebuild')")
