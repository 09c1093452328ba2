"""A small number: typed as one digit, or moved by the arrows."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.widgets.text_input import TextInput

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class CountInput(TextInput):
    """Holds 1 to `most`, at most 9; a key that is no number means what it means to the window around."""

    def __init__(self, most: int = 9, *, parent: QWidget | None = None) -> None:
        super().__init__(tabular=True, parent=parent)
        self._most = most
        self.setText("1")

    @property
    def count(self) -> int:
        """The number shown."""
        return int(self.text())

    def event(self, event: QEvent) -> bool:
        """Letters stay shortcuts of the window."""
        overriding = event.type() == QEvent.Type.ShortcutOverride
        if overriding and isinstance(event, QKeyEvent) and not event.text().isdigit():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            self._take(self.count + _STEPS[Qt.Key(event.key())])
        elif event.text().isdigit():
            self._take(int(event.text()))
        elif event.text().isprintable() and event.text():
            event.ignore()
        elif event.key() not in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            super().keyPressEvent(event)

    def _take(self, count: int) -> None:
        wanted = str(min(max(count, 1), self._most))
        if wanted != self.text():
            self.setText(wanted)
            self.value_edited.emit(wanted)
        self.selectAll()
