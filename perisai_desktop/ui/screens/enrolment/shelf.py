"""How many other enrolments are unfinished, so that none of them is forgotten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.services.drafting import Drafting
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState


@dataclass(frozen=True, slots=True)
class Shelf:
    """Changes the state that `read` gives, and hands it to `show`."""

    drafting: Drafting
    jobs: Jobs
    read: Callable[[], EnrolmentState | None]
    show: Callable[[EnrolmentState], None]

    def count(self) -> None:
        """Count the drafts besides the one on screen."""
        self.jobs.run(Lane.LOCAL, self._ids, self._counted)

    def _ids(self) -> frozenset[str]:
        return frozenset(draft.draft_id for draft in self.drafting.drafts())

    def _counted(self, outcome: Ok[frozenset[str]] | Err) -> None:
        state = self.read()
        if state is not None and isinstance(outcome, Ok):
            others = len(outcome.value - {state.draft_id})
            if others != state.others:
                self.show(replace(state, others=others, focus=None))
