"""Stations one below the other: those that were reached, and those still ahead."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE, Tone

_STEP = 24


@dataclass(frozen=True, slots=True)
class Stop:
    """One station: when (empty while it is ahead), what, and in which tone."""

    when: str
    what: str
    tone: Tone = Tone.PLAIN
    reached: bool = True


class Timeline(QWidget):
    """A dot is filled where the station was reached; words say the same."""

    def __init__(self) -> None:
        super().__init__()
        self._stops: tuple[Stop, ...] = ()
        self._when_width = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_stops(self, stops: Sequence[Stop]) -> None:
        """Show the stations, in order."""
        self._stops = tuple(stops)
        metrics = QFontMetrics(sized(self.font(), TYPE.label))
        self._when_width = max((metrics.horizontalAdvance(stop.when) for stop in self._stops), default=0) + 12
        self.setAccessibleName(". ".join(f"{stop.what}: {stop.when}" for stop in self._stops))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _STEP * len(self._stops))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, stop in enumerate(self._stops):
            y = place * _STEP + _STEP / 2
            if place:
                painter.setPen(QPen(QColor(tokens.line), 2))
                painter.drawLine(QPointF(7, y - _STEP + 6), QPointF(7, y - 6))
            ink = QColor(tokens.ok if stop.tone is Tone.PLAIN else tokens.ink(stop.tone))
            painter.setPen(QPen(ink if stop.reached else QColor(tokens.border), 2))
            painter.setBrush(ink if stop.reached else QColor(tokens.card))
            painter.drawEllipse(QPointF(7, y), 4, 4)
            painter.setPen(QColor(tokens.muted))
            painter.setFont(sized(self.font(), TYPE.label))
            painter.drawText(QRectF(22, y - 12, self._when_width, _STEP), middle, stop.when)
            weight = Weight.MEDIUM if stop.reached else Weight.REGULAR
            painter.setFont(sized(self.font(), TYPE.base, weight))
            colour = tokens.muted if not stop.reached else tokens.ink(stop.tone)
            painter.setPen(QColor(colour))
            left = 22.0 + self._when_width
            area = QRectF(left, y - 12, self.width() - left, _STEP)
            shown = painter.fontMetrics().elidedText(
                stop.what, Qt.TextElideMode.ElideRight, int(area.width())
            )
            painter.drawText(area, middle, shown)
