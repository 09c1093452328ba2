"""A task by keyboard: from the list into the marked field, its old value beside it, and sent."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.screens.tasks.presenter import TasksPresenter
from perisai_desktop.ui.screens.tasks.view import TasksView
from perisai_desktop.ui.widgets.table import Table
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ReviewState
from tests.desktop.ui.conftest import Showing
from tests.support.correcting_desk import CorrectingDesk
from tests.support.reference_data import reference
from tests.support.screen_values import NOW, task

MOTHER = FieldComment("mother_name", "Tidak sama dengan KK", "Euis Rohaeti")
REASONS = {"photo_blurred": "Foto KTP buram"}


class Desk:
    """The view and the presenter over a list of tasks."""

    def __init__(self, showing: Showing, *tasks: object) -> None:
        self.correcting = CorrectingDesk(*tasks)  # type: ignore[arg-type]
        self.jobs = HandRunJobs()
        fields = build_fields(reference(), IuranMonth(2026, 11), prefix="fix", terse=False)
        self.view = TasksView(fields, REASONS, lambda: NOW)
        self.presenter = TasksPresenter(
            self.correcting, self.correcting, self.correcting.shelf, self.jobs, self.view.show_state
        )
        view, presenter = self.view, self.presenter
        view.opened.connect(presenter.open)
        view.typed.connect(presenter.type_into)
        view.explained.connect(presenter.explain)
        view.field_opened.connect(presenter.open_field)
        view.rested.connect(presenter.rest)
        view.sent.connect(presenter.send)
        showing(view)
        presenter.load()
        self.jobs.run_all()

    def line(self, name: str) -> QLineEdit:
        found = self.view.findChild(QLineEdit, name)
        assert found is not None
        return found

    @property
    def words(self) -> set[str]:
        return {label.text() for label in self.view.findChildren(QLabel) if label.isVisible()}


@pytest.mark.usefixtures("indonesian")
def test_the_marked_field_stands_with_comment_and_old_value(showing: Showing) -> None:
    desk = Desk(showing, task(0, MOTHER))
    assert {"Tidak sama dengan KK", "Dikirim: Euis Rohaeti", "Foto KTP buram", "Mohon dicek"} <= desk.words
    assert desk.line("fix_mother_name").isVisible()
    assert not desk.line("fix_name").isVisible()
    assert desk.view.subtitle() == "1 tugas dari cabang"


def test_a_correction_without_a_mouse(qtbot: QtBot, showing: Showing) -> None:
    desk = Desk(showing, task(0, MOTHER))
    desk.view.arrive()
    table = QApplication.focusWidget()
    assert isinstance(table, Table)
    table.choose(0)
    QTest.keyClick(table, Qt.Key.Key_Return)
    line = QApplication.focusWidget()
    assert line is desk.line("fix_mother_name")
    line.selectAll()
    QTest.keyClicks(line, "Euis Rohayati")
    desk.jobs.run_all()
    assert line.property("state") == "ok"
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.presenter.state.sending)
    desk.jobs.run_all()
    assert desk.correcting.corrected[0][1].mother_name == "Euis Rohayati"
    assert "Nothing to correct" in desk.words


def test_a_warning_opens_its_reason(qtbot: QtBot, showing: Showing) -> None:
    desk = Desk(showing, task(0, MOTHER))
    line = desk.line("fix_mother_name")
    line.selectAll()
    QTest.keyClicks(line, "Mirip")
    desk.jobs.run_all()
    reason = desk.line("fix_reason_likely_duplicate")
    qtbot.waitUntil(reason.isVisible)
    QTest.keyClicks(reason, "Orang lain")
    assert desk.presenter.state.ready


def test_another_field_is_opened_by_its_name(showing: Showing) -> None:
    desk = Desk(showing, task(0, MOTHER))
    another = desk.line("fix_another")
    another.setFocus()
    QTest.keyClicks(another, "phone")
    QTest.keyClick(another, Qt.Key.Key_Return)
    assert desk.line("fix_phone").isVisible()
    assert desk.line("fix_phone").hasFocus()


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("state", "words"),
    [
        (ReviewState.DUPLICATE, "Sudah terdaftar"),
        (ReviewState.REFUSED, "Ditolak"),
    ],
)
def test_what_cannot_be_corrected_says_why(showing: Showing, state: ReviewState, words: str) -> None:
    desk = Desk(showing, task(0, state=state))
    table = desk.view.findChild(Table, "task_list")
    assert isinstance(table, Table)
    assert table.words(0, 2) == words
    send = desk.view.findChild(QPushButton, "task_send")
    assert send is not None
    assert not send.isVisible()


def test_without_a_task_the_branch_can_be_asked(showing: Showing) -> None:
    desk = Desk(showing)
    asked: list[None] = []
    desk.view.sync_asked.connect(lambda: asked.append(None))
    button = next(each for each in desk.view.findChildren(QPushButton) if each.isVisible())
    button.click()
    assert len(asked) == 1
