"""The door of a profile: a second start says that the first one is open, and a wrong password opens nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from dev import ROOT
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.shell.entry_window import EntryWindow
from tests.support.centres import running_centre
from tests.support.desks import HandClock
from tests.support.programs import running_program, words_on

PASSWORD = "kopi-pagi-di-pasar"
WRONG = "teh-sore-di-rumah"

FIRST_START = """
import pathlib, sys
from tests.support.programs import running_program
with running_program(pathlib.Path(sys.argv[1])) as program:
    program.enter()
    print("open", flush=True)
    program.ready.app.exec()
"""


@contextmanager
def first_start(folder: Path) -> Iterator[None]:
    """The program as a process of its own, its first window open; ended at the end of the block."""
    command = [sys.executable, "-c", FIRST_START, str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        try:
            assert first.stdout.readline() == b"open\n", "the first start ended by itself"
            yield
        finally:
            first.terminate()


def password_of(entry: EntryWindow) -> QLineEdit:
    found = entry.findChild(QLineEdit, "sign_in_password")
    assert found is not None
    return found


def test_a_second_start_on_the_same_profile_says_so(qapp: QApplication, tmp_path: Path) -> None:
    with first_start(tmp_path):
        with running_program(tmp_path) as second:
            entry = second.enter()
            words = explain(Failure(FailureCode.ALREADY_RUNNING))
            wait_for(lambda: words.what in words_on(entry), "told so")
            assert words.advice in words_on(entry)
            assert not password_of(entry).isEnabled()
            Hand(entry).keyboard.press(entry, Qt.Key.Key_Return)
            assert second.agent_window is None
        with running_program(tmp_path / "other") as other:
            entry = other.enter()
            assert words.what not in words_on(entry), "another profile has nothing to do with it"
    with running_program(tmp_path) as third:
        assert words.what not in words_on(third.enter()), "the first one is closed"


def test_a_wrong_password_is_told_and_the_right_one_opens(qapp: QApplication, tmp_path: Path) -> None:
    profile = Profile(tmp_path / "profile")
    with running_centre(tmp_path / "centre") as centre:
        EnrollingDevice(profile, HandClock()).enrol(centre.url, centre.new_code(), PASSWORD).close()
        kept = profile.key_file.read_bytes()
        with running_program(tmp_path) as program:
            entry = program.enter()
            hand = Hand(entry)
            hand.keyboard.press(hand.write("sign_in_password", WRONG), Qt.Key.Key_Return)
            words = explain(Failure(FailureCode.WRONG_PASSWORD, attempts_left=4))
            wait_for(lambda: words.what in words_on(entry), "told so")
            assert words.advice in words_on(entry)
            assert program.agent_window is None
            assert WRONG not in words_on(entry)
            assert password_of(entry).text() == ""
            assert profile.key_file.read_bytes() == kept
            hand.keyboard.press(hand.write("sign_in_password", PASSWORD), Qt.Key.Key_Return)
            wait_for(lambda: program.agent_window is not None, "signed in")


def test_whoever_opened_the_reviewer_s_door_by_mistake_goes_back_by_esc(tmp_path: Path) -> None:
    with running_program(tmp_path) as program:
        first = program.enter()
        door = program.open_review()
        Hand(door).shortcut(Qt.Key.Key_Escape)
        wait_for(lambda: program.review.entry is None, "reviewer's door closed")
        assert not door.isVisible()
        assert first.isVisible()
