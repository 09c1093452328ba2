"""Reads the cards of workers whom the agent may have stopped serving, with all that says whether they are needed."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, func, or_, select
from sqlmodel import Session

from perisai_desktop.domain.retention import HeldCard
from perisai_desktop.storage import feed
from perisai_desktop.storage.projections import search
from perisai_desktop.storage.projections.grants import grants
from perisai_desktop.storage.projections.ledger import GONE, ledger, receipts
from perisai_desktop.storage.projections.lives import changes
from perisai_desktop.storage.projections.search import WorkerRecord
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.tables.delivery import EntryStatusRow
from perisai_desktop.storage.tables.feed import FeedRow
from perisai_desktop.storage.tables.journal import JournalRow, PersonalPartRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.iuran_month import IuranMonth

_status = table_of(EntryStatusRow)
_feed = table_of(FeedRow)
_journal = table_of(JournalRow)
_parts = table_of(PersonalPartRow)


def after(session: Session, worker: int, limit: int, month: IuranMonth) -> tuple[tuple[int, HeldCard], ...]:
    """Cards behind a worker's row that say more than initials, of workers who are with another agent, turned away, ended
    or unpaid since before a month; each with its row, in their order, `limit` at most."""
    found = search.records(session, workers.c.id.in_(_rows(session, worker, limit, month)))
    living = search.in_month(session, sorted(found, key=lambda one: one.id), month)
    handed = _handed(session) if any(one.handed_to is not None for one in living) else {}
    return tuple((one.id, _card(session, one, handed)) for one in living)


def _rows(session: Session, worker: int, limit: int, month: IuranMonth) -> list[int]:
    telling = or_(
        workers.c.nik != "", workers.c.phone != "", workers.c.village != "", workers.c.birth_on.is_not(None)
    )
    ended = exists().where(changes.c.worker_id == workers.c.worker_id, changes.c.ended.is_not(None))
    until = func.coalesce(workers.c.paid_until, workers.c.first_month)
    left = or_(
        workers.c.handed_to.is_not(None), workers.c.turned_away.is_not(None), until < str(month), ended
    )
    query = (
        select(workers.c.id).where(workers.c.id > worker, telling, left).order_by(workers.c.id).limit(limit)
    )
    return list(session.connection().execute(query).scalars())


def _card(session: Session, worker: WorkerRecord, handed: Mapping[str, datetime]) -> HeldCard:
    until = worker.paid_until
    if until is None and worker.first_month is not None:
        until = worker.first_month.plus(-1)
    away = handed.get(worker.worker_id) if worker.handed_to is not None else None
    if worker.turned_away is not None:
        away = _said_at(session, _feed.c.entry_id == worker.enrolment_id)
    own = select(_status.c.entry_id).where(_status.c.worker_id == worker.worker_id)
    said = _said_at(session, or_(_feed.c.entry_id.in_(own), _feed.c.worker_id == worker.worker_id))
    waits = session.connection().execute(select(_waits(worker.worker_id))).scalar_one()
    return HeldCard(worker.worker_id, away, worker.ended_from, until, said, bool(waits))


def _said_at(session: Session, which: ColumnElement[bool]) -> datetime | None:
    query = select(func.max(_feed.c.at)).where(which, _feed.c.kind.in_(("verdict", "decision", "worker")))
    return session.connection().execute(query).scalar()


def _handed(session: Session) -> dict[str, datetime]:
    """When the branch decided that workers pass to another agent: its last word on each."""
    said: dict[str, datetime] = {}
    for item in feed.of_kind(session, "handover"):
        said |= dict.fromkeys(json.loads(item.raw)["workers"], item.at)
    return said


def _waits(worker_id: str) -> ColumnElement[Any]:
    """Something of the worker is not at its end, or a personal part still tells more."""
    status, lines = _status.c.worker_id == worker_id, ledger.c.worker_id == worker_id
    undoing = and_(ledger.c.undone.is_not(None), ledger.c.undone.not_in(GONE))
    in_hand = and_(ledger.c.undone.is_(None), receipts.c.deposited_by.is_(None))
    paper = receipts.c.number == ledger.c.receipt
    return or_(
        exists().where(status, or_(_status.c.counter.is_not(None), _status.c.answered_by.is_not(None))),
        exists().where(_journal.c.worker_id == worker_id, _parts.c.step == _journal.c.step),
        exists().where(lines, paper, or_(undoing, in_hand)),
        exists().where(lines, grants.c.receipt == ledger.c.receipt, grants.c.refunded_by.is_(None)),
    )
