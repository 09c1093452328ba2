"""A row of fields that breaks into further lines where there is no room for all of them beside each other."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from perisai_desktop.ui.theme.tokens import METRICS

NARROWEST = 96
"""The least width, in device-independent pixels, of a field that takes the room that is left."""
_LINE_GAP = 8


class FieldRow(QLayout):
    """Each part has its own width; parts of width 0 share what is left of their line.

    Where the row is broken, `fill` stretches the last part of each line to its end.
    """

    def __init__(self, *, fill: bool = True) -> None:
        super().__init__()
        self._fill = fill
        self._items: list[QLayoutItem] = []
        self._widths: list[int] = []

    def add(self, part: QWidget, width: int) -> None:
        """Add `part`, `width` pixels wide, or as wide as there is room where it is 0."""
        self._widths.append(width)
        self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def minimumSize(self) -> QSize:
        width = max((each or NARROWEST for each in self._widths), default=0)
        height = max((item.minimumSize().height() for item in self._shown()), default=0)
        return QSize(width, height)

    def sizeHint(self) -> QSize:
        width = sum(each or NARROWEST for each in self._widths) + METRICS.gap * (len(self._widths) - 1)
        return QSize(width, self.heightForWidth(width))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        lines: list[list[tuple[QLayoutItem, int]]] = [[]]
        taken = 0
        for item, width in zip(self._items, self._widths, strict=True):
            if item.isEmpty():
                continue
            least = width or NARROWEST
            if lines[-1] and taken + METRICS.gap + least > room:
                lines.append([])
            taken = least + (taken + METRICS.gap if lines[-1] else 0)
            lines[-1].append((item, width))
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.y()
        lines = self._lines(rect.width())
        for line in lines:
            fixed = sum(width for _, width in line) + METRICS.gap * (len(line) - 1)
            open_ended = sum(not width for _, width in line)
            spare = max(rect.width() - fixed, 0)
            left, height = rect.x(), 0
            for place, (item, width) in enumerate(line):
                wide = min(width, rect.width()) or spare // open_ended
                if place == len(line) - 1 and (open_ended or (self._fill and len(lines) > 1)):
                    wide = rect.x() + rect.width() - left
                tall = max(item.sizeHint().height(), item.minimumSize().height())
                if item.hasHeightForWidth():
                    tall = max(tall, item.heightForWidth(wide))
                if move:
                    item.setGeometry(QRect(left, top, wide, tall))
                left += wide + METRICS.gap
                height = max(height, tall)
            top += height + _LINE_GAP
        return max(top - _LINE_GAP - rect.y(), 0)
