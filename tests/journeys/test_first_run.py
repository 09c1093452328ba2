"""A new laptop and a paper with an address and a code: by keyboard to the first day's window, and practice beside it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from perisai_desktop.app import Program
from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.enrolling_device import EnrollingDevice
from perisai_desktop.services.signing_in import SigningIn
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.guide import Guide
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame
from perisai_desktop.ui.widgets.strip import StripLink
from tests.support.centres import Centre, running_branch, running_centre
from tests.support.desks import HandClock
from tests.support.programs import practice_at, running_program, signed_in, words_on

PASSWORD = "kopi-pagi-di-pasar"
OTHER = "teh-sore-di-rumah"


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Centre]:
    with running_centre(tmp_path_factory.mktemp("practice")) as running:
        yield running


def entry_of(program: Program) -> EntryWindow:
    assert program.entry is not None
    return program.entry


def press(program: Program, name: str) -> None:
    Hand(entry_of(program)).press(name)


def give_code(program: Program, url: str, code: str) -> None:
    """Fill in the page of the code and go on."""
    hand = Hand(entry_of(program))
    hand.write("first_run_server", url)
    hand.keyboard.press(hand.write("first_run_code", code.lower()), Qt.Key.Key_Return)


def give_password(program: Program, password: str) -> None:
    """Fill in the page of the password, once it is there, and enrol."""
    hand = Hand(entry_of(program))
    hand.write("first_run_password", password)
    hand.keyboard.press(hand.write("first_run_again", password), Qt.Key.Key_Return)


def begin(program: Program) -> AgentWindow:
    """Press the button of the summary."""
    press(program, "first_run_begin")
    window = program.agent_window
    assert window is not None
    assert window.frame.current == "ready_for_work", "the day begins with the state of the laptop"
    return window


def sign_in(program: Program, password: str) -> AgentWindow:
    hand = Hand(entry_of(program))
    hand.keyboard.press(hand.write("sign_in_password", password), Qt.Key.Key_Return)
    wait_for(lambda: program.agent_window is not None, "signed in")
    window = program.agent_window
    assert window is not None
    window.frame.go("workers")
    wait_for(lambda: window.pages.workers.state.loaded, "workers listed")
    return window


def summary(program: Program, name: str) -> str:
    found = entry_of(program).findChild(QLabel, f"first_run_{name}")
    assert found is not None
    return found.text()


def framed(window: EntryWindow | AgentWindow) -> bool:
    return any(frame.isVisible() for frame in window.findChildren(PracticeFrame))


def test_from_the_paper_to_the_first_window(qapp: QApplication, tmp_path: Path) -> None:
    with (
        running_branch(tmp_path / "branch") as (url, code),
        running_program(tmp_path, attended=True) as program,
    ):
        program.enter()
        press(program, "first_run_id")
        give_code(program, url, code)
        give_password(program, PASSWORD)
        wait_for(lambda: Hand(entry_of(program)).seen("first_run_begin"), "enrolled")
        device = summary(program, "device")
        assert not device.startswith("0")
        assert summary(program, "agent") == "Nining Sukaesih · A-0003"
        assert (summary(program, "office"), summary(program, "branch")) == ("Pos Cibadak", "Cabang Sukabumi")
        assert summary(program, "use") == "kerja sungguhan"
        assert summary(program, "recovery") == "ya, tersimpan"
        window = begin(program)
        assert window.desk.identity.device == device
        assert not framed(window)
        wait_for(lambda: bool(window.findChildren(Guide)), "the tour begins")
        Hand(window).keyboard.press(window.findChildren(Guide)[0], Qt.Key.Key_Escape)
        window.frame.rail.item("leave").click()
        again = sign_in(program, PASSWORD)
        wait_for(lambda: bool(again.frame.strip.findChildren(StripLink)), "figures")
        assert again.frame.strip.link("cash").item.figures
        assert program.side.choices.read().toured
        assert not again.findChildren(Guide), "once is enough"
        again.start_tour()
        wait_for(lambda: bool(again.findChildren(Guide)), "the tour begins again when it is asked for")


def test_a_window_closed_over_the_summary_leaves_an_enrolled_laptop(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    profile = Profile(tmp_path / "practice")
    with running_program(tmp_path) as program:
        program.enter()
        press(program, "first_run_beside")
        press(program, "first_run_id")
        give_code(program, centre.url, centre.new_code())
        give_password(program, PASSWORD)
        wait_for(lambda: Hand(entry_of(program)).seen("first_run_begin"), "enrolled")
    SigningIn(profile, HandClock()).sign_in(PASSWORD).close()


def test_another_language_and_another_side_keep_what_was_typed(qapp: QApplication, tmp_path: Path) -> None:
    with running_program(tmp_path) as program:
        program.enter()
        press(program, "first_run_id")
        Hand(entry_of(program)).write("first_run_server", "https://cabang.example")
        Hand(entry_of(program)).write("first_run_code", "w3ean-ts988")
        assert "Kode dari cabang" in words_on(entry_of(program))
        press(program, "first_run_beside")
        assert "Selamat datang" in words_on(entry_of(program))
        press(program, "first_run_beside")
        press(program, "first_run_back")
        press(program, "first_run_en")
        assert "Code from your branch" in words_on(entry_of(program))
        typed = {
            name: Hand(entry_of(program)).part(name, QLineEdit).text()
            for name in ("first_run_server", "first_run_code")
        }
        assert list(typed.values()) == ["https://cabang.example", "W3EANTS988"]


def test_a_code_for_the_other_side_is_refused_in_clear_words_and_not_spent(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    practice_code = centre.new_code()
    with running_branch(tmp_path / "branch") as (url, code), running_program(tmp_path) as program:
        program.enter()
        press(program, "first_run_id")
        give_code(program, centre.url, practice_code)
        told = explain(Failure(FailureCode.SERVER_FOR_PRACTICE))
        wait_for(lambda: told.what in words_on(entry_of(program)), "a practice code is not for real work")
        assert told.advice in words_on(entry_of(program))
        press(program, "first_run_beside")
        press(program, "first_run_id")
        give_code(program, url, code)
        told = explain(Failure(FailureCode.SERVER_FOR_WORK))
        wait_for(lambda: told.what in words_on(entry_of(program)), "a real code is not for practice")
        assert told.advice in words_on(entry_of(program))
        give_code(program, centre.url, practice_code)
        give_password(program, OTHER)
        wait_for(lambda: Hand(entry_of(program)).seen("first_run_begin"), "enrolled for practice")
        begin(program).frame.rail.item("leave").click()
        press(program, "sign_in_beside")
        give_code(program, url, code)
        give_password(program, PASSWORD)
        wait_for(lambda: Hand(entry_of(program)).seen("first_run_begin"), "enrolled for real work")
    for profile, server, spare, failure in (
        (Profile(tmp_path / "x"), centre.url, practice_code, FailureCode.SERVER_FOR_PRACTICE),
        (Profile(tmp_path / "y"), centre.url, practice_code, FailureCode.CODE_REFUSED),
    ):
        practice = failure is FailureCode.CODE_REFUSED
        with pytest.raises(Failure) as refused:
            EnrollingDevice(profile, HandClock(), practice=practice).enrol(server, spare, PASSWORD)
        assert refused.value.code is failure


def test_practice_beside_real_work_and_back(qapp: QApplication, tmp_path: Path, centre: Centre) -> None:
    work, practice = Profile(tmp_path / "profile"), Profile(tmp_path / "practice")
    with running_branch(tmp_path / "branch") as (url, code):
        EnrollingDevice(work, HandClock(), practice=False).enrol(url, code, PASSWORD).close()
        EnrollingDevice(practice, HandClock(), practice=True).enrol(
            centre.url, centre.new_code(), OTHER
        ).close()
        with running_program(tmp_path) as program:
            assert not framed(program.enter())
            window = sign_in(program, PASSWORD)
            real = window.desk.identity
            window.frame.go("enrolment")
            wait_for(lambda: window.pages.enrolment.state is not None, "form open")
            window.pages.enrolment.type_into("name", "Sri Wartini")
            program.change_sides()
            assert program.agent_window is None
            assert framed(entry_of(program))
            assert "LATIHAN" in entry_of(program).windowTitle()
            press(program, "sign_in_beside")
            assert not framed(entry_of(program))
            press(program, "sign_in_beside")
            window = sign_in(program, OTHER)
            assert framed(window)
            assert window.windowTitle().startswith("LATIHAN")
            assert window.desk.identity.device.startswith("0")
            assert not real.device.startswith("0")
            window.frame.rail.item("leave").click()
            press(program, "sign_in_beside")
            again = sign_in(program, PASSWORD)
            assert again.desk.identity == real
            assert again.desk.drafting.open().form.name == "Sri Wartini"
        with running_program(tmp_path) as program:
            assert not framed(program.enter()), "a start begins with real work"


def test_a_practice_server_beside_the_program_is_one_key_as_ever(
    qapp: QApplication, tmp_path: Path, centre: Centre
) -> None:
    with running_program(tmp_path, practice_at(centre)) as program:
        window = signed_in(program)
        assert framed(window)
        assert not window.findChildren(Guide)
        window.frame.rail.item("leave").click()
        assert not Hand(entry_of(program)).seen("sign_in_beside")
        program.change_sides()
        assert program.side.note is not None
