"""What every choice among a few looks like: a frame that says which one is chosen, and the ring in it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS

_RING = 16


class Radio(QAbstractButton):
    """One of several with the same parent: arrows and clicks choose, Tab goes to the one chosen."""

    def __init__(self, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def paint_face(self, painter: QPainter, edge: str, ring_at: float) -> None:
        """The frame, drawn in `edge` while it is neither chosen nor in focus, and the ring, `ring_at` from its left."""
        tokens = active_palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        width = 2 if on or self.hasFocus() else 1
        line = tokens.text if self.hasFocus() else tokens.primary if on else edge
        painter.setPen(QPen(QColor(line), width))
        painter.setBrush(QColor(tokens.chosen if on else tokens.sub if self.underMouse() else tokens.card))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        ring = QRectF(ring_at, (self.height() - _RING) / 2, _RING, _RING)
        painter.setPen(QPen(QColor(tokens.primary if on else tokens.border), 2 if on else 1))
        painter.setBrush(QColor(tokens.input))
        painter.drawEllipse(ring.adjusted(1, 1, -1, -1))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.primary))
            painter.drawEllipse(ring.adjusted(4.5, 4.5, -4.5, -4.5))
