"""Remembers over restarts when the server answered last, and the last run of the sync that got through."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.counters import Connection
from perisai_desktop.services.line import Line
from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Database, Session

GREETING = "greeting"
"""The name under which the store keeps the last run."""
HEARD = "heard_at"
"""The name under which it keeps the last answer."""
SERVER_AT = "server_at"
"""The name under which it keeps what the server's clock showed then."""


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


def hear(database: Database, clock: Clock, server_at: datetime) -> None:
    """Keep that the server has just answered a hello with its signature, and what its clock showed. Raises Failure.

    The newest answer is taken at its word, so that a server whose clock was wrong is believed once it is right again.
    """
    with database.transaction() as session:
        choices.put(session, HEARD, clock.now().isoformat())
        choices.put(session, SERVER_AT, server_at.isoformat())


def hear_carried(database: Database, server_at: datetime) -> None:
    """Keep what the server's clock showed in a signed answer on a stick, which may be an old one. Raises Failure."""
    with database.transaction() as session:
        known = told_at(session)
        if known is None or known < server_at:
            choices.put(session, SERVER_AT, server_at.isoformat())


def told_at(session: Session) -> datetime | None:
    """What the server's clock showed in its last signed answer, by line or on a stick; None before the first."""
    kept = choices.get(session, SERVER_AT)
    return None if kept is None else datetime.fromisoformat(kept)


def connection(session: Session, line: Line, clock: Clock) -> Connection:
    """The way to the server; its drift also tells of a clock that was put back behind the server's last answer, which the
    line itself learns from the next one only."""
    known, told = line.connection, told_at(session)
    if told is None:
        return known
    since_told = round((clock.now() - told).total_seconds())
    return replace(known, drift=min(known.drift, since_told))


def heard_at(session: Session) -> datetime | None:
    """When the server answered last, by this laptop's clock; None before the first time."""
    kept = choices.get(session, HEARD)
    return None if kept is None else datetime.fromisoformat(kept)


def day_reached(session: Session, clock: Clock) -> date:
    """Today, and never before the local day that the server's clock showed in its last signed answer.

    A laptop whose clock was set back makes nothing younger than it is, and brings back no settings that are over.
    """
    told = told_at(session)
    if told is None:
        return clock.today()
    return max(clock.today(), (told + timedelta(minutes=clock.offset())).date())


def last(session: Session) -> Greeting | None:
    """The last greeting, None before the first."""
    kept = choices.get(session, GREETING)
    if kept is None:
        return None
    found = json.loads(kept)
    return Greeting(datetime.fromisoformat(found["at"]), int(found["drift"]))
