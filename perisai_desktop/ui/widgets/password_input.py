"""The line for a password: dots, and a key to look at them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.text_input import TextInput


class PasswordInput(TextInput):
    """The eye at the right end, or F2, shows the text and hides it again."""

    SEEN_KEY = "F2"
    keeps_trailing = True
    seen_changed = Signal(bool)
    """The person asked to see the text, or not to see it any longer."""

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, trailing="eye", parent=parent)
        self.setEchoMode(TextInput.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def take(self) -> str:
        """The password, which leaves the line."""
        password = self.text()
        self.clear()
        self.set_seen(seen=False)
        return password

    def set_seen(self, *, seen: bool) -> None:
        """Show the text, or dots."""
        self._trailing = "eye-off" if seen else "eye"
        self.setEchoMode(TextInput.EchoMode.Normal if seen else TextInput.EchoMode.Password)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() > self.width() - 36:
            self._turn()
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2:
            self._turn()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        seen = self.echoMode() is TextInput.EchoMode.Password
        self.set_seen(seen=seen)
        self.seen_changed.emit(seen)


def see_together(one: PasswordInput, other: PasswordInput) -> None:
    """Show the text of both lines, or dots in both, whichever of them is asked."""
    one.seen_changed.connect(lambda seen: other.set_seen(seen=seen))
    other.seen_changed.connect(lambda seen: one.set_seen(seen=seen))
