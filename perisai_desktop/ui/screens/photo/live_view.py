"""What a camera sees, and over it the frame that a card is held into."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.domain.camera import aim
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE

_TAKES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_MARGIN = 8
_ROUND = 3.2 / 85.6
"""The radius of a card's corners, by its width."""


class LiveView(QWidget):
    """Space or Enter asks for the picture of this moment (`shot`)."""

    shot = Signal()

    def __init__(self, subject: PhotoSubject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._subject = subject
        self._image: QImage | None = None
        self.setAccessibleName(self.tr("What the camera sees"))
        self.setAccessibleDescription(self.tr("Space or Enter takes the photo"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(220, 140)

    def show_frame(self, frame: PageImage | None) -> None:
        """Show this moment; None until there is one."""
        if frame is None:
            self._image = None
        else:
            pixels = QImage(frame.pixels, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32)
            self._image = pixels.copy()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, 150)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _TAKES and event.modifiers() in _PLAIN:
            if not event.isAutoRepeat():
                self.shot.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(QColor(tokens.primary if self.hasFocus() else tokens.border), width))
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
            painter.drawText(
                self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.tr("The camera is starting…")
            )
            return
        area = self._area(self._image)
        painter.drawImage(area, self._image)
        self._paint_frame(painter, area, self._image)

    def _area(self, image: QImage) -> QRectF:
        """Where the picture stands: as large as there is room, in its own shape."""
        room = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        scale = min(room.width() / image.width(), room.height() / image.height())
        wide, high = image.width() * scale, image.height() * scale
        return QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)

    def _paint_frame(self, painter: QPainter, area: QRectF, image: QImage) -> None:
        """The card's outline, light between two dark lines to be seen on anything; what lies outside is darker."""
        crop = aim(self._subject, image.width(), image.height())
        if crop is None:
            return
        card = QRectF(
            area.left() + crop.left * area.width(),
            area.top() + crop.top * area.height(),
            (crop.right - crop.left) * area.width(),
            (crop.bottom - crop.top) * area.height(),
        )
        radius = card.width() * _ROUND
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(area)
        inside.addRoundedRect(card, radius, radius)
        painter.fillPath(outside.subtracted(inside), QColor(0, 0, 0, 110))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, wide in ((QColor(0, 0, 0, 170), 5), (QColor(255, 255, 255), 2)):
            painter.setPen(QPen(colour, wide))
            painter.drawRoundedRect(card, radius, radius)
