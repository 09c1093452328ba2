"""One choice among what can be paid: how many months, which ones, and the price."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.collection import CollectionOption
from perisai_desktop.ui.contribution_words import months_words, span_words
from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE
from perisai_desktop.ui.widgets.radio import Radio
from sync.rules.rupiah import Rupiah, format_rupiah

_TEXT_AT = 36
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class OptionRow(Radio):
    """One line: months, which ones, price."""

    def __init__(self, option: CollectionOption, parent: QWidget | None = None) -> None:
        super().__init__(METRICS.input, parent)
        self._months = months_words(option.months)
        self._span = span_words(option)
        self._price = format_rupiah(Rupiah(option.quote.total))
        self.setAccessibleName(f"{self._months}, {self._span}, {self._price}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        return QSize(240, METRICS.input)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, METRICS.input)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        self.paint_face(painter, tokens.line, 11)
        room = QRectF(_TEXT_AT, 0, self.width() - _TEXT_AT - 12, self.height())
        painter.setFont(sized(self.font(), TYPE.base, Weight.SEMIBOLD, tabular=True))
        painter.setPen(QColor(tokens.ok if self.isChecked() else tokens.text))
        painter.drawText(room, _RIGHT, self._price)
        taken = painter.fontMetrics().horizontalAdvance(self._price) + 12
        painter.setFont(sized(self.font(), TYPE.base, Weight.SEMIBOLD))
        painter.drawText(room, _LEFT, self._months)
        begun = max(painter.fontMetrics().horizontalAdvance(self._months) + 8, 68)
        painter.setFont(sized(self.font(), TYPE.label))
        painter.setPen(QColor(tokens.muted))
        span = room.adjusted(begun, 0, -taken, 0)
        shown = painter.fontMetrics().elidedText(self._span, Qt.TextElideMode.ElideRight, int(span.width()))
        painter.drawText(span, _LEFT, shown)
