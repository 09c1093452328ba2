"""A line whose figures are read in groups while its text stays exactly as typed."""

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QInputMethodEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.widgets.text_input import TextInput

_CURSOR_INSET = 5
"""Qt's rectangle of the cursor begins so many pixels left of it."""


class GroupedInput(TextInput):
    """Gaps and the marks in them are drawn, they are no characters.

    So cursor, undo, copying and the value know nothing of them, and anything can be typed.
    """

    mark = ""
    """What is drawn into each gap."""
    prefix = ""
    """What is drawn before the figures."""

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(placeholder, tabular=True, parent=parent)
        self.textChanged.connect(self._draw_gaps)
        self.cursorPositionChanged.connect(lambda _old, _new: self.update())

    def gaps(self, text: str) -> tuple[int, ...]:
        """Places in `text`, all figures, behind which there is a gap; none unless a line says so."""
        del text
        return ()

    def groupable(self, text: str) -> bool:
        """Whether `text` is read in groups: figures alone, unless a line says otherwise."""
        return text.isascii() and text.isdigit()

    def shown(self) -> str:
        """The text as the eye reads it."""
        text = self.text()
        if not self.groupable(text):
            return text
        gaps = set(self.gaps(text))
        signs = (sign + (self.mark or " ") if place in gaps else sign for place, sign in enumerate(text))
        return self.prefix + "".join(signs)

    def gap_width(self) -> float:
        """Pixels of one gap."""
        return QFontMetricsF(self.font()).horizontalAdvance(self.mark) if self.mark else 5.0

    def set_value(self, value: str) -> None:
        super().set_value(value)
        self._draw_gaps()

    def _draw_gaps(self) -> None:
        text = self.text()
        wide = QTextCharFormat()
        wide.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        wide.setFontLetterSpacing(self.gap_width())
        places = self.gaps(text) if self.groupable(text) else ()
        formats = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                place - self.cursorPosition(),
                1,
                QTextFormat(wide),
            )
            for place in places
        ]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", formats))

    def _x_before(self, place: int) -> float:
        """Where the sign at `place` begins, reckoned from the cursor."""
        text, cursor = self.text(), self.cursorPosition()
        metrics, gaps = QFontMetricsF(self.font()), self.gaps(text)
        between = range(min(place, cursor), max(place, cursor))
        width = sum(metrics.horizontalAdvance(text[each]) for each in between)
        width += self.gap_width() * sum(each in gaps for each in between)
        return self.cursorRect().x() + _CURSOR_INSET + (width if place > cursor else -width)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        text = self.text()
        if not self.groupable(text) or not (self.mark or self.prefix):
            return
        tokens = active_palette()
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(tokens.text if self.isEnabled() else tokens.on_disabled))
        metrics = QFontMetricsF(self.font())
        base = self.cursorRect().y() + metrics.ascent()
        for place in self.gaps(text):
            painter.drawText(QPointF(self._x_before(place + 1) - self.gap_width(), base), self.mark)
        if self.prefix:
            left = self._x_before(0) - metrics.horizontalAdvance(self.prefix)
            painter.drawText(QPointF(left, base), self.prefix)
