"""Joins the sync screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.exchange_runs import ExchangeRuns
from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.sync.presenter import SyncPresenter
from perisai_desktop.ui.screens.sync.view import SyncView
from perisai_desktop.ui.state_words import ReasonWords


def sync_screen(
    desk: AgentDesk, runs: ExchangeRuns, jobs: Jobs, reasons: ReasonWords, held: Callable[[], None]
) -> tuple[SyncView, SyncPresenter]:
    """A view and its presenter, joined; `held` hears that a pause began or ended."""
    view = SyncView(reasons, desk.clock.now, desk.clock.offset())
    presenter = SyncPresenter(
        desk.tracking, desk.pausing, desk.photo_allowance, runs, jobs, view.show_state, held, desk.proofs
    )
    view.send_asked.connect(presenter.send)
    view.stop_asked.connect(presenter.stop)
    view.pause_asked.connect(presenter.pause)
    view.resume_asked.connect(presenter.resume)
    view.free_only_chosen.connect(presenter.choose_free_only)
    view.photos_asked.connect(presenter.send_photos)
    view.narrowed.connect(presenter.narrow)
    view.chosen.connect(presenter.choose)
    view.wanted.connect(presenter.want)
    view.proofs_named.connect(presenter.save_proofs)
    view.ticked.connect(presenter.tick)
    view.appeared.connect(presenter.refresh)
    return view, presenter
