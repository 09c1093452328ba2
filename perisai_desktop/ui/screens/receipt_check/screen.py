"""Joins the check of receipts with its presenter."""

from __future__ import annotations

from perisai_desktop.background.ports import Jobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.receipt_check.presenter import ReceiptCheckPresenter
from perisai_desktop.ui.screens.receipt_check.view import ReceiptCheckView
from perisai_desktop.ui.screens.receipt_check.words import Surroundings


def receipt_check_screen(desk: AgentDesk, jobs: Jobs) -> tuple[ReceiptCheckView, ReceiptCheckPresenter]:
    """A view and its presenter, joined."""
    agent, clock = desk.identity, desk.clock
    view = ReceiptCheckView(lambda: Surroundings(clock.now(), clock.offset(), agent.hotline, agent.practice))
    presenter = ReceiptCheckPresenter(desk.checking, jobs, view.show_state)
    view.asked.connect(presenter.check)
    view.cleared.connect(presenter.clear)
    view.recalled.connect(presenter.recall)
    return view, presenter
