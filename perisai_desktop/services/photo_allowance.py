"""Whether pictures may go now: on a connection that costs nothing, or because the agent says so."""

import threading
from dataclasses import dataclass, field
from typing import Protocol

from perisai_desktop.storage import choices
from perisai_desktop.storage.database import Database

SETTING = "photos_free_only"
_NO = "no"


class ConnectionCost(Protocol):
    """What the system knows of the connection in use."""

    def metered(self) -> bool | None:
        """Whether what is sent costs money; None where nobody knows."""


class UnknownCost:
    """A system that is not asked."""

    def metered(self) -> bool | None:
        """Nobody knows."""
        return None


@dataclass(slots=True)
class PhotoAllowance:
    """The agent's choice, what the connection costs, and a word for this once. A cost that is unknown counts as free.

    `metered` is what the system said last.
    """

    database: Database
    cost: ConnectionCost = field(default_factory=UnknownCost)
    metered: bool | None = None
    _once: threading.Event = field(default_factory=threading.Event)

    @property
    def free_only(self) -> bool:
        """Whether pictures wait for a connection that costs nothing; so from the beginning."""
        with self.database.reading() as session:
            return choices.get(session, SETTING) != _NO

    def choose(self, *, free_only: bool) -> None:
        """Keep the agent's choice."""
        with self.database.transaction() as session:
            if free_only:
                choices.forget(session, SETTING)
            else:
                choices.put(session, SETTING, _NO)

    def allow_once(self) -> None:
        """Let pictures go in the next run, whatever the connection costs."""
        self._once.set()

    def spend(self) -> None:
        """The run is over: what was allowed for it is used up."""
        self._once.clear()

    def ask(self) -> None:
        """Ask the system what the connection costs, which may take seconds."""
        self.metered = self.cost.metered()

    def allowed(self) -> bool:
        """Whether pictures may go, by what the system said last."""
        return self._once.is_set() or not self.metered or not self.free_only
