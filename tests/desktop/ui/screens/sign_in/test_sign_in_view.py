"""Signing in by keyboard, and what the screen says when it cannot."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.sign_in.state import SignInState
from perisai_desktop.ui.screens.sign_in.view import SignInView
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.entry_foot import Beside
from perisai_desktop.ui.widgets.password_input import PasswordInput
from tests.desktop.ui.conftest import Showing


def _words(view: SignInView) -> str:
    banner = view.findChild(Banner)
    assert isinstance(banner, Banner)
    return banner.words if banner.isVisible() else ""


def test_a_password_and_enter(showing: Showing) -> None:
    view = SignInView()
    told: list[str] = []
    view.submitted.connect(told.append)
    showing(view)
    view.show_state(SignInState())
    line = QApplication.focusWidget()
    assert isinstance(line, PasswordInput)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClicks(line, "kapal di laut")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert told == ["kapal di laut"]
    assert line.text() == "", "the password does not stay on the screen"


def test_enter_follows_the_way_that_has_the_focus(qtbot: QtBot, showing: Showing) -> None:
    view = SignInView(practice=True)
    showing(view)
    view.show_state(SignInState(practice=True))
    review = view.findChild(Button, "sign_in_review")
    assert isinstance(review, Button)
    review.setFocus()
    with qtbot.waitSignal(view.foot.review_asked):
        QTest.keyClick(review, Qt.Key.Key_Return)


def test_practice_is_one_key(qtbot: QtBot, showing: Showing) -> None:
    view = SignInView(practice=True)
    showing(view)
    view.show_state(SignInState(practice=True))
    button = QApplication.focusWidget()
    assert button is not None
    with qtbot.waitSignal(view.practised):
        QTest.keyClick(button, Qt.Key.Key_Return)
    line = view.findChild(PasswordInput)
    assert line is not None
    assert not line.isVisible()


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("beside", "title", "link"),
    [
        (Beside.NOTHING, "Masuk", None),
        (Beside.PRACTICE, "Masuk", "Latihan"),
        (Beside.WORK, "Masuk untuk berlatih", "Kembali ke kerja sungguhan"),
    ],
)
def test_the_other_side_is_one_key_away(
    qtbot: QtBot, showing: Showing, beside: Beside, title: str, link: str | None
) -> None:
    view = SignInView(beside=beside)
    showing(view)
    view.show_state(SignInState())
    assert title in [label.text() for label in view.findChildren(QLabel)]
    button = view.findChild(Button, "sign_in_beside")
    if link is None:
        assert button is None
        return
    assert isinstance(button, Button)
    assert button.words == link
    button.setFocus()
    with qtbot.waitSignal(view.foot.beside_asked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_f2_shows_the_password_and_hides_it_again(showing: Showing) -> None:
    view = SignInView()
    showing(view)
    view.show_state(SignInState())
    line = QApplication.focusWidget()
    assert isinstance(line, PasswordInput)
    QTest.keyClicks(line, "kapal")
    QTest.keyClick(line, Qt.Key.Key_F2)
    assert line.echoMode() is PasswordInput.EchoMode.Normal
    QTest.keyClick(line, Qt.Key.Key_F2)
    assert line.echoMode() is PasswordInput.EchoMode.Password


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("state", "words", "enabled"),
    [
        (SignInState(), "", True),
        (SignInState(busy=True), "Membuka data Anda…", False),
        (
            SignInState(minutes=4),
            "Terlalu sering salah kata sandi Data Anda aman. Coba lagi dalam 4 menit.",
            False,
        ),
        (
            SignInState(failure=Failure(FailureCode.WRONG_PASSWORD, attempts_left=3)),
            "Kata sandi salah. Data Anda aman. Coba lagi, masih 3 kali.",
            True,
        ),
        (
            SignInState(failure=Failure(FailureCode.ALREADY_RUNNING), blocked=True),
            "Perisai sudah terbuka dengan data ini. Data Anda aman. Pakai jendela yang sudah terbuka, atau tutup dulu.",
            False,
        ),
    ],
)
def test_the_screen_says_where_it_stands(
    showing: Showing, state: SignInState, words: str, enabled: bool
) -> None:
    view = SignInView()
    showing(view)
    view.show_state(state)
    enter = view.findChild(QPushButton, "sign_in_enter")
    assert enter is not None
    assert (_words(view), enter.isEnabled()) == (words, enabled)


def test_a_forgotten_password_has_a_way_out_where_the_store_is_sound(qtbot: QtBot, showing: Showing) -> None:
    view = SignInView()
    showing(view)
    link = view.findChild(Button, "sign_in_forgotten")
    assert isinstance(link, Button)
    for state, open_way in (
        (SignInState(), True),
        (SignInState(minutes=4), True),
        (SignInState(failure=Failure(FailureCode.KEY_FILE_DAMAGED), blocked=True), True),
        (SignInState(failure=Failure(FailureCode.ALREADY_RUNNING), blocked=True), False),
        (SignInState(busy=True), False),
    ):
        view.show_state(state)
        assert link.isEnabled() is open_way
    view.show_state(SignInState(minutes=4))
    with qtbot.waitSignal(view.forgotten):
        QTest.keyClick(link, Qt.Key.Key_Space)
    for other in (SignInView(practice=True), SignInView(locked=True)):
        hidden = showing(other).findChild(Button, "sign_in_forgotten")
        assert isinstance(hidden, Button)
        assert not hidden.isVisible()
