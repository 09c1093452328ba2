"""The picture, and over it the frame around the part that is kept: dragged at its corners, or moved by arrows."""

from __future__ import annotations

from dataclasses import astuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.domain.photo import Crop, OpenedPicture
from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE

_LEAST = 0.08
"""The least width and height of the kept part, as shares of the picture."""
_STEP = 0.02
_REACH = 28.0
"""Pixels around a corner in which it is taken hold of."""
_MARGIN = 8
_GRIP = 14.0
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class CropPicture(QWidget):
    """Arrows move the frame; with Shift they draw its lower right corner in and out; Backspace keeps the whole."""

    cut = Signal(object)

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placeholder = placeholder
        self._picture: OpenedPicture | None = None
        self._image: QImage | None = None
        self._crop = Crop()
        self._held: tuple[bool, bool] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 140)

    def show_picture(self, picture: OpenedPicture | None, crop: Crop) -> None:
        """Show a picture and the part of it that is kept."""
        if picture is not self._picture:
            self._picture = picture
            self._image = None if picture is None else QImage.fromData(picture.content)
        if self._held is None:
            self._crop = crop
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 150)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._image is not None and event.key() in _ARROWS:
            right, down = _ARROWS[Qt.Key(event.key())]
            grows = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._keep(_grown(self._crop, right, down) if grows else _moved(self._crop, right, down))
        elif self._image is not None and event.key() == Qt.Key.Key_Backspace:
            self._keep(Crop())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._image is None:
            return
        frame = self._frame()
        for left in (True, False):
            for top in (True, False):
                corner = QPointF(
                    frame.left() if left else frame.right(), frame.top() if top else frame.bottom()
                )
                if (event.position() - corner).manhattanLength() <= _REACH:
                    self._held = (left, top)
                    return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        area, place = self._area(), event.position()
        x = min(max((place.x() - area.left()) / area.width(), 0.0), 1.0)
        y = min(max((place.y() - area.top()) / area.height(), 0.0), 1.0)
        left, top, right, bottom = astuple(self._crop)
        if self._held[0]:
            left = min(x, right - _LEAST)
        else:
            right = max(x, left + _LEAST)
        if self._held[1]:
            top = min(y, bottom - _LEAST)
        else:
            bottom = max(y, top + _LEAST)
        self._crop = Crop(left, top, right, bottom)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._held is not None:
            self._held = None
            self.cut.emit(self._crop)

    def _keep(self, crop: Crop) -> None:
        self._crop = crop
        self.update()
        self.cut.emit(crop)

    def _area(self) -> QRectF:
        """Where the picture stands: as large as there is room, in its own shape."""
        assert self._image is not None
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / self._image.width(), room.height() / self._image.height())
        wide, high = self._image.width() * scale, self._image.height() * scale
        return QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)

    def _frame(self) -> QRectF:
        area, crop = self._area(), self._crop
        return QRectF(
            area.left() + crop.left * area.width(),
            area.top() + crop.top * area.height(),
            (crop.right - crop.left) * area.width(),
            (crop.bottom - crop.top) * area.height(),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        width = 2 if self.hasFocus() else 1
        edge = QPen(QColor(tokens.primary if self.hasFocus() else tokens.border), width)
        if self._image is None:
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(QColor(tokens.well))
        inset = width / 2
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(inset, inset, -inset, -inset),
            METRICS.radius_input,
            METRICS.radius_input,
        )
        if self._image is None:
            painter.setPen(QColor(tokens.muted))
            painter.setFont(sized(self.font(), TYPE.base))
            words = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(24, 16, -24, -16), words, self._placeholder)
            return
        area, frame = self._area(), self._frame()
        painter.drawImage(area, self._image)
        self._shade(painter, area, frame)
        painter.setPen(QPen(QColor(tokens.primary), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(frame)
        painter.setBrush(QColor(tokens.card))
        for corner in (frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight()):
            painter.drawEllipse(corner, _GRIP / 2, _GRIP / 2)

    def _shade(self, painter: QPainter, area: QRectF, frame: QRectF) -> None:
        """Darken what is cut off."""
        shade = QColor(0, 0, 0, 130)
        painter.fillRect(QRectF(area.left(), area.top(), area.width(), frame.top() - area.top()), shade)
        below = area.bottom() - frame.bottom()
        painter.fillRect(QRectF(area.left(), frame.bottom(), area.width(), below), shade)
        painter.fillRect(QRectF(area.left(), frame.top(), frame.left() - area.left(), frame.height()), shade)
        painter.fillRect(
            QRectF(frame.right(), frame.top(), area.right() - frame.right(), frame.height()), shade
        )


def _moved(crop: Crop, right: float, down: float) -> Crop:
    across = min(max(right, -crop.left), 1 - crop.right)
    along = min(max(down, -crop.top), 1 - crop.bottom)
    return Crop(crop.left + across, crop.top + along, crop.right + across, crop.bottom + along)


def _grown(crop: Crop, right: float, down: float) -> Crop:
    return Crop(
        crop.left,
        crop.top,
        min(max(crop.right + right, crop.left + _LEAST), 1.0),
        min(max(crop.bottom + down, crop.top + _LEAST), 1.0),
    )
