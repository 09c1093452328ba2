"""Joins the screen of agents and devices with its presenter."""

from __future__ import annotations

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.agents.acts import Act
from perisai_desktop.ui.screens.agents.presenter import Agents, AgentsPresenter
from perisai_desktop.ui.screens.agents.view import AgentsView
from sync.rules.branch_settings import BranchSettings


def agents_screen(
    agents: Agents, jobs: Jobs, settings: BranchSettings, here: int, rights: frozenset[Act]
) -> tuple[AgentsView, AgentsPresenter]:
    """A view and its presenter, joined. `here`: the viewer's minutes ahead of UTC; `rights`: what the viewer may do."""
    view = AgentsView(settings, here, rights)
    presenter = AgentsPresenter(agents, jobs, view.show_state)
    view.appeared.connect(presenter.load)
    view.reload_asked.connect(presenter.load)
    view.chosen.connect(presenter.choose)
    view.sort_asked.connect(presenter.sort)
    return view, presenter
