"""The accounts by keyboard: making one, giving a password that is shown once, suspending."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.accounts.act_dialog import AccountActDialog
from perisai_desktop.ui.screens.accounts.new import Draft, Gap, NewState
from perisai_desktop.ui.screens.accounts.new_dialog import NewAccountDialog
from perisai_desktop.ui.screens.accounts.read_out import spelled
from perisai_desktop.ui.screens.accounts.state import AccountsState
from perisai_desktop.ui.screens.accounts.view import AccountsView
from perisai_desktop.ui.screens.accounts.words import reach_words
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.review_window import ReviewWindow
from perisai_desktop.ui.theme.theme import Theme
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from tests.support.fake_accounts import AT, PASSWORD, account, book
from tests.support.fake_reviewing import FakeReviewing, record
from tests.support.reference_data import reference

W = TypeVar("W", bound=QWidget)
ADMIN = ReviewerIdentity("Hendra Gunawan", "Cabang", "branch_admin")
CTRL = Qt.KeyboardModifier.ControlModifier


class Seat:
    """The window of an administrator, on the screen of accounts."""

    def __init__(self, theme: Theme, showing: Callable[[QWidget], QWidget]) -> None:
        self.jobs = HandRunJobs()
        self.branch = FakeReviewing([record(1, "Ujang Sobarna")])
        looks = Looks(theme, "en", lambda _language: None)
        self.window = ReviewWindow(
            self.branch,  # type: ignore[arg-type]
            ADMIN,
            self.jobs,
            looks,
            reference(),
            practice=False,
        )
        showing(self.window)
        self.window.start()
        self.jobs.run_all()
        self.window.frame.go("accounts")
        self.jobs.run_all()
        self.window.activateWindow()
        wait_for(self.window.isActiveWindow, "window in front")

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget() or self.window
        QTest.keyClick(focus, key, modifiers)
        self.jobs.run_all()

    def dialog(self, kind: type[W]) -> W:
        found = self.window.findChild(kind)
        assert found is not None
        wait_for(found.isActiveWindow, "dialog in front")
        return found


@pytest.fixture
def seat(theme: Theme, showing: Callable[[QWidget], QWidget]) -> Seat:
    return Seat(theme, showing)


def words(widget: QWidget) -> str:
    return " ".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def test_a_temporary_password_is_shown_once_and_no_enter_closes_it(seat: Seat) -> None:
    assert seat.window.accounts.presenter is not None
    seat.window.accounts.presenter.choose("account-1")
    seat.press(Qt.Key.Key_F8)
    dialog = seat.dialog(AccountActDialog)
    assert "signed out at once" in words(dialog)
    assert PASSWORD not in words(dialog)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert PASSWORD in words(dialog)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        seat.press(key)
    assert dialog.isVisible()
    seat.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert seat.window.accounts.presenter.state.account == seat.branch.accounts.told.accounts[1]


def test_an_account_is_suspended_and_let_in_again(seat: Seat) -> None:
    assert seat.window.accounts.presenter is not None
    seat.window.accounts.presenter.choose("account-1")
    for suspended in (True, False):
        seat.press(Qt.Key.Key_F9)
        dialog = seat.dialog(AccountActDialog)
        seat.press(Qt.Key.Key_Return, CTRL)
        assert seat.branch.accounts.told.accounts[1].suspended is suspended
        seat.press(Qt.Key.Key_Escape)
        dialog.deleteLater()
        wait_for(lambda: seat.window.findChild(AccountActDialog) is None, "dialog gone")
        seat.window.activateWindow()
        wait_for(seat.window.isActiveWindow, "window in front")


@pytest.mark.parametrize("new", [False, True])
def test_no_dialog_closes_while_its_password_is_on_the_way(seat: Seat, new: bool) -> None:
    assert seat.window.accounts.presenter is not None
    seat.window.accounts.presenter.choose("account-1")
    if new:
        seat.press(Qt.Key.Key_N, CTRL)
        seat.dialog(NewAccountDialog).typed.emit("name", "Dede Rohaeti")
    else:
        seat.press(Qt.Key.Key_F8)
    dialog = seat.dialog(ActDialog)
    for _ in range(2):
        QTest.keyClick(dialog, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert dialog.isVisible()
    seat.jobs.run_all()
    assert PASSWORD in words(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_name_of_other_letters_is_told_before_it_is_sent(
    theme: Theme, showing: Callable[[QWidget], QWidget]
) -> None:
    dialog = NewAccountDialog(book())
    showing(dialog)
    for name, told in (("", "Fill in the name"), ("R\u0430tna Dewi", "Latin letters")):
        dialog.show_state(NewState(Draft(name=name), frozenset({Gap.NAME})))
        assert told in words(dialog)


def test_nothing_is_offered_about_ones_own_account(seat: Seat) -> None:
    assert seat.window.accounts.presenter is not None
    seat.window.accounts.presenter.choose("account-0")
    for key in (Qt.Key.Key_F8, Qt.Key.Key_F9):
        seat.press(key)
    assert seat.window.findChild(AccountActDialog) is None
    assert "your account" in reach_words(account(0, own=True, reached=False))
    assert "runs the server" in reach_words(account(4, reached=False))
    assert reach_words(account(1)) == ""


def test_an_account_is_made_by_keyboard_and_chosen_in_the_list(seat: Seat) -> None:
    seat.press(Qt.Key.Key_N, CTRL)
    dialog = seat.dialog(NewAccountDialog)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Dede Rohaeti")
    login = dialog.findChild(QWidget, "accounts_login")
    assert login is not None
    QTest.keyClick(login, Qt.Key.Key_Return)
    assert login.text() == "dede.rohaeti"  # type: ignore[attr-defined]
    seat.press(Qt.Key.Key_Return, CTRL)
    assert "signs in as dede.rohaeti" in words(dialog)
    assert PASSWORD in words(dialog)
    assert seat.window.accounts.presenter is not None
    assert seat.window.accounts.presenter.state.chosen == "account-dede.rohaeti"


def test_a_new_agent_leads_to_the_card_from_which_a_laptop_gets_its_code(seat: Seat) -> None:
    seat.press(Qt.Key.Key_N, CTRL)
    dialog = seat.dialog(NewAccountDialog)
    assert isinstance(dialog, NewAccountDialog)
    for name, value in (
        ("role", "agent"),
        ("name", "Dede Rohaeti"),
        ("number", "A-0017"),
        ("office", "Kantor Cibadak"),
    ):
        dialog.typed.emit(name, value)
    seat.press(Qt.Key.Key_Return, CTRL)
    assert "is an agent of the branch now" in words(dialog)
    seat.press(Qt.Key.Key_Space)
    assert seat.window.frame.current == "agents"
    assert seat.window.agents is not None


def test_a_password_is_spelled_sign_by_sign() -> None:
    assert spelled("q7w-4hx") == "q 7 w  -  4 h x"


def test_an_auditor_reads_and_is_offered_nothing(theme: Theme, showing: Callable[[QWidget], QWidget]) -> None:
    view = AccountsView(420, lambda: AT, keeps=False)
    showing(view)
    view.show_state(AccountsState(book(), chosen="account-0"))
    for name in ("new", "password", "suspend", "restore"):
        button = view.findChild(QWidget, f"accounts_{name}")
        assert button is not None
        assert not button.isVisible()
    assert "Kantor Cabang Sukabumi" in words(view)
    assert "your account" not in words(view)
