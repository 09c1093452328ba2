"""Joins the screen of agents and devices with its presenter."""

from __future__ import annotations

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.agents.presenter import Agents, AgentsPresenter
from perisai_desktop.ui.screens.agents.view import AgentsView
from sync.rules.branch_settings import BranchSettings


def agents_screen(
    agents: Agents, jobs: Jobs, settings: BranchSettings, here: int, *, acts: bool
) -> tuple[AgentsView, AgentsPresenter]:
    """A view and its presenter, joined. `here`: the viewer's minutes ahead of UTC; `acts`: whether the viewer may act."""
    view = AgentsView(settings, here, acts=acts)
    presenter = AgentsPresenter(agents, jobs, view.show_state)
    view.appeared.connect(presenter.load)
    view.reload_asked.connect(presenter.load)
    view.chosen.connect(presenter.choose)
    view.sort_asked.connect(presenter.sort)
    return view, presenter
