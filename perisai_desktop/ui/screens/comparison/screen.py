"""Joins the comparison with its presenter, and the photos of both records with theirs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.review import ReviewRecord
from perisai_desktop.ui.owned_jobs import OwnedJobs
from perisai_desktop.ui.screens.comparison.dialog import ComparisonDialog
from perisai_desktop.ui.screens.comparison.presenter import Comparing, ComparisonPresenter
from perisai_desktop.ui.screens.comparison.state import ComparisonState


class Photos(Protocol):
    """The photos of one record."""

    @property
    def strip(self) -> QWidget:
        """The row of them."""

    def follow(self, record: ReviewRecord | None) -> None:
        """Show those of another record."""

    def close(self) -> None:
        """Forget all of them."""


def comparison_dialog(
    comparing: Comparing,
    entry_id: str,
    jobs: Jobs,
    told: Callable[[], None],
    photos: tuple[Photos, Photos],
    parent: QWidget,
) -> ComparisonDialog:
    """A dialog with its presenter about a record and what it collides with; `told`: something was said of a pair."""
    dialog = ComparisonDialog([one.strip for one in photos], parent)

    def show(state: ComparisonState) -> None:
        dialog.show_state(state)
        if state.seen is not None:
            for one, side in zip(photos, (state.seen.mine, state.seen.other), strict=True):
                one.follow(None if side is None else side.record)

    def over() -> None:
        for one in photos:
            one.close()
        if presenter.state.told:
            told()

    presenter = ComparisonPresenter(comparing, entry_id, OwnedJobs(jobs, dialog), show)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.begun.connect(lambda saying: presenter.begin(saying))
    dialog.cancelled.connect(lambda: presenter.cancel())
    dialog.reason_given.connect(lambda code: presenter.give_reason(code))
    dialog.note_written.connect(lambda text: presenter.write_note(text))
    dialog.next_wanted.connect(lambda: presenter.next())
    dialog.acted.connect(lambda: presenter.send())
    dialog.finished.connect(lambda _result: over())
    presenter.load()
    return dialog
