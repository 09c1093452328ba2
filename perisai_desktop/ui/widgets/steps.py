"""The way through a short wizard: what is done, where one is, what comes next."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE, Palette

_DISC = 22
_GAP = 6
_BETWEEN = 28


class Steps(QWidget):
    """Numbered discs with their names; the bar is read as one sentence by screen readers."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._at = 0
        self.setFixedHeight(_DISC + 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, at: int, sentence: str) -> None:
        """Mark step `at`, from 0; one beyond the last marks all as done. `sentence` says the same in words."""
        self._at = at
        self.setAccessibleName(sentence)
        self.setToolTip(sentence)
        self.update()

    def _font(self, place: int) -> QFont:
        return sized(self.font(), TYPE.label, Weight.SEMIBOLD if place == self._at else Weight.MEDIUM)

    def _widths(self) -> list[float]:
        return [
            _DISC + _GAP + QFontMetricsF(self._font(place)).horizontalAdvance(name)
            for place, name in enumerate(self._names)
        ]

    def sizeHint(self) -> QSize:
        return QSize(int(sum(self._widths())) + _BETWEEN * (len(self._names) - 1) + 2, _DISC + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(_DISC * len(self._names), _DISC + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = 1.0
        for place, (name, width) in enumerate(zip(self._names, self._widths(), strict=True)):
            if place:
                painter.setPen(QPen(QColor(tokens.line), 1))
                middle = self.height() / 2
                painter.drawLine(int(left - _BETWEEN + 8), int(middle), int(left - 8), int(middle))
            self._paint_disc(painter, tokens, place, QRectF(left, 1, _DISC, _DISC))
            painter.setFont(self._font(place))
            painter.setPen(QColor(tokens.text if place == self._at else tokens.muted))
            area = QRectF(left + _DISC + _GAP, 0, width, self.height())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
            left += width + _BETWEEN

    def _paint_disc(self, painter: QPainter, tokens: Palette, place: int, disc: QRectF) -> None:
        done, here = place < self._at, place == self._at
        painter.setPen(QPen(QColor(tokens.primary if done or here else tokens.border), 1))
        painter.setBrush(QColor(tokens.primary if here else tokens.chosen if done else tokens.card))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        if done:
            paint_icon(painter, "check", tokens.ok, disc.adjusted(5, 5, -5, -5))
            return
        painter.setFont(sized(self.font(), TYPE.label, Weight.SEMIBOLD))
        painter.setPen(QColor(tokens.on_primary if here else tokens.muted))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(place + 1))
