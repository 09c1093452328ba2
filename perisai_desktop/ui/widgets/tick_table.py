"""A table whose first column is a box to tick, by Space or by a click."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from perisai_desktop.ui.widgets.table import Table

_TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TickTable(Table):
    """`ticked` carries a row. A key that is held down ticks once."""

    ticked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() and event.key() in _TICKING:
            event.accept()
        elif event.key() == Qt.Key.Key_Space and self.chosen_row >= 0:
            self.ticked.emit(self.chosen_row)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == 0:
            self.ticked.emit(index.row())
