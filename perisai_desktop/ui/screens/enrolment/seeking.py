"""Leads the cursor to what stands in the way of the receipt, and to a reason that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perisai_desktop.ui.screens.enrolment.going_on import next_obstacle, reason_of_likeness
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState


@dataclass(frozen=True, slots=True)
class Seeking:
    """Wishes the cursor elsewhere in the state that `read` gives, and hands it to `show`."""

    read: Callable[[], EnrolmentState | None]
    show: Callable[[EnrolmentState], None]

    def problem(self, after: str) -> None:
        """The cursor goes from `after` to the next place that stands in the way of the receipt."""
        state = self.read()
        self._seek(state, None if state is None else next_obstacle(state, after))

    def reason(self) -> None:
        """The cursor goes to the reason for a likeness, or to the first that is missing."""
        state = self.read()
        self._seek(state, None if state is None else reason_of_likeness(state))

    def _seek(self, state: EnrolmentState | None, name: str | None) -> None:
        if state is not None and name is not None:
            self.show(state.with_focus(name))
