"""The cards that workers are known by once personal parts of theirs went: what the lists and papers go on with."""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage import portfolio
from perisai_desktop.storage.feed import parts
from perisai_desktop.storage.projections import stream
from perisai_desktop.storage.projections.nik_marks import mark_of
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.steps import next_step
from perisai_desktop.storage.tables.journal import KeptCardRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.names import masked_name

_kept = table_of(KeptCardRow)


@dataclass(frozen=True, slots=True)
class KeptCard:
    """One card: `worker_id`, `nik`, `name`, `birth_date` (empty where unknown), `phone`, `village`, and `nik_mark`, None
    while the NIK itself stands there."""

    step: int
    card: Mapping[str, Any] = field(repr=False)


def keep(session: Session, worker_ids: Collection[str], at: datetime) -> None:
    """Write down what the projections know of some workers, before what they know it from goes."""
    link = session.connection()
    here = select(workers).where(workers.c.worker_id.in_(list(worker_ids))).order_by(workers.c.worker_id)
    put(session, [_card(row) for row in link.execute(here)], at)


def blank(session: Session, worker_ids: Collection[str], at: datetime) -> None:
    """Leave of some workers the initials of their names and the mark of their NIK, whatever told more of them.

    Months, money and receipts stay.
    """
    link = session.connection()
    here = select(workers).where(workers.c.worker_id.in_(list(worker_ids))).order_by(workers.c.worker_id)
    cards = [_initials(session, row) for row in link.execute(here)]
    put(session, cards, at)
    for card in cards:
        stream.apply_kept(session, card)
    parts.remove_cards(session, worker_ids)
    portfolio.blank(session, worker_ids)


def put(session: Session, cards: Collection[Mapping[str, Any]], at: datetime) -> None:
    """Keep cards in place of those that were kept before of the same workers."""
    if not cards:
        return
    step = next_step(session)
    rows = [
        {"worker_id": card["worker_id"], "step": step, "kept_at": at, "card": json.dumps(card)}
        for card in cards
    ]
    first = insert(_kept)
    anew = {name: first.excluded[name] for name in ("step", "kept_at", "card")}
    session.connection().execute(first.on_conflict_do_update(index_elements=["worker_id"], set_=anew), rows)


def replay(session: Session) -> Iterator[KeptCard]:
    """Every card in the order in which it was kept."""
    query = select(_kept.c.step, _kept.c.card).order_by(_kept.c.step, _kept.c.worker_id)
    result = session.connection().execution_options(yield_per=500).execute(query)
    return (KeptCard(row.step, json.loads(row.card)) for row in result)


def _initials(session: Session, row: Any) -> dict[str, Any]:
    return {
        "worker_id": row.worker_id,
        "nik": "",
        "name": masked_name(row.name),
        "birth_date": "",
        "phone": "",
        "village": "",
        "nik_mark": mark_of(session, row.nik) or row.nik_mark,
    }


def _card(row: Any) -> dict[str, Any]:
    return {
        "worker_id": row.worker_id,
        "nik": row.nik,
        "name": row.name,
        "birth_date": "" if row.birth_on is None else row.birth_on.isoformat(),
        "phone": row.phone,
        "village": row.village,
        "nik_mark": row.nik_mark,
    }
