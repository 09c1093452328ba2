"""What the workers screen does: searches as one types, and opens one worker's card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.worker import StateFilter, WorkerCard, WorkerPage
from perisai_desktop.ui.paging import Paging
from perisai_desktop.ui.screens.workers.state import WorkersState

Show = Callable[[WorkersState], None]

PAGE = 100


class Finding(Protocol):
    """Where workers are found."""

    def search(
        self,
        text: str = "",
        state: StateFilter = StateFilter.ALL,
        limit: int = PAGE,
        after: str | None = None,
    ) -> WorkerPage:
        """Some rows by name."""

    def card(self, worker_id: str) -> WorkerCard:
        """Everything held on one worker; raises Failure."""

    def counts(self) -> Mapping[StateFilter, int]:
        """How many workers each filter lets through."""


class WorkersPresenter:
    """Every answer is matched to the question that is on screen, so none comes late."""

    def __init__(self, finding: Finding, jobs: Jobs, show: Show) -> None:
        self._finding = finding
        self._jobs = jobs
        self._show = show
        self._list = Paging(jobs, self._found, self._grown, self._failed)
        self.state = WorkersState()

    def refresh(self) -> None:
        """Read list, counts and card again; what is chosen stays chosen."""
        self._jobs.run(Lane.LOCAL, self._finding.counts, self._counted)
        self._ask()
        if self.state.chosen is not None:
            self._read_card(self.state.chosen)

    def search(self, text: str) -> None:
        """Show the workers that `text` finds: name, NIK, phone or village."""
        if text != self.state.text:
            self._present(replace(self.state, text=text))
            self._ask()

    def narrow(self, narrowed: StateFilter) -> None:
        """Show another part of the list."""
        self._present(replace(self.state, narrowed=narrowed))
        self._ask()

    def reveal(self, worker_id: str, nik: str) -> None:
        """Search for `nik` among all workers, and show the card of the one who has it."""
        self._present(replace(self.state, text=nik, narrowed=StateFilter.ALL, chosen=worker_id, card=None))
        self._ask()
        self._read_card(worker_id)

    def more(self) -> None:
        """The end of what is loaded came near: load on."""
        state = self.state
        if state.following is not None:
            self._list.more(lambda: self._finding.search(state.text, state.narrowed, PAGE, state.following))

    def choose(self, worker_id: str) -> None:
        """Show the card of a worker."""
        if worker_id != self.state.chosen:
            self._present(replace(self.state, chosen=worker_id))
            self._read_card(worker_id)

    def _ask(self) -> None:
        state = self.state
        limit = PAGE if state.text else max(PAGE, len(state.rows))
        self._list.ask(lambda: self._finding.search(state.text, state.narrowed, limit, None))

    def _read_card(self, worker_id: str) -> None:
        self._jobs.run(Lane.LOCAL, lambda: self._finding.card(worker_id), self._opened)

    def _found(self, page: WorkerPage) -> None:
        here = {row.worker_id for row in page.rows}
        chosen = self.state.chosen if self.state.chosen in here else None
        state = replace(self.state, rows=page.rows, following=page.following, loaded=True, failure=None)
        self._present(replace(state, chosen=chosen, card=state.card if chosen else None))
        if chosen is None and page.rows:
            self.choose(page.rows[0].worker_id)

    def _failed(self, failure: Failure) -> None:
        self._present(replace(self.state, failure=failure))

    def _grown(self, page: WorkerPage) -> None:
        self._present(replace(self.state, rows=self.state.rows + page.rows, following=page.following))

    def _counted(self, outcome: Ok[Mapping[StateFilter, int]] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, counts=dict(outcome.value)))

    def _opened(self, outcome: Ok[WorkerCard] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, card=None, failure=outcome.failure))
        elif outcome.value.row.worker_id == self.state.chosen:
            self._present(replace(self.state, card=outcome.value, failure=None))

    def _present(self, state: WorkersState) -> None:
        self.state = state
        self._show(state)
