"""A pad to sign on with a mouse, a finger or a pen; what is kept are the strokes."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTabletEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from perisai_desktop.domain.draft import SIGNATURE_HEIGHT, SIGNATURE_WIDTH, Stroke
from perisai_desktop.ui.theme.fonts import sized
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE
from perisai_desktop.ui.widgets.marks import paint_inner_ring

_MOST_POINTS = 2000
_STEP = 25
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0),
    Qt.Key.Key_Right: (_STEP, 0),
    Qt.Key.Key_Up: (0, -_STEP),
    Qt.Key.Key_Down: (0, _STEP),
}


class SignaturePad(QWidget):
    """Strokes in units of the draft (1000 by 500), whatever the pad's size; Delete wipes it.

    By keyboard the arrows move the nib, Space puts it down and lifts it.
    """

    strokes_edited = Signal()

    def __init__(self, placeholder: str = "", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strokes: list[Stroke] = []
        self._pen_down: list[tuple[int, int]] | None = None
        self._nib = (SIGNATURE_WIDTH // 4, SIGNATURE_HEIGHT // 2)
        self._nib_shown = False
        self._placeholder = placeholder
        self._wrong = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(120, 64)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def strokes(self) -> tuple[Stroke, ...]:
        """The strokes so far; empty where nobody signed."""
        return tuple(self._strokes)

    def set_strokes(self, strokes: tuple[Stroke, ...]) -> None:
        """Show `strokes` without telling anybody."""
        self._strokes = list(strokes)
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Frame the pad in the colour of an error."""
        self._wrong = wrong
        self.update()

    def clear(self) -> None:
        """Wipe the pad."""
        if self._strokes:
            self._strokes.clear()
            self.strokes_edited.emit()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif event.key() in _ARROWS:
            self._move_nib(*_ARROWS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle_nib()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._end()
        self._nib_shown = False
        super().focusOutEvent(event)

    def _move_nib(self, right: int, down: int) -> None:
        x = min(max(self._nib[0] + right, 0), SIGNATURE_WIDTH)
        self._nib = (x, min(max(self._nib[1] + down, 0), SIGNATURE_HEIGHT))
        self._nib_shown = True
        self._draw_to(self._nib)
        self.update()

    def _toggle_nib(self) -> None:
        self._nib_shown = True
        if self._pen_down is None:
            self._pen_down = [self._nib]
        else:
            self._end()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._begin(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._extend(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._end()

    def tabletEvent(self, event: QTabletEvent) -> None:
        {
            QTabletEvent.Type.TabletPress: lambda: self._begin(event.position()),
            QTabletEvent.Type.TabletMove: lambda: self._extend(event.position()),
            QTabletEvent.Type.TabletRelease: self._end,
        }[event.type()]()
        event.accept()

    def _begin(self, place: QPointF) -> None:
        self._pen_down = [self._unit(place)]

    def _extend(self, place: QPointF) -> None:
        self._draw_to(self._unit(place))
        self.update()

    def _draw_to(self, unit: tuple[int, int]) -> None:
        drawn = sum(len(stroke) for stroke in self._strokes)
        if self._pen_down is None or drawn + len(self._pen_down) >= _MOST_POINTS:
            return
        if unit != self._pen_down[-1]:
            self._pen_down.append(unit)

    def _end(self) -> None:
        if self._pen_down is not None:
            self._strokes.append(tuple(self._pen_down))
            self._pen_down = None
            self.strokes_edited.emit()
            self.update()

    def _scale(self) -> float:
        return min(self.width() / SIGNATURE_WIDTH, self.height() / SIGNATURE_HEIGHT)

    def _origin(self) -> QPointF:
        scale = self._scale()
        return QPointF(
            (self.width() - SIGNATURE_WIDTH * scale) / 2, (self.height() - SIGNATURE_HEIGHT * scale) / 2
        )

    def _unit(self, place: QPointF) -> tuple[int, int]:
        inside = (place - self._origin()) / self._scale()
        x = min(max(round(inside.x()), 0), SIGNATURE_WIDTH)
        return x, min(max(round(inside.y()), 0), SIGNATURE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() or self._wrong else 1
        edge = tokens.error if self._wrong else tokens.primary if self.hasFocus() else tokens.border
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.input))
        inset = width / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, METRICS.radius_input, METRICS.radius_input)
        if self._wrong and self.hasFocus():
            paint_inner_ring(painter, QRectF(self.rect()))
        strokes = [*self._strokes, *([tuple(self._pen_down)] if self._pen_down else [])]
        if not strokes:
            painter.setPen(QColor(tokens.muted))
            painter.setFont(sized(self.font(), TYPE.label))
            words = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
            painter.drawText(self.rect().adjusted(8, 4, -8, -4), words, self._placeholder)
        painter.setPen(QPen(QColor(tokens.text), 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        scale, origin = self._scale(), self._origin()
        for stroke in strokes:
            path = QPainterPath(origin + QPointF(*stroke[0]) * scale)
            painter.drawPoint(path.currentPosition())
            for point in stroke[1:]:
                path.lineTo(origin + QPointF(*point) * scale)
            painter.drawPath(path)
        if self._nib_shown and self.hasFocus():
            painter.setPen(QPen(QColor(tokens.primary), 2))
            painter.setBrush(QColor(tokens.primary if self._pen_down else tokens.input))
            painter.drawEllipse(origin + QPointF(*self._nib) * scale, 4, 4)
