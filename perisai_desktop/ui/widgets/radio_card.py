"""A choice among a few things that are all on the screen, each with a line that says what it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE

_RING = 16
_TEXT_AT = 38


class RadioCard(QAbstractButton):
    """One of several with the same parent: arrows and clicks choose, Tab goes to the one chosen."""

    def __init__(self, text: str, detail: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._detail = detail
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)
        self.setFixedHeight(METRICS.radio_card)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(self._detail))
        return QSize(_TEXT_AT + words + 12, METRICS.radio_card)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, METRICS.radio_card)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        width = 2 if on or self.hasFocus() else 1
        edge = tokens.text if self.hasFocus() else tokens.primary if on else tokens.border
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.chosen if on else tokens.sub if self.underMouse() else tokens.card))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        self._paint_ring(painter, QRectF(12, (self.height() - _RING) / 2, _RING, _RING), on=on)
        room = QRectF(_TEXT_AT, 0, self.width() - _TEXT_AT - 8, self.height())
        self._paint_words(painter, room, tokens.ok if on else tokens.text, tokens.muted)

    def _paint_ring(self, painter: QPainter, ring: QRectF, *, on: bool) -> None:
        tokens = active_palette()
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.border), 2 if on else 1))
        painter.setBrush(QColor(tokens.input))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary))
            painter.drawEllipse(ring.adjusted(4.5, 4.5, -4.5, -4.5))

    def _paint_words(self, painter: QPainter, room: QRectF, ink: str, muted: str) -> None:
        middle = self.height() / 2
        lines = (
            (self.text(), TYPE.base, Weight.SEMIBOLD, ink, middle - 18),
            (self._detail, TYPE.meta, Weight.REGULAR, muted, middle),
        )
        for text, size, weight, colour, top in lines:
            painter.setFont(sized(self.font(), size, weight))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            area = QRectF(room.x(), top, room.width(), 18)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
