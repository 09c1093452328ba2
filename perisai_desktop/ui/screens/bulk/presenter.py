"""What the dialog of a bulk does: draws, approves in ten minutes, and takes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.bulk import Bulk
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.review import QueueRecord
from perisai_desktop.ui.screens.bulk.state import BulkState, clean_of

Show = Callable[[BulkState], None]
UNDER_WAY = ("drawn", "scheduled", "applied")


class Branch(Protocol):
    """The reviewer's session at the server; every method raises Failure."""

    def bulks(self) -> tuple[Bulk, ...]:
        """Of the last day, newest first."""

    def draw(self, entry_ids: tuple[str, ...]) -> Bulk:
        """Take records together."""

    def schedule(self, bulk_id: str) -> Bulk:
        """Have it stand in ten minutes."""

    def undo_bulk(self, bulk_id: str) -> Bulk:
        """Take it back."""


class BulkPresenter:
    """One bulk at a time: the reviewer's newest that was not taken back."""

    def __init__(self, branch: Branch, jobs: Jobs, show: Show, records: tuple[QueueRecord, ...]) -> None:
        self._branch = branch
        self._jobs = jobs
        self._show = show
        self.state = BulkState(clean_of(records))

    def look(self) -> None:
        """Read how the reviewer's bulk stands."""
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(Lane.NETWORK, self._branch.bulks, self._looked)

    def act(self) -> None:
        """The next step: draw, approve, take back; after one that stands, begin anew."""
        bulk, state = self.state.bulk, self.state
        if state.busy or not state.read:
            return
        if bulk is None or bulk.state == "applied":
            entries = tuple(record.entry_id for record in state.clean)
            if entries:
                self._ask(lambda: self._branch.draw(entries))
        elif bulk.state == "drawn":
            self._ask(lambda: self._branch.schedule(bulk.bulk_id))
        else:
            self._ask(lambda: self._branch.undo_bulk(bulk.bulk_id))

    def _ask(self, work: Callable[[], Bulk]) -> None:
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(Lane.NETWORK, work, self._asked)

    def _looked(self, outcome: Ok[tuple[Bulk, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        own = (one for one in outcome.value if one.mine and one.state in UNDER_WAY)
        self._present(replace(self.state, busy=False, read=True, bulk=next(own, None)))

    def _asked(self, outcome: Ok[Bulk] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        left = None if outcome.value.state == "undone" else outcome.value
        self._present(replace(self.state, busy=False, bulk=left))

    def _present(self, state: BulkState) -> None:
        self.state = state
        self._show(state)
