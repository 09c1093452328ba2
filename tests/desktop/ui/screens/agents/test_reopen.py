"""A branch administrator answers a forgotten password: the file first, the code that was heard, then the answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.reopening import AskedReopening
from perisai_desktop.ui.screens.agents.acts import RIGHTS, Act, Asked, offered
from perisai_desktop.ui.screens.agents.reopen_dialog import reopen_dialog
from sync.server.permissions import Role, may
from tests.support.fake_agents import AT, book
from tests.support.typist import CONTROL, Typist

AGENT = book().agents[4]
LAPTOP = AGENT.laptops[0]
ROUTE = "/v1/admin/devices/{device}/reopening"


class FakeReopenings:
    """The branch's session in memory; `failure` makes the next call fail."""

    def __init__(self) -> None:
        self.failure: Failure | None = None
        self.answered: list[tuple[str, str, Path]] = []

    def look(self, place: Path, device: str) -> AskedReopening:
        self._fail()
        return AskedReopening(device, AT, place.name, f"{place.name}-jawaban", b"raw")

    def answer(self, asked: AskedReopening, code: str, place: Path) -> Path:
        self._fail()
        self.answered.append((asked.device, code, place))
        return place

    def _fail(self) -> None:
        if self.failure is not None:
            failure, self.failure = self.failure, None
            raise failure


def test_who_may_answer_is_who_the_server_lets() -> None:
    for role in Role:
        rights = RIGHTS.get(role.value, frozenset())
        assert (Act.REOPEN in rights) == may(role, "POST", ROUTE)
    of_states = {
        laptop.state: offered(laptop, frozenset({Act.REOPEN}))
        for one in book().agents
        for laptop in one.laptops
    }
    assert {state.value for state, acts in of_states.items() if acts} == {"active", "paused"}


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    """The window behind the dialog."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


def test_file_and_code_come_before_the_answer(
    owner: QWidget, showing: Callable[[QWidget], QWidget], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    session, jobs = FakeReopenings(), HandRunJobs()
    dialog, presenter = reopen_dialog(session, jobs, Asked(Act.REOPEN, AGENT, LAPTOP), owner)
    showing(dialog)
    chosen = tmp_path / "a.perisai-sandi"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(chosen), ""))
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _parent, _title, proposed, _kinds: (proposed, "")
    )
    keys = Typist(jobs)
    dialog.acted.emit()
    session.failure = Failure(FailureCode.REOPEN_FOR_ANOTHER)
    choose = dialog.findChild(QPushButton, "reopen_choose")
    assert isinstance(choose, QPushButton)
    for failure in (Failure(FailureCode.REOPEN_FOR_ANOTHER), None):
        choose.click()
        jobs.run_all()
        assert (presenter.state.failure, presenter.state.ready) == (failure, False)
    code = dialog.findChild(QWidget, "reopen_code")
    assert isinstance(code, QWidget)
    code.setFocus()
    keys.type("m24e-hxxt-rc4n")
    for failure in (Failure(FailureCode.REOPEN_CODE_DIFFERS), None):
        session.failure = failure
        keys.press(Qt.Key.Key_Return, CONTROL)
        assert presenter.state.failure == failure
    assert session.answered == [(LAPTOP.device, "M24EHXXTRC4N", tmp_path / "a.perisai-sandi-jawaban")]
    assert (presenter.state.saved, dialog.act.isVisible()) == ("a.perisai-sandi-jawaban", False)
    presenter.answer(tmp_path)
    assert len(session.answered) == 1
