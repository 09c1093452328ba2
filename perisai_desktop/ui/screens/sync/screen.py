"""Joins the sync screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.sync.presenter import Post, SyncPresenter
from perisai_desktop.ui.screens.sync.view import SyncView
from perisai_desktop.ui.state_words import ReasonWords


def sync_screen(
    desk: AgentDesk, jobs: Jobs, reasons: ReasonWords, post: Post, finished: Callable[[], None]
) -> tuple[SyncView, SyncPresenter]:
    """A view and its presenter, joined; `finished` hears that a run came to its end."""
    view = SyncView(reasons, desk.clock.now, desk.clock.offset())
    presenter = SyncPresenter(desk.syncing, jobs, view.show_state, post, finished)
    view.send_asked.connect(presenter.send)
    view.cancel_asked.connect(presenter.cancel)
    view.appeared.connect(presenter.refresh)
    return view, presenter
