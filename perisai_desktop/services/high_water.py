"""Keeps the high-water mark in the system's credential store, where no copy of the profile's folder reaches it."""

from dataclasses import dataclass

from perisai_desktop.security.credentials import Credentials
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage import mark
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.mark import Mark

MARK = "mark"
"""The name of the mark in the credential store."""


def kept_mark(credentials: Credentials) -> Mark | None:
    """The mark as it was kept last, None where there is none."""
    content = credentials.get(MARK)
    return None if content is None else mark.decode(content)


@dataclass(frozen=True, slots=True)
class HighWater:
    """Kept at start, after a sync and at exit; a mark that lags is harmless (sync/README.md, "Epochs")."""

    database: Database
    pen: Pen
    credentials: Credentials

    def keep(self) -> None:
        """Keep how far the chain reaches; a store that was rolled back, or never wrote, keeps nothing."""
        if self.pen.gate.closed:
            return
        with self.database.reading() as session:
            reached = Mark(self.pen.device, self.pen.epoch, *self.pen.head(session))
        if (reached.epoch, reached.seq) > (1, 0):
            self.credentials.put(MARK, mark.encode(reached))
