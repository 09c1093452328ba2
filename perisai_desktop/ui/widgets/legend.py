"""What the two kinds of bars of a chart mean."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Tone

_SWATCH = 12
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class Legend(QWidget):
    """A swatch and a word for each; the second can be left out. `tone`: what the second kind of bar is painted in."""

    def __init__(self, first: str, second: str, tone: Tone = Tone.MUTED) -> None:
        super().__init__()
        self._tone = tone
        self._words = (first, second)
        self._shown = 2
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_second(self, shown: bool) -> None:
        """Show the second word, or only the first."""
        self._shown = 2 if shown else 1
        self.updateGeometry()
        self.update()

    def _widths(self) -> list[float]:
        measure = QFontMetricsF(sized(self.font(), TYPE.label))
        return [measure.horizontalAdvance(words) + _SWATCH + 24 for words in self._words[: self._shown]]

    def sizeHint(self) -> QSize:
        return QSize(int(sum(self._widths())) + 1, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(sized(self.font(), TYPE.label))
        left = 0.0
        edge = tokens.warning_border if self._tone is Tone.WARNING else tokens.border
        looks = ((tokens.primary, tokens.primary), (tokens.fill(self._tone), edge))
        for words, width, (fill, line) in zip(self._words, self._widths(), looks, strict=False):
            painter.setPen(QPen(QColor(line), 1))
            painter.setBrush(QColor(fill))
            swatch = QRectF(left, self.height() / 2 - _SWATCH / 2, _SWATCH, _SWATCH)
            radius = METRICS.radius_small - 1
            painter.drawRoundedRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
            painter.setPen(QColor(tokens.muted))
            area = QRectF(left + _SWATCH + 6, 0, width - _SWATCH - 6, self.height())
            painter.drawText(area, _LEFT, words)
            left += width
