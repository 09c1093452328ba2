"""The dialog for new receipt numbers, by keyboard, over a laptop in memory."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.standing import EpochQuestion
from perisai_desktop.ui.screens.numbers.dialog import NumbersDialog
from perisai_desktop.ui.screens.numbers.presenter import NumbersPresenter
from perisai_desktop.ui.screens.numbers.screen import numbers_dialog
from perisai_desktop.ui.screens.numbers.state import NumbersState
from perisai_desktop.ui.widgets.code_input import CodeInput
from tests.support.typist import Typist

QUESTION = EpochQuestion("7Q2FK-03", "K7M2QX", "0266 221345")
CODE = "5N2M4GT8DFK3"


@dataclass
class Phone:
    """Fulfils `Phoning`."""

    asked: EpochQuestion | None = QUESTION
    tried: list[str] = field(default_factory=list)
    failure: Failure | None = None

    def question(self) -> EpochQuestion | None:
        return self.asked

    def answer(self, typed: str) -> int:
        self.tried.append(typed)
        if self.failure is not None:
            raise self.failure
        return 4


@dataclass
class Desk:
    dialog: NumbersDialog
    phone: Phone
    jobs: HandRunJobs
    presenter: NumbersPresenter
    begun: list[bool]

    def text(self, name: str) -> str:
        found = self.dialog.findChild(QLabel, name)
        assert found is not None
        return found.text()

    def button(self, name: str) -> QPushButton:
        found = self.dialog.findChild(QPushButton, name)
        assert found is not None
        return found

    @property
    def words(self) -> str:
        return " ".join(each.text() for each in self.dialog.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def desk(showing: Callable[[QWidget], QWidget]) -> Desk:
    dialog, phone, jobs = NumbersDialog(), Phone(), HandRunJobs()
    begun: list[bool] = []
    presenter = NumbersPresenter(phone, jobs, dialog.show_state, lambda: begun.append(True))
    dialog.typed.connect(presenter.type_code)
    dialog.sent.connect(presenter.send)
    dialog.appeared.connect(presenter.look)
    showing(dialog)
    jobs.run_all()
    return Desk(dialog, phone, jobs, presenter, begun)


def test_the_question_stands_in_groups_with_whom_to_call(desk: Desk) -> None:
    assert desk.text("numbers_laptop") == "7Q2FK-03"
    assert desk.text("numbers_question") == "K7M 2QX"
    assert "K 7 M – 2 Q X" in desk.words
    assert "0266 221345" in desk.words


def test_the_code_is_typed_and_enter_tries_it(desk: Desk) -> None:
    Typist(desk.jobs).type("5n2m-4gt8-dfk3")
    line = desk.dialog.findChild(CodeInput)
    assert line is not None
    assert (line.value(), line.shown()) == (CODE, "5N2M-4GT8-DFK3")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not desk.button("numbers_start").isEnabled()
    desk.jobs.run_all()
    assert desk.phone.tried == [CODE]
    assert desk.begun == [True]
    assert "7Q2FK-04" in desk.words
    assert not desk.button("numbers_start").isVisible()
    QTest.keyClick(desk.dialog, Qt.Key.Key_Return)
    assert desk.phone.tried == [CODE]
    assert not desk.dialog.isVisible()


def test_the_dialog_keeps_what_answers_it(showing: Callable[[QWidget], QWidget]) -> None:
    phone, jobs, owner = Phone(), HandRunJobs(), QWidget()
    begun: list[bool] = []
    dialog = numbers_dialog(phone, jobs, owner, lambda: begun.append(True))[0]
    gc.collect()
    showing(dialog)
    jobs.run_all()
    typist = Typist(jobs)
    typist.type(CODE)
    typist.press(Qt.Key.Key_Return)
    jobs.run_all()
    assert (phone.tried, begun) == ([CODE], [True])


def test_a_wrong_code_is_told_and_what_was_typed_stays(desk: Desk) -> None:
    desk.phone.failure = Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=3)
    desk.presenter.type_code(CODE)
    desk.presenter.send()
    desk.presenter.send()
    desk.phone.asked = EpochQuestion("7Q2FK-03", "ABCDEF", "0266 221345")
    desk.jobs.run_all()
    assert len(desk.phone.tried) == 1
    assert "Tries left: 3." in desk.words
    assert desk.text("numbers_question") == "ABC DEF"
    assert desk.presenter.state.code == CODE
    desk.presenter.type_code("")
    assert desk.presenter.state.failure is None


def test_a_laptop_that_has_numbers_is_told_so(desk: Desk) -> None:
    desk.phone.asked = None
    desk.presenter.look()
    desk.jobs.run_all()
    assert "receipts can be given" in desk.words
    desk.presenter.send()
    desk.jobs.run_all()
    assert desk.phone.tried == []


def test_a_store_that_cannot_be_read_is_told(desk: Desk) -> None:
    def broken() -> EpochQuestion | None:
        raise Failure(FailureCode.STORE_BUSY)

    desk.phone.question = broken  # type: ignore[method-assign]
    desk.presenter.look()
    desk.jobs.run_all()
    assert desk.presenter.state.failure == Failure(FailureCode.STORE_BUSY)


def test_connecting_is_the_other_way(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.dialog.connect_asked):
        desk.button("numbers_connect").click()


def test_before_the_question_is_there_nothing_can_be_tried(qtbot: QtBot) -> None:
    dialog = NumbersDialog()
    qtbot.addWidget(dialog)
    dialog.show_state(NumbersState(code="A"))
    start = dialog.findChild(QPushButton, "numbers_start")
    assert start is not None
    assert not start.isEnabled()
