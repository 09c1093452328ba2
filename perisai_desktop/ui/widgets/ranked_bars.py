"""Lying bars, one below the other: a name, how far it is, and the figure; also told in words for screen readers."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE, Palette
from perisai_desktop.ui.widgets.tips import plain_tip

_ROW, _BAR, _GAP = 26, 12, 12
_NAMES = 0.34
"""The most of the width that names take."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class Rank:
    """A bar: `filled` and `aimed` as shares of a full one (None: nothing is aimed at), `told` the figure in words."""

    name: str
    filled: float
    told: str
    aimed: float | None = None


class RankedBars(QWidget):
    """As high as its bars; a line across one says what was aimed at."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._ranks: tuple[Rank, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_ranks(self, ranks: Sequence[Rank]) -> None:
        """Show these bars, the first on top."""
        self._ranks = tuple(ranks)
        told = [f"{rank.name}: {rank.told}" for rank in self._ranks]
        self.setAccessibleName(self._name)
        self.setAccessibleDescription("; ".join(told))
        self.setToolTip(plain_tip("\n".join(told)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(320, _ROW * len(self._ranks))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, _ROW * len(self._ranks))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        names = QFontMetricsF(sized(self.font(), TYPE.label))
        figures = QFontMetricsF(sized(self.font(), TYPE.label, Weight.SEMIBOLD, tabular=True))
        left = min(
            max((names.horizontalAdvance(one.name) for one in self._ranks), default=0) + 1,
            self.width() * _NAMES,
        )
        right = max((figures.horizontalAdvance(one.told) for one in self._ranks), default=0) + 1
        for place, one in enumerate(self._ranks):
            row = QRectF(0, place * _ROW, self.width(), _ROW)
            self._paint_words(painter, tokens, one, row, left, right)
            track = QRectF(left + _GAP, row.center().y() - _BAR / 2, 0, _BAR)
            track.setRight(max(row.right() - right - _GAP, track.left() + 1))
            _paint_bar(painter, tokens, one, track)

    def _paint_words(
        self, painter: QPainter, tokens: Palette, one: Rank, row: QRectF, left: float, right: float
    ) -> None:
        painter.setFont(sized(self.font(), TYPE.label))
        painter.setPen(QColor(tokens.text))
        elide = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(one.name, elide, int(left) + 1)
        painter.drawText(QRectF(row.x(), row.y(), left + 2, row.height()), _LEFT, name)
        painter.setFont(sized(self.font(), TYPE.label, Weight.SEMIBOLD, tabular=True))
        place = QRectF(row.right() - right - 1, row.y(), right + 1, row.height())
        painter.drawText(place, _RIGHT, one.told)


def _paint_bar(painter: QPainter, tokens: Palette, one: Rank, track: QRectF) -> None:
    radius = _BAR / 3
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.line2))
    painter.drawRoundedRect(track, radius, radius)
    filled = QRectF(track)
    filled.setWidth(track.width() * min(max(one.filled, 0.0), 1.0))
    painter.setBrush(QColor(tokens.primary))
    painter.drawRoundedRect(filled, min(radius, filled.width() / 2), radius)
    if one.aimed is not None:
        x = track.x() + track.width() * min(max(one.aimed, 0.0), 1.0)
        painter.setPen(QPen(QColor(tokens.text), 2))
        painter.drawLine(int(x), int(track.top() - 4), int(x), int(track.bottom() + 4))
