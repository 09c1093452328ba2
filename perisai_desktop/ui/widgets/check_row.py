"""A sentence with a box to tick, as long as it needs to be."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE

_BOX = 16
_TEXT_AT = 24


class CheckRow(QAbstractButton):
    """Space or a click ticks it; `suffix` says in muted words whether it must be ticked."""

    def __init__(self, text: str, suffix: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setText(text)
        self._suffix = suffix
        self._wrong = False
        self.setAccessibleName(text)
        self.setAccessibleDescription(suffix)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_words(self, text: str, suffix: str) -> None:
        """Change the sentence."""
        self.setText(text)
        self._suffix = suffix
        self.setAccessibleName(text)
        self.setAccessibleDescription(suffix)
        self.updateGeometry()
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Frame the box in the colour of an error."""
        self._wrong = wrong
        self.update()

    def _lines(self, width: int) -> QRect:
        words = f"{self.text()}  {self._suffix}" if self._suffix else self.text()
        area = QRect(0, 0, max(width - _TEXT_AT, 40), 10_000)
        return self.fontMetrics().boundingRect(area, int(Qt.TextFlag.TextWordWrap), words)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self._lines(width).height() + 8, 28)

    def sizeHint(self) -> QSize:
        words = f"{self.text()}  {self._suffix}"
        return QSize(_TEXT_AT + self.fontMetrics().horizontalAdvance(words) + 4, 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        box = QRectF(1, 6, _BOX, _BOX)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-0.5, -2, 2, 2), 5, 5)
            box = box.adjusted(2, 1, -0.5, -1)
        edge = tokens.error if self._wrong else tokens.primary if on else tokens.border
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(tokens.primary if on else tokens.input))
        painter.drawRoundedRect(
            box.adjusted(0.5, 0.5, -0.5, -0.5), METRICS.radius_small, METRICS.radius_small
        )
        if on:
            paint_icon(painter, "check", tokens.on_primary, box.adjusted(2, 2, -2, -2))
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        tokens = active_palette()
        area = QRect(_TEXT_AT, 5, self.width() - _TEXT_AT, self.height() - 5)
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.on_disabled))
        painter.drawText(area, int(Qt.TextFlag.TextWordWrap), self.text())
        if not self._suffix:
            return
        metrics = self.fontMetrics()
        single = metrics.horizontalAdvance(self.text())
        painter.setPen(QColor(tokens.muted))
        painter.setFont(sized(self.font(), TYPE.label))
        if single + 8 + painter.fontMetrics().horizontalAdvance(self._suffix) <= area.width():
            painter.drawText(area.adjusted(single + 8, 1, 0, 0), 0, self._suffix)
        else:
            end = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
            painter.drawText(area.adjusted(0, 0, 0, -3), end, self._suffix)
