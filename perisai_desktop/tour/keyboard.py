"""Types into the real widgets as a person would: key by key, with shortcuts, never past the widget's own handling."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Keyboard:
    """Counts the keys that it presses, so that a walk through a form can be measured."""

    def __init__(self) -> None:
        self.strokes = 0

    def press(
        self, widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press one key (with Ctrl and the like held) while `widget` has the focus."""
        self.strokes += 1
        QTest.keyClick(widget, key, modifier)

    def type(self, widget: QWidget, text: str) -> None:
        """Type `text` behind what stands there."""
        self.strokes += len(text)
        QTest.keyClicks(widget, text)

    def replace(self, widget: QWidget, text: str) -> None:
        """Mark all that stands in `widget`, delete it, type `text` and leave the field by Tab."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(widget, Qt.Key.Key_A, CONTROL)
        self.press(widget, Qt.Key.Key_Delete)
        self.type(widget, text)
        self.press(widget, Qt.Key.Key_Tab)

    def focused(self) -> QWidget | None:
        """The widget that the next key would go to."""
        return QApplication.focusWidget()
