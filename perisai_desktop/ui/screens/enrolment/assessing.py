"""Asks the rules about the form: one question at a time, and anew where the form went on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.services.enrolling import Enrolling
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from sync.rules.enrolment import Assessment, EnrolmentForm


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules and this store say of one form."""

    form: EnrolmentForm = field(repr=False)
    assessment: Assessment = field(repr=False)
    holder: str | None
    ended: bool

    def shown_on(self, state: EnrolmentState) -> EnrolmentState:
        """The state with it; a NIK that is here already is marked at once."""
        touched = state.touched
        state = replace(state, assessment=self.assessment, assessed=self.form)
        state = replace(state, holder=self.holder, ended=self.ended)
        return replace(state, touched=touched | {"nik"}) if state.known_here else state


class Assessing:
    """`told` hears the answer about the form that `read` gives, or why there is none."""

    def __init__(
        self,
        enrolling: Enrolling,
        jobs: Jobs,
        read: Callable[[], EnrolmentState | None],
        told: Callable[[Answer | Failure], None],
    ) -> None:
        self._enrolling = enrolling
        self._jobs = jobs
        self._read = read
        self._told = told
        self._asking = False

    def ask(self) -> None:
        """Ask about the form on screen; a question that is under way is followed by another where it must be."""
        state = self._read()
        if self._asking or state is None:
            return
        self._asking = True
        form = state.form
        self._jobs.run(Lane.LOCAL, lambda: self._answer(form), self._answered)

    def _answer(self, form: EnrolmentForm) -> Answer:
        enrolling = self._enrolling
        return Answer(form, enrolling.assess(form), enrolling.holder(form.nik), enrolling.ended(form.nik))

    def _answered(self, outcome: Ok[Answer] | Err) -> None:
        self._asking = False
        state = self._read()
        if state is None:
            return
        if isinstance(outcome, Err):
            self._told(outcome.failure)
        elif outcome.value.form != state.form:
            self.ask()
        else:
            self._told(outcome.value)
