"""The start of the day: green and amber in words, buttons that do something, and Enter that goes on."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import Printer, PrinterState
from perisai_desktop.domain.readiness import (
    BackupAge,
    Check,
    ClockStanding,
    DiskRoom,
    LastSync,
    PrinterStanding,
    ProgramAge,
    Standing,
    StoreHealth,
    TariffInForce,
    UnsentWork,
)
from perisai_desktop.ui.screens.ready_for_work.row import CheckLine
from perisai_desktop.ui.screens.ready_for_work.state import ReadyState
from perisai_desktop.ui.screens.ready_for_work.view import ReadyView
from perisai_desktop.ui.screens.ready_for_work.words import Act, Line, Morning, line_of
from perisai_desktop.ui.widgets.cards import Banner
from sync.rules.iuran_month import IuranMonth
from tests.desktop.ui.conftest import Showing
from tests.support.morning import AMBER, GREEN, NOW

MORNING = Morning(NOW, 420)
HALF = "potongan 50% (PP 50/2025)"


def _view(showing: Showing, state: ReadyState) -> ReadyView:
    view = ReadyView(lambda: MORNING)
    showing(view)
    view.show_state(state)
    return view


def _lines(view: ReadyView) -> list[str]:
    return [line.accessibleName() for line in view.findChildren(CheckLine)]


def _verdict(view: ReadyView) -> str:
    found = view.findChild(Banner)
    assert isinstance(found, Banner)
    return found.words


@pytest.mark.usefixtures("indonesian")
def test_a_green_morning(showing: Showing) -> None:
    view = _view(showing, ReadyState(GREEN))
    assert _verdict(view) == "Semua siap Selamat bekerja."
    assert _lines(view) == [
        "Data di laptop ini: baik. Terbuka dan utuh, 1.240 catatan.",
        "Cadangan data: baik. Dibuat 09.15.",
        "Belum terkirim: baik. 2 menunggu, Rp33.600; terkirim sendiri kalau ada sinyal.",
        "Sambungan ke cabang: baik. Terakhir tersambung 09.15.",
        "Printer: baik. EPSON L3210 siap.",
        "Sisa ruang disk: baik. 83,0 GB kosong, cukup untuk kira-kira 330.000 pendaftaran.",
        "Jam: baik. WIB, terlalu cepat 3 menit.",
        f"Tarif iuran: baik. Versi BPU-2015; {HALF} sampai Desember 2026; transportasi: {HALF} sampai Maret 2027.",
        "Program: baik. Versi 0.1.0.",
    ]
    assert not any(
        button.isVisible() for button in view.findChildren(QPushButton) if "ready_" in _name(button)
    )


def _name(button: QPushButton) -> str:
    known = {f"ready_{check.value}" for check in Check}
    return button.objectName() if button.objectName() in known else ""


@pytest.mark.usefixtures("indonesian")
def test_an_amber_morning_says_what_to_do(showing: Showing) -> None:
    view = _view(showing, ReadyState(AMBER))
    assert _verdict(view).startswith("9 hal perlu diurus dulu")
    assert all(": perlu diurus. " in line and line.endswith(".") for line in _lines(view))
    pressed: list[Act] = []
    view.acted.connect(pressed.append)
    for button in view.findChildren(QPushButton):
        if _name(button) and button.isVisible():
            QTest.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [Act.NEW_NUMBERS, Act.BACK_UP, Act.SEND, Act.SEND, Act.CHOOSE_PRINTER]


def test_enter_goes_on_whatever_has_the_focus(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing, ReadyState(looking=True))
    view.arrive()
    with qtbot.waitSignal(view.begun):
        QTest.keyClick(view.focusWidget(), Qt.Key.Key_Return)
    view.show_state(ReadyState(AMBER))
    button = view.findChild(QPushButton, "ready_unsent")
    assert isinstance(button, QPushButton)
    button.setFocus()
    with qtbot.waitSignal(view.begun):
        QTest.keyClick(button, Qt.Key.Key_Enter)


def test_looking_is_told_and_can_be_asked_for(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing, ReadyState({Check.STORE: GREEN[Check.STORE]}, looking=True))
    assert _verdict(view).startswith("Looking at this laptop…")
    with qtbot.waitSignal(view.appeared):
        QTest.keyClick(view, Qt.Key.Key_F5)


def test_what_could_not_be_looked_at_is_told(showing: Showing) -> None:
    view = _view(showing, ReadyState(failures={Check.STORE: Failure(FailureCode.STORE_BUSY)}))
    assert "Another program holds the data file." in _lines(view)[0]
    assert "to do first" in _verdict(view)


@pytest.mark.parametrize(
    ("standing", "line"),
    [
        (StoreHealth(0, behind=False), Line("Opened, whole and still empty")),
        (BackupAge(None, 0, 0), Line("Nothing to copy yet")),
        (
            BackupAge(NOW, 9, 4),
            Line(
                "The last one is 9 days old", "Plug in a USB stick; a copy takes about a minute.", Act.BACK_UP
            ),
        ),
        (UnsentWork(0, 0, 0), Line("Everything is at the branch")),
        (
            LastSync(None, 0),
            Line("Never connected so far", "The branch's decisions come with the next connection.", Act.SEND),
        ),
        (
            PrinterStanding(None, ""),
            Line(
                "No printer on this laptop",
                "Without one too: save the receipt as PDF and share it.",
                Act.CHOOSE_PRINTER,
            ),
        ),
        (
            PrinterStanding(Printer("Other"), "EPSON"),
            Line(
                "EPSON is not connected",
                "Plug it in and switch it on, or choose another one.",
                Act.CHOOSE_PRINTER,
            ),
        ),
        (
            PrinterStanding(Printer("EPSON", PrinterState.ERROR), "EPSON"),
            Line(
                "EPSON reports a fault",
                "Look at paper, cover and cable, or choose another one.",
                Act.CHOOSE_PRINTER,
            ),
        ),
        (DiskRoom(None), Line("The system does not tell how much is free")),
        (ClockStanding(None, 540), Line("WIT; compared with the next connection")),
        (ClockStanding(0, 480), Line("WITA, right to the minute")),
        (
            ClockStanding(0, 420, 26 * 60),
            Line(
                "WIB, 1 day behind the last entry: it was put back",
                "Set date, time and zone in the system's settings: every receipt carries them.",
            ),
        ),
        (
            ClockStanding(-26 * 60, 420),
            Line(
                "WIB, 1 day slow",
                "Set date, time and zone in the system's settings: every receipt carries them."
                " Until then the branch's date decides which prices hold.",
            ),
        ),
        (
            ProgramAge("0.1.0", "0.2.0", date(2026, 12, 1)),
            Line(
                "Version 0.1.0: to take cash from 1 December 2026 on, 0.2.0 or newer is needed",
                "Ask the branch for the newest version; your data stays.",
            ),
        ),
        (
            ClockStanding(0, 600),
            Line(
                "The time zone is none of WIB, WITA and WIT",
                "Set date, time and zone in the system's settings: every receipt carries them.",
            ),
        ),
        (TariffInForce("X", IuranMonth(2027, 1), ()), Line("Version X; up to January 2027")),
    ],
)
def test_other_facts_in_words(theme: object, standing: Standing, line: Line) -> None:
    assert line_of(standing, MORNING) == line
