"""Bars of results beside what was aimed at; every figure is also told in words for screen readers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from perisai_desktop.domain.axis import axis_steps
from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import TYPE, Palette
from perisai_desktop.ui.widgets.tips import plain_tip

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_PAIRED = 64
"""Pixels that a place needs for two bars; with less, a line across the bar says what was aimed at."""
_WIDEST = 30
_RADIUS = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One place on the axis: its name, the result, and what was aimed at (0: nothing); `strong` is set in bold.

    `open`: the part of the result that is still open, painted apart above the rest.
    """

    name: str
    value: int
    target: int = 0
    strong: bool = False
    open: int = 0


class BarChart(QWidget):
    """`words` says a value in full, `short` on the axis and above a bar; names and values give way where room is scarce.

    With `cut` long names end in dots, else those between are left out.
    """

    def __init__(
        self,
        name: str,
        words: Callable[[int], str] = str,
        short: Callable[[int], str] | None = None,
        *,
        cut: bool = False,
    ) -> None:
        super().__init__()
        self._cut = cut
        self._name = name
        self._words = words
        self._short = short or words
        self._target_words = "{value} / {target}"
        self._open_words = "{value} ({open})"
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(140)

    def show_bars(
        self,
        bars: Sequence[Bar],
        words: Callable[[int], str] | None = None,
        short: Callable[[int], str] | None = None,
    ) -> None:
        """Show these bars, in other units where `words` are given."""
        self._bars = tuple(bars)
        if words is not None:
            self._words, self._short = words, short or words
        self.setAccessibleName(self._name)
        told = [self._told(bar) for bar in self._bars]
        self.setAccessibleDescription("; ".join(told))
        self.setToolTip(plain_tip("\n".join(told)))
        self.update()

    def say_targets(self, pattern: str) -> None:
        """How a result and its target are said together: `{value}` and `{target}` are filled in."""
        self._target_words = pattern

    def say_open(self, pattern: str) -> None:
        """How a result and the part of it that is open are said together: `{value}` and `{open}` are filled in."""
        self._open_words = pattern

    def sizeHint(self) -> QSize:
        return QSize(360, 200)

    def _told(self, bar: Bar) -> str:
        value = self._words(bar.value)
        if bar.target:
            value = self._target_words.format(value=value, target=self._words(bar.target))
        if bar.open:
            value = self._open_words.format(value=value, open=self._words(bar.open))
        return f"{bar.name}: {value}"

    def _highest(self) -> int:
        return max((max(bar.value, bar.target) for bar in self._bars), default=0)

    def _room(self) -> QRectF:
        """Where the bars stand: right of the axis' figures, above the names, below the values."""
        steps = axis_steps(self._highest())
        measure = QFontMetricsF(sized(self.font(), TYPE.label))
        left = max(measure.horizontalAdvance(self._short(step)) for step in steps) + 12
        return QRectF(self.rect()).adjusted(left, 22, -2, -26)

    def _place(self, room: QRectF, place: int) -> QRectF:
        width = room.width() / max(len(self._bars), 1)
        return QRectF(room.x() + place * width, room.y(), width, room.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self._room()
        steps = axis_steps(self._highest())
        self._paint_axis(painter, tokens, room, steps)
        every = self._names_apart(room)
        for place, bar in enumerate(self._bars):
            area = self._place(room, place)
            self._paint_bar(painter, tokens, bar, area, steps[-1])
            if (len(self._bars) - 1 - place) % every == 0:
                self._paint_name(painter, tokens, bar, area, every)

    def _paint_axis(self, painter: QPainter, tokens: Palette, room: QRectF, steps: tuple[int, ...]) -> None:
        painter.setFont(sized(self.font(), TYPE.label, tabular=True))
        for step in steps:
            y = room.bottom() - room.height() * step / steps[-1]
            painter.setPen(QPen(QColor(tokens.line2 if step else tokens.line), 1))
            painter.drawLine(QPointF(room.x(), y), QPointF(room.right(), y))
            painter.setPen(QColor(tokens.muted))
            painter.drawText(QRectF(0, y - 9, room.x() - 10, 18), _RIGHT, self._short(step))

    def _paint_bar(self, painter: QPainter, tokens: Palette, bar: Bar, area: QRectF, top: int) -> None:
        paired = bool(bar.target) and area.width() >= _PAIRED
        wide = min(_WIDEST, area.width() * (0.34 if paired else 0.64))
        middle = area.center().x()
        left = middle - wide - 2 if paired else middle - wide / 2
        high = area.height() * max(bar.value, 0) / top
        result = QRectF(left, area.bottom() - high, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.primary))
        painter.drawPath(_rounded_top(result))
        if bar.open > 0 and high > 0:
            part = result.adjusted(0.5, 0.5, -0.5, 0)
            part.setHeight(max(high * min(bar.open / bar.value, 1), 2) - 0.5)
            painter.setPen(QPen(QColor(tokens.warning_border), 1))
            painter.setBrush(QColor(tokens.warning_fill))
            painter.drawPath(_rounded_top(part))
        aimed = area.bottom() - area.height() * bar.target / top
        if paired:
            frame = QRectF(middle + 2, aimed, wide, area.bottom() - aimed).adjusted(0.5, 0.5, -0.5, 0)
            painter.setPen(QPen(QColor(tokens.border), 1))
            painter.setBrush(QColor(tokens.line2))
            painter.drawPath(_rounded_top(frame))
            self._paint_value(painter, tokens.muted, bar.target, frame, Weight.REGULAR)
        elif bar.target:
            painter.setPen(QPen(QColor(tokens.text), 2))
            painter.drawLine(QPointF(left - 2, aimed), QPointF(left + wide + 2, aimed))
        if bar.value or paired:
            above = result if paired or not bar.target else result.united(QRectF(left, aimed, wide, 1))
            self._paint_value(painter, tokens.text, bar.value, above, Weight.SEMIBOLD)

    def _paint_value(self, painter: QPainter, ink: str, value: int, bar: QRectF, weight: Weight) -> None:
        """The figure above a bar, where those of all bars have room."""
        if not self._values_fit():
            return
        font = sized(self.font(), TYPE.label, weight, tabular=True)
        wide = QFontMetricsF(font).horizontalAdvance(self._short(value))
        painter.setFont(font)
        painter.setPen(QColor(ink))
        place = QRectF(bar.center().x() - wide, bar.y() - 19, wide * 2, 17)
        painter.drawText(place, _CENTRE, self._short(value))

    def _values_fit(self) -> bool:
        measure = QFontMetricsF(sized(self.font(), TYPE.label, Weight.SEMIBOLD, tabular=True))
        values = (value for bar in self._bars for value in (bar.value, bar.target))
        widest = max((measure.horizontalAdvance(self._short(value)) for value in values), default=0)
        width = self._place(self._room(), 0).width()
        paired = width >= _PAIRED and any(bar.target for bar in self._bars)
        return widest <= (width / 2 if paired else width) - 2

    def _name_font(self, bar: Bar) -> QFont:
        return sized(self.font(), TYPE.label, Weight.SEMIBOLD if bar.strong else Weight.REGULAR)

    def _names_apart(self, room: QRectF) -> int:
        """Every how many places a name fits."""
        widest = max(
            (QFontMetricsF(self._name_font(bar)).horizontalAdvance(bar.name) for bar in self._bars), default=0
        )
        width = self._place(room, 0).width()
        if self._cut and width >= _PAIRED:
            return 1
        return max(1, -(-int(widest + 6) // max(int(width), 1)))

    def _paint_name(self, painter: QPainter, tokens: Palette, bar: Bar, area: QRectF, every: int) -> None:
        painter.setFont(self._name_font(bar))
        painter.setPen(QColor(tokens.text if bar.strong else tokens.muted))
        wide = area.width() * every - 2
        place = QRectF(area.center().x() - wide / 2, area.bottom() + 6, wide, 18)
        place.moveLeft(min(max(place.x(), 0.0), self.width() - place.width()))
        elide = Qt.TextElideMode.ElideRight
        painter.drawText(place, _CENTRE, painter.fontMetrics().elidedText(bar.name, elide, int(wide) + 1))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._bars:
            room = self._room()
            width = self._place(room, 0).width()
            place = int((event.pos().x() - room.x()) // max(width, 1))
            told = self._told(self._bars[place]) if 0 <= place < len(self._bars) else ""
            QToolTip.showText(event.globalPos(), plain_tip(told), self)
            return True
        return super().event(event)


def _rounded_top(bar: QRectF) -> QPainterPath:
    """A bar whose upper corners are round."""
    radius = min(_RADIUS, bar.width() / 2, bar.height())
    path = QPainterPath(bar.bottomLeft())
    path.lineTo(bar.left(), bar.top() + radius)
    path.quadTo(bar.topLeft(), QPointF(bar.left() + radius, bar.top()))
    path.lineTo(bar.right() - radius, bar.top())
    path.quadTo(bar.topRight(), QPointF(bar.right(), bar.top() + radius))
    path.lineTo(bar.bottomRight())
    path.closeSubpath()
    return path
