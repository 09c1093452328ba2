"""Remembers over restarts when the server answered last, and the last run of the sync that got through."""

import json
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta

from perisai_desktop.config.clock import Clock
from perisai_desktop.services.line import Line
from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Database, Session

GREETING = "greeting"
"""The name under which the store keeps the last run."""
HEARD = "heard_at"
"""The name under which it keeps the last answer."""


@dataclass(frozen=True, slots=True)
class Greeting:
    """The instant by this laptop's clock, and the seconds that it was ahead of the server's."""

    at: datetime
    drift: int


def remember(database: Database, line: Line, clock: Clock) -> None:
    """Keep what the line knows now. Raises Failure."""
    greeting = Greeting(clock.now(), line.connection.drift)
    with database.transaction() as session:
        choices.put(session, GREETING, json.dumps({**asdict(greeting), "at": greeting.at.isoformat()}))


def hear(database: Database, clock: Clock) -> None:
    """Keep that the server has just answered a hello with its signature. Raises Failure."""
    with database.transaction() as session:
        choices.put(session, HEARD, clock.now().isoformat())


def heard_at(session: Session) -> datetime | None:
    """When the server answered last, by this laptop's clock; None before the first time."""
    kept = choices.get(session, HEARD)
    return None if kept is None else datetime.fromisoformat(kept)


def day_reached(session: Session, clock: Clock) -> date:
    """Today, and never before the local day that the server's clock showed in the last run that got through.

    A laptop whose clock was set back makes nothing younger than it is.
    """
    greeting = last(session)
    if greeting is None:
        return clock.today()
    told = greeting.at - timedelta(seconds=greeting.drift) + timedelta(minutes=clock.offset())
    return max(clock.today(), told.date())


def last(session: Session) -> Greeting | None:
    """The last greeting, None before the first."""
    kept = choices.get(session, GREETING)
    if kept is None:
        return None
    found = json.loads(kept)
    return Greeting(datetime.fromisoformat(found["at"]), int(found["drift"]))
