"""Waits until the screens show what the store holds, and lets files fall on windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.tour.waiting import wait_for

ROUNDS = 2
"""An answer may ask once more: the newest entries first, then all of them."""


def read_through(jobs: Jobs) -> None:
    """Wait until everything that was asked of the store is on screen: the lane answers in order."""
    for _ in range(ROUNDS):
        answered: list[object] = []
        jobs.run(Lane.LOCAL, lambda: None, answered.append)
        wait_for(lambda seen=answered: bool(seen), "store read through")  # type: ignore[misc]


def drop(window: QWidget, file: Path) -> None:
    """Let a file fall on a window."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(file))])
    place, copy = window.rect().center(), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(place, copy, carried, left, none))
    QApplication.sendEvent(window, QDropEvent(QPointF(place), copy, carried, left, none))
