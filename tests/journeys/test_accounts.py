"""An administrator makes a reviewer in her window; the reviewer signs in with what was read out, and chooses a password."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.accounts.act_dialog import AccountActDialog
from perisai_desktop.ui.screens.accounts.new_dialog import NewAccountDialog
from perisai_desktop.ui.shell.review_window import ReviewWindow
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from tests.support.centres import running_centre
from tests.support.programs import practice_at, running_program

HEAD, OWN = "mangga-dari-kepala", "kopi-pagi-di-pasar"
CTRL = Qt.KeyboardModifier.ControlModifier


def read_out(dialog: AccountActDialog | NewAccountDialog) -> str:
    """The password that the dialog shows."""
    shown = dialog.findChild(QLabel, "accounts_given_password")
    assert shown is not None
    wait_for(lambda: bool(shown.text()), "password shown")
    return shown.text()


def test_from_a_new_account_to_the_queue_and_out_again(qapp: QApplication, tmp_path: Path) -> None:
    with (
        running_centre(tmp_path / "centre") as centre,
        running_program(tmp_path, practice_at(centre)) as office,
    ):
        home = centre.server.accounts.account("penyelia").branch_id
        head = NewAccount("hendra", "Hendra Gunawan", Role.BRANCH_ADMIN, HEAD, home)
        centre.server.accounts.add(head, "test")
        hand = Hand(office.open_review())
        hand.write("review_login", "hendra")
        hand.keyboard.press(hand.write("review_password", HEAD), Qt.Key.Key_Return)
        wait_for(lambda: office.review.window is not None, "administrator in")
        window = office.review.window
        assert isinstance(window, ReviewWindow)
        window.frame.go("accounts")
        accounts = window.accounts.presenter
        assert accounts is not None
        wait_for(lambda: accounts.state.book is not None, "accounts read")
        Hand(window).shortcut(Qt.Key.Key_N, CTRL)
        made = window.findChild(NewAccountDialog)
        assert made is not None
        hand = Hand(made)
        hand.write("accounts_name", "Ratna Dewi")
        hand.shortcut(Qt.Key.Key_Return, CTRL)
        password = read_out(made)
        made.reject()
        wait_for(lambda: accounts.state.account is not None and accounts.state.account.temporary, "listed")

        desk = Reviewing.at(centre.url)
        assert desk.sign_in("ratna.dewi", password).must_change
        with pytest.raises(Failure) as refused:
            desk.queue()
        assert refused.value == Failure(FailureCode.PASSWORD_TEMPORARY)
        desk.password.change(password, OWN)
        assert desk.queue() == ()

        accounts.load()
        wait_for(
            lambda: accounts.state.account is not None and not accounts.state.account.temporary,
            "own password",
        )
        Hand(window).shortcut(Qt.Key.Key_F9)
        act = window.findChild(AccountActDialog)
        assert act is not None
        Hand(act).shortcut(Qt.Key.Key_Return, CTRL)
        wait_for(lambda: accounts.state.account is not None and accounts.state.account.suspended, "suspended")
        act.reject()
        with pytest.raises(Failure) as out:
            desk.queue()
        assert out.value == Failure(FailureCode.SESSION_OVER)
        desk.close()
