"""The branch's store in memory, whose process may end around any commit."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.simulation.fuse import Fuse
from tests.support.memory_store.store import MemoryStore, MemoryUnitOfWork


class ServerDied(BaseException):
    """The server's process ended: no handler of its own runs."""


class FailingStore(MemoryStore):
    """Dies before or after a commit of a step, or refuses it, where the step asks for that.

    `poison` is an action that it cannot store for as long as it is named: a bug of the server in one record.
    """

    def __init__(self) -> None:
        super().__init__()
        self.fuse = Fuse()
        self.poison: str | None = None
        self.commits = 0

    @contextmanager
    def transaction(self) -> Iterator[MemoryUnitOfWork]:
        with super().transaction() as work:
            yield work
            if self.poison is not None and any(one.action_id == self.poison for one in self.tables.entries):
                raise RuntimeError("poison")
            fault = self.fuse.at_commit()
            if fault == "before":
                raise ServerDied
            if fault == "fault":
                raise RuntimeError("planted_fault")
        self.commits += 1
        if fault == "after":
            raise ServerDied
