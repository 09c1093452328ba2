"""What the list of drafts does: reads them, throws one away, and brings back the last that was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.drafts.state import DraftsState

Drafts = tuple[EnrolmentDraft, ...]


class Drafting(Protocol):
    """Where drafts are kept."""

    def drafts(self) -> Drafts:
        """Every unfinished enrolment, the newest first; raises Failure."""

    def discard(self, draft_id: str) -> None:
        """Forget a draft; raises Failure."""

    def restore(self, draft: EnrolmentDraft) -> None:
        """Keep a draft that was forgotten, as old as it was; raises Failure."""


class DraftsPresenter:
    """`on_form` is the draft that is on the form: it is no row of the list."""

    def __init__(
        self, drafting: Drafting, on_form: str, jobs: Jobs, show: Callable[[DraftsState], None]
    ) -> None:
        self._drafting = drafting
        self._on_form = on_form
        self._jobs = jobs
        self._show = show
        self.state = DraftsState()

    def load(self) -> None:
        """Read the list."""
        self._change(lambda: None, self.state.thrown)

    def throw_away(self, draft_id: str) -> None:
        """Throw one away; it can be brought back as long as the list is open."""
        thrown = next((draft for draft in self.state.drafts if draft.draft_id == draft_id), None)
        if thrown is not None:
            self._change(lambda: self._drafting.discard(draft_id), thrown)

    def bring_back(self) -> None:
        """Bring back the one that was thrown away last."""
        thrown = self.state.thrown
        if thrown is not None:
            self._change(lambda: self._drafting.restore(thrown), None)

    def _change(self, act: Callable[[], None], thrown: EnrolmentDraft | None) -> None:
        def work() -> Drafts:
            act()
            return self._drafting.drafts()

        self._jobs.run(Lane.LOCAL, work, lambda outcome: self._read(outcome, thrown))

    def _read(self, outcome: Ok[Drafts] | Err, thrown: EnrolmentDraft | None) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, loaded=True, failure=outcome.failure))
            return
        drafts = tuple(draft for draft in outcome.value if draft.draft_id != self._on_form)
        self._present(DraftsState(drafts, loaded=True, thrown=thrown))

    def _present(self, state: DraftsState) -> None:
        self.state = state
        self._show(state)
