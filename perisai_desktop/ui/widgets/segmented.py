"""A choice among two to five options that are all on the screen."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Palette, Tone
from perisai_desktop.ui.widgets.marks import paint_inner_ring
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import STATE_ICONS


class SegmentedField(QWidget):
    """Arrows move the choice; typing chooses by value or label. A typed text that is no option stays as text.

    Typing begins anew with each visit and with an arrow; Backspace takes one sign back, Delete all. On leaving, the
    beginning of a single option completes to it.
    """

    value_edited = Signal(str)
    committed = Signal()

    def __init__(self, options: Sequence[Option] = (), *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = tuple(options)
        self._value = ""
        self._typed = ""
        self._name = ""
        self._tone = Tone.PLAIN
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(METRICS.input)

    def set_options(self, options: Sequence[Option]) -> None:
        """Offer `options`; the value stays."""
        self._options = tuple(options)
        self.updateGeometry()
        self.update()

    def value(self) -> str:
        """The chosen option's value, or what was typed where that is no option."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show `value` without telling anybody."""
        if value != self._value:
            self._value = value
            self._typed = ""
            self._tell()
            self.update()

    def setAccessibleName(self, name: str) -> None:
        """The name of the choice; a screen reader hears what is chosen with it."""
        self._name = name
        self._tell()

    def _tell(self) -> None:
        chosen = self.text()
        super().setAccessibleName(f"{self._name}: {chosen}" if chosen else self._name)

    def text(self) -> str:
        """The label of the chosen option, or the typed text."""
        index = self.index
        return self._options[index].label if index >= 0 else self._value

    @property
    def index(self) -> int:
        """Place of the chosen option, -1 where none is."""
        return next((i for i, option in enumerate(self._options) if option.value == self._value), -1)

    def set_state(self, tone: Tone) -> None:
        """Frame and icon of `tone`."""
        self._tone = tone
        self.update()

    @property
    def tone(self) -> Tone:
        """The state that is shown."""
        return self._tone

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step(Qt.Key(key))
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._typed = self._typed[:-1] if key == Qt.Key.Key_Backspace else ""
            self._take(self._typed)
        elif event.text().isprintable() and event.text() and not plain:
            self._typed += event.text()
            self._take(self._typed)
        else:
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key) -> None:
        last = len(self._options) - 1
        index = self.index
        place = {
            Qt.Key.Key_Left: max(index - 1, 0),
            Qt.Key.Key_Right: min(index + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }[key]
        self._typed = ""
        self._choose(self._options[place].value)

    def _take(self, typed: str) -> None:
        wanted = _key(typed)
        for option in self._options:
            if wanted and wanted in (_key(option.value), _key(option.label)):
                self._choose(option.value)
                return
        self._choose(typed)

    def _choose(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self._tell()
            self.value_edited.emit(value)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        begun = [
            option
            for option in self._options
            if self._typed and self.index < 0
            if _key(option.label).startswith(_key(self._typed))
            or _key(option.value).startswith(_key(self._typed))
        ]
        if len(begun) == 1:
            self._choose(begun[0].value)
        self._typed = ""
        self.committed.emit()
        self.update()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for option, rect in zip(self._options, self._segments(), strict=True):
            if rect.contains(event.position()):
                self._typed = ""
                self._choose(option.value)

    def sizeHint(self) -> QSize:
        return QSize(int(sum(self._widths())) + 6, METRICS.input)

    def minimumSizeHint(self) -> QSize:
        return QSize(40 * max(len(self._options), 1), METRICS.input)

    def _widths(self) -> list[float]:
        measure = QFontMetricsF(sized(self.font(), TYPE.base, Weight.SEMIBOLD))
        return [measure.horizontalAdvance(option.label) + 28.0 for option in self._options]

    def _segments(self) -> list[QRectF]:
        """One rectangle per option; an unoffered text takes its own room at the right end."""
        room = self.width() - 6.0 - self._stray_width()
        widths = self._widths()
        spare = (room - sum(widths)) / max(len(widths), 1)
        result: list[QRectF] = []
        left = 3.0
        for width in widths:
            result.append(QRectF(left, 3, max(width + spare, 20), self.height() - 6))
            left += width + spare
        return result

    def _stray_width(self) -> float:
        if self.index >= 0 or not self._value:
            return 0.0
        return min(QFontMetricsF(self.font()).horizontalAdvance(self._value) + 40.0, self.width() / 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self.hasFocus() or self._tone in (Tone.WARNING, Tone.ERROR)
        edge = tokens.primary if self.hasFocus() and self._tone is not Tone.ERROR else tokens.edge(self._tone)
        width = 2 if strong else 1
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.input))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        segments = self._segments()
        for place, rect in enumerate(segments):
            self._paint_segment(painter, tokens, place, rect)
        if self.index < 0 and self._value:
            self._paint_stray(painter, tokens)
        if self.hasFocus() and self._tone is Tone.ERROR:
            paint_inner_ring(painter, QRectF(self.rect()))

    def _paint_segment(self, painter: QPainter, tokens: Palette, place: int, rect: QRectF) -> None:
        chosen = place == self.index
        if chosen:
            painter.setPen(QPen(QColor(tokens.primary), 1))
            painter.setBrush(QColor(tokens.chosen))
            painter.drawRoundedRect(
                rect.adjusted(0.5, 0.5, -0.5, -0.5), METRICS.radius_segment, METRICS.radius_segment
            )
        elif place and place - 1 != self.index:
            painter.setPen(QColor(tokens.line))
            painter.drawLine(rect.topLeft() + QPointF(0, 6), rect.bottomLeft() - QPointF(0, 6))
        painter.setFont(sized(self.font(), TYPE.base, Weight.SEMIBOLD if chosen else Weight.MEDIUM))
        painter.setPen(QColor(tokens.ok if chosen else tokens.text))
        label = self._options[place].label
        shown = painter.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, int(rect.width()) - 4)
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), shown)

    def _paint_stray(self, painter: QPainter, tokens: Palette) -> None:
        width = self._stray_width()
        tone = self._tone if self._tone in STATE_ICONS else Tone.ERROR
        rect = QRectF(self.width() - width, 0, width - 30, self.height())
        painter.setPen(QColor(tokens.ink(tone)))
        painter.setFont(sized(self.font(), TYPE.base, Weight.SEMIBOLD))
        shown = painter.fontMetrics().elidedText(self._value, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), shown)
        paint_icon(
            painter,
            STATE_ICONS[tone],
            tokens.ink(tone),
            QRectF(self.width() - 26, self.height() / 2 - 8, 16, 16),
        )


def _key(text: str) -> str:
    return text.replace(" ", "").casefold()
