"""One life of a process: forked from a server that has imported everything, talked to over a pipe, ended by force."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable
from multiprocessing.context import BaseContext
from typing import Any

PATIENCE = 120.0
"""Seconds after which a process that says nothing hangs."""


def _context() -> BaseContext:
    """Children are forked where the system can, from a process without threads that has imported all they need."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.killing.laptop", "tests.killing.server"])
    return context


CONTEXT = _context()
KILLED = getattr(signal, "SIGKILL", signal.SIGTERM)


class Unproven(AssertionError):
    """Something happened that no kill explains."""


class Life:
    """A running process; `work` gets `arguments` and its end of the pipe."""

    def __init__(self, work: Callable[..., None], *arguments: object) -> None:
        self._talk, theirs = CONTEXT.Pipe()
        self._process: Any = CONTEXT.Process(target=work, args=(*arguments, theirs), daemon=True)  # type: ignore[attr-defined]
        self._process.start()
        theirs.close()

    def hear(self) -> Any:
        """What it says next; None where it was killed. Raises Unproven where it hangs or ends by itself."""
        try:
            if not self._talk.poll(PATIENCE):
                raise Unproven("a process hangs")
            return self._talk.recv()
        except (EOFError, ConnectionError):
            self.gone()
            return None

    def ask(self, word: str) -> Any:
        """Have it do something; its answer, or None where it was killed over it."""
        self.tell(word)
        return self.hear()

    def tell(self, word: str) -> None:
        """Say something to it, unless it is dead."""
        try:
            self._talk.send(word)
        except ConnectionError:
            self.gone()

    def quiet_for(self, seconds: float) -> bool:
        """Whether it says nothing for so long."""
        return not self._talk.poll(seconds)

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self.gone()

    def gone(self) -> None:
        """It was killed. Raises Unproven where it lives on or ended by itself."""
        self._process.join(PATIENCE)
        if abs(self._process.exitcode or 0) != KILLED:
            raise Unproven(f"a process ended with {self._process.exitcode}")
        self._talk.close()

    def left(self) -> None:
        """It ended in good order. Raises Unproven where it did not."""
        self._process.join(PATIENCE)
        if self._process.exitcode != 0:
            raise Unproven(f"a process that was asked to leave ended with {self._process.exitcode}")
        self._talk.close()
