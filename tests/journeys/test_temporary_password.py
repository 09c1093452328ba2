"""A reviewer whom somebody gave a password chooses one, works in the queue, and changes it again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.reviewing import Reviewing
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.own_password.dialog import OwnPasswordDialog
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from tests.support.centres import running_centre
from tests.support.programs import practice_at, running_program

GIVEN, FIRST, SECOND = "mangga-dari-kepala", "kopi-pagi-di-pasar", "teh-sore-di-dermaga"


def test_from_a_temporary_password_to_the_queue(qapp: QApplication, tmp_path: Path) -> None:
    with (
        running_centre(tmp_path / "centre") as centre,
        running_program(tmp_path, practice_at(centre)) as program,
    ):
        home = centre.server.accounts.account("penyelia").branch_id
        centre.server.accounts.add(
            NewAccount("ratna", "Ratna Dewi", Role.REVIEWER, GIVEN, home, must_change=True), "test"
        )
        hand = Hand(program.open_review())
        hand.write("review_login", "ratna")
        hand.keyboard.press(hand.write("review_password", GIVEN), Qt.Key.Key_Return)
        hand.write("own_password_new", FIRST)
        hand.keyboard.press(hand.write("own_password_again", FIRST), Qt.Key.Key_Return)
        wait_for(lambda: program.review.window is not None, "straight in")
        window = program.review.window
        assert window is not None
        wait_for(lambda: window.review.state.loaded, "queue read")
        assert window.review.state.failure is None
        window.frame.rail.chosen.emit("password")
        dialog = window.findChild(OwnPasswordDialog)
        assert isinstance(dialog, OwnPasswordDialog)
        hand = Hand(dialog)
        for name, password in (("old", FIRST), ("new", SECOND), ("again", SECOND)):
            hand.write(f"own_password_{name}", password)
        hand.shortcut(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        wait_for(lambda: not dialog.form.isVisible(), "changed")
        dialog.reject()
        window.review.load()
        wait_for(lambda: window.review.state.idle, "queue read by the new session")
        assert window.review.state.failure is None
        again = Reviewing.at(centre.url)
        for former in (GIVEN, FIRST):
            with pytest.raises(Failure) as refused:
                again.sign_in("ratna", former)
            assert refused.value == Failure(FailureCode.SIGN_IN_REFUSED)
        assert not again.sign_in("ratna", SECOND).must_change
        again.close()
