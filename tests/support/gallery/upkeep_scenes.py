"""Scenes around the work: the start of the day, and the settings."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from perisai_desktop.config.settings import Settings
from perisai_desktop.domain.backup import Backup, BackupProgress, BackupStanding
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import Printer
from perisai_desktop.domain.retention import CleaningStanding
from perisai_desktop.ui.screens.ready_for_work.state import ReadyState
from perisai_desktop.ui.screens.ready_for_work.view import ReadyView
from perisai_desktop.ui.screens.settings.state import Done, Gap, Part, SettingsState, Told
from perisai_desktop.ui.screens.settings.view import SettingsView
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage
from tests.support.morning import AMBER, GREEN

COPY = "perisai-0Q2FK-01-20261122-091500"


def _ready(stage: Stage, state: ReadyState) -> QWidget:
    window = stage.screen("ready_for_work")
    stage.calm()
    stage.part(window, ReadyView).show_state(state)
    return window


@shot("ready_for_work")
def ready_green(stage: Stage) -> QWidget:
    """Siap kerja: semua hijau"""
    return _ready(stage, ReadyState(GREEN))


@shot("ready_for_work")
def ready_amber(stage: Stage) -> QWidget:
    """Siap kerja: semua perlu diurus"""
    return _ready(stage, ReadyState(AMBER))


@shot("ready_for_work")
def ready_mixed(stage: Stage) -> QWidget:
    """Siap kerja: ada yang kuning"""
    return _ready(
        stage, ReadyState(dict(list(AMBER.items())[1:5]) | dict(list(GREEN.items())[5:]), looking=True)
    )


def _settings(stage: Stage, state: SettingsState, part: str = "") -> QWidget:
    window = stage.screen("settings")
    stage.calm()
    now = stage.agent().desk.clock.now()
    known = replace(
        window.upkeep.settings.state,
        pdf_folder="D:/Kuitansi",
        printers=(Printer("EPSON L3210", default=True), Printer("Blueprint TMU220", raw=True)),
        cleaning=CleaningStanding(days=90, cleaned=1_204, newly=12, last_at=now),
        backup=BackupStanding("E:/Cadangan", Backup(now, f"E:/Cadangan/{COPY}", 4310, 18_400_000)),
    )
    changes = {name: getattr(state, name) for name in ("choices", "copying", "progress", "gaps", "told")}
    view = stage.part(window, SettingsView)
    view.show_state(replace(known, **changes))
    if part:
        stage.part(window, QWidget, part).setFocus(Qt.FocusReason.TabFocusReason)
    return window


@shot("settings")
def settings(stage: Stage) -> QWidget:
    """Pengaturan"""
    return _settings(stage, SettingsState())


@shot("settings")
def settings_restart(stage: Stage) -> QWidget:
    """Pengaturan: ukuran lain, cadangan sedang dibuat"""
    copying = BackupProgress(9_000_000, 18_400_000)
    state = SettingsState(Settings(scale=150), copying=True, progress=copying)
    return _settings(stage, state)


@shot("settings")
def settings_copied(stage: Stage) -> QWidget:
    """Pengaturan: cadangan selesai"""
    return _settings(stage, SettingsState(told=Told(Part.BACKUP, Done.COPIED)), "settings_back_up")


@shot("settings")
def settings_no_room(stage: Stage) -> QWidget:
    """Pengaturan: tempat tidak cukup"""
    failure = Failure(FailureCode.BACKUP_NO_ROOM, needed=39)
    return _settings(stage, SettingsState(told=Told(Part.BACKUP, failure=failure)), "settings_back_up")


@shot("settings")
def settings_password(stage: Stage) -> QWidget:
    """Pengaturan: kata sandi yang belum pas"""
    gaps = frozenset({Gap.OLD_MISSING, Gap.NEW_DIGITS, Gap.DIFFER})
    return _settings(stage, SettingsState(gaps=gaps), "settings_password")


@shot("settings")
def settings_report(stage: Stage) -> QWidget:
    """Pengaturan: laporan tersimpan"""
    return _settings(stage, SettingsState(told=Told(Part.REPORT, Done.REPORT_SAVED)), "settings_licences")
