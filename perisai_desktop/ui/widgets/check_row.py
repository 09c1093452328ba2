"""A sentence with a box to tick, as long as it needs to be."""

from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE

_BOX = 16
_TEXT_AT = 24
_TEXT_TOP = 5
_SUFFIX_GAP = 8


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

    def _lines(self, width: int) -> tuple[QTextLayout, float]:
        """The sentence broken into lines, and the height of all of them with the suffix."""
        layout = QTextLayout(self.text(), self.font())
        room = max(width - _TEXT_AT, 40)
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        if self._suffix and layout.lineCount() and self._suffix_left(layout) + self._suffix_width() > room:
            height += layout.lineAt(layout.lineCount() - 1).height()
        return layout, height

    def _suffix_left(self, layout: QTextLayout) -> float:
        return layout.lineAt(layout.lineCount() - 1).naturalTextWidth() + _SUFFIX_GAP

    def _suffix_width(self) -> float:
        return QFontMetricsF(sized(self.font(), TYPE.label)).horizontalAdvance(self._suffix)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(ceil(self._lines(width)[1]) + 8, 28)

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
        layout, height = self._lines(self.width())
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.on_disabled))
        layout.draw(painter, QPointF(_TEXT_AT, _TEXT_TOP))
        if not self._suffix or not layout.lineCount():
            return
        last = layout.lineAt(layout.lineCount() - 1)
        beside = height <= last.y() + last.height()
        left = self._suffix_left(layout) if beside else 0.0
        top = last.y() if beside else last.y() + last.height()
        painter.setPen(QColor(tokens.muted))
        painter.setFont(sized(self.font(), TYPE.label))
        area = QRectF(_TEXT_AT + left, _TEXT_TOP + top, self._suffix_width() + 4, last.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self._suffix)
