"""Writes where each worker stands: the worst counter of the entries that are about the worker."""

import json
from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import bindparam, exists, select, update
from sqlmodel import Session

from perisai_desktop.storage.projections import dues
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.slices import slices
from perisai_desktop.storage.tables.delivery import EntryStatusRow
from perisai_desktop.storage.tables.feed import FeedRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.states import ClientState, Counter, ReviewState, worst_counter

_status = table_of(EntryStatusRow)
_rows = table_of(FeedRow)

_entries = select(
    _status.c.entry_id,
    _status.c.worker_id,
    _status.c.kind,
    _status.c.client,
    _status.c.review,
    _status.c.counter,
).where(_status.c.worker_id.in_(bindparam("who", expanding=True)))
_cards = select(
    workers.c.worker_id,
    workers.c.enrolment_id,
    workers.c.card_step,
    workers.c.told,
    workers.c.turned_away,
).where(workers.c.worker_id.in_(bindparam("who", expanding=True)))
_outside = (
    select(workers.c.worker_id, _rows.c.raw)
    .outerjoin(_rows, (_rows.c.entry_id == workers.c.enrolment_id) & (_rows.c.kind == "decision"))
    .where(
        workers.c.worker_id.in_(bindparam("who", expanding=True)),
        workers.c.enrolment_id.is_not(None),
        ~exists().where(_status.c.entry_id == workers.c.enrolment_id),
    )
    .order_by(_rows.c.position)
)
_standing_so = (
    update(workers)
    .where(workers.c.worker_id == bindparam("who"), workers.c.standing != bindparam("now"))
    .values(standing=bindparam("now"))
)
_turning = (
    update(workers).where(workers.c.worker_id == bindparam("who")).values(turned_away=bindparam("word"))
)


class Standing(StrEnum):
    """One word for a worker in the list; the first three are the counters'."""

    TO_FIX = "to_fix"
    UNSENT = "unsent"
    WAITING = "waiting"
    APPROVED = "approved"
    SETTLED = "settled"


_APPROVED = frozenset({ClientState.APPROVED.value, ClientState.REGISTERED.value})
_REFUSED = frozenset({ReviewState.REFUSED.value, ReviewState.DUPLICATE.value})


def refresh(session: Session, worker_ids: Iterable[str]) -> None:
    """Compute the standing of some workers from the status of their entries and the branch's card.

    Whose enrolment the branch refuses or calls a duplicate is turned away: nothing falls due until that changes.
    """
    for some in slices(sorted(set(worker_ids))):
        _refresh(session, some)


def _refresh(session: Session, worker_ids: list[str]) -> None:
    link = session.connection()
    counters: dict[str, set[str]] = {worker_id: set() for worker_id in worker_ids}
    approved: set[str] = set()
    cards = {row.worker_id: row for row in link.execute(_cards, {"who": worker_ids})}
    turned: dict[str, str] = {}
    for row in link.execute(_entries, {"who": worker_ids}):
        if row.counter is not None:
            counters[row.worker_id].add(row.counter)
        if row.kind == "enrolment" and row.client in _APPROVED:
            approved.add(row.worker_id)
        card = cards.get(row.worker_id)
        if row.review in _REFUSED and card is not None and card.enrolment_id == row.entry_id:
            turned[row.worker_id] = row.review
    # An enrolment that contradicts the journal has no status: the branch's newest word on it is in the feed.
    outside = {row.worker_id: row.raw for row in link.execute(_outside, {"who": worker_ids})}
    for worker_id, raw in outside.items():
        state = ReviewState.HELD.value if raw is None else json.loads(raw)["state"]
        if state in _APPROVED:
            approved.add(worker_id)
        elif state in _REFUSED:
            turned[worker_id] = state
        else:
            counters[worker_id].add(Counter.WAITING.value)
    carded = {card.worker_id for card in cards.values() if card.card_step is not None and not card.told}
    approved |= carded
    change = [
        {"who": worker_id, "now": _standing(counters[worker_id], worker_id in approved)}
        for worker_id in worker_ids
    ]
    link.execute(_standing_so, change)
    words = {worker_id: turned.get(worker_id) for worker_id in cards.keys() - carded}
    changed = [
        {"who": worker_id, "word": word}
        for worker_id, word in sorted(words.items())
        if word != cards[worker_id].turned_away
    ]
    if changed:
        link.execute(_turning, changed)
        dues.refresh(session, [each["who"] for each in changed])


def _standing(counters: set[str], approved: bool) -> str:
    worst = worst_counter(Counter(name) for name in counters)
    if worst is not None:
        return worst.value
    return Standing.APPROVED.value if approved else Standing.SETTLED.value
