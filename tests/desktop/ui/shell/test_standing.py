"""Where a window stands: as it stood before, and never larger than the screen."""

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.shell.standing import geometry_of, place

SCREEN_WIDTH = slice(46, 50)
"""Where saved geometry holds the width of the screen it was saved on, in bytes."""


@pytest.fixture
def windowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A platform whose screen has an edge."""
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")


def too_large(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    room = window.screen().availableSize()
    window.resize(room.width() * 2, room.height() * 2)
    return window


def of_another_scale(window: QWidget) -> str:
    """The geometry of `window`, as saved when the screen was twice as wide in device-independent pixels."""
    saved = bytearray(window.saveGeometry().data())
    saved[SCREEN_WIDTH] = (window.screen().size().width() * 2).to_bytes(4, "big")
    return QByteArray(bytes(saved)).toBase64().toStdString()


@pytest.mark.usefixtures("windowed")
def test_the_first_window_fills_a_screen_that_is_too_small(qtbot: QtBot) -> None:
    window = too_large(qtbot)
    place(window, "")
    assert window.isMaximized()


@pytest.mark.usefixtures("windowed")
def test_after_a_change_of_scale_too(qtbot: QtBot) -> None:
    window = too_large(qtbot)
    place(window, of_another_scale(window))
    assert window.isMaximized()


@pytest.mark.usefixtures("windowed")
def test_a_window_stands_where_the_last_one_stood(qtbot: QtBot) -> None:
    before = QWidget()
    qtbot.addWidget(before)
    before.setGeometry(40, 50, 300, 200)
    after = too_large(qtbot)
    place(after, geometry_of(before))
    assert not after.isMaximized()
    assert (after.width(), after.height()) == (300, 200)
