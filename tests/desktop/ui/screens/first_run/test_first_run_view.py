"""The first run by keyboard: page after page, gaps told beside their fields, back without losing anything."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QProgressBar, QWidget

from perisai_desktop.domain.enrolling_step import EnrolStep
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.password import Strength
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap, Page, Summary
from perisai_desktop.ui.screens.first_run.view import FirstRunView
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.entry_foot import Beside
from tests.desktop.ui.conftest import Showing

CODE = "W3EAN-TS988-RVDCB-BREKG"
URL = "https://cabang.example"
WORDS = "kapal di laut"


@pytest.fixture
def view(showing: Showing) -> FirstRunView:
    made = FirstRunView(Beside.PRACTICE)
    showing(made)
    return made


def line(view: FirstRunView, name: str) -> QLineEdit:
    found = view.findChild(QLineEdit, name)
    assert found is not None
    return found


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def words(view: FirstRunView) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_the_language_is_asked_in_both_at_once(view: FirstRunView) -> None:
    told: list[str] = []
    view.language_chosen.connect(told.append)
    view.show_state(FirstRunState())
    assert "Pilih bahasa." in words(view)
    assert "Choose a language." in words(view)
    assert focused().objectName() == "first_run_id"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told == ["id", "en"]


def test_the_code_without_a_mouse(view: FirstRunView) -> None:
    told: list[tuple[str, str]] = []
    backs: list[bool] = []
    view.code_given.connect(lambda server, code: told.append((server, code)))
    view.back_asked.connect(lambda: backs.append(True))
    view.show_state(FirstRunState(Page.CODE))
    assert focused() is line(view, "first_run_server")
    QTest.keyClicks(focused(), URL)
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    QTest.keyClicks(focused(), CODE.lower())
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert told == [(URL, CODE.replace("-", ""))]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert backs == [True]


def test_an_address_that_is_known_leaves_the_code(view: FirstRunView) -> None:
    view.fill(URL, "", ("", ""))
    view.show_state(FirstRunState(Page.CODE, URL))
    assert focused() is line(view, "first_run_code")


def test_the_password_without_a_mouse(view: FirstRunView) -> None:
    told: list[tuple[str, str]] = []
    view.password_given.connect(lambda password, again: told.append((password, again)))
    view.show_state(FirstRunState(Page.PASSWORD))
    QTest.keyClicks(focused(), WORDS)
    again = line(view, "first_run_again")
    QTest.keyClick(focused(), Qt.Key.Key_F2)
    assert again.echoMode() is QLineEdit.EchoMode.Normal
    QTest.keyClick(focused(), Qt.Key.Key_Tab)
    assert focused() is again
    QTest.keyClicks(again, WORDS)
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert told == [(WORDS, WORDS)]
    assert "nobody else" in words(view)


@pytest.mark.parametrize(
    ("page", "gap", "name", "told"),
    [
        (Page.CODE, Gap.SERVER_MISSING, "first_run_server", "Fill in the address"),
        (Page.CODE, Gap.CODE_MISSING, "first_run_code", "Fill in the code"),
        (Page.CODE, Gap.CODE_LENGTH, "first_run_code", "20 signs, here are 19"),
        (Page.CODE, Gap.CODE_SIGNS, "first_run_code", "never the letter U"),
        (Page.PASSWORD, Gap.PASSWORD_MISSING, "first_run_password", "Choose a password"),
        (Page.PASSWORD, Gap.PASSWORD_SHORT, "first_run_password", "at least 8 signs"),
        (Page.PASSWORD, Gap.PASSWORD_COMMON, "first_run_password", "choose another"),
        (Page.PASSWORD, Gap.PASSWORD_DIGITS, "first_run_password", "Digits alone"),
        (Page.PASSWORD, Gap.PASSWORDS_DIFFER, "first_run_again", "differ"),
    ],
)
def test_a_gap_is_marked_and_takes_the_cursor(
    view: FirstRunView, page: Page, gap: Gap, name: str, told: str
) -> None:
    view.fill("", CODE[:-1], ("", ""))
    view.show_state(FirstRunState(page))
    view.show_state(FirstRunState(page, gaps=frozenset({gap})))
    assert focused() is line(view, name)
    assert line(view, name).property("state") == "error"
    assert told in line(view, name).accessibleDescription()


@pytest.mark.parametrize("strength", list(Strength))
def test_the_strength_is_told_in_words(view: FirstRunView, strength: Strength) -> None:
    view.show_state(FirstRunState(Page.PASSWORD, strength=strength))
    field = line(view, "first_run_password")
    assert field.accessibleDescription() in words(view)
    assert (field.property("state") == "ok") is (strength in (Strength.GOOD, Strength.STRONG))


@pytest.mark.parametrize("step", list(EnrolStep))
def test_waiting_shows_how_far_it_is_and_takes_no_keys(view: FirstRunView, step: EnrolStep) -> None:
    told: list[object] = []
    view.password_given.connect(lambda *typed: told.append(typed))
    view.show_state(FirstRunState(Page.PASSWORD, busy=step))
    bar = view.findChild(QProgressBar)
    assert bar is not None
    assert bar.isVisible()
    assert 0 < bar.value() < bar.maximum()
    assert bar.accessibleName() in words(view)
    assert not view.foot.isEnabled()
    line(view, "first_run_again").returnPressed.emit()
    assert told == []


def test_a_failure_is_told_in_three_sentences_and_the_cursor_is_back(view: FirstRunView) -> None:
    view.fill(URL, CODE, (WORDS, WORDS))
    view.show_state(FirstRunState(Page.PASSWORD, busy=EnrolStep.JOINING))
    failure = Failure(FailureCode.ENROLMENT_CUT_OFF, detail="dns")
    view.show_state(FirstRunState(Page.PASSWORD, failure=failure))
    banners = [banner.words for banner in view.findChildren(Banner) if banner.isVisible()]
    assert any("press again with the same code and password" in told for told in banners)
    assert focused() is line(view, "first_run_password")
    assert view.typed_passwords() == (WORDS, WORDS)
    assert view.typed_code() == (URL, CODE.replace("-", ""))


@pytest.mark.parametrize(
    ("practice", "kept", "told"),
    [(False, True, "real work yes"), (True, False, "practice, nothing is real no, call the branch")],
)
def test_the_summary_says_what_the_laptop_is(
    view: FirstRunView, practice: bool, kept: bool, told: str
) -> None:
    begun: list[bool] = []
    view.begin_asked.connect(lambda: begun.append(True))
    summary = Summary("7Q2FK", "Nining Sukaesih", "A-0003", "Pos Cibadak", "Cabang Sukabumi", practice, kept)
    view.show_state(FirstRunState(Page.DONE, summary=summary))
    seen = words(view)
    for part in ("7Q2FK", "Nining Sukaesih · A-0003", "Pos Cibadak", "Cabang Sukabumi", *told.split(" no, ")):
        assert part in seen.replace("Recovery key kept at the branch ", "")
    assert not view.foot.isVisible()
    assert isinstance(focused(), Button)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert begun == [True]
