"""Small painted marks: a badge for a state, a chip for a filter, the cap of a key."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Tone


@dataclass(frozen=True, slots=True)
class Face:
    """What a badge shows: words, an icon and the tone of both; `outlined` has a border and no fill."""

    text: str
    icon: str
    tone: Tone
    outlined: bool = False


def badge_width(face: Face, font: QFont) -> float:
    """Pixels that a badge needs for its words."""
    words = QFontMetricsF(sized(font, TYPE.label, Weight.SEMIBOLD)).horizontalAdvance(face.text)
    return words + (36 if face.icon else 20)


def paint_badge(painter: QPainter, face: Face, rect: QRectF, font: QFont) -> None:
    """Draw `face` into `rect`, 24 pixels high, round at its ends."""
    tokens = active_palette()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(tokens.border), 1) if face.outlined else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.card if face.outlined else tokens.fill(face.tone)))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), METRICS.badge / 2, METRICS.badge / 2)
    ink = tokens.ink(face.tone)
    left = rect.x() + 10
    if face.icon:
        paint_icon(painter, face.icon, ink, QRectF(rect.x() + 8, rect.y() + 5, 14, 14))
        left = rect.x() + 26
    painter.setFont(sized(font, TYPE.label, Weight.SEMIBOLD))
    painter.setPen(QColor(ink))
    area = QRectF(left, rect.y(), rect.right() - left - 6, rect.height())
    shown = painter.fontMetrics().elidedText(face.text, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
    painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.restore()


class Badge(QWidget):
    """A state in words, with its icon and colour."""

    def __init__(self, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(face.text)

    def show_face(self, face: Face) -> None:
        """Show another state."""
        self._face = face
        self.setAccessibleName(face.text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(int(badge_width(self._face, self.font())) + 1, METRICS.badge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_badge(QPainter(self), self._face, QRectF(self.rect()), self.font())


class Chip(QAbstractButton):
    """A filter that is on or off, with a count."""

    def __init__(
        self, text: str, count: int | None = None, *, icon: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self._icon = icon
        self._words = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.show_count(count)

    def show_count(self, count: int | None) -> None:
        """Show `count` behind the words, or none."""
        shown = self._words if count is None else f"{self._words} {_dotted(count)}"
        self.setText(shown)
        self.setAccessibleName(shown)
        self.updateGeometry()

    def _font(self) -> QFont:
        return sized(self.font(), TYPE.label, Weight.SEMIBOLD)

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._font()).horizontalAdvance(self.text())
        return QSize(int(words) + 25 + (18 if self._icon else 0), METRICS.chip)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        width = 2 if self.hasFocus() else 1
        edge = tokens.primary if on or self.hasFocus() else tokens.border
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(tokens.chosen if on else tokens.sub if self.underMouse() else tokens.card))
        inset = width / 2
        radius = METRICS.chip / 2 - inset
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        ink = tokens.ok if on else tokens.text
        left = 12.0
        if self._icon:
            paint_icon(painter, self._icon, ink, QRectF(10, 7, 14, 14))
            left = 29.0
        painter.setPen(QColor(ink))
        painter.setFont(self._font())
        area = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), self.text())

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


def paint_inner_ring(painter: QPainter, rect: QRectF) -> None:
    """Show the focus inside a frame that already has the colour of an error."""
    painter.setPen(QPen(QColor(active_palette().primary), 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = METRICS.radius_input - 3
    painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), radius, radius)


def cap_width(key: str, font: QFont) -> float:
    """Pixels that the cap of `key` needs."""
    return QFontMetricsF(sized(font, TYPE.meta, Weight.MEDIUM)).horizontalAdvance(key) + 12


def paint_cap(painter: QPainter, key: str, rect: QRectF, font: QFont, ink: str, edge: str) -> None:
    """Draw the cap of `key` centred in height in `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    height = min(rect.height(), METRICS.key_cap)
    frame = QRectF(rect.x(), rect.center().y() - height / 2, rect.width(), height)
    painter.setPen(QPen(QColor(edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), METRICS.radius_small, METRICS.radius_small)
    painter.setPen(QColor(ink))
    painter.setFont(sized(font, TYPE.meta, Weight.MEDIUM))
    painter.drawText(frame, int(Qt.AlignmentFlag.AlignCenter), key)
    painter.restore()


class KeyCap(QWidget):
    """The key that does the thing beside it."""

    def __init__(self, key: str, *, flat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._height = 16 if flat else METRICS.key_cap
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(key)

    def sizeHint(self) -> QSize:
        return QSize(max(int(cap_width(self._key, self.font())) + 1, METRICS.key_cap), self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        paint_cap(QPainter(self), self._key, QRectF(self.rect()), self.font(), tokens.muted, tokens.line)


def _dotted(count: int) -> str:
    return f"{count:,}".replace(",", ".")
