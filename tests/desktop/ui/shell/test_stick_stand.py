"""From the sync screen a file goes out on a stick and its answer comes in; the reviewer's window takes files in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.agent import ReviewerIdentity
from perisai_desktop.domain.bundle import CarriedBundle
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.bundle.state import Errand
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.shell.review_window import ReviewWindow
from perisai_desktop.ui.shell.stick_stand import plugged_in
from perisai_desktop.ui.theme.theme import Theme
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.desktop.ui.screens.bundle.test_bundle_presenter import CARRIED
from tests.support.desks import HandClock
from tests.support.fake_printers import FakePrinters
from tests.support.fake_reviewing import FakeReviewing
from tests.support.reference_data import reference
from tests.support.stick_branch import StickBranch, branch, desk, enrol, queued, stick

__all__ = ["branch", "desk", "stick"]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def key() -> SigningKey:
    return SigningKey.from_bytes(bytes(range(1, 33)))


@pytest.fixture
def jobs() -> HandRunJobs:
    return HandRunJobs()


@pytest.fixture
def printers() -> FakePrinters:
    return FakePrinters()


@pytest.fixture
def window(
    desk: AgentDesk,
    jobs: HandRunJobs,
    printers: FakePrinters,
    theme: Theme,
    tmp_path: Path,
    showing: Showing,
) -> Iterator[AgentWindow]:
    made = AgentWindow(desk, jobs, Looks(theme, "id", lambda _language: None), tmp_path, printers)
    showing(made)
    made.frame.go("sync")
    jobs.run_all()
    yield made
    made.close()
    jobs.run_all()


def press(window: AgentWindow, name: str) -> None:
    assert window.stick.window is not None
    button = window.stick.window.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_out_and_back_by_key(
    window: AgentWindow,
    desk: AgentDesk,
    jobs: HandRunJobs,
    printers: FakePrinters,
    branch: StickBranch,
    stick: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    enrol(desk, 10)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    QTest.keyClick(window, Qt.Key.Key_U, CONTROL)
    qtbot.waitUntil(lambda: window.stick.window is not None)
    jobs.run_all()
    press(window, "bundle_print")
    jobs.run_all()
    (saved,) = stick.iterdir()
    assert [document.title for _, document in printers.sent] == [saved.name]
    press(window, "bundle_close")
    qtbot.waitUntil(lambda: window.stick.window is None)
    _, answer = branch.take(saved)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(answer), ""))
    QTest.keyClick(window, Qt.Key.Key_B, CONTROL)
    qtbot.waitUntil(lambda: window.stick.window is not None)
    jobs.run_all()
    assert queued(desk) == 0
    press(window, "bundle_close")


@pytest.mark.parametrize("name", ["stick_save", "stick_read", "stick_carry"])
def test_nothing_chosen_opens_nothing(
    window: AgentWindow, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    button = window.findChild(QPushButton, name)
    assert button is not None
    button.click()
    assert window.stick.window is None


class Receiving(FakeReviewing):
    """A session that takes files in."""

    def carry(self, path: Path) -> CarriedBundle:
        """Taken."""
        assert path == Path("/stick/a.perisai")
        return CARRIED


def test_the_reviewer_takes_a_file_in(
    jobs: HandRunJobs,
    printers: FakePrinters,
    theme: Theme,
    showing: Showing,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = ReviewWindow(
        Receiving([]),  # type: ignore[arg-type]
        ReviewerIdentity("Sari", "Cabang", "reviewer"),
        jobs,
        Looks(theme, "id", lambda _language: None),
        reference(),
        printers,
        practice=True,
    )
    showing(window)
    window.start()
    jobs.run_all()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/stick/a.perisai", ""))
    window.frame.rail.item("receive").click()
    qtbot.waitUntil(lambda: window.stick.window is not None)
    jobs.run_all()
    opened = window.stick.window
    assert opened is not None
    button = opened.findChild(QPushButton, "bundle_print")
    assert button is not None
    button.click()
    jobs.run_all()
    assert [document.title for _, document in printers.sent] == ["a.perisai"]
    opened.accept()
    window.close()
    jobs.run_all()


def test_a_dialog_opens_on_the_stick_and_remembers_the_folder(
    window: AgentWindow, desk: AgentDesk, jobs: HandRunJobs, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert plugged_in(["/", "/media/agen/KINGSTON", "/media/agen/LAIN"]) == Path("/media/agen/KINGSTON")
    assert plugged_in(["/", "/home"]) is None
    asked: list[str] = []

    def choose(_owner: object, _title: str, start: str, *_kinds: str) -> str:
        asked.append(start)
        return str(stick)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", choose)
    enrol(desk, 10)
    for _ in range(2):
        window.stick.ask(Errand.SAVE)
        jobs.run_all()
        press(window, "bundle_close")
    assert asked[0]
    assert asked[1] == str(stick)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *asking: (choose(*asking) and "", ""))
    window.stick.ask(Errand.READ)
    assert asked[2] == str(stick)
