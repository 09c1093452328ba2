"""Somebody signed in changes the password: what is wrong is said beside the line, and nothing typed stays."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.password import Strength
from perisai_desktop.ui.own_password.presenter import OwnPasswordPresenter
from perisai_desktop.ui.own_password.state import Gap, OwnPasswordState
from perisai_desktop.ui.screens.own_password.dialog import own_password_dialog
from perisai_desktop.ui.widgets.password_input import PasswordInput
from tests.support.typist import Typist

OLD, NEW = "kopi-pagi-di-pasar", "teh-sore-di-dermaga"
REVIEWER = ReviewerIdentity("Penyelia Contoh", "Cabang Sukabumi", "reviewer")


class Branch:
    """A server with one account."""

    def __init__(self) -> None:
        self.password = OLD

    def change(self, old: str, new: str) -> ReviewerIdentity:
        if old != self.password:
            raise Failure(FailureCode.OLD_PASSWORD_WRONG)
        self.password = new
        return REVIEWER


@pytest.mark.parametrize(
    ("typed", "gaps", "strength"),
    [
        (("", NEW, NEW), {Gap.OLD_MISSING}, Strength.STRONG),
        ((OLD, "teh sore", "teh sore"), {Gap.WEAK}, Strength.SHORT),
        (("", "rahasia-12345", ""), {Gap.OLD_MISSING, Gap.WEAK}, Strength.COMMON),
        ((OLD, OLD, OLD), {Gap.AS_OLD}, Strength.STRONG),
        ((OLD, NEW, "teh-pagi-di-dermaga"), {Gap.DIFFER}, Strength.STRONG),
    ],
)
def test_what_cannot_hold_is_never_sent(
    typed: tuple[str, str, str], gaps: set[Gap], strength: Strength
) -> None:
    jobs, branch = HandRunJobs(), Branch()
    presenter = OwnPasswordPresenter(branch, jobs, lambda _state: None, lambda _who: None)
    presenter.choose(*typed)
    jobs.run_all()
    assert presenter.state == OwnPasswordState(frozenset(gaps), strength)
    assert branch.password == OLD
    presenter.judge("kopi")
    assert presenter.state == OwnPasswordState(strength=Strength.SHORT), "typing takes the marks away"


def test_it_is_sent_once_and_no_password_is_part_of_a_state() -> None:
    jobs, branch = HandRunJobs(), Branch()
    shown, came = list[OwnPasswordState](), list[ReviewerIdentity]()
    presenter = OwnPasswordPresenter(branch, jobs, shown.append, came.append)
    presenter.judge(NEW)
    for _press in range(2):
        presenter.choose("salah", NEW, NEW)
    jobs.run_all()
    assert presenter.state.failure == Failure(FailureCode.OLD_PASSWORD_WRONG)
    presenter.choose(OLD, NEW, NEW)
    jobs.run_all()
    presenter.choose(NEW, OLD, OLD)
    jobs.run_all()
    assert (presenter.state.changed, came, branch.password) == (True, [REVIEWER], NEW)
    assert not any(word in repr(shown) for word in (OLD, NEW))


def test_by_keyboard_with_a_look_at_what_was_typed(showing: Callable[[QWidget], QWidget]) -> None:
    jobs, branch = HandRunJobs(), Branch()
    above = showing(QWidget())
    dialog, presenter = own_password_dialog(branch, jobs, above)
    showing(dialog)
    typist = Typist(jobs)
    lines = {
        name: dialog.findChild(PasswordInput, f"own_password_{name}") for name in ("old", "new", "again")
    }
    assert typist.place == "own_password_old"
    for text in ("salah", NEW, NEW):
        typist.type(text)
        typist.press(Qt.Key.Key_Tab)
    assert isinstance(lines["new"], PasswordInput)
    lines["new"].setFocus()
    typist.press(Qt.Key.Key_F2)
    assert [line and line.echoMode() for line in lines.values()] == [
        PasswordInput.EchoMode.Password,
        PasswordInput.EchoMode.Normal,
        PasswordInput.EchoMode.Normal,
    ]
    typist.press(Qt.Key.Key_Return)
    assert (branch.password, dialog.note.isVisible(), typist.place) == (OLD, True, "own_password_old")
    typist.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    typist.type(OLD)
    typist.press(Qt.Key.Key_Return)
    assert (branch.password, presenter.state.changed) == (NEW, True)
    assert (dialog.act.isVisible(), typist.place) == (False, "leave")
    assert [line and line.text() for line in lines.values()] == ["", "", ""]
