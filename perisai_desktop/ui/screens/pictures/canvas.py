"""One picture to look at closely: larger and smaller, moved, turned."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE

STEP = 1.25
MOST = 8.0
"""How much a key or a notch enlarges, and how many times the size that fits a picture may have."""
_ARROW = 48.0
_ARROWS = {
    Qt.Key.Key_Left: (_ARROW, 0.0),
    Qt.Key.Key_Right: (-_ARROW, 0.0),
    Qt.Key.Key_Up: (0.0, _ARROW),
    Qt.Key.Key_Down: (0.0, -_ARROW),
}
_INSET = 2


class PictureCanvas(QWidget):
    """Arrows and dragging move, the wheel enlarges what is under it. `zoom` is 1.0 where the whole picture just fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self._words = ""
        self.zoom = 1.0
        self.offset = QPointF()
        self._held: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 120)

    def show_image(self, image: QImage | None, words: str) -> None:
        """Show a whole picture, or `words` where there is none."""
        self._image, self._words = image, words
        self.fit()

    def fit(self) -> None:
        """Show all of the picture."""
        self.zoom, self.offset = 1.0, QPointF()
        self._settle()

    def enlarge(self, factor: float, at: QPointF | None = None) -> None:
        """Make the picture so many times as large; what is `at` a point stays there, the middle where none is given."""
        zoom = min(max(self.zoom * factor, 1.0), MOST)
        middle = QRectF(self.rect()).center()
        fixed = QPointF() if at is None else at - middle
        self.offset = fixed - (fixed - self.offset) * (zoom / self.zoom)
        self.zoom = zoom
        self._settle()

    def turn(self) -> None:
        """Turn it by a quarter, clockwise."""
        if self._image is not None:
            self._image = self._image.transformed(QTransform().rotate(90))
            self.fit()

    def sizeHint(self) -> QSize:
        return QSize(640, 440)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ARROWS:
            self.offset += QPointF(*_ARROWS[Qt.Key(event.key())])
            self._settle()
        elif event.key() == Qt.Key.Key_Equal:
            self.enlarge(STEP)
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.angleDelta().y():
            self.enlarge(STEP if event.angleDelta().y() > 0 else 1 / STEP, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position()
        self._settle()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            self.offset += event.position() - self._held
            self._held = event.position()
            self._settle()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._held = None
        self._settle()

    def resizeEvent(self, _event: object) -> None:
        self._settle()

    def _settle(self) -> None:
        """Keep the picture in sight: it moves no further than its edges."""
        size = self._size()
        wide = max(0.0, (size.width() - self.width()) / 2)
        high = max(0.0, (size.height() - self.height()) / 2)
        self.offset = QPointF(min(max(self.offset.x(), -wide), wide), min(max(self.offset.y(), -high), high))
        movable = self._image is not None and bool(wide or high)
        held = Qt.CursorShape.ClosedHandCursor if self._held is not None else Qt.CursorShape.OpenHandCursor
        self.setCursor(held if movable else Qt.CursorShape.ArrowCursor)
        self.update()

    def _size(self) -> QRectF:
        if self._image is None:
            return QRectF()
        room = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        scale = self.zoom * min(room.width() / self._image.width(), room.height() / self._image.height())
        return QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QPainterPath()
        frame.addRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), METRICS.radius_input, METRICS.radius_input
        )
        painter.setClipPath(frame)
        painter.fillRect(self.rect(), QColor(tokens.well))
        if self._image is not None:
            place = self._size()
            place.moveCenter(QRectF(self.rect()).center() + self.offset)
            painter.drawImage(place, self._image)
        else:
            painter.setPen(QColor(tokens.text))
            painter.setFont(sized(self.font(), TYPE.base))
            words = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(32, 16, -32, -16), words, self._words)
        painter.setPen(
            QPen(QColor(tokens.primary if self.hasFocus() else tokens.border), 2 if self.hasFocus() else 1)
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setClipping(False)
        painter.drawPath(frame)
