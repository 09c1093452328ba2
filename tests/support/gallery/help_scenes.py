"""Scenes of the help: the screen's page, the keys, the messages, the glossary."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.shell.help_window import HelpWindow
from tests.support.gallery.agent_scenes import workers
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _part(stage: Stage, part: int) -> QWidget:
    window = workers(stage)
    opened = HelpWindow(stage.language, "workers", window)
    opened.open()
    opened.choose(part)
    return window


@shot("shell")
def help_workers(stage: Stage) -> QWidget:
    """Bantuan"""
    return _part(stage, 0)


@shot("shell")
def help_keys(stage: Stage) -> QWidget:
    """Bantuan: semua tombol"""
    return _part(stage, 1)


@shot("shell")
def help_messages(stage: Stage) -> QWidget:
    """Bantuan: semua pesan"""
    return _part(stage, 2)


@shot("shell")
def help_glossary(stage: Stage) -> QWidget:
    """Bantuan: istilah"""
    return _part(stage, 3)
