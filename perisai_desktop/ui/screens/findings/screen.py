"""Joins the screen of findings with its presenter."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from perisai_desktop.background.ports import Jobs
from perisai_desktop.ui.screens.findings.presenter import Findings, FindingsPresenter, Ways
from perisai_desktop.ui.screens.findings.state import Grouping
from perisai_desktop.ui.screens.findings.view import FindingsView


def findings_screen(
    findings: Findings, jobs: Jobs, ways: Ways, today: Callable[[], date], grouping: str
) -> tuple[FindingsView, FindingsPresenter]:
    """A view and its presenter, joined. `grouping`: the one that was remembered; any other word means by kind."""
    view = FindingsView()
    first = Grouping(grouping) if grouping in list(Grouping) else Grouping.KIND
    presenter = FindingsPresenter(findings, jobs, view.show_state, ways, today, first)
    view.appeared.connect(presenter.load)
    view.reload_asked.connect(presenter.load)
    view.chosen.connect(presenter.choose)
    view.opened.connect(presenter.open)
    view.grouped.connect(presenter.group)
    view.span_chosen.connect(presenter.choose_span)
    view.stepped.connect(presenter.step)
    view.card.record_asked.connect(presenter.open_record)
    return view, presenter
