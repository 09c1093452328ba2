"""A desk left alone: nothing of it is on screen until its password is given, nothing of it is lost meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget

from perisai_desktop.app import Program
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.help_window import HelpWindow
from tests.support.centres import Centre, running_centre
from tests.support.desks import HandClock
from tests.support.programs import practice_at, running_program, signed_in, words_on

PASSWORD = "kopi-pagi-di-pasar"
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("centre")) as running:
        yield running


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, centre: Centre) -> Iterator[Program]:
    """The program with an agent signed in, tour seen."""
    profile = Profile(tmp_path / "profile")
    EnrollingDevice(profile, HandClock()).enrol(centre.url, centre.new_code(), PASSWORD).close()
    with running_program(tmp_path, attended=True) as made:
        made.side.choices.keep(toured=True)
        hand = Hand(made.enter())
        hand.keyboard.press(hand.write("sign_in_password", PASSWORD), Qt.Key.Key_Return)
        wait_for(lambda: made.agent_window is not None, "signed in")
        yield made


def desk_window(program: Program) -> AgentWindow:
    assert program.agent_window is not None
    return program.agent_window


def cover() -> EntryWindow:
    """The window of the locked screen, once it is the only one in sight."""
    wait_for(lambda: isinstance(_alone(), EntryWindow), "locked")
    found = _alone()
    assert isinstance(found, EntryWindow)
    return found


def _alone() -> QWidget | None:
    seen = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    return seen[0] if len(seen) == 1 else None


def give(password: str) -> None:
    hand = Hand(cover())
    hand.keyboard.press(hand.write("sign_in_password", password), Qt.Key.Key_Return)


def idle_timer(program: Program) -> QTimer:
    (timer,) = program.screen_lock.findChildren(QTimer)
    return timer


def test_by_key_and_back_with_everything_as_it_was(program: Program) -> None:
    window = desk_window(program)
    window.frame.go("enrolment")
    wait_for(lambda: window.pages.enrolment.state is not None, "form open")
    window.pages.enrolment.type_into("name", "Sri Wartini")
    dialog = QDialog(window)
    dialog.show()
    window.activateWindow()
    Hand(window).shortcut(Qt.Key.Key_L, CONTROL)
    assert "Layar terkunci" in words_on(cover())
    assert not dialog.isVisible()
    assert not window.isVisible()
    program.lock()
    give("teh-sore-di-rumah")
    told = explain(Failure(FailureCode.WRONG_PASSWORD, attempts_left=4))
    wait_for(lambda: told.what in words_on(cover()), "told so")
    late = QDialog(window)
    late.open()
    assert not window.isVisible()
    wait_for(lambda: not late.isVisible(), "nothing comes before the cover")
    before = window.pages.sync.state.run.ended
    window.pages.sync.send()
    wait_for(lambda: window.pages.sync.state.run.ended > before, "sending goes on")
    give(PASSWORD)
    wait_for(window.isVisible, "unlocked")
    assert dialog.isVisible()
    assert late.isVisible()
    assert window.frame.current == "enrolment"
    state = window.pages.enrolment.state
    assert state is not None
    assert state.form.name == "Sri Wartini"
    assert desk_window(program) is window
    dialog.close()
    late.close()


def test_signing_out_of_a_locked_screen_keeps_the_draft(program: Program) -> None:
    window = desk_window(program)
    window.frame.go("enrolment")
    wait_for(lambda: window.pages.enrolment.state is not None, "form open")
    window.pages.enrolment.type_into("name", "Sri Wartini")
    program.lock()
    Hand(cover()).press("sign_in_leave")
    assert program.agent_window is None
    assert program.desk is None
    wait_for(lambda: "Masuk" in words_on(cover()), "the sign-in is there")
    give(PASSWORD)
    wait_for(lambda: program.agent_window is not None, "signed in again")
    again = desk_window(program)
    assert again.desk.drafting.open().form.name == "Sri Wartini"


def test_the_help_is_read_over_the_cover_and_closes_with_it(program: Program) -> None:
    program.lock()
    locked = cover()
    Hand(locked).press("sign_in_help")
    (helped,) = locked.findChildren(HelpWindow)
    QApplication.processEvents()
    assert helped.isVisible()
    assert not desk_window(program).isVisible()
    helped.reject()
    give(PASSWORD)
    wait_for(lambda: not program.screen_lock.drawn, "unlocked")


def test_a_window_that_never_comes_to_the_front_is_hidden_too(qapp: QApplication, program: Program) -> None:
    program.lock()
    cover()
    qapp.focusWindowChanged.disconnect(program.screen_lock._focus_moved)
    late = QWidget()
    late.show()
    wait_for(lambda: not late.isVisible(), "hidden")
    program.screen_lock.lift()
    assert late.isVisible()
    late.close()


def test_what_ended_behind_the_cover_does_not_come_back(program: Program) -> None:
    window = desk_window(program)
    ended = QDialog(window)
    ended.open()
    program.lock()
    cover()
    ended.accept()
    ended.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    give(PASSWORD)
    wait_for(window.isVisible, "unlocked")
    assert not program.screen_lock.drawn


def test_a_question_for_a_folder_is_over_once_the_screen_is_locked(program: Program) -> None:
    window = desk_window(program)
    QTimer.singleShot(0, window, program.lock)
    assert QFileDialog.getExistingDirectory(window) == ""
    cover()
    give(PASSWORD)
    wait_for(window.isVisible, "unlocked")


def test_a_laptop_left_alone_locks_itself(program: Program) -> None:
    timer = idle_timer(program)
    assert timer.isActive()
    assert timer.interval() == 10 * 60_000
    desk_window(program).frame.rail.item("help").click()
    (helped,) = desk_window(program).findChildren(HelpWindow)
    timer.timeout.emit()
    assert program.screen_lock.drawn
    assert not timer.isActive()
    give(PASSWORD)
    wait_for(lambda: not program.screen_lock.drawn, "unlocked")
    assert timer.isActive()
    assert helped.isVisible()
    helped.close()


def test_a_touch_begins_the_wait_anew_and_nobody_waits_where_it_is_off(program: Program) -> None:
    timer = idle_timer(program)
    timer.setInterval(60_000)
    handle = desk_window(program).windowHandle()
    assert handle is not None
    QTest.mouseMove(handle)
    began: list[bool] = []
    timer.timeout.connect(lambda: began.append(True))
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier)
    assert not program.screen_lock.eventFilter(handle, key)
    assert timer.isActive()
    program.ready.choices.keep(lock_minutes=0)
    program.screen_lock.watch()
    assert not timer.isActive()
    assert not program.screen_lock.eventFilter(handle, key)
    assert not timer.isActive()
    assert began == []


def test_another_time_chosen_in_the_settings_holds_at_once(program: Program) -> None:
    window = desk_window(program)
    assert idle_timer(program).interval() == 10 * 60_000
    window.frame.go("settings")
    QTest.keyClick(Hand(window).part("settings_lock", QWidget), Qt.Key.Key_Left)
    assert idle_timer(program).interval() == 5 * 60_000
    assert program.ready.choices.read().lock_minutes == 5


def test_practice_unlocks_with_one_key_and_the_tour_never_locks(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    with running_program(tmp_path, practice_at(centre)) as program:
        program.lock()
        assert not program.screen_lock.drawn, "nothing is open yet"
        window = signed_in(program)
        assert not idle_timer(program).isActive()
        program.lock()
        Hand(cover()).press("sign_in_enter")
        wait_for(window.isVisible, "unlocked")
