"""Participants whom an agent served before this laptop knew of them, as the agent's own list tells; never sent."""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select, update
from sqlmodel import Session

from perisai_desktop.storage.feed.parts import PERSONAL
from perisai_desktop.storage.projections import standing, stream
from perisai_desktop.storage.steps import next_step
from perisai_desktop.storage.tables.desk import PortfolioRow
from perisai_desktop.storage.tables.registry import table_of

_told = table_of(PortfolioRow)


@dataclass(frozen=True, slots=True)
class ToldWorker:
    """One line of such a list: a card (`worker_id`, `nik`, `name`, `paid_until`, what else is known).

    `step`: everything with a smaller one reached the store before it.
    """

    step: int
    card: Mapping[str, Any] = field(repr=False)


def put(session: Session, at: datetime, cards: Sequence[Mapping[str, Any]]) -> None:
    """Keep some cards and carry them into the projections."""
    step = next_step(session)
    ordered = sorted(cards, key=lambda card: str(card["worker_id"]))
    rows = [
        {"worker_id": card["worker_id"], "step": step, "told_at": at, "card": json.dumps(card)}
        for card in ordered
    ]
    if rows:
        session.connection().execute(insert(_told), rows)
    for card in ordered:
        stream.apply_told(session, step, card)
    standing.refresh(session, [card["worker_id"] for card in cards])


def blank(session: Session, worker_ids: Collection[str]) -> None:
    """Take out of some cards what is personal; what the price follows from stays."""
    link = session.connection()
    found = link.execute(
        select(_told.c.worker_id, _told.c.card).where(_told.c.worker_id.in_(list(worker_ids)))
    )
    for row in found.all():
        card = {name: value for name, value in json.loads(row.card).items() if name not in PERSONAL}
        link.execute(update(_told).where(_told.c.worker_id == row.worker_id).values(card=json.dumps(card)))


def replay(session: Session) -> Iterator[ToldWorker]:
    """Every card in the order in which it was kept."""
    query = select(_told.c.step, _told.c.card).order_by(_told.c.step, _told.c.worker_id)
    result = session.connection().execution_options(yield_per=500).execute(query)
    return (ToldWorker(row.step, json.loads(row.card)) for row in result)
