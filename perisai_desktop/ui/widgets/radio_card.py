"""A choice among a few things that are all on the screen, each with a line that says what it is."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE
from perisai_desktop.ui.widgets.radio import Radio

_TEXT_AT = 38


class RadioCard(Radio):
    """One choice, and under it the line that says what it is."""

    def __init__(self, text: str, detail: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(METRICS.radio_card, parent)
        self._detail = detail
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(detail)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = max(metrics.horizontalAdvance(self.text()), metrics.horizontalAdvance(self._detail))
        return QSize(_TEXT_AT + words + 12, METRICS.radio_card)

    def minimumSizeHint(self) -> QSize:
        return QSize(96, METRICS.radio_card)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        self.paint_face(painter, tokens.border, 12)
        room = QRectF(_TEXT_AT, 0, self.width() - _TEXT_AT - 8, self.height())
        self._paint_words(painter, room, tokens.ok if self.isChecked() else tokens.text, tokens.muted)

    def _paint_words(self, painter: QPainter, room: QRectF, ink: str, muted: str) -> None:
        middle = self.height() / 2
        lines = (
            (self.text(), TYPE.base, Weight.SEMIBOLD, ink, middle - 18),
            (self._detail, TYPE.meta, Weight.REGULAR, muted, middle),
        )
        for text, size, weight, colour, top in lines:
            painter.setFont(sized(self.font(), size, weight))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            area = QRectF(room.x(), top, room.width(), 18)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
