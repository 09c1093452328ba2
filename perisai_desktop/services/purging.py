"""Lets go of what is personal once it is posted for so many days: a pass a day, in slices that hold up nobody."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

from perisai_desktop.domain.branch_word import standing_apart
from perisai_desktop.domain.counters import LinkState
from perisai_desktop.domain.retention import CleaningStanding, card_is_due, part_is_due
from perisai_desktop.services import catching_up, draft_photos, saved_papers
from perisai_desktop.services.drafting import CORRECTION
from perisai_desktop.services.line import Line
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage import choices, held_cards, held_parts, outbox, purging, verification
from perisai_desktop.storage.attachments import Attachments
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.drafts import Drafts
from sync.rules.iuran_month import IuranMonth

CLEANED = "cleaned"
"""The name under which the store keeps the last pass that came to its end."""
EVERY = timedelta(days=1)
SLICE = 100
"""Personal parts that are looked at in one transaction."""
CARDS = 10
"""Cards that are looked at in one: emptying one writes the index of words as well."""


@dataclass(frozen=True, slots=True)
class _Pass:
    """A pass under way: what the server's clock said at its beginning, how far it has come among the personal parts and
    then among the cards (None before those), and how many records let go of something."""

    at: datetime
    before: datetime
    step: int = 0
    card: int | None = None
    gone: int = 0


@dataclass(frozen=True, slots=True)
class _Slice:
    """What is due in the next slice: entries, rows of the feed with whose worker's card is kept, and workers.

    `following`: where the pass stands behind it, None where that was the last.
    """

    following: _Pass | None
    parts: tuple[str, ...] = ()
    beside: Mapping[int, str] = field(default_factory=dict)
    cards: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        return not (self.parts or self.beside or self.cards)


class Purging:
    """A pass that is not finished begins anew after the next start: what went is gone, and is not looked at again.

    `days` asks for the branch's `purge_after_days`; `papers` names the folder where receipts are saved, None for none.
    """

    def __init__(
        self,
        database: Database,
        pen: Pen,
        line: Line,
        attachments: Attachments,
        drafts: Drafts,
        days: Callable[[], int],
    ) -> None:
        self._database = database
        self._pen = pen
        self._line = line
        self._attachments = attachments
        self._drafts = drafts
        self._days = days
        self._pass: _Pass | None = None
        self.papers: Callable[[], Path | None] = lambda: None

    def standing(self) -> CleaningStanding:
        """What is kept for how long, and what went so far."""
        with self._database.reading() as session:
            last, newly = _last(session)
            return CleaningStanding(self._days(), purging.purged(session), newly, last)

    def step(self) -> bool:
        """Do the next slice of today's pass; whether more is left. To be asked after a run of the sync that got through.

        Nothing begins where anything waits to be sent, the store lacks something or is to be left, or the pass of the
        day is done. The day is the server's: a laptop's clock that is astray lets go of nothing. Raises Failure.
        """
        now = self._pass or self._begun()
        if now is None or self._barred():
            self._pass = None
            return False
        with self._database.reading() as session:
            found = self._look(session, now)
        gone = 0 if found.empty else self._let_go(now)
        self._pass = None if found.following is None else replace(found.following, gone=now.gone + gone)
        if self._pass is None:
            self._end(now)
        return self._pass is not None

    def _barred(self) -> bool:
        """Whether the store lacks something, or the branch has a word on this laptop."""
        return self._pen.gate.closed or standing_apart(self._pen.gate.word) is not None

    def _begun(self) -> _Pass | None:
        known = self._line.connection
        if known.state is not LinkState.ONLINE:
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
        return _Pass(at, at - timedelta(days=self._days()))

    def _look(self, session: Session, now: _Pass) -> _Slice:
        if now.card is not None:
            return self._look_at_cards(session, now, now.card)
        parts = held_parts.after(session, now.step, SLICE)
        due = tuple(part.entry_id for part in parts if part_is_due(part, now.before))
        if len(parts) == SLICE:
            return _Slice(replace(now, step=parts[-1].step), due)
        beside = {
            part.step: worker for part, worker in held_parts.beside(session) if part_is_due(part, now.before)
        }
        return _Slice(replace(now, card=0), due, beside)

    def _look_at_cards(self, session: Session, now: _Pass, card: int) -> _Slice:
        cards = held_cards.after(session, card, CARDS, IuranMonth.of(now.before.date()))
        due = tuple(one.worker_id for _, one in cards if card_is_due(one, now.before))
        return _Slice(replace(now, card=cards[-1][0]) if len(cards) == CARDS else None, cards=due)

    def _let_go(self, now: _Pass) -> int:
        """Take the slice's due away, looked at once more: the agent may have saved something meanwhile.

        What was typed and taken for the correction of a form goes with it: nobody can send it any more.
        """
        with self._database.transaction() as session:
            found = self._look(session, now)
            kept = draft_photos.named(session, self._drafts)
            gone = purging.purge(session, found.parts, now.at, kept)
            for entry_id in gone:
                self._drafts.discard(session, CORRECTION + entry_id)
            purging.purge_beside(session, found.beside, now.at)
            purging.blank(session, found.cards, now.at)
        return len(gone)

    def _end(self, now: _Pass) -> None:
        with self._database.transaction() as session:
            if now.gone:
                self._attachments.sweep(session)
            choices.put(session, CLEANED, json.dumps({"at": now.at.isoformat(), "gone": now.gone}))
        folder = self.papers()
        if folder is not None:
            saved_papers.let_go(self._database, folder, now.before)


def _last(session: Session) -> tuple[datetime | None, int]:
    """When the last pass began by the server's clock, and what went in it."""
    kept = choices.get(session, CLEANED)
    if kept is None:
        return None, 0
    found = json.loads(kept)
    return datetime.fromisoformat(found["at"]), int(found["gone"])
