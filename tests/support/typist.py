"""Presses keys wherever the cursor is, as a person does, runs what they set off, and counts them."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from perisai_desktop.background.hand_run import HandRunJobs

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier


@dataclass
class Typist:
    """Every key goes to the widget that has the focus; nothing is reached past the keyboard."""

    jobs: HandRunJobs
    keys: int = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = PLAIN) -> None:
        """One key, with Ctrl and the like held."""
        self.keys += 1
        QTest.keyClick(self.focus, key, held)
        self._settle()

    def type(self, text: str) -> None:
        """Some text, key by key."""
        for sign in text:
            self.keys += 1
            QTest.keyClicks(self.focus, sign)
            self._settle()

    @property
    def focus(self) -> QWidget:
        """The widget that the next key goes to."""
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the focus"
        return widget

    @property
    def place(self) -> str:
        """The name of the widget that the next key goes to."""
        return self.focus.objectName()

    def draw(self) -> None:
        """A short stroke on the pad that has the focus; a hand with a pen, no key."""
        pad = self.focus
        path = [QPoint(40 + 12 * step, 40 + (-1) ** step * 15) for step in range(6)]
        QTest.mousePress(pad, Qt.MouseButton.LeftButton, PLAIN, path[0])
        for point in path[1:]:
            QTest.mouseMove(pad, point)
        QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, PLAIN, path[-1])
        self._settle()

    def _settle(self) -> None:
        self.jobs.run_all()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
