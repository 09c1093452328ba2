"""Applies what the server said of entries on arrival, whether an acknowledgement or the feed carries it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlmodel import Session

from perisai_desktop.storage import entry_status
from perisai_desktop.storage.entry_status import Move
from perisai_desktop.storage.slices import slices
from perisai_desktop.storage.tables.delivery import EntryStatusRow
from perisai_desktop.storage.tables.journal import JournalRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.states import VerdictKind, state_of_verdict

_journal = table_of(JournalRow)
_status = table_of(EntryStatusRow)
_known = (
    select(
        _journal.c.entry_id,
        _journal.c.hash,
        _journal.c.step,
        _journal.c.kind,
        _journal.c.worker_id,
        _status.c.position,
    )
    .join(_status, _status.c.entry_id == _journal.c.entry_id, isouter=True)
    .where(_journal.c.entry_id.in_(bindparam("ids", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict that stands for one content; `position` is its place in the feed."""

    entry_id: str
    hash: str
    kind: VerdictKind
    position: int
    code: str | None = None
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Applied:
    """The entries a set of verdicts was about: their steps, their workers; verdicts about nothing here."""

    steps: tuple[int, ...]
    workers: frozenset[str]
    ignored: int


def apply(session: Session, verdicts: Sequence[Verdict], at: datetime) -> Applied:
    """Move the entries whose content the verdicts name (S4); other content, or none, is left alone."""
    known: dict[tuple[str, str], tuple[int, str, str | None, int | None]] = {}
    for ids in slices(verdict.entry_id for verdict in verdicts):
        for row in session.connection().execute(_known, {"ids": ids}):
            known[row.entry_id, row.hash] = (row.step, row.kind, row.worker_id, row.position)
    moves: list[Move] = []
    steps: list[int] = []
    workers: set[str] = set()
    for verdict in verdicts:
        found = known.get((verdict.entry_id, verdict.hash))
        review = state_of_verdict(verdict.kind)
        if found is None or review is None:
            continue
        step, kind, worker_id, position = found
        # The feed brings again what an acknowledgement told.
        if position is None or position < verdict.position:
            moves.append(
                Move(
                    entry_id=verdict.entry_id,
                    kind=kind,
                    review=review,
                    position=verdict.position,
                    verdict=verdict.kind,
                    reason=verdict.code,
                    field=verdict.field,
                )
            )
        steps.append(step)
        if worker_id is not None:
            workers.add(worker_id)
    entry_status.move(session, moves, at)
    return Applied(tuple(steps), frozenset(workers), len(verdicts) - len(steps))
