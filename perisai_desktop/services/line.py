"""Remembers whether the server could be reached, since when, and how far the device's clock is off."""

import threading
from dataclasses import replace
from datetime import datetime

from perisai_desktop.domain.counters import Connection, LinkState


class Line:
    """What the last runs of the sync learned of the way to the server; safe for several threads.

    `heard_at`: when the server answered last before this start of the program.
    """

    def __init__(self, heard_at: datetime | None = None) -> None:
        self._lock = threading.Lock()
        self._known = Connection(LinkState.NEVER, heard_at, 0)

    @property
    def connection(self) -> Connection:
        """The way to the server as it was last seen."""
        with self._lock:
            return self._known

    def reached(self, at: datetime, drift: int) -> None:
        """The server answered at this instant of the device's clock, which is `drift` seconds ahead of its own."""
        with self._lock:
            since = self._known.since if self._known.state is LinkState.ONLINE else at
            self._known = Connection(LinkState.ONLINE, since, drift)

    def lost(self, at: datetime) -> None:
        """No answer that the server signed came back."""
        with self._lock:
            if self._known.state is not LinkState.OFFLINE:
                self._known = replace(self._known, state=LinkState.OFFLINE, since=at)
