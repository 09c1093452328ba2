"""A line of a card that leads somewhere: an icon on its tint, what it is, a second line, and how old it is."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Tone
from perisai_desktop.ui.widgets.whole_words import tell_whole

_TILE = 32
ROW_INSET = 6
"""Pixels that a line reaches beyond its words at both ends, for the ring of the focus."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class RowLink(QAbstractButton):
    """Enter, Space or a click follow it; each sort of line draws its own words."""

    def __init__(self, high: int) -> None:
        super().__init__()
        self._high = high
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paint_words(self, painter: QPainter, room: QRectF) -> None:
        """Draw the line within `room`."""

    def sizeHint(self) -> QSize:
        return QSize(240, self._high)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() or self.underMouse():
            edge = QPen(QColor(tokens.primary), 2) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
            painter.setPen(edge)
            painter.setBrush(QColor(tokens.sub))
            painter.drawRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        self.paint_words(painter, frame.adjusted(ROW_INSET - 1, 0, 1 - ROW_INSET, 0))


class LinkRow(RowLink):
    """Two lines beside an icon."""

    def __init__(self, icon: str, tone: Tone, title: str, detail: str, trailing: str = "") -> None:
        super().__init__(48)
        self._icon = icon
        self._tone = tone
        self._title = title
        self._detail = detail
        self._trailing = trailing
        self.setAccessibleName(" · ".join(part for part in (title, detail, trailing) if part))

    def paint_words(self, painter: QPainter, room: QRectF) -> None:
        tokens = active_palette()
        tile = QRectF(room.x(), room.center().y() - _TILE / 2, _TILE, _TILE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.fill(self._tone)))
        painter.drawRoundedRect(tile, METRICS.radius_input, METRICS.radius_input)
        paint_icon(painter, self._icon, tokens.ink(self._tone), tile.adjusted(8, 8, -8, -8))
        arrow = QRectF(room.right() - 18, room.center().y() - 8, 16, 16)
        paint_icon(painter, "chevron-right", tokens.muted, arrow)
        right = arrow.x() - 8
        if self._trailing:
            painter.setFont(sized(self.font(), TYPE.label))
            painter.setPen(QColor(tokens.muted))
            wide = painter.fontMetrics().horizontalAdvance(self._trailing) + 1
            painter.drawText(QRectF(right - wide, room.y(), wide, room.height()), _RIGHT, self._trailing)
            right -= wide + 12
        left = tile.right() + 12
        words = QRectF(left, room.center().y() - 19, right - left, 20)
        self._line(painter, self._title, words, TYPE.base, Weight.SEMIBOLD, tokens.text)
        self._line(painter, self._detail, words.translated(0, 18), TYPE.label, Weight.REGULAR, tokens.muted)

    def _line(self, painter: QPainter, text: str, place: QRectF, size: int, weight: Weight, ink: str) -> None:
        font = sized(self.font(), size, weight)
        painter.setFont(font)
        painter.setPen(QColor(ink))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(place.width()))
        cut = QFontMetricsF(font).horizontalAdvance(text) > place.width()
        if cut or not self.toolTip():
            tell_whole(self, self.accessibleName(), self.accessibleName() if not cut else shown)
        painter.drawText(place, _LEFT, shown)
