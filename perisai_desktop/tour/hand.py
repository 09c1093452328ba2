"""Finds widgets by name on a real window and uses them: type, tick, press, sign."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from perisai_desktop.tour.keyboard import Keyboard
from perisai_desktop.tour.waiting import wait_for

W = TypeVar("W", bound=QWidget)


class Hand:
    """One person at one window."""

    def __init__(self, window: QWidget, keyboard: Keyboard | None = None) -> None:
        self.window = window
        self.keyboard = keyboard or Keyboard()

    def part(self, name: str, kind: type[W]) -> W:
        """The visible widget `name`; waits until it is there."""
        wait_for(lambda: self._seen(name, kind) is not None, f"widget {name}")
        found = self._seen(name, kind)
        assert found is not None
        return found

    def seen(self, name: str) -> bool:
        """Whether a widget `name` is on screen now."""
        return self._seen(name, QWidget) is not None

    def write(self, name: str, text: str) -> QWidget:
        """Replace what stands in the input `name` by `text`, key by key, and leave it."""
        widget = self.part(name, QWidget)
        self.come_forward()
        self.keyboard.replace(widget, text)
        return widget

    def tick(self, name: str, on: bool) -> None:
        """Tick or untick the box `name` with the space bar."""
        box = self.part(name, QAbstractButton)
        if box.isChecked() != on:
            self.come_forward()
            box.setFocus(Qt.FocusReason.TabFocusReason)
            self.keyboard.press(box, Qt.Key.Key_Space)

    def pick(self, name: str, place: int) -> None:
        """Open the list `name`, in which nothing is chosen yet, and take the option at `place`."""
        field = self.part(name, QWidget)
        self.come_forward()
        field.setFocus(Qt.FocusReason.TabFocusReason)
        for _ in range(place + 2):
            self.keyboard.press(field, Qt.Key.Key_Down)
        self.keyboard.press(field, Qt.Key.Key_Return)

    def words(self, name: str) -> str:
        """What the label `name` says."""
        return self.part(name, QLabel).text()

    def press(self, name: str) -> None:
        """Press the button `name` with the space bar, once it can be pressed."""
        button = self.part(name, QAbstractButton)
        wait_for(button.isEnabled, f"button {name} ready")
        self.come_forward()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self.keyboard.press(button, Qt.Key.Key_Space)

    def shortcut(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key that means something to the whole window."""
        self.come_forward()
        self.keyboard.press(self.window, key, modifier)

    def come_forward(self) -> None:
        """Bring the window to the front: the keys of any other window would obey that one's shortcuts."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()
            wait_for(self.window.isActiveWindow, "window in front")

    def sign(self, name: str) -> None:
        """Draw a short wave on the pad `name`."""
        pad = self.part(name, QWidget)
        width, height = pad.width(), pad.height()
        path = [QPoint(width * step // 10, height // 2 + (-1) ** step * height // 6) for step in range(2, 9)]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, path[0])
        for point in path[1:]:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, path[-1])

    def _seen(self, name: str, kind: type[W]) -> W | None:
        return next((each for each in self.window.findChildren(kind, name) if each.isVisible()), None)
