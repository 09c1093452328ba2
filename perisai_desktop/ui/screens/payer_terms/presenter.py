"""What the dialog about a payer does: checks what was told, and hands it on with what it makes payable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.collection import Stranger, Terms
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.ui.screens.payer_terms.state import PayerTermsState
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth

Told = tuple[Terms, Stranger | None]


class Checking(Protocol):
    """Where terms and strangers are checked."""

    def terms(self, form: EnrolmentForm) -> Terms:
        """The terms on a form; raises Failure."""

    def check_stranger(self, form: EnrolmentForm, paid_until: IuranMonth) -> Stranger:
        """NIK and name on a form, terms checked with them; raises Failure."""

    def holder(self, nik: str) -> str | None:
        """The worker here who has a NIK."""


class PayerTermsPresenter:
    """`told` hears terms and, where it is one, the stranger; `known` worker and NIK of who is here after all."""

    def __init__(
        self,
        checking: Checking,
        jobs: Jobs,
        show: Callable[[PayerTermsState], None],
        told: Callable[[Terms, Stranger | None], None],
        known: Callable[[str, str], None],
        *,
        state: PayerTermsState,
    ) -> None:
        self._checking = checking
        self._jobs = jobs
        self._show = show
        self._told = told
        self._known = known
        self.state = state

    def begin(self) -> None:
        """Show the empty form with its usual choices."""
        self._present(self.state)

    def type_into(self, name: str, text: str) -> None:
        """Take what was typed into the form's field `name`."""
        form = replace(self.state.form, **{name: text})  # type: ignore[arg-type]
        self._present(replace(self.state, form=form, failure=None))

    def choose_until(self, month: str) -> None:
        """A stranger has paid until this month."""
        self._present(replace(self.state, until=month, failure=None))

    def go_on(self) -> None:
        """Check everything at once, then hand it on."""
        state = self.state
        if state.busy:
            return
        self._present(replace(state, busy=True, failure=None))

        def work() -> Told | str:
            if not state.until:
                return self._checking.terms(state.form), None
            holder = self._checking.holder(state.form.nik)
            if holder is not None:
                return holder
            stranger = self._checking.check_stranger(state.form, IuranMonth.parse(state.until))
            return self._checking.terms(state.form), stranger

        self._jobs.run(Lane.LOCAL, work, self._checked)

    def _checked(self, outcome: Ok[Told | str] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
        elif isinstance(outcome.value, str):
            self._known(outcome.value, self.state.form.nik)
        else:
            self._told(*outcome.value)

    def _present(self, state: PayerTermsState) -> None:
        self.state = state
        self._show(state)
