"""Carries the cursor on from a NIK that is whole and without a finding, so that no key is needed behind its last digit."""

from __future__ import annotations

from perisai_desktop.ui.screens.enrolment.going_on import next_stop
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.nik import NIK_LENGTH, strip_nik
from sync.rules.reference import Reference


class Stride:
    """Knows whether the NIK is being typed, and where the cursor landed.

    A hand that is used to Enter presses it all the same: there it goes nowhere while the field is empty.
    """

    def __init__(self) -> None:
        self._typing = False
        self._landed = ""

    def typed(self, name: str) -> None:
        """Something was typed into the field `name`."""
        self._typing, self._landed = name == "nik", ""

    def left(self, name: str) -> None:
        """The cursor left the field `name` by itself."""
        self._typing = self._typing and name != "nik"

    def entered(self, name: str, form: EnrolmentForm) -> bool:
        """Enter was pressed at `name`: whether out of habit, behind a NIK that had carried the cursor here."""
        habit = name == self._landed and getattr(form, name) == ""
        self._typing, self._landed = False, ""
        return habit

    def onward(self, state: EnrolmentState, reference: Reference) -> str | None:
        """The empty field to go to once the rules have answered about the NIK being typed; None to stay."""
        if not self._typing or not _whole(state):
            return None
        self._typing = False
        target = next_stop(state, "nik", reference)
        if getattr(state.form, target, None) != "":
            return None
        self._landed = target
        return target


def _whole(state: EnrolmentState) -> bool:
    """Whether the NIK has all its digits, draws neither error nor warning, and is nobody's here."""
    found = (*state.errors, *state.warnings)
    fine = state.current and state.holder is None and not any(one.field == "nik" for one in found)
    return fine and len(strip_nik(state.form.nik)) == NIK_LENGTH
