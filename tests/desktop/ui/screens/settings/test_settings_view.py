"""The settings page by keyboard: choices, copies, the password, the report, and what it never shows."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.config.settings import Settings
from perisai_desktop.domain.backup import Backup, BackupProgress, BackupStanding
from perisai_desktop.domain.device import DeviceFacts, ReportPart
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import Printer
from perisai_desktop.domain.retention import CleaningStanding
from perisai_desktop.ui.i18n import moment_words
from perisai_desktop.ui.screens.settings.state import Done, Gap, Part, SettingsState, Told
from perisai_desktop.ui.screens.settings.view import Setting, SettingsView
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.password_input import PasswordInput
from perisai_desktop.ui.widgets.select_field import SelectField
from tests.desktop.ui.conftest import Showing
from tests.support.morning import NOW

FACTS = DeviceFacts(
    device="0Q2FK",
    epoch=1,
    agent="Nining Sukaesih",
    number="A3",
    office="Pos Cibadak",
    branch="Cabang Sukabumi",
    hotline="0800 000 0000",
    server_url="https://cabang.example",
    fingerprint="CSM7N-BFRCA",
    store="/data/agent",
    practice=True,
)
STATE = SettingsState(
    pdf_folder="/home/kuitansi",
    printers=(Printer("EPSON L3210"), Printer("Blueprint", raw=True)),
    backup=BackupStanding("/usb", Backup(NOW, "/usb/perisai-1", 1240, 4_000_000)),
    cleaning=CleaningStanding(days=90, cleaned=1_204, newly=12, last_at=NOW),
    report=(ReportPart("versions.json", 213), ReportPart("logs/perisai.log", 5000)),
)


def _view(showing: Showing, state: SettingsState = STATE) -> SettingsView:
    view = SettingsView(
        Setting(lambda: FACTS, "report.zip", lambda at: moment_words(at, at.date()), tour=True)
    )
    view.show_state(state)
    showing(view)
    view.looks.show_looks("id", "dark")
    return view


def _seen(view: QWidget) -> set[str]:
    return {label.text() for label in view.findChildren(QLabel) if label.isVisible()}


def _part(view: QWidget, name: str) -> QWidget:
    found = view.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


@pytest.mark.usefixtures("indonesian")
def test_the_page_in_words(showing: Showing) -> None:
    seen = _seen(_view(showing))
    assert {"Cadangan data", "1.240 catatan, 4,0 MB", "02.15", "/usb", "/home/kuitansi"} <= seen
    assert {"Nining Sukaesih · A3", "0Q2FK-01", "CSM7N-BFRCA", "https://cabang.example"} <= seen
    assert "versi (213 B) · perisai.log (5 kB)" in seen
    assert {"90 hari setelah keputusan cabang", "1.204 catatan", "02.15; 12 catatan dibersihkan"} <= seen
    view = _view(showing, replace(STATE, cleaning=CleaningStanding(90, 0, 0, None)))
    assert {"0 catatan", "belum pernah"} <= _seen(view)


def test_arrows_choose_language_theme_and_scale(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    view.arrive()
    told: list[object] = []
    view.looks.language_chosen.connect(told.append)
    view.looks.theme_chosen.connect(told.append)
    view.looks.scale_chosen.connect(told.append)
    assert view.focusWidget() is _part(view, "settings_language")
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Tab)
    assert view.focusWidget() is _part(view, "settings_theme")
    QTest.keyClick(view.focusWidget(), Qt.Key.Key_Left)
    QTest.keyClicks(_part(view, "settings_scale"), "9")
    QTest.keyClick(_part(view, "settings_scale"), Qt.Key.Key_End)
    assert told == ["en", "light", 200]


def test_another_scale_offers_a_restart(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing, SettingsState(Settings(scale=150)))
    button = _part(view, "settings_restart")
    assert button.isVisible()
    with qtbot.waitSignal(view.looks.restart_asked):
        QTest.keyClick(button, Qt.Key.Key_Space)
    view.show_state(SettingsState(Settings(scale=150), scale=150))
    assert not button.isVisible()


def test_paper_and_the_printers_for_it(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    select = view.findChild(SelectField, "settings_printer")
    assert isinstance(select, SelectField)
    with qtbot.waitSignal(view.paper.printer_chosen) as chosen:
        QTest.keyClick(select, Qt.Key.Key_Down)
        QTest.keyClick(select, Qt.Key.Key_Down)
        QTest.keyClick(select, Qt.Key.Key_Return)
    assert chosen.args == ["EPSON L3210"]
    with qtbot.waitSignal(view.paper.paper_chosen) as chosen:
        QTest.keyClick(_part(view, "settings_paper"), Qt.Key.Key_End)
    assert chosen.args == ["roll58"]
    view.show_state(SettingsState(Settings(printer="HP 107a"), printers=()))
    assert select.text() == "HP 107a (not connected)"
    assert any("none on this laptop" in text for text in _seen(view))


def test_the_minutes_until_the_screen_locks_itself(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    with qtbot.waitSignal(view.password.lock_chosen) as chosen:
        QTest.keyClick(_part(view, "settings_lock"), Qt.Key.Key_Right)
    assert chosen.args == [15]


def test_folders_are_chosen(qtbot: QtBot, showing: Showing, monkeypatch: pytest.MonkeyPatch) -> None:
    view = _view(showing)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: "/media/stick")
    with qtbot.waitSignal(view.paper.folder_chosen) as chosen:
        QTest.keyClick(_part(view, "settings_pdf_folder"), Qt.Key.Key_Space)
    assert chosen.args == [Path("/media/stick")]
    with qtbot.waitSignal(view.backup.folder_chosen) as chosen:
        QTest.keyClick(_part(view, "settings_backup_folder"), Qt.Key.Key_Space)
    assert chosen.args == [Path("/media/stick"), False]


def test_backing_up_asks_for_a_folder_first(
    qtbot: QtBot, showing: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = _view(showing, SettingsState())
    answers = ["", "/media/stick"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: answers.pop(0))
    view.show_backup()
    with qtbot.waitSignal(view.backup.folder_chosen) as chosen:
        view.show_backup()
    assert chosen.args == [Path("/media/stick"), True]
    view.show_state(STATE)
    with qtbot.waitSignal(view.backup.backup_asked):
        QTest.keyClick(_part(view, "settings_back_up"), Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("progress", "stopping", "words"),
    [
        (None, False, "Beginning…"),
        (BackupProgress(1_000_000, 4_000_000), False, "1.0 MB of 4.0 MB"),
        (BackupProgress(4_000_000, 4_000_000, checking=True), False, "Reading the copy back…"),
        (BackupProgress(1_000_000, 4_000_000), True, "Stopping…"),
    ],
)
def test_a_copy_can_be_watched(
    showing: Showing, progress: BackupProgress | None, stopping: bool, words: str
) -> None:
    view = _view(showing, SettingsState(copying=True, progress=progress, stopping=stopping))
    assert words in _seen(view)
    assert not _part(view, "settings_back_up").isEnabled()


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told(Part.BACKUP, Done.COPIED), "The copy is made and was read back whole"),
        (Told(Part.BACKUP, Done.STOPPED), "Stopped"),
        (Told(Part.PASSWORD, Done.PASSWORD_CHANGED), "From now on the new password opens your data"),
        (Told(Part.REPORT, Done.REPORT_SAVED), "The report is saved"),
        (Told(Part.LOOKS, failure=Failure(FailureCode.DISK_FULL)), "The disk is full."),
    ],
)
def test_each_end_is_told_on_its_card(showing: Showing, told: Told, words: str) -> None:
    assert words in _seen(_view(showing, SettingsState(told=told)))


def test_the_password_is_typed_and_leaves_its_lines(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    for name, text in (("old", "pasar pagi"), ("new", "perahu biru"), ("again", "perahu biru")):
        QTest.keyClicks(_part(view, f"settings_password_{name}"), text)
    with qtbot.waitSignal(view.password.submitted) as typed:
        QTest.keyClick(_part(view, "settings_password_again"), Qt.Key.Key_Return)
    assert typed.args == ["pasar pagi", "perahu biru", "perahu biru"]
    view.show_state(SettingsState(gaps=frozenset(Gap)))
    wrong = [field.message for field in view.findChildren(Field) if field.message]
    assert "The two passwords differ" in wrong
    view.show_state(SettingsState(changes=1))
    assert [line.text() for line in view.findChildren(PasswordInput)] == ["", "", ""]


def test_the_report_is_saved_where_the_agent_says(
    qtbot: QtBot, showing: Showing, monkeypatch: pytest.MonkeyPatch
) -> None:
    view = _view(showing)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: ("/usb/report.zip", ""))
    with qtbot.waitSignal(view.report.saved) as chosen:
        QTest.keyClick(_part(view, "settings_report"), Qt.Key.Key_Space)
    assert chosen.args == [Path("/usb/report.zip")]


def test_licences_and_the_tour(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    with qtbot.waitSignal(view.about.licences_asked):
        QTest.keyClick(_part(view, "settings_licences"), Qt.Key.Key_Space)
    with qtbot.waitSignal(view.about.tour_asked):
        QTest.keyClick(_part(view, "settings_tour"), Qt.Key.Key_Space)


def test_the_focus_stays_in_sight_where_the_columns_are_one(qtbot: QtBot, showing: Showing) -> None:
    view = _view(showing)
    view.resize(640, 300)
    button = _part(view, "settings_licences")
    assert isinstance(button, QPushButton)
    button.setFocus()
    qtbot.waitUntil(lambda: not button.visibleRegion().isEmpty())
    view.show_printer()
    qtbot.waitUntil(lambda: not _part(view, "settings_printer").visibleRegion().isEmpty())
