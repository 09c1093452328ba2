"""The list that opens under an input: a few offers, moved through without leaving the line."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE

ROW = 34
TALL_ROW = 46
SHOWN = 7


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose: the value that is kept, the label that is read, a second line."""

    value: str
    label: str
    detail: str = ""


class SuggestionList(QFrame):
    """Painted rows in a frame above the window's other widgets; it never takes the focus."""

    picked = Signal(int)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner.window())
        self.setObjectName("popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self._owner = owner
        self._options: tuple[Option, ...] = ()
        self._current = -1
        self._first = 0
        self._shown = SHOWN
        self.hide()

    @property
    def owner(self) -> QWidget:
        """The input that the offers belong to."""
        return self._owner

    @property
    def current(self) -> int:
        """Index of the row that Enter would choose, -1 for none."""
        return self._current

    def open(self, options: Sequence[Option], current: int = -1) -> None:
        """Show `options` under the owner, or close where there are none."""
        self._options = tuple(options)
        self._current = current
        if not self._options:
            self.hide()
            return
        self._place()
        self._first = max(0, min(current, len(self._options) - self._shown))
        self.show()
        self.raise_()
        self.update()

    def move_by(self, step: int) -> None:
        """Move the choice by `step` rows, round the ends."""
        count = len(self._options)
        self._current = (self._current + step) % count if self._current >= 0 or step > 0 else count - 1
        self._first = min(max(self._first, self._current - self._shown + 1), self._current)
        self.update()

    def _row_height(self) -> int:
        return TALL_ROW if any(option.detail for option in self._options) else ROW

    def _place(self) -> None:
        window = self._owner.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = self._owner.mapTo(window, QPoint(0, 0))
        rooms = (window.height() - corner.y() - self._owner.height() - 8, corner.y() - 8)
        wanted = min(len(self._options), SHOWN) * self._row_height() + 10
        above = wanted > rooms[0] and rooms[1] > rooms[0]
        self._shown = max(1, min(len(self._options), SHOWN, (rooms[above] - 10) // self._row_height()))
        height = self._shown * self._row_height() + 10
        top = corner.y() - height - 4 if above else corner.y() + self._owner.height() + 4
        width = max(self._owner.width(), min(self._widest(), window.width() - corner.x() - 8))
        self.setGeometry(QRect(QPoint(corner.x(), top), QSize(width, height)))

    def _widest(self) -> int:
        """Pixels that the longest line needs."""
        base, small = self._fonts()
        lines = [(base, option.label) for option in self._options]
        lines += [(small, option.detail) for option in self._options]
        return 28 + int(max(QFontMetricsF(font).horizontalAdvance(words) for font, words in lines))

    def _fonts(self) -> tuple[QFont, QFont]:
        return sized(self.font(), TYPE.base, Weight.MEDIUM), sized(self.font(), TYPE.label)

    def _row_at(self, place: QPoint) -> int:
        row = self._first + (place.y() - 5) // self._row_height()
        return row if 0 <= row < len(self._options) else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self._current = row
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row >= 0:
            self.picked.emit(row)

    def wheelEvent(self, event: QWheelEvent) -> None:
        step = -1 if event.angleDelta().y() > 0 else 1
        self._first = max(0, min(self._first + step, len(self._options) - self._shown))
        self.update()
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height = self._row_height()
        base, small = self._fonts()
        for place, option in enumerate(self._options[self._first : self._first + self._shown]):
            row = QRect(5, 5 + place * height, self.width() - 10, height)
            if self._first + place == self._current:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.chosen))
                painter.drawRoundedRect(QRectF(row), 6, 6)
            inner = row.adjusted(8, 4, -8, -4)
            self._line(painter, base, tokens.text, inner, option.label, upper=bool(option.detail))
            if option.detail:
                lower = inner.adjusted(0, inner.height() // 2, 0, 0)
                self._line(painter, small, tokens.muted, lower, option.detail, upper=False)

    @staticmethod
    def _line(painter: QPainter, font: QFont, colour: str, rect: QRect, text: str, *, upper: bool) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        area = rect.adjusted(0, 0, 0, -rect.height() // 2) if upper else rect
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
