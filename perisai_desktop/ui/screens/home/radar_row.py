"""One line of the radar: how late, a bar of how many, and the rupiah that would bring them up to date."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from perisai_desktop.domain.collection import RadarLine
from perisai_desktop.ui.screens.home.words import radar_words
from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE, Tone
from perisai_desktop.ui.widgets.link_row import RowLink
from sync.rules.rupiah import format_number, format_rupiah

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_BAR = 8
NAME, COUNT, OWED = 132, 56, 112
"""Widths of what stands around the bar, in device-independent pixels."""


class RadarRow(RowLink):
    """Nobody late is green, late is amber, about to lose the membership is red; the words say the same."""

    def __init__(self, overdue: int) -> None:
        super().__init__(32)
        self._line = RadarLine(overdue)
        self._most = 1
        self.setObjectName(f"home_radar_{overdue}")
        self._tell()

    def show_line(self, line: RadarLine, most: int) -> None:
        """Show a line beside one of `most` people."""
        self._line = line
        self._most = max(most, 1)
        self._tell()
        self.update()

    def _tell(self) -> None:
        line = self._line
        figures = f"{format_number(line.people)}, {format_rupiah(line.owed)}"
        self.setAccessibleName(f"{radar_words(line.overdue)}: {figures}")

    @property
    def _tone(self) -> Tone:
        return {0: Tone.OK, 3: Tone.ERROR}.get(self._line.overdue, Tone.WARNING)

    def paint_words(self, painter: QPainter, room: QRectF) -> None:
        tokens, line = active_palette(), self._line
        painter.setFont(sized(self.font(), TYPE.base, Weight.MEDIUM))
        painter.setPen(QColor(tokens.text if line.people else tokens.muted))
        painter.drawText(QRectF(room.x(), room.y(), NAME, room.height()), _LEFT, radar_words(line.overdue))
        owed = QRectF(room.right() - OWED, room.y(), OWED, room.height())
        count = QRectF(owed.x() - COUNT, room.y(), COUNT, room.height())
        painter.setFont(sized(self.font(), TYPE.base, Weight.MEDIUM, tabular=True))
        painter.drawText(count, _RIGHT, format_number(line.people))
        painter.drawText(owed, _RIGHT, format_rupiah(line.owed))
        track = QRectF(room.x() + NAME, room.center().y() - _BAR / 2, 0, _BAR)
        track.setRight(count.x() + 4)
        if track.width() < 24:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.line2))
        painter.drawRoundedRect(track, _BAR / 2, _BAR / 2)
        if line.people:
            filled = QRectF(track)
            filled.setWidth(max(_BAR, track.width() * line.people / self._most))
            edge = tokens.primary if self._tone is Tone.OK else tokens.edge(self._tone)
            painter.setBrush(QColor(edge))
            painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)
