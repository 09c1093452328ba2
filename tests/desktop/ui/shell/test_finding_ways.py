"""A finding leads to its records in the queue, and to the agent's card; the grouping is remembered."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.branch_finding import FindingBook
from perisai_desktop.ui.screens.findings.view import FindingsView
from perisai_desktop.ui.screens.review.queues import QueueFilter
from perisai_desktop.ui.shell.laptop import PassingChoices
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.review_window import ReviewWindow
from perisai_desktop.ui.theme.theme import Theme
from perisai_desktop.ui.widgets.link_row import LinkRow
from tests.support.fake_findings import ON, finding
from tests.support.fake_reviewing import FakeReviewing, record
from tests.support.reference_data import reference


def test_enter_leads_to_the_record_and_to_the_agent(theme: Theme, qtbot: QtBot) -> None:
    first, second = record(1, "Ujang Sobarna"), record(2, "Siti Maesaroh")
    reviewing, jobs, choices = FakeReviewing([first, second]), HandRunJobs(), PassingChoices()
    about = finding("duplicate", 0, subject=second.entry_id, evidence=(first.entry_id,))
    reviewing.findings.told = FindingBook(ON, ON, (about, finding("cash_old", 3, 9)))
    window = ReviewWindow(
        reviewing,  # type: ignore[arg-type]
        ReviewerIdentity("Sari", "Cabang", "reviewer"),
        jobs,
        Looks(theme, "id", lambda _language: None),
        reference(),
        practice=False,
        choices=choices,
    )
    qtbot.addWidget(window)
    window.start()
    jobs.run_all()
    opened = window.review.state.record
    assert opened is not None
    assert opened.entry_id == first.entry_id
    window.review.narrow(QueueFilter.FLAGGED)
    window.frame.go("findings")
    jobs.run_all()
    view = window.findChild(FindingsView)
    assert isinstance(view, FindingsView)
    assert "NIK" in view.table.words(3, 0)
    view.table.selectRow(3)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    jobs.run_all()
    shown = window.review.state
    assert (window.frame.current, shown.shown) == ("review", QueueFilter.ALL)
    assert shown.record is not None
    assert shown.record.entry_id == second.entry_id
    window.frame.go("findings")
    jobs.run_all()
    view.table.selectRow(3)
    named = view.card.findChildren(LinkRow)
    assert [row.accessibleName().partition("…")[2] for row in named] == [second.entry_id, first.entry_id]
    QTest.keyClick(named[1], Qt.Key.Key_Return)
    jobs.run_all()
    shown = window.review.state
    assert shown.record is not None
    assert (window.frame.current, shown.record.entry_id) == ("review", first.entry_id)
    window.frame.go("findings")
    jobs.run_all()
    QTest.keyClick(view.bar.grouping, Qt.Key.Key_Right)
    view.table.selectRow(1)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    jobs.run_all()
    assert window.agents is not None
    assert (window.frame.current, window.agents.state.chosen) == ("agents", "agent-3")
    assert choices.read().findings == "agent"
    window.close()
