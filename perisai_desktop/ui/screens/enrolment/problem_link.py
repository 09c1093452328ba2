"""One error in words, as many lines as it needs; pressing it leads to its field."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE

_TEXT_AT = 24
_WRAP = int(Qt.TextFlag.TextWordWrap)


class ProblemLink(QAbstractButton):
    """Space or a click presses it."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(words)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(sized(self.font(), TYPE.base, Weight.MEDIUM))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        area = QRect(0, 0, max(width - _TEXT_AT, 40), 10_000)
        return max(self.fontMetrics().boundingRect(area, _WRAP, self.text()).height() + 8, 26)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.primary), 2))
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, METRICS.radius_small, METRICS.radius_small)
        paint_icon(painter, "circle-alert", tokens.error, QRectF(2, 5, 16, 16))
        painter.setPen(QColor(tokens.error))
        font = self.font()
        font.setUnderline(self.underMouse())
        painter.setFont(font)
        painter.drawText(self.rect().adjusted(_TEXT_AT, 4, 0, 0), _WRAP, self.text())
