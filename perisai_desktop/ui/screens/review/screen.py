"""Joins the reviewer's screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.review.ports import Reviewing
from perisai_desktop.ui.screens.review.presenter import ReviewPresenter
from perisai_desktop.ui.screens.review.view import ReviewView
from sync.rules.reference import Reference


def review_screen(
    reviewing: Reviewing,
    jobs: Jobs,
    reference: Reference,
    language: str,
    here: int,
    now: Callable[[], datetime],
    *,
    reads_only: bool = False,
) -> tuple[ReviewView, ReviewPresenter]:
    """A view and its presenter, joined; `presenter.load()` reads the queue. `here`: the reviewer's minutes ahead of UTC,
    `now`: this instant, `reads_only`: nothing can be decided."""
    view = ReviewView(reference, language, here, now, reads_only=reads_only)
    presenter = ReviewPresenter(reviewing, jobs, view.show_state, reads_only=reads_only)
    decision = view.decision
    view.reload_asked.connect(presenter.load)
    view.narrowed.connect(presenter.narrow)
    view.stepped.connect(presenter.step)
    view.chosen.connect(presenter.open)
    view.undone.connect(presenter.undo)
    decision.approved.connect(presenter.approve)
    decision.begun.connect(presenter.begin)
    decision.called_duplicate.connect(presenter.mark_duplicate)
    decision.cancelled.connect(presenter.cancel)
    decision.sent.connect(presenter.send)
    decision.comment_added.connect(presenter.comment_on)
    decision.comment_written.connect(presenter.write_comment)
    decision.comment_dropped.connect(presenter.drop_comment)
    decision.reason_given.connect(presenter.give_reason)
    decision.note_written.connect(presenter.write_note)
    decision.sought.connect(presenter.seek)
    decision.given.connect(presenter.give)
    return view, presenter
