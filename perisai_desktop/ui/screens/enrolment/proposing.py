"""What an empty field proposes in its place; Enter takes it, nothing fills it in unasked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.services.enrolling import Enrolling
from perisai_desktop.services.last_enrolled import Proposals
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState

PROPOSING = ("birth_place", "village", "occupation")
"""The fields that may propose something."""


@dataclass(frozen=True, slots=True)
class Proposing:
    """Changes the state that `read` gives, and hands it to `show`."""

    enrolling: Enrolling
    jobs: Jobs
    read: Callable[[], EnrolmentState | None]
    show: Callable[[EnrolmentState], None]

    def load(self) -> None:
        """Read what the worker enrolled before may share with this one."""
        self.jobs.run(Lane.LOCAL, self.enrolling.proposals, self._loaded)

    def _loaded(self, outcome: Ok[Proposals] | Err) -> None:
        state = self.read()
        if state is not None and isinstance(outcome, Ok) and outcome.value != state.proposals:
            self.show(replace(state, proposals=outcome.value, focus=None))


def proposed(state: EnrolmentState, name: str) -> str:
    """What the field `name` proposes, as it is read; empty where something stands there, or nothing is known.

    The place of birth follows from the NIK, village and occupation from the worker enrolled before.
    """
    if getattr(state.form, name, None) != "":
        return ""
    if name == "birth_place":
        return (state.birth_region or "").removeprefix("Kab. ").removeprefix("Kota ")
    if name == "village" and state.proposals.village is not None:
        return f"{state.proposals.village.village_label}, Kec. {state.proposals.village.district}"
    return state.proposals.occupation if name == "occupation" else ""


def taken(state: EnrolmentState, name: str) -> EnrolmentState:
    """The state with what the field `name` proposes in its form."""
    place = state.proposals.village
    if name == "village" and place is not None:
        return replace(state, form=replace(state.form, village=place.code), place=place, failure=None)
    form = replace(state.form, **{name: proposed(state, name)})  # type: ignore[arg-type]
    return replace(state, form=form, failure=None)
