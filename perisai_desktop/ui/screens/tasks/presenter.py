"""What the tasks screen does: opens what the branch sent back, keeps what is typed, and sends the correction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.photo import KeptPhoto
from perisai_desktop.domain.task import Task
from perisai_desktop.ui.screens.tasks.opening import Opened, read_task
from perisai_desktop.ui.screens.tasks.ports import Correcting, PhotoShelf, PlaceBook
from perisai_desktop.ui.screens.tasks.state import TasksState
from perisai_desktop.ui.screens.tasks.swapping import Swapping
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.regions import Place

Show = Callable[[TasksState], None]


class TasksPresenter:
    """`corrected` hears that a correction was written, so that it is sent; `seen` that a refusal was read."""

    def __init__(
        self,
        correcting: Correcting,
        places: PlaceBook,
        shelf: PhotoShelf,
        jobs: Jobs,
        show: Show,
        corrected: Callable[[], None] = lambda: None,
        seen: Callable[[str], None] = lambda _entry_id: None,
    ) -> None:
        self._correcting = correcting
        self._places = places
        self._jobs = jobs
        self._show = show
        self._corrected = corrected
        self._seen = seen
        self._unsaved = False
        self._shelf = shelf
        self.photos = Swapping(shelf, jobs, lambda: self.state, self._swap, self._present)
        self.state = TasksState()

    def load(self) -> None:
        """Read the list again; what is open stays open."""
        self._jobs.run(Lane.LOCAL, self._correcting.tasks, self._listed)

    def open(self, entry_id: str) -> None:
        """Open a task; one that can't be corrected here shows what the branch says."""
        if entry_id != self.state.chosen or self.state.failure is not None:
            self._present(replace(self.state, sent=0))
            self._begin(entry_id)

    def reveal(self, entry_id: str) -> None:
        """Read the list again and open this task, if it still waits."""
        self._jobs.run(Lane.LOCAL, self._correcting.tasks, lambda outcome: self._revealed(outcome, entry_id))

    def _revealed(self, outcome: Ok[tuple[Task, ...]] | Err, entry_id: str) -> None:
        self._listed(outcome)
        if any(task.entry_id == entry_id for task in self.state.tasks):
            self.open(entry_id)

    def _begin(self, entry_id: str) -> None:
        self.rest()
        state = replace(self.state, chosen=entry_id, opened=(), failure=None)
        state = replace(state, before=None, form=None, assessment=None, reasons={}, place=None)
        self._present(replace(state, sent_pictures=(), pictures=()))
        task = self.state.task
        if task is not None and task.correctable:
            read = lambda: read_task(task, self._correcting, self._places, self._shelf)  # noqa: E731
            self._jobs.run(Lane.LOCAL, read, self._read_done)

    def type_into(self, name: str, text: str) -> None:
        """Take what was typed into field `name`."""
        form = self.state.form
        if form is None or self.state.sending or getattr(form, name) == text:
            return
        changes: dict[str, str] = {name: text}
        place = None if name == "village" else self.state.place
        self._unsaved = True
        self._present(replace(self.state, form=_with(form, changes), place=place, failure=None))
        self._assess()

    def _swap(self, state: TasksState) -> None:
        """Another picture, or the one that was sent after all: kept at once, since it can't be typed again."""
        self._unsaved = True
        self._present(state)
        self.rest()
        self._assess()

    def look_for_place(self, query: str) -> None:
        """Find villages for what stands in the place field."""
        self._jobs.run(
            Lane.LOCAL,
            lambda: (query, self._places.places(query) if query.strip() else ()),
            self._places_found,
        )

    def choose_place(self, code: str) -> None:
        """Take a village that was found."""
        found = next((place for place in self.state.offers[1] if place.code == code), None)
        if found is not None and self.state.form is not None:
            self._unsaved = True
            form = _with(self.state.form, {"village": code})
            self._present(replace(self.state, form=form, place=found))
            self._assess()

    def open_field(self, name: str) -> None:
        """Correct a field too which the branch did not mark."""
        if name not in self.state.fields and name not in self.state.opened:
            self._present(replace(self.state, opened=(*self.state.opened, name)))

    def explain(self, code: str, words: str) -> None:
        """Take the reason for a warning."""
        self._unsaved = True
        self._present(replace(self.state, reasons={**self.state.reasons, code: words}, failure=None))

    def rest(self) -> None:
        """Typing paused, or the task is left: keep what was typed."""
        state = self.state
        if self._unsaved and state.form is not None and state.chosen is not None and not state.sending:
            self._unsaved = False
            entry_id, form, reasons, taken = state.chosen, state.form, state.reasons, _taken(state)
            keep = lambda: self._correcting.keep(entry_id, form, reasons, taken)  # noqa: E731
            self._jobs.run(Lane.LOCAL, keep, self._kept)

    def send(self) -> None:
        """Write the correction; it goes up with the next sync."""
        state = self.state
        if state.form is None or state.chosen is None or state.sending:
            return
        if not state.ready:
            self._present(replace(state, failure=_what_is_missing(state)))
            return
        self._present(replace(state, sending=True, failure=None))
        entry_id, form, reasons, taken = state.chosen, state.form, state.reasons, _taken(state)
        correct = lambda: self._correcting.correct(entry_id, form, reasons, taken)  # noqa: E731
        self._jobs.run(Lane.LOCAL, correct, self._sent)

    def close_read(self) -> None:
        """The agent has read the refusal that is open: it leaves the list."""
        task = self.state.task
        if task is not None and task.readable:
            self._jobs.run(Lane.LOCAL, lambda: self._seen(task.entry_id), self._closed)

    def _closed(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
            return
        self.load()
        self._corrected()

    def _read_done(self, outcome: Ok[Opened] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        elif outcome.value.entry_id == self.state.chosen:
            self._present(outcome.value.shown_in(self.state))

    def _assess(self) -> None:
        entry_id, form = self.state.chosen, self.state.form
        if entry_id is None or form is None:
            return
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._correcting.assess(entry_id, form),
            lambda outcome: self._assessed(outcome, form),
        )

    def _assessed(self, outcome: Ok[Assessment] | Err, form: EnrolmentForm) -> None:
        if form is not self.state.form:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
        else:
            self._present(replace(self.state, assessment=outcome.value))

    def _listed(self, outcome: Ok[tuple[Task, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure, loaded=True))
            return
        tasks = outcome.value
        here = {task.entry_id for task in tasks}
        if self.state.chosen in here:
            self._present(replace(self.state, tasks=tasks, loaded=True))
            return
        self._unsaved = False
        self._present(TasksState(tasks, loaded=True, sent=self.state.sent))
        if tasks:
            self._begin(tasks[0].entry_id)

    def _places_found(self, outcome: Ok[tuple[str, tuple[Place, ...]]] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, offers=outcome.value))

    def _kept(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self._unsaved = True
            self._present(replace(self.state, failure=outcome.failure))

    def _sent(self, outcome: Ok[None] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, sending=False, failure=outcome.failure))
            return
        self._unsaved = False
        self._present(replace(self.state, sending=False, sent=self.state.sent + 1))
        self.load()
        self._corrected()

    def _present(self, state: TasksState) -> None:
        self.state = state
        self._show(state)


def _with(form: EnrolmentForm, changes: dict[str, str]) -> EnrolmentForm:
    return replace(form, **changes)  # type: ignore[arg-type]


def _taken(state: TasksState) -> tuple[KeptPhoto, ...]:
    return tuple(picture.kept for picture in state.pictures)


def _what_is_missing(state: TasksState) -> Failure:
    if not state.changed:
        return Failure(FailureCode.NOTHING_CHANGED)
    if state.assessment is not None and state.assessment.errors:
        return Failure(FailureCode.FORM_HAS_ERRORS)
    return Failure(FailureCode.REASON_MISSING)
