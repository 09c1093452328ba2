"""Where Enter leads: to the next thing that is still missing, past everything that is filled in already."""

from __future__ import annotations

from perisai_desktop.ui.screens.enrolment.arrangement import FOLDED, ROWS, names, used
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from sync.rules.further_fields import wanted
from sync.rules.reactions import Reaction
from sync.rules.reference import Reference


def stops(reference: Reference) -> tuple[str, ...]:
    """Every place of the form that the cursor visits, in order."""
    consents = tuple(f"consent_{purpose.code}" for purpose in reference.consent.purposes)
    return (*names(used((*ROWS, *FOLDED), reference.settings)), *consents, "declaration", "signature")


def next_stop(state: EnrolmentState, after: str, reference: Reference) -> str:
    """The next place behind `after` that lacks something, else the first one before it.

    Where the form lacks nothing it is the first warning without a reason, and `submit` at the end.
    """
    order = stops(reference)
    here = order.index(after) if after in order else len(order)
    for name in (*order[here + 1 :], *order[:here]):
        if _lacking(state, name, reference):
            return name
    reasons = [f"reason_{reaction.value}" for reaction in state.unexplained]
    return next((name for name in reasons if name != after), "submit")


def next_obstacle(state: EnrolmentState, after: str) -> str | None:
    """The next place behind `after` that stands in the way of the receipt, from the first again; None for none."""
    found = state.obstacles
    place = found.index(after) + 1 if after in found else 0
    return found[place % len(found)] if found else None


def reason_of_likeness(state: EnrolmentState) -> str | None:
    """The reason for which somebody here is like, else the first that is missing; None where nothing is asked."""
    warned = {found.reaction for found in state.warnings}
    asked = (Reaction.LIKELY_DUPLICATE, Reaction.PHONE_SHARED, *state.unexplained)
    return next((f"reason_{one.value}" for one in asked if one in warned), None)


def _lacking(state: EnrolmentState, name: str, reference: Reference) -> bool:
    if name in state.marks.unchecked:
        return True
    if name == "signature":
        return not state.signed
    if name == "declaration":
        return not state.form.declaration
    if name.startswith("consent_"):
        code = name.removeprefix("consent_")
        return code in reference.consent.required and code not in state.form.consents
    if wanted(name, state.form, reference.settings):
        return True
    return state.current and any(finding.field == name for finding in state.errors)
