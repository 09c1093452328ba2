"""Where every entry stands: written from the journal, signed verdicts and feed rows, by nothing else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Subquery, bindparam, case, func, insert, or_, select, update
from sqlalchemy.engine import Row
from sqlmodel import Session

from perisai_desktop.storage.tables.delivery import EntryStatusRow, OutboxRow
from perisai_desktop.storage.tables.journal import JournalRow
from perisai_desktop.storage.tables.projections import ReceiptRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.states import (
    DECIDED_KINDS,
    ClientState,
    Counter,
    DepositState,
    ReviewState,
    VerdictKind,
    client_state_of,
    counter_of,
)

_status = table_of(EntryStatusRow)
_outbox = table_of(OutboxRow)
_journal = table_of(JournalRow)
_receipt = table_of(ReceiptRow)
_beginning = insert(_status)
_WORST_FIRST = tuple(Counter)


@dataclass(frozen=True, slots=True)
class NewEntry:
    """What a status begins with."""

    entry_id: str
    action_id: str
    worker_id: str | None
    kind: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class EntryStatus:
    """One entry's three states, and the counter that it stands in, None for none.

    `answered_by` is the correction that answers a task and is on its way.
    """

    entry_id: str
    action_id: str
    worker_id: str | None
    kind: str
    recorded_at: datetime
    client: ClientState
    review: ReviewState | None
    deposit: DepositState | None
    verdict: VerdictKind | None
    reason: str | None
    field: str | None
    answered_by: str | None
    changed_at: datetime
    counter: Counter | None


@dataclass(frozen=True, slots=True)
class CountedActions:
    """Actions in one counter, the rupiah of their receipts and the instant of the oldest."""

    count: int
    rupiah: int
    oldest_at: datetime | None


def begin(session: Session, entries: Sequence[NewEntry], client: ClientState, at: datetime) -> None:
    """Give entries just appended their first status: sealed, or acknowledged where they came back."""
    rows = [
        {
            "entry_id": entry.entry_id,
            "action_id": entry.action_id,
            "worker_id": entry.worker_id,
            "kind": entry.kind,
            "recorded_at": entry.recorded_at,
            "client": client.value,
            "review": ReviewState.RECEIVED.value if client is ClientState.ACKNOWLEDGED else None,
            "deposit": DepositState.IN_HAND.value if entry.kind == "receipt" else None,
            "counter": Counter.UNSENT.value if client is ClientState.SEALED else None,
            "changed_at": at,
        }
        for entry in entries
    ]
    session.connection().execute(_beginning, rows)


@dataclass(frozen=True, slots=True)
class Move:
    """What the server or a reviewer made of one entry; `position` is the feed's, and orders such words."""

    entry_id: str
    kind: str
    review: ReviewState
    position: int
    verdict: VerdictKind | None = None
    reason: str | None = None
    field: str | None = None


def move(session: Session, moves: Sequence[Move], at: datetime) -> None:
    """Apply moves, in order; one that is not newer than what an entry was told before changes nothing.

    A task that comes back is open again, whatever answered it before.
    """
    rows = [_change(move, at) for move in moves]
    if rows:
        session.connection().execute(_moving, rows)


def _change(move: Move, at: datetime) -> dict[str, Any]:
    client = client_state_of(move.review)
    counter = counter_of(client, move.review, decided=move.kind in DECIDED_KINDS)
    return {
        "which": move.entry_id,
        "newer": move.position,
        "client": client.value,
        "review": move.review.value,
        "position": move.position,
        "verdict": None if move.verdict is None else move.verdict.value,
        "reason": move.reason,
        "field": move.field,
        "counter": None if counter is None else counter.value,
        "changed_at": at,
    }


_moving = (
    update(_status)
    .where(
        _status.c.entry_id == bindparam("which"),
        or_(_status.c.position.is_(None), _status.c.position < bindparam("newer")),
    )
    .values(
        client=bindparam("client"),
        review=bindparam("review"),
        position=bindparam("position"),
        verdict=func.coalesce(bindparam("verdict"), _status.c.verdict),
        reason=bindparam("reason"),
        field=bindparam("field"),
        counter=bindparam("counter"),
        changed_at=bindparam("changed_at"),
        answered_by=None,
    )
)


def answer(session: Session, entry_id: str, correction_id: str, at: datetime) -> None:
    """Note that a correction answers a task: the task leaves its counter, the states stay as they are."""
    change = {"answered_by": correction_id, "counter": None, "changed_at": at}
    session.connection().execute(update(_status).where(_status.c.entry_id == entry_id).values(change))


def settle_refusal(session: Session, entry_id: str, at: datetime) -> None:
    """Take a refused entry out of its counter: the agent has seen it and given the money back."""
    change = {"counter": None, "changed_at": at}
    session.connection().execute(update(_status).where(_status.c.entry_id == entry_id).values(change))


def deposit(session: Session, entry_ids: Sequence[str], state: DepositState, at: datetime) -> None:
    """Say where the cash of some receipts is."""
    change = {"deposit": state.value, "changed_at": at}
    session.connection().execute(
        update(_status).where(_status.c.entry_id.in_(list(entry_ids))).values(change)
    )


def status(session: Session, entry_id: str) -> EntryStatus | None:
    """Where an entry stands; one that this run is sending reads as `sending`."""
    found = _read(session, _status.c.entry_id == entry_id)
    return found[0] if found else None


def of_entries(session: Session, entry_ids: Sequence[str]) -> Mapping[str, EntryStatus]:
    """Where some entries stand, by id; one read for a whole page."""
    return {found.entry_id: found for found in _read(session, _journal.c.entry_id.in_(entry_ids))}


def of_action(session: Session, action_id: str) -> tuple[EntryStatus, ...]:
    """Where the entries of an action stand, in the order of the journal."""
    return _read(session, _journal.c.action_id == action_id)


def of_actions(session: Session, action_ids: Sequence[str]) -> Mapping[str, tuple[EntryStatus, ...]]:
    """Where the entries of some actions stand, by action; one read for a whole page."""
    found: dict[str, tuple[EntryStatus, ...]] = {}
    for entry in _read(session, _journal.c.action_id.in_(action_ids)):
        found[entry.action_id] = (*found.get(entry.action_id, ()), entry)
    return found


def of_worker(session: Session, worker_id: str) -> tuple[EntryStatus, ...]:
    """Where the entries about a worker stand, in the order of the journal."""
    return _read(session, _status.c.worker_id == worker_id)


def tasks(session: Session) -> tuple[EntryStatus, ...]:
    """Entries the branch sent back, called duplicates or refused, that wait for the agent."""
    return _read(session, _status.c.counter == Counter.TO_FIX.value)


def _read(session: Session, where: Any) -> tuple[EntryStatus, ...]:
    query = (
        select(_status, _outbox.c.lease)
        .join(_journal, _journal.c.entry_id == _status.c.entry_id)
        .join(_outbox, _outbox.c.step == _journal.c.step, isouter=True)
        .where(where)
        .order_by(_journal.c.step)
    )
    run = session.info.get("run")
    return tuple(_entry_status(row, run) for row in session.connection().execute(query))


def _entry_status(row: Row[Any], run: object) -> EntryStatus:
    client = ClientState(row.client)
    if client is ClientState.SEALED and row.lease is not None and row.lease == run:
        client = ClientState.SENDING
    return EntryStatus(
        entry_id=row.entry_id,
        action_id=row.action_id,
        worker_id=row.worker_id,
        kind=row.kind,
        recorded_at=row.recorded_at,
        client=client,
        review=None if row.review is None else ReviewState(row.review),
        deposit=None if row.deposit is None else DepositState(row.deposit),
        verdict=None if row.verdict is None else VerdictKind(row.verdict),
        reason=row.reason,
        field=row.field,
        answered_by=row.answered_by,
        changed_at=row.changed_at,
        counter=None if row.counter is None else Counter(row.counter),
    )


def tallies(session: Session) -> Mapping[Counter, CountedActions]:
    """The three counters: actions, each once at its worst entry, and the rupiah of their receipts."""
    actions = _counted()
    paid = (
        select(func.coalesce(func.sum(_receipt.c.total), 0))
        .where(_receipt.c.action_id == actions.c.action_id)
        .scalar_subquery()
    )
    query = select(
        actions.c.place, func.count().label("actions"), func.sum(paid), func.min(actions.c.oldest)
    ).group_by(actions.c.place)
    counted = {counter: CountedActions(0, 0, None) for counter in _WORST_FIRST}
    for place, count, rupiah, oldest in session.connection().execute(query):
        counted[_WORST_FIRST[place]] = CountedActions(count, int(rupiah), oldest)
    return counted


def listing(session: Session, counter: Counter | None = None) -> tuple[str, ...]:
    """The ids of the actions in a counter, oldest first; with None those of all, the worst counter first."""
    actions = _counted()
    query = select(actions.c.action_id).order_by(actions.c.place, actions.c.oldest, actions.c.action_id)
    if counter is not None:
        query = query.where(actions.c.place == _WORST_FIRST.index(counter))
    return tuple(session.connection().execute(query).scalars())


def _counted() -> Subquery:
    """Every action in a counter, once: the place of its worst counter, and the instant of its oldest such entry."""
    rank = case({counter.value: place for place, counter in enumerate(_WORST_FIRST)}, value=_status.c.counter)
    return (
        select(
            _status.c.action_id,
            func.min(rank).label("place"),
            func.min(_status.c.recorded_at).label("oldest"),
        )
        .where(_status.c.counter.is_not(None))
        .group_by(_status.c.action_id)
        .subquery()
    )
