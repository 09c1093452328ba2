"""A picture as large as its place lets it be, or a word on why there is none."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.domain.camera import CARD
from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE

_LEAST = 120
_ICON = 22


class PhotoPreview(QWidget):
    """Keeps the shape of a card, whatever the picture's own is; `name` is what a screen reader says."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._content = b""
        self._words = ""
        self._picture: QPixmap | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_LEAST)
        self.setAccessibleName(name)

    def show_content(self, content: bytes, words: str = "") -> None:
        """Show the picture in a JPEG or PNG; without one say `words`."""
        if (content, words) == (self._content, self._words):
            return
        self._content, self._words = content, words
        loaded = QPixmap()
        self._picture = loaded if content and loaded.loadFromData(content) else None
        self.setAccessibleName(self._name if self._picture is not None else f"{self._name}: {words}")
        self.update()

    @property
    def empty(self) -> bool:
        """Whether no picture is shown."""
        return self._picture is None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / CARD)

    def sizeHint(self) -> QSize:
        return QSize(220, self.heightForWidth(220))

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, self.heightForWidth(_LEAST))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        shape = QPainterPath()
        shape.addRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        painter.fillPath(shape, QColor(tokens.well))
        if self._picture is not None:
            self._paint_picture(painter, frame, shape)
        else:
            self._paint_words(painter, frame)
        painter.setPen(QPen(QColor(tokens.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)

    def _paint_picture(self, painter: QPainter, frame: QRectF, shape: QPainterPath) -> None:
        assert self._picture is not None
        ratio = self.devicePixelRatioF()
        pixels = (frame.size() * ratio).toSize()
        small = self._picture.scaled(
            pixels, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        small.setDevicePixelRatio(ratio)
        size = small.deviceIndependentSize()
        left, top = (frame.width() - size.width()) / 2, (frame.height() - size.height()) / 2
        painter.setClipPath(shape)
        painter.drawPixmap(
            QRectF(frame.left() + left, frame.top() + top, size.width(), size.height()),
            small,
            QRectF(small.rect()),
        )
        painter.setClipping(False)

    def _paint_words(self, painter: QPainter, frame: QRectF) -> None:
        muted = active_palette().muted
        middle = frame.center()
        paint_icon(
            painter, "image", muted, QRectF(middle.x() - _ICON / 2, middle.y() - _ICON - 2, _ICON, _ICON)
        )
        painter.setPen(QColor(muted))
        painter.setFont(sized(self.font(), TYPE.meta))
        below = QRectF(frame.left() + 8, middle.y() + 4, frame.width() - 16, frame.height() / 2 - 4)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(below, int(flags), self._words)
