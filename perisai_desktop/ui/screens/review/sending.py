"""What is sent to the branch for a decision that was begun, and what is missing before it can be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.review import ReviewRecord
from perisai_desktop.ui.screens.review.ports import Reviewing
from perisai_desktop.ui.screens.review.state import Decision, ReviewScreenState
from sync.rules.states import ReviewState

NOTED = (Decision.DECLINE, Decision.TAKE_OVER)
"""Acts that change who is at a record; a note says why."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A decision on its way: `work` answers whether it stands, and `state` is the record's then."""

    work: Callable[[], bool]
    state: ReviewState


def missing(state: ReviewScreenState) -> Failure | None:
    """What has to be entered first; the server is not even asked."""
    if state.deciding in NOTED:
        return None if state.note.strip() else Failure(FailureCode.NOTE_MISSING)
    return None if state.reason else Failure(FailureCode.REASON_UNKNOWN)


def ruling(reviewing: Reviewing, record: ReviewRecord, state: ReviewScreenState) -> Ruling:
    """The send-back or refusal that was written."""
    entry_id, digest = record.entry_id, record.hash
    if state.deciding is Decision.REFUSE:
        return Ruling(
            lambda: reviewing.refuse(entry_id, digest, state.reason, state.note), ReviewState.REFUSED
        )
    comments = tuple(comment for comment in state.comments if comment.text.strip())

    def send_back() -> bool:
        reviewing.send_back(entry_id, digest, comments, state.reason, state.note)
        return True

    return Ruling(send_back, ReviewState.RETURNED)


def handing(
    reviewing: Reviewing, record: ReviewRecord, state: ReviewScreenState
) -> Callable[[], ReviewRecord]:
    """The take-over or the declined proposal."""
    act = reviewing.take_over if state.deciding is Decision.TAKE_OVER else reviewing.decline
    return lambda: act(record.entry_id, state.note.strip())
