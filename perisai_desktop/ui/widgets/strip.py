"""The strip at the bottom of the window: counters that are links, cash, and the connection in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE, Tone


@dataclass(frozen=True, slots=True)
class StripItem:
    """One counter: its words, figures that are never hidden, and an age in a tone."""

    key: str
    icon: str
    icon_tone: Tone
    words: str
    figures: str = ""
    age: str = ""
    age_tone: Tone = Tone.WARNING

    @property
    def sentence(self) -> str:
        """The counter as a screen reader says it."""
        return " ".join(part for part in (self.words, self.figures, self.age) if part)


class StripLink(QAbstractButton):
    """A counter that opens its list; without room for its words it keeps icon and figures."""

    def __init__(self, item: StripItem) -> None:
        super().__init__()
        self.item = item
        self.terse = 0
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.show_item(item)

    def show_item(self, item: StripItem) -> None:
        """Show new figures."""
        self.item = item
        self.setText(item.sentence)
        self.setAccessibleName(item.sentence)
        self.setToolTip(item.sentence)
        self.updateGeometry()
        self.update()

    def _parts(self) -> list[tuple[str, QFont, Tone]]:
        plain = sized(self.font(), TYPE.label)
        strong = sized(self.font(), TYPE.label, Weight.SEMIBOLD)
        item = self.item
        words = [(item.words, plain, Tone.MUTED)] if item.words and not (self.terse and item.figures) else []
        figures = [(item.figures, strong, Tone.PLAIN)] if item.figures else []
        shown = bool(item.age) and (self.terse < 2 or not item.figures)
        age = [(item.age, strong, item.age_tone)] if shown else []
        if figures and age:
            figures.append(("·", plain, Tone.MUTED))
        return words + figures + age

    def width_at(self, terse: int) -> int:
        """Pixels needed at a brevity of 0 (all words), 1 (figures and age) or 2 (figures)."""
        before, self.terse = self.terse, terse
        width = sum(QFontMetricsF(font).horizontalAdvance(text) + 4 for text, font, _ in self._parts())
        self.terse = before
        return int(width) + 36

    def sizeHint(self) -> QSize:
        return QSize(self.width_at(self.terse), METRICS.strip - 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.primary), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 5, -1, -5), 6, 6)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.line2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0, 5, 0, -5), 6, 6)
        paint_icon(
            painter, self.item.icon, tokens.ink(self.item.icon_tone), QRectF(6, self.height() / 2 - 8, 16, 16)
        )
        left = 30.0
        for text, font, tone in self._parts():
            painter.setFont(font)
            painter.setPen(QColor(tokens.ink(tone)))
            width = QFontMetricsF(font).horizontalAdvance(text) + 4
            area = QRectF(left, 0, width, self.height())
            painter.drawText(area, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text)
            left += width

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)


class Strip(QWidget):
    """Counters at the left, the last item at the right; `followed` carries the key of a pressed one."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("strip")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(METRICS.strip)
        self._links: dict[str, StripLink] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 1, 18, 0)
        self._row.setSpacing(9)

    def show_items(self, items: Sequence[StripItem]) -> None:
        """Show the counters; the last one stands at the right end."""
        if [item.key for item in items] != list(self._links):
            self._build(items)
        for item in items:
            self._links[item.key].show_item(item)
        self._fit()

    def link(self, key: str) -> StripLink:
        """The counter `key`; raises KeyError."""
        return self._links[key]

    def _build(self, items: Sequence[StripItem]) -> None:
        while (taken := self._row.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.deleteLater()
        self._links = {item.key: StripLink(item) for item in items}
        for place, (key, link) in enumerate(self._links.items()):
            if place == len(items) - 1:
                self._row.addStretch(1)
            elif place:
                divider = QFrame()
                divider.setProperty("rule", "upright")
                divider.setFixedSize(1, 16)
                self._row.addWidget(divider)
            link.setObjectName(key)
            link.clicked.connect(lambda _on=False, key=key: self.followed.emit(key))
            self._row.addWidget(link)

    def _fit(self) -> None:
        room = self.width() - 36 - 19 * len(self._links)
        brevity = next(
            (terse for terse in (0, 1) if sum(link.width_at(terse) for link in self._links.values()) <= room),
            2,
        )
        for link in self._links.values():
            if link.terse != brevity:
                link.terse = brevity
                link.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
