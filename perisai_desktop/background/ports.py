"""How a screen asks for work without waiting for it."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol, TypeVar

from perisai_desktop.domain.outcome import Err, Ok

T = TypeVar("T")


class Lane(StrEnum):
    """Work in one lane runs one piece after the other; the lanes do not wait for each other."""

    LOCAL = "local"
    NETWORK = "network"
    PRINTER = "printer"
    READER = "reader"


class Jobs(Protocol):
    """Runs work off the screen's thread and brings its outcome back to it."""

    def run(self, lane: Lane, work: Callable[[], T], done: Callable[[Ok[T] | Err], None]) -> None:
        """Queue `work`; `done` is called once, on the screen's thread.

        A `Failure` arrives as `Err`. Any other exception is a bug: it is raised on the screen's thread
        and `done` is not called.
        """
