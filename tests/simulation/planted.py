"""Bugs that public systems had, as switches: none may survive the oracle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tests.simulation.planted_backups import BACKUP_BUGS
from tests.simulation.planted_feed import FEED_BUGS
from tests.simulation.planted_laptop import LAPTOP_BUGS
from tests.simulation.planted_money import MONEY_BUGS
from tests.simulation.planted_pictures import PICTURE_BUGS
from tests.simulation.planted_server import SERVER_BUGS
from tests.simulation.planted_sticks import STICK_BUGS

Bug = Callable[[], Iterator[None]]
BUGS: dict[str, Bug] = {
    **LAPTOP_BUGS,
    **SERVER_BUGS,
    **FEED_BUGS,
    **MONEY_BUGS,
    **PICTURE_BUGS,
    **STICK_BUGS,
    **BACKUP_BUGS,
}


@contextmanager
def planted(name: str) -> Iterator[None]:
    """The world with one bug in it, or the shipped code for an empty name. Raises KeyError for an unknown bug."""
    if not name:
        yield
        return
    with contextmanager(BUGS[name])():
        yield
