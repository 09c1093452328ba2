"""One choice among what can be paid: how many months, which ones, and the price."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from perisai_desktop.domain.collection import CollectionOption
from perisai_desktop.ui.screens.collection.words import months_words, span_words
from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE
from sync.rules.rupiah import Rupiah, format_number

_RING = 16
_TEXT_AT = 36
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class OptionRow(QAbstractButton):
    """One of several with the same parent: arrows and clicks choose, Tab goes to the one chosen."""

    def __init__(self, option: CollectionOption, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._months = months_words(option.months)
        self._span = span_words(option)
        self._price = format_number(Rupiah(option.quote.total))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAccessibleName(f"{self._months}, {self._span}, {self._price}")
        self.setFixedHeight(METRICS.input)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(240, METRICS.input)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, METRICS.input)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        width = 2 if on or self.hasFocus() else 1
        edge = tokens.text if self.hasFocus() else tokens.primary if on else tokens.line
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.chosen if on else tokens.sub if self.underMouse() else tokens.card))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        self._paint_ring(painter, QRectF(11, (self.height() - _RING) / 2, _RING, _RING), on=on)
        room = QRectF(_TEXT_AT, 0, self.width() - _TEXT_AT - 12, self.height())
        painter.setFont(sized(self.font(), TYPE.base, Weight.SEMIBOLD, tabular=True))
        painter.setPen(QColor(tokens.ok if on else tokens.text))
        painter.drawText(room, _RIGHT, self._price)
        taken = painter.fontMetrics().horizontalAdvance(self._price) + 12
        painter.setFont(sized(self.font(), TYPE.base, Weight.SEMIBOLD))
        painter.drawText(room, _LEFT, self._months)
        begun = max(painter.fontMetrics().horizontalAdvance(self._months) + 8, 68)
        painter.setFont(sized(self.font(), TYPE.label))
        painter.setPen(QColor(tokens.muted))
        span = room.adjusted(begun, 0, -taken, 0)
        shown = painter.fontMetrics().elidedText(self._span, Qt.TextElideMode.ElideRight, int(span.width()))
        painter.drawText(span, _LEFT, shown)

    def _paint_ring(self, painter: QPainter, ring: QRectF, *, on: bool) -> None:
        tokens = active_palette()
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.border), 2 if on else 1))
        painter.setBrush(QColor(tokens.input))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary))
            painter.drawEllipse(ring.adjusted(4.5, 4.5, -4.5, -4.5))
