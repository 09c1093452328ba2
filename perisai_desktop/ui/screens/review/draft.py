"""The decision that is being written: what each keystroke makes of the screen's state."""

from __future__ import annotations

from dataclasses import replace

from perisai_desktop.domain.task import FieldComment
from perisai_desktop.ui.screens.review.state import Decision, ReviewScreenState


def begun(state: ReviewScreenState, decision: Decision) -> ReviewScreenState:
    """With an act begun; a refusal that a colleague proposed has its reason already."""
    begins = replace(without_decision(state), deciding=decision)
    waits = None if state.record is None else state.record.proposal
    if decision is Decision.REFUSE and waits is not None and waits.move == Decision.REFUSE.value:
        return replace(begins, reason=waits.reason or "")
    return begins


def commented(state: ReviewScreenState, field: str) -> ReviewScreenState:
    """With a comment on a field of the form, empty at first."""
    record = state.record
    taken = any(comment.field == field for comment in state.comments)
    if record is None or not state.correctable or taken:
        return state
    comment = FieldComment(field, "", record.form.get(field, ""))
    return replace(state, comments=(*state.comments, comment))


def worded(state: ReviewScreenState, field: str, text: str) -> ReviewScreenState:
    """With the words of a comment."""
    comments = tuple(replace(each, text=text) if each.field == field else each for each in state.comments)
    return replace(state, comments=comments, failure=None)


def uncommented(state: ReviewScreenState, field: str) -> ReviewScreenState:
    """Without the comment on a field."""
    return replace(state, comments=tuple(comment for comment in state.comments if comment.field != field))


def without_decision(state: ReviewScreenState) -> ReviewScreenState:
    """With nothing begun."""
    return replace(state, deciding=None, comments=(), reason="", note="", sought="", found=None)
