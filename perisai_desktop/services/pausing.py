"""Pauses the sending that goes on by itself, for a while or until it is resumed; remembered over restarts."""

import json
import math
from datetime import datetime, time, timedelta, timezone

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.counters import Pause, PauseSpan
from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Database

PAUSE = "sync_pause"
"""The name under which the store keeps it."""
MORNING = time(6)
"""The local time at which a pause until tomorrow ends."""


class Pausing:
    """`standing` and `left` are answered from memory: they may be asked on the thread of the windows."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        with database.reading() as session:
            kept = choices.get(session, PAUSE)
        self._pause = None if kept is None else _read(kept)

    def standing(self) -> Pause | None:
        """The pause in force, None once it is over."""
        pause = self._pause
        if pause is None or (pause.until is not None and pause.until <= self._clock.now()):
            return None
        return pause

    def left(self) -> float:
        """Seconds until what waits is sent by itself again: 0 now, infinity where it was left open."""
        pause = self.standing()
        if pause is None:
            return 0.0
        return math.inf if pause.until is None else (pause.until - self._clock.now()).total_seconds()

    def pause(self, span: PauseSpan) -> Pause:
        """Send nothing by itself for `span`. Raises Failure of the store."""
        pause = Pause(self._until(span))
        until = None if pause.until is None else pause.until.isoformat()
        with self._database.transaction() as session:
            choices.put(session, PAUSE, json.dumps({"until": until}))
        self._pause = pause
        return pause

    def resume(self) -> None:
        """Go on sending. Raises Failure of the store."""
        with self._database.transaction() as session:
            choices.forget(session, PAUSE)
        self._pause = None

    def _until(self, span: PauseSpan) -> datetime | None:
        now = self._clock.now()
        if span is PauseSpan.OPEN:
            return None
        if span is PauseSpan.HOUR:
            return now + timedelta(hours=1)
        zone = timezone(timedelta(minutes=self._clock.offset()))
        tomorrow = self._clock.today() + timedelta(days=1)
        return datetime.combine(tomorrow, MORNING, zone).astimezone(now.tzinfo)


def _read(kept: str) -> Pause:
    until = json.loads(kept)["until"]
    return Pause(None if until is None else datetime.fromisoformat(until))
