"""Lets go of what is personal once it is posted for so many days: a pass a day, in slices that hold up nobody."""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from perisai_desktop.domain.branch_word import standing_apart
from perisai_desktop.domain.counters import LinkState
from perisai_desktop.domain.retention import CleaningStanding, card_is_due, part_is_due
from perisai_desktop.services import catching_up, saved_papers
from perisai_desktop.services.line import Line
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage import choices, held_cards, held_parts, outbox, purging, verification
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database, Session
from sync.rules.iuran_month import IuranMonth

CLEANED = "cleaned"
"""The name under which the store keeps the last pass that came to its end."""
EVERY = timedelta(days=1)
SLICE = 100
"""Personal parts that are looked at in one transaction."""


@dataclass(frozen=True, slots=True)
class _Pass:
    """A pass under way: what the server's clock said at its beginning, how far it has come among the personal parts and
    then among the cards (None before those), and how many records let go of something."""

    at: datetime
    before: datetime
    step: int = 0
    card: int | None = None
    gone: int = 0


class Purging:
    """A pass that is not finished begins anew after the next start: what went is gone, and is not looked at again.

    `days` is the branch's `purge_after_days`; `papers` names the folder where receipts are saved, None for none.
    """

    def __init__(self, database: Database, pen: Pen, line: Line, attachments: Attachments, days: int) -> None:
        self._database = database
        self._pen = pen
        self._line = line
        self._attachments = attachments
        self._days = days
        self._pass: _Pass | None = None
        self.papers: Callable[[], Path | None] = lambda: None

    def standing(self) -> CleaningStanding:
        """What is kept for how long, and what went so far."""
        with self._database.reading() as session:
            last, newly = _last(session)
            return CleaningStanding(self._days, purging.purged(session), newly, last)

    def step(self) -> bool:
        """Do the next slice of today's pass; whether more is left. To be asked after a run of the sync that got through.

        Nothing begins where anything waits to be sent, the store lacks something or is to be left, or the pass of the
        day is done. The day is the server's: a laptop's clock that is astray lets go of nothing. Raises Failure.
        """
        if self._pass is None:
            self._pass = self._begun()
        if self._pass is None:
            return False
        before = self._pass.before
        with self._database.transaction() as session:
            self._pass = self._slice(session, self._pass)
        folder = self.papers() if self._pass is None else None
        if folder is not None:
            saved_papers.let_go(self._database, folder, before)
        return self._pass is not None

    def _begun(self) -> _Pass | None:
        gate, known = self._pen.gate, self._line.connection
        if gate.closed or standing_apart(gate.word) is not None or known.state is not LinkState.ONLINE:
            return None
        at = self._pen.clock.now() - timedelta(seconds=known.drift)
        with self._database.reading() as session:
            compared, last = verification.state(session), _last(session)[0]
            if compared.compared_at is None or compared.due:
                return None
            if catching_up.behind(session) or outbox.queue(session).entries:
                return None
        if last is not None and at - last < EVERY:
            return None
        return _Pass(at, at - timedelta(days=self._days))

    def _slice(self, session: Session, now: _Pass) -> _Pass | None:
        return self._parts(session, now) if now.card is None else self._cards(session, now, now.card)

    def _parts(self, session: Session, now: _Pass) -> _Pass:
        parts = held_parts.after(session, now.step, SLICE)
        due = [part.entry_id for part in parts if part_is_due(part, now.before)]
        gone = now.gone + len(purging.purge(session, due, now.at))
        if len(parts) == SLICE:
            return replace(now, step=parts[-1].step, gone=gone)
        beside = held_parts.beside(session)
        due_beside = {part.step: worker for part, worker in beside if part_is_due(part, now.before)}
        purging.purge_beside(session, due_beside, now.at)
        return replace(now, card=0, gone=gone)

    def _cards(self, session: Session, now: _Pass, card: int) -> _Pass | None:
        month = IuranMonth.of(now.before.date())
        cards = held_cards.after(session, card, SLICE, month)
        purging.blank(session, [one.worker_id for _, one in cards if card_is_due(one, now.before)], now.at)
        if len(cards) == SLICE:
            return replace(now, card=cards[-1][0])
        if now.gone:
            self._attachments.sweep(session)
        choices.put(session, CLEANED, json.dumps({"at": now.at.isoformat(), "gone": now.gone}))
        return None


def _last(session: Session) -> tuple[datetime | None, int]:
    """When the last pass began by the server's clock, and what went in it."""
    kept = choices.get(session, CLEANED)
    if kept is None:
        return None, 0
    found = json.loads(kept)
    return datetime.fromisoformat(found["at"]), int(found["gone"])
