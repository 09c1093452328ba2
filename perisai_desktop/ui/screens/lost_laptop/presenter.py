"""What the list of who was on a laptop does: reads it page by page, and saves it whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.lost_laptop import HeldList
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.report import FileKind
from perisai_desktop.ui.screens.lost_laptop.state import HeldState


class People(Protocol):
    """The branch's session at the server."""

    def people(self, device: str, before: HeldList | None = None) -> HeldList:
        """The first page, or `before` with the next; raises Failure."""


class Lists(Protocol):
    """Where the list is saved."""

    def save(self, held: HeldList, path: Path, kind: FileKind) -> Path:
        """Write the list; raises Failure."""


class HeldPresenter:
    """A reading that broke off goes on where it stood."""

    def __init__(
        self, people: People, lists: Lists, jobs: Jobs, device: str, show: Callable[[HeldState], None]
    ) -> None:
        self._people = people
        self._lists = lists
        self._jobs = jobs
        self._device = device
        self._show = show
        self._stopped = False
        self.state = HeldState()

    def load(self) -> None:
        """Read on, from where the list ends so far."""
        if not self.state.reading and not self.state.whole:
            self._stopped = False
            self._present(replace(self.state, reading=True, failure=None))
            self._fetch()

    def stop(self) -> None:
        """Read no further page."""
        self._stopped = True

    def save(self, path: Path, kind: FileKind) -> None:
        """Save the whole list."""
        held = self.state.held
        if held is not None and self.state.ready:
            self._present(replace(self.state, saving=kind, saved="", failure=None))
            self._jobs.run(Lane.LOCAL, lambda: self._lists.save(held, path, kind), self._saved)

    def _fetch(self) -> None:
        before = self.state.held
        self._jobs.run(Lane.NETWORK, lambda: self._people.people(self._device, before), self._fetched)

    def _fetched(self, outcome: Ok[HeldList] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, reading=False, failure=outcome.failure))
            return
        on = outcome.value.after is not None and not self._stopped
        self._present(replace(self.state, held=outcome.value, reading=on))
        if on:
            self._fetch()

    def _saved(self, outcome: Ok[Path] | Err) -> None:
        ended = replace(self.state, saving=None)
        if isinstance(outcome, Err):
            self._present(replace(ended, failure=outcome.failure))
        else:
            self._present(replace(ended, saved=outcome.value.name))

    def _present(self, state: HeldState) -> None:
        self.state = state
        self._show(state)
