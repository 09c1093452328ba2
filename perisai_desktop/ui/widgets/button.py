"""A button with an icon, words, and at its end an amount or the key that presses it."""

from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Palette
from perisai_desktop.ui.widgets.marks import cap_width, paint_cap
from perisai_desktop.ui.widgets.prompt_keys import pressed_by_key
from perisai_desktop.ui.widgets.whole_words import tell_whole


class Kind(StrEnum):
    """How much a button wants to be pressed; MAIN is the one act of a screen, 44 px high."""

    PLAIN = "plain"
    PRIMARY = "primary"
    MAIN = "main"
    OK = "ok"
    WARNING = "warning"
    DANGER = "danger"
    LINK = "link"
    QUIET = "quiet"


_ICON = 18
_SLIM = (Kind.LINK, Kind.QUIET)
"""Without a frame, as wide as what is on it."""


class Button(QPushButton):
    """`key` is drawn as a key cap (as `cap`, where that reads better) and bound unless `bind` is False.

    A `slim` one is no higher than a badge, to stand beside the heading of a card.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        *,
        icon: str = "",
        key: str = "",
        bind: bool = True,
        cap: str = "",
        trailing: str = "",
        slim: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = text
        self._kind = kind
        self._icon = icon
        self._key = cap or key
        self._trailing = trailing
        self.setProperty("kind", kind.value)
        self.setAccessibleName(text)
        high = METRICS.main_button if kind is Kind.MAIN else METRICS.input
        self.setFixedHeight(METRICS.badge if slim else high)
        self.setAutoDefault(False)
        if kind in _SLIM:
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if key and bind:
            self.setShortcut(key)

    def event(self, event: QEvent) -> bool:
        return pressed_by_key(self, event) or super().event(event)

    @property
    def words(self) -> str:
        """The text on the button."""
        return self._words

    def show_words(self, text: str, trailing: str | None = None) -> None:
        """Change the text, and what stands at the end."""
        self._words = text
        if trailing is not None:
            self._trailing = trailing
        self.setAccessibleName(f"{text} {self._trailing}".strip())
        self.updateGeometry()
        self.update()

    def show_icon(self, icon: str) -> None:
        """Change the icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def show_key(self, key: str) -> None:
        """Change the key cap; what is bound stays."""
        self._key = key
        self.update()

    def _font(self) -> QFont:
        big = self._kind is Kind.MAIN
        return sized(self.font(), TYPE.action if big else TYPE.base, Weight.SEMIBOLD)

    def sizeHint(self) -> QSize:
        font = self._font()
        width = QFontMetricsF(font).horizontalAdvance(self._words) + (12 if self._kind in _SLIM else 32)
        if self._icon:
            width += _ICON + (8 if self._words else 0)
        if self._trailing:
            width += QFontMetricsF(font).horizontalAdvance(self._trailing) + 24
        if self._key:
            width += max(cap_width(self._key, self.font()), METRICS.key_cap) + 12
        return QSize(int(width) + 1, self.height())

    def minimumSizeHint(self) -> QSize:
        icon = _ICON + 8 if self._icon else 0
        words = min(QFontMetricsF(self._font()).horizontalAdvance(self._words), 80)
        return QSize(int(words) + icon + (12 if self._kind in _SLIM else 24), self.height())

    def _ink(self, tokens: Palette) -> str:
        if not self.isEnabled():
            return tokens.on_disabled
        return {
            Kind.PLAIN: tokens.text,
            Kind.PRIMARY: tokens.on_primary,
            Kind.MAIN: tokens.on_primary,
            Kind.OK: tokens.ok,
            Kind.WARNING: tokens.warning,
            Kind.DANGER: tokens.error,
            Kind.LINK: tokens.ok,
            Kind.QUIET: tokens.text,
        }[self._kind]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        self.style().drawControl(QStyle.ControlElement.CE_PushButton, option, painter, self)
        tokens = active_palette()
        ink = self._ink(tokens)
        font = self._font()
        edge = 6.0 if self._kind in _SLIM else 16.0
        room = QRectF(self.rect()).adjusted(edge, 0, -edge, 0)
        spread = bool(self._trailing or self._key)
        if self._key:
            room = self._paint_key(painter, room, tokens, ink)
        if self._trailing:
            painter.setPen(QColor(ink))
            painter.setFont(sized(font, font.pixelSize(), Weight.BOLD))
            painter.drawText(
                room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), self._trailing
            )
        words = QFontMetricsF(font).horizontalAdvance(self._words)
        icon = _ICON + (8 if self._words else 0) if self._icon else 0
        left = room.x() if spread else room.x() + max(0.0, (room.width() - words - icon) / 2)
        if self._icon:
            paint_icon(painter, self._icon, ink, QRectF(left, self.height() / 2 - 9, _ICON, _ICON))
        painter.setPen(QColor(ink))
        painter.setFont(font)
        area = QRectF(left + icon, 0, room.right() - left - icon, self.height())
        shown = painter.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, int(area.width()) + 2
        )
        tell_whole(self, self._words, shown)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_key(self, painter: QPainter, room: QRectF, tokens: Palette, ink: str) -> QRectF:
        width = max(cap_width(self._key, self.font()), METRICS.key_cap)
        words = QFontMetricsF(self._font()).horizontalAdvance(self._words) + (26 if self._icon else 0)
        if room.width() < words + width + 8:
            return room
        place = QRectF(room.right() - width, room.y(), width, room.height())
        plain = self._kind in (Kind.PLAIN, *_SLIM)
        edge = tokens.line if plain else ink
        paint_cap(painter, self._key, place, self.font(), tokens.muted if plain else ink, edge)
        return room.adjusted(0, 0, -width - 12, 0)
