"""What a field shows of its state: a problem first, then what a machine read there, then that the NIK is in order."""

from __future__ import annotations

from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.enrolment.card_words import mark_words, offer_words
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.field import Field
from sync.rules.nik import NIK_LENGTH
from sync.rules.reactions import Severity, severity


def mark_field(field: Field, name: str, state: EnrolmentState) -> None:
    """Show on the field `name` what `state` has to say of it."""
    found = state.problem_at(name)
    if found is not None:
        tone = Tone.ERROR if severity(found.reaction) is Severity.ERROR else Tone.WARNING
        field.show_state(tone, problem_words(found))
    elif (mark := mark_words(state.marks, name)) is not None:
        field.show_state(*mark)
    elif offer := offer_words(state.marks, name):
        field.show_state(Tone.PLAIN, offer)
    elif name == "nik" and state.assessment is not None and len(state.form.nik.strip()) >= NIK_LENGTH:
        fine = not any(each.field == "nik" for each in state.errors)
        field.show_state(Tone.OK if fine else Tone.PLAIN)
    else:
        field.show_state()
