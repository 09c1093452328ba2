"""Every part of the first screen leads to its list, by keyboard, over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget

from perisai_desktop.domain.collection import DueFilter
from perisai_desktop.domain.report import Grouping, Span
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.deposit.view import DepositDialog
from perisai_desktop.ui.screens.refund.view import RefundDialog
from perisai_desktop.ui.theme.theme import Theme
from perisai_desktop.ui.widgets.link_row import LinkRow
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.round_desks import enrol
from tests.support.window_rigs import Rig


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AgentDesk]:
    """An agent with a payment to give back and an enrolment that the branch refused."""
    made = desk_of(make_profile(tmp_path_factory.mktemp("agent"), SigningKey.generate()), HandClock())
    hand = MoneyHand(made)
    receipt = made.enrolling.enrol(filled_draft(made))
    request = made.voiding.request(receipt.number, "wrong_amount", "cash_taken")
    hand.decide(request, "approved", grants=True)
    enrol(made, 9, "Wati")
    refused = hand.written_kind("enrolment")[-1].entry_id
    hand.decide(refused, "refused", reason="employed_elsewhere")
    yield made
    made.close()


@pytest.fixture
def rig(desk: AgentDesk, tmp_path: Path, theme: Theme, showing: Showing) -> Iterator[Rig]:
    """The agent's window with the first screen in sight."""
    made = Rig(desk, theme, tmp_path)
    showing(made.window)
    made.start()
    QTest.keyClick(made.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    made.jobs.run_all()
    yield made
    made.window.close()
    made.jobs.run_all()


def press(rig: Rig, name: str) -> None:
    """Enter on a part of the screen."""
    part = rig.window.findChild(QWidget, name)
    assert isinstance(part, QAbstractButton)
    part.setFocus()
    QTest.keyClick(part, Qt.Key.Key_Space if not isinstance(part, LinkRow) else Qt.Key.Key_Return)
    rig.jobs.run_all()


@pytest.mark.parametrize(
    ("part", "screen"),
    [
        ("home_today", "reports"),
        ("home_month", "reports"),
        ("home_collected", "reports"),
        ("home_reports", "reports"),
        ("home_cash", "cash"),
        ("home_radar_0", "collection"),
        ("home_round", "collection"),
        ("home_tasks", "tasks"),
        ("home_sync", "sync"),
        ("home_send", "sync"),
    ],
)
def test_each_part_leads_to_its_list(rig: Rig, part: str, screen: str) -> None:
    assert rig.window.frame.current == "home"
    press(rig, part)
    assert rig.window.frame.current == screen


def test_a_figure_opens_the_report_that_it_is_of(rig: Rig) -> None:
    press(rig, "home_reports")
    state = rig.window.figures.reports.state
    assert (state.span, state.grouping) == (Span.YEAR, Grouping.MONTH)
    assert state.report is not None
    assert state.report.total.kept == sum(line.kept for line in state.report.lines)


def test_a_report_is_saved_where_the_last_one_was(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: QWidget, _title: str, proposed: str, _filter: str) -> tuple[str, str]:
        asked.append(proposed)
        return str(tmp_path / "laporan" / Path(proposed).stem), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    (tmp_path / "laporan").mkdir()
    rig.window.frame.go("reports")
    rig.jobs.run_all()
    for button in ("report_xlsx", "report_pdf"):
        press(rig, button)
        QApplication.processEvents()
    assert [Path(path).parent for path in asked] == [tmp_path, tmp_path / "laporan"]
    names = sorted(path.name for path in (tmp_path / "laporan").iterdir())
    assert names == ["Laporan-harian-2026-11-0Q2FK.pdf", "Laporan-harian-2026-11-0Q2FK.xlsx"]
    assert rig.window.figures.reports.state.saved.endswith(".pdf")


def test_a_line_of_the_radar_opens_its_part_of_the_round(rig: Rig) -> None:
    press(rig, "home_radar_2")
    assert rig.window.pages.collection.state.part is DueFilter.OVERDUE


def test_a_task_opens_itself(rig: Rig) -> None:
    rows = rig.window.findChildren(LinkRow)
    (row,) = (each for each in rows if each.objectName() != "home_refunds" and each.isVisible())
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Return)
    rig.jobs.run_all()
    assert rig.window.frame.current == "tasks"
    (task,) = rig.window.pages.tasks.state.tasks
    assert rig.window.pages.tasks.state.chosen == task.entry_id


@pytest.mark.parametrize(("part", "kind"), [("home_refunds", RefundDialog), ("home_deposit", DepositDialog)])
def test_money_is_given_back_and_deposited_from_here(rig: Rig, part: str, kind: type[QDialog]) -> None:
    press(rig, part)
    dialog = rig.window.till.dialog
    assert isinstance(dialog, kind)
    dialog.reject()


def test_the_screen_follows_what_is_written(rig: Rig) -> None:
    before = rig.window.figures.home.state.overview
    assert before is not None
    enrol(rig.window.desk, 50 + before.today.enrolled, "Ani")
    rig.window.refresh()
    rig.jobs.run_all()
    after = rig.window.figures.home.state.overview
    assert after is not None
    assert after.today.enrolled == before.today.enrolled + 1
