"""The branch's store in memory, whose process may end around any commit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from tests.simulation.fuse import Fuse
from tests.support.memory_store.store import MemoryStore, MemoryUnitOfWork
from tests.support.memory_store.tables import Table


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

    def copied(self) -> Mapping[str, Mapping[Any, Any]]:
        """A backup: the rows of each table by its name."""
        return {name: table.copied() for name, table in self._tables()}

    def set_back(self, backup: Mapping[str, Mapping[Any, Any]]) -> None:
        """Every table holds what it held."""
        for name, table in self._tables():
            table.set_back(backup[name])
        self.commits += 1

    def _tables(self) -> Iterator[tuple[str, Table[Any, Any]]]:
        return ((name, table) for name, table in vars(self.tables).items() if isinstance(table, Table))

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
