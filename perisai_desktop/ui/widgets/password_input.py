"""The line for a password: dots, and a key to look at them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.text_input import TextInput


class PasswordInput(TextInput):
    """The eye at the right end shows the text while it is pressed in."""

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
            self.set_seen(seen=self.echoMode() is TextInput.EchoMode.Password)
        else:
            super().mousePressEvent(event)
