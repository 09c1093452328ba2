"""The numbered places at which a process is killed, and the trap that kills it there."""

from __future__ import annotations

import os
import random
import signal
from collections import Counter
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NoReturn

LAST = 3
"""The highest number of a passing at which a place kills."""


class End(Enum):
    """Which of the two processes is killed."""

    LAPTOP = "laptop"
    SERVER = "server"


@dataclass(frozen=True, slots=True)
class Failpoint:
    """A place in one of the two processes and at which of its passings it kills.

    `unseen`: how many actions are in the store afterwards of which the agent never saw a receipt; None: one or none.
    """

    end: End
    place: str
    unseen: int | None = 0
    passing: int = 1

    @property
    def name(self) -> str:
        """The place as the summary names it."""
        return f"{self.end.value}: {self.place}"

    def numbered(self, chance: random.Random) -> Failpoint:
        """The same place at some passing."""
        return replace(self, passing=chance.randint(1, LAST))


ANY_MOMENT = "any moment"
FIRST_RUN = tuple(
    Failpoint(End.LAPTOP, place)
    for place in (
        "identity unsent",
        "identity answered",
        "store.pending before its name",
        "devices unsent",
        "devices answered",
        "store made, before the commit",
        "store made, after the commit",
        "store.key before its fsync",
        "store.key before its name",
        "store.key after its name",
    )
)
"""Each passed once, when the laptop is enrolled."""
LAPTOP = (
    Failpoint(End.LAPTOP, "save, before the commit"),
    Failpoint(End.LAPTOP, "save, after the commit", 1),
    Failpoint(End.LAPTOP, "mark.json before its name", None),
    Failpoint(End.LAPTOP, "mark.json after its name", None),
    Failpoint(End.LAPTOP, "lease, before the commit"),
    Failpoint(End.LAPTOP, "lease, after the commit"),
    Failpoint(End.LAPTOP, "settle, before the commit"),
    Failpoint(End.LAPTOP, "settle, after the commit"),
    Failpoint(End.LAPTOP, "apply, before the commit"),
    Failpoint(End.LAPTOP, "apply, after the commit"),
    Failpoint(End.LAPTOP, "hello unsent"),
    Failpoint(End.LAPTOP, "hello answered"),
    Failpoint(End.LAPTOP, "batches unsent"),
    Failpoint(End.LAPTOP, "batches answered"),
    Failpoint(End.LAPTOP, "changes unsent"),
    Failpoint(End.LAPTOP, "changes answered"),
    Failpoint(End.LAPTOP, ANY_MOMENT, None),
    Failpoint(End.LAPTOP, ANY_MOMENT, None),
)
SERVER = tuple(
    Failpoint(End.SERVER, place)
    for place in (
        "inbox, before the commit",
        "inbox, after the commit",
        "settle, before the commit",
        "settle, after the commit",
        "batches unanswered",
        "hello unanswered",
        "changes unanswered",
        "batches half answered",
        ANY_MOMENT,
        ANY_MOMENT,
    )
)


@dataclass(slots=True)
class Trap:
    """Lies in a process: `pass_by` is called at every place, and at the right passing of the right one it kills."""

    failpoint: Failpoint | None
    passed: Counter[str] = field(default_factory=Counter)

    def pass_by(self, place: str) -> None:
        """Count the passing, and die where it is the one."""
        self.passed[place] += 1
        wanted = self.failpoint
        if wanted is not None and (wanted.place, wanted.passing) == (place, self.passed[place]):
            die()


def die() -> NoReturn:
    """End this process at once, as a power cut would: nothing is flushed, closed or said."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))
    raise AssertionError("killed and alive")
