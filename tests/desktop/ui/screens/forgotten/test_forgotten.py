"""An agent who forgot the password goes through file, code, answer and new password by keyboard, and may leave between."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.reopening import ReopenQuestion
from perisai_desktop.ui.screens.forgotten.dialog import ForgottenDialog, forgotten_dialog
from perisai_desktop.ui.screens.forgotten.presenter import ForgottenPresenter
from perisai_desktop.ui.screens.forgotten.state import ForgottenState, Step
from tests.support.desks import MARKET_DAY
from tests.support.typist import CONTROL, Typist

QUESTION = ReopenQuestion("7Q2FK", "M24E-HXXT-RC4N", MARKET_DAY)
NAME = "perisai-7Q2FK-20261122-0915.perisai-sandi"


class FakeReopener:
    """A profile in memory; `failure` makes the next call fail."""

    def __init__(self) -> None:
        self.question: ReopenQuestion | None = None
        self.places: list[Path] = []
        self.set: list[tuple[bytes, str]] = []
        self.failure: Failure | None = None

    def pending(self) -> ReopenQuestion | None:
        return self.question

    def file_name(self) -> str:
        self._fail()
        return NAME

    def ask(self, place: Path) -> ReopenQuestion:
        self._fail()
        self.places.append(place)
        self.question = QUESTION
        return QUESTION

    def withdraw(self) -> None:
        self.question = None

    def prove(self, place: Path) -> bytes:
        self._fail()
        return place.name.encode()

    def reopen(self, answer: bytes, password: str) -> None:
        self._fail()
        self.set.append((answer, password))

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure


def test_file_code_answer_and_password_by_keyboard(
    showing: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    reopener, jobs, done, owner = FakeReopener(), HandRunJobs(), list[str](), QWidget()
    dialog, presenter = forgotten_dialog(reopener, jobs, done.append, owner)
    showing(dialog)
    jobs.run_all()
    proposed: list[str] = []

    def save_to(_parent: QWidget, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(name).name)
        return (str(tmp_path / NAME) if len(proposed) > 1 else "", "")

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save_to)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(tmp_path / "answer"), ""))
    keys = Typist(jobs)
    for _ in range(2):
        keys.press(Qt.Key.Key_Return, CONTROL)
    assert (proposed, reopener.places) == ([NAME, NAME], [tmp_path / NAME])
    code = dialog.findChild(QLabel, "forgotten_code")
    assert isinstance(code, QLabel)
    assert (code.text(), presenter.state.step) == (QUESTION.code, Step.WAIT)
    keys.press(Qt.Key.Key_Return, CONTROL)
    assert presenter.state.step is Step.CHOOSE
    keys.type("teh sore")
    keys.press(Qt.Key.Key_Return)
    assert (presenter.state.differ, reopener.set) == (True, [])
    keys.press(Qt.Key.Key_Tab)
    keys.type("teh sore")
    keys.press(Qt.Key.Key_Return)
    assert reopener.set == [(b"answer", "teh sore")]
    assert (done, dialog.isVisible()) == (["teh sore"], False)


def test_what_fails_leaves_the_step_and_a_request_is_found_again_or_withdrawn(tmp_path: Path) -> None:
    reopener, jobs = FakeReopener(), HandRunJobs()
    shown: list[ForgottenState] = []
    presenter = ForgottenPresenter(reopener, jobs, shown.append, lambda _password: None)
    reopener.failure = Failure(FailureCode.REOPEN_IMPOSSIBLE)
    presenter.look()
    jobs.run_all()
    assert (shown[-1].failure, shown[-1].ready) == (Failure(FailureCode.REOPEN_IMPOSSIBLE), False)
    presenter.save(tmp_path)
    presenter.take(tmp_path)
    presenter.withdraw()
    presenter.choose("a", "a")
    assert jobs.waiting(Lane.LOCAL) == 0
    reopener.question = QUESTION
    presenter.look()
    jobs.run_all()
    for step in (presenter.save, presenter.take):
        reopener.failure = Failure(FailureCode.REOPEN_ANSWERS_ANOTHER)
        step(tmp_path)
        jobs.run_all()
        assert shown[-1] == ForgottenState(
            QUESTION, NAME, failure=Failure(FailureCode.REOPEN_ANSWERS_ANOTHER)
        )
    presenter.take(tmp_path)
    jobs.run_all()
    reopener.failure = Failure(FailureCode.PASSWORD_TOO_SHORT, minimum=8)
    presenter.choose("a", "a")
    jobs.run_all()
    assert (shown[-1].step, shown[-1].ready, reopener.set) == (Step.CHOOSE, True, [])
    presenter.withdraw()
    jobs.run_all()
    assert shown[-1] == ForgottenState(name=NAME)


def test_a_dialog_without_a_request_says_so(showing: Callable[[QWidget], QWidget]) -> None:
    dialog = ForgottenDialog()
    showing(dialog)
    dialog.acted.emit()
    words = " ".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
    assert "read out the code" in words
    assert "Saved as" not in words
