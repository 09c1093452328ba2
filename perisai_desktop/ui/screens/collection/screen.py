"""Joins the screen of the collection round with its presenter."""

from __future__ import annotations

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.collection.presenter import CollectionPresenter
from perisai_desktop.ui.screens.collection.view import CollectionView


def collection_screen(desk: AgentDesk, jobs: Jobs) -> tuple[CollectionView, CollectionPresenter]:
    """A view and its presenter, joined."""
    view = CollectionView(desk.clock.today())
    presenter = CollectionPresenter(
        desk.rounds, desk.collecting, jobs, view.show_state, view.receipt_ready.emit
    )
    view.searched.connect(presenter.search)
    view.narrowed.connect(presenter.narrow)
    view.chosen.connect(presenter.choose)
    view.stepped.connect(presenter.step)
    view.option_taken.connect(presenter.take_option)
    view.collect_pressed.connect(presenter.collect)
    view.end_near.connect(presenter.more)
    view.appeared.connect(presenter.refresh)
    return view, presenter
