"""What the dialog about a worker's life does: says what would change, and writes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.life import LifeOutlook, LifeWish
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.life.state import LifeState
from sync.rules.changes import EndCause
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.regions import Place

Looked = tuple[LifeOutlook, Place | None]


class Outlooks(Protocol):
    """Where it is told what a change would mean."""

    def look(self, worker_id: str, wish: LifeWish) -> LifeOutlook:
        """What a wish would mean; raises Failure."""


class Changes(Protocol):
    """Where changes are written."""

    def change(
        self, worker_id: str, form: EnrolmentForm, from_month: IuranMonth, reasons: Mapping[str, str]
    ) -> str:
        """Write what differs; raises Failure."""

    def end(self, worker_id: str, cause: EndCause, from_month: IuranMonth, on: date | None = None) -> str:
        """Write an end; raises Failure."""


class Villages(Protocol):
    """Where villages are found."""

    def places(self, text: str) -> tuple[Place, ...]:
        """Villages by name or code."""


class LifePresenter:
    """`place` gives the village of a code; `done` hears the entry that was written."""

    def __init__(
        self,
        outlooks: Outlooks,
        changes: Changes,
        villages: Villages,
        place: Callable[[str], Place | None],
        jobs: Jobs,
        show: Callable[[LifeState], None],
        worker_id: str,
        done: Callable[[str], None],
    ) -> None:
        self._outlooks = outlooks
        self._changes = changes
        self._villages = villages
        self._place = place
        self._jobs = jobs
        self._show = show
        self._worker_id = worker_id
        self._done = done
        self.state = LifeState()

    def load(self) -> None:
        """Read the worker's life as it is."""
        self._look()

    def switch(self, *, ending: bool) -> None:
        """Tell of an end, or of new values."""
        if ending != self.state.ending:
            self._wish(replace(self.state, ending=ending, month=None))

    def type_into(self, name: str, text: str) -> None:
        """Take what was typed into the form's field `name`."""
        self._wish(replace(self.state, edits={**self.state.edits, name: text}))

    def choose_month(self, month: str) -> None:
        """It holds from this month on (`2027-02`)."""
        self._wish(replace(self.state, month=IuranMonth.parse(month)))

    def choose_cause(self, cause: EndCause) -> None:
        """Why the membership ends."""
        self._wish(replace(self.state, cause=cause, month=None))

    def type_day(self, text: str) -> None:
        """Take the day of the end as typed."""
        self._wish(replace(self.state, day=text, month=None))

    def explain(self, code: str, words: str) -> None:
        """Take the reason for a warning."""
        self._present(replace(self.state, reasons={**self.state.reasons, code: words}, failure=None))

    def look_for_place(self, query: str) -> None:
        """Find villages for what stands in the field."""
        self._jobs.run(
            Lane.LOCAL,
            lambda: (query, self._villages.places(query) if query.strip() else ()),
            self._places_found,
        )

    def write(self) -> None:
        """Write it down; once at a time."""
        state, outlook = self.state, self.state.outlook
        if not state.ready or outlook is None:
            return
        self._present(replace(state, busy=True, failure=None))

        def work() -> str:
            if state.ending and state.cause is not None:
                return self._changes.end(self._worker_id, state.cause, outlook.month, state.ended_on)
            return self._changes.change(self._worker_id, outlook.form, outlook.month, state.reasons)

        self._jobs.run(Lane.LOCAL, work, self._written)

    def _wish(self, state: LifeState) -> None:
        self._present(replace(state, failure=None))
        self._look()

    def _look(self) -> None:
        wish = self.state.wish

        def work() -> Looked:
            outlook = self._outlooks.look(self._worker_id, wish)
            return outlook, self._place(outlook.form.village)

        self._jobs.run(Lane.LOCAL, work, lambda outcome: self._looked(wish, outcome))

    def _looked(self, wish: LifeWish, outcome: Ok[Looked] | Err) -> None:
        if wish != self.state.wish:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, outlook=None, failure=outcome.failure))
        else:
            outlook, place = outcome.value
            self._present(replace(self.state, outlook=outlook, place=place))

    def _places_found(self, outcome: Ok[tuple[str, tuple[Place, ...]]] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, offers=outcome.value))

    def _written(self, outcome: Ok[str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        else:
            self._done(outcome.value)

    def _present(self, state: LifeState) -> None:
        self.state = state
        self._show(state)
