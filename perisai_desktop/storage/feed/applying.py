"""Applies rows of the feed and the cursor in one transaction, in slices that keep the writer free."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.dialects.sqlite import insert as upsert
from sqlmodel import Session

from perisai_desktop.storage import deposits, entry_status, journal, outbox, photos, refusals, verdicts
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.entry_status import Move, NewEntry
from perisai_desktop.storage.feed import parts, replaying
from perisai_desktop.storage.feed.reading import (
    FeedItem,
    attributions_before,
    cursors,
    decisions_before,
    matches_before,
    rows,
    workers_beside,
)
from perisai_desktop.storage.journal import Restored
from perisai_desktop.storage.projections import standing, stream
from perisai_desktop.storage.steps import next_step
from perisai_desktop.storage.verdicts import Verdict
from sync.rules.states import DECIDED_STATES, ClientState, ReviewState, VerdictKind

SLICE_SECONDS = 0.025
SLICE_ROWS = 50


@dataclass(frozen=True, slots=True)
class AppliedRows:
    """What a page brought: rows that were new, the actions that a person decided, own entries that contradict the journal."""

    rows: int = 0
    decided: frozenset[str] = frozenset()
    forks: int = 0

    @property
    def decisions(self) -> int:
        """How many actions were decided; one that is decided entry by entry counts once."""
        return len(self.decided)

    def plus(self, other: "AppliedRows") -> "AppliedRows":
        """Both together."""
        return AppliedRows(self.rows + other.rows, self.decided | other.decided, self.forks + other.forks)


def apply_page(database: Database, items: Sequence[FeedItem], cursor: int, at: datetime) -> AppliedRows:
    """Apply a page in transactions of at most 50 ms of writing, each with the cursor that is true of it (S6).

    A crash between two slices leaves a cursor from which the rest is pulled again. What counts is the work of the
    rows: a disk that is slow to commit, or a turn that is waited for, makes no slice smaller, or there would be more of them.
    """
    total, place, size = AppliedRows(), 0, SLICE_ROWS
    while place < len(items):
        part = items[place : place + size]
        place += len(part)
        reached = cursor if place == len(items) else part[-1].position
        with database.transaction() as session:
            begun = time.monotonic()
            total = total.plus(apply_rows(session, part, reached, at))
            spent = time.monotonic() - begun
        size = max(1, size // 2) if spent > SLICE_SECONDS else min(size * 2, SLICE_ROWS * 8)
    if not items:
        with database.transaction() as session:
            _move_cursor(session, cursor, at)
    return total


def apply_rows(session: Session, items: Sequence[FeedItem], cursor: int, at: datetime) -> AppliedRows:
    """Keep rows as received, apply them in order and move the cursor; rows that were applied before are left out."""
    link = session.connection()
    positions = [item.position for item in items]
    seen = set(link.execute(select(rows.c.position).where(rows.c.position.in_(positions))).scalars())
    total = AppliedRows()
    touched: set[str] = set()
    fresh = (item for item in items if item.position not in seen)
    # Verdicts that follow each other are applied at once; any other row may number entries behind itself.
    for verdicts_only, run in groupby(fresh, key=lambda item: item.kind == "verdict"):
        if verdicts_only:
            told = _kept(session, run, at)
            touched |= _judged(session, told, at)
            total = total.plus(AppliedRows(rows=len(told)))
            continue
        for item in run:
            ((placed, payload),) = _kept(session, (item,), at)
            applied, workers = _apply(session, placed, payload, at)
            total = total.plus(applied)
            touched |= workers
    standing.refresh(session, touched)
    _move_cursor(session, cursor, at)
    return total


def _move_cursor(session: Session, cursor: int, at: datetime) -> None:
    row = {"cursor": cursor, "applied_at": at}
    first = upsert(cursors).values(one=1, **row)
    session.connection().execute(first.on_conflict_do_update(index_elements=["one"], set_=row))


def _kept(session: Session, items: Iterable[FeedItem], at: datetime) -> list[tuple[FeedItem, dict[str, Any]]]:
    """Number rows in their order and keep them as received, what is personal beside them; each with its payload."""
    placed = [replace(item, step=step) for step, item in enumerate(items, next_step(session))]
    read = [(item, item.payload) for item in placed]
    split = [parts.split(item.kind, item.raw, payload) for item, payload in read]
    kept = [_row(item, public, payload, at) for (item, payload), (public, _) in zip(read, split, strict=True)]
    session.connection().execute(insert(rows), kept)
    for item, (_, personal) in zip(placed, split, strict=True):
        if personal is not None and item.kind != "record":
            parts.put(session, item.step, personal)
    return read


def _row(item: FeedItem, public: bytes, payload: dict[str, Any], at: datetime) -> dict[str, Any]:
    told = payload.get("verdict") if item.kind == "record" else payload
    return {
        "step": item.step,
        "position": item.position,
        "kind": item.kind,
        "entry_id": _text(told.get("entry_id")) if isinstance(told, dict) else None,
        "worker_id": _text(payload.get("worker_id")),
        "at": item.at,
        "applied_at": at,
        "raw": public,
    }


def _text(value: object) -> str | None:
    """An id; rows of kinds that are not known here may hold anything under its name."""
    return value if isinstance(value, str) else None


def _apply(
    session: Session, item: FeedItem, payload: dict[str, Any], at: datetime
) -> tuple[AppliedRows, frozenset[str]]:
    if item.kind == "decision":
        decided, workers = _decision(session, payload, item.position, at)
        return AppliedRows(rows=1, decided=decided), workers
    if item.kind == "record":
        forked, workers = _record(session, item, payload, at)
        return AppliedRows(rows=1, forks=int(forked)), workers
    if item.kind == "match":
        deposits.match(session, payload, at)
        return AppliedRows(rows=1), frozenset()
    if item.kind == "attribution":
        return AppliedRows(rows=1), replaying.attribute(session, item)
    if item.kind == "worker":
        stream.apply_card(session, item.step, payload)
        return AppliedRows(rows=1), frozenset({payload["worker_id"]})
    return AppliedRows(rows=1), frozenset()


def _told(payload: dict[str, Any], position: int) -> Verdict:
    """The verdict that a row carries; of a replay the one that stands."""
    return Verdict(
        entry_id=payload["entry_id"],
        hash=payload["hash"],
        kind=VerdictKind(payload.get("original") or payload["kind"]),
        position=position,
        code=payload.get("code"),
        field=payload.get("field"),
    )


def _judged(
    session: Session, told: Sequence[tuple[FeedItem, dict[str, Any]]], at: datetime
) -> frozenset[str]:
    """Move the entries that rows with verdicts are on; returns their workers."""
    workers = _verdicts(session, [_told(payload, item.position) for item, payload in told], at)
    return workers | replaying.ask_again(session, [(item.step, payload) for item, payload in told])


def _verdicts(session: Session, told: Sequence[Verdict], at: datetime) -> frozenset[str]:
    """Move the entries that verdicts name and take them out of the queue; returns their workers."""
    applied = verdicts.apply(session, told, at)
    outbox.remove(session, applied.steps)
    return applied.workers


def _decision(
    session: Session, payload: dict[str, Any], position: int, at: datetime
) -> tuple[frozenset[str], frozenset[str]]:
    """Move the entry that a decision is on; returns its action, where it was decided and not only opened, and its worker."""
    nothing: frozenset[str] = frozenset()
    entry = journal.entry(session, payload["entry_id"])
    if entry is None or entry.hash != payload["hash"]:
        return nothing, workers_beside(session, payload["entry_id"])
    review = ReviewState(payload["state"])
    move = Move(entry.entry_id, entry.kind, review, position, reason=payload.get("reason"))
    entry_status.move(session, (move,), at)
    outbox.remove(session, (entry.step,))
    stream.apply_decision(session, entry, payload)
    decided = frozenset({entry.action_id}) if review in DECIDED_STATES else nothing
    return decided, nothing if entry.worker_id is None else frozenset({entry.worker_id})


def _record(
    session: Session, item: FeedItem, payload: dict[str, Any], at: datetime
) -> tuple[bool, frozenset[str]]:
    """Put an own entry back; returns whether it contradicts the journal, and the workers it is about.

    Its personal part stays beside the row only where the entry has no place in the journal. Decisions on it that were applied before it came are caught up on: they found nothing to decide.
    """
    entry = journal.read_record(*item.record, item.step + 1)
    if entry is None:
        return True, frozenset()
    workers = frozenset() if entry.worker_id is None else frozenset({entry.worker_id})
    restored = journal.restore(session, entry)
    if restored is Restored.FORK:
        _, personal = parts.split(item.kind, item.raw, payload)
        if personal is not None:
            parts.put(session, item.step, personal)
        replaying.apply_fork(session, item, entry)
        return True, workers
    if restored is Restored.INSERTED:
        begun = NewEntry(entry.entry_id, entry.action_id, entry.worker_id, entry.kind, entry.recorded_at)
        entry_status.begin(session, (begun,), ClientState.ACKNOWLEDGED, at)
        photos.name(session, (entry,), photos.PhotoState.ELSEWHERE, at)
        stream.apply_entry(session, entry)
        workers |= refusals.settle_refunded(session, entry, at)
        deposits.carry_cash(session, entry, at)
        for earlier in matches_before(session, entry):
            deposits.match(session, earlier.payload, at)
    told = payload["verdict"]
    workers |= _verdicts(session, (_told(told, told["feed_position"]),), at)
    if restored is Restored.INSERTED:
        for earlier in decisions_before(session, entry):
            workers |= _decision(session, earlier.payload, earlier.position, at)[1]
        for earlier in attributions_before(session, entry):
            workers |= replaying.attribute(session, earlier)
    return False, workers
