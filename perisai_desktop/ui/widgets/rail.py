"""The rail of sections at the left; in a narrow window it keeps icons and counts only."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.fonts import Weight, sized
from perisai_desktop.ui.theme.icons import paint_icon
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS, TYPE
from perisai_desktop.ui.widgets.labels import Elided, Role, restyle
from perisai_desktop.ui.widgets.marks import cap_width, paint_cap
from perisai_desktop.ui.widgets.prompt_keys import pressed_by_key


@dataclass(frozen=True, slots=True)
class Section:
    """One entry of the rail; `group` 0 … stand apart, -1 stands at the foot. `key` is its shortcut.

    `screen` marks one at the foot that leads to a screen, as all others do.
    """

    name: str
    icon: str
    words: str
    group: int = 0
    key: str = ""
    show_key: bool = False
    screen: bool = False


LEAST = 22
"""Pixels that an entry keeps in a window too low for all of them."""
_GAP, _NARROW_GAP = 12, 4
"""Pixels between groups of sections, and in a narrow window."""


class RailItem(QAbstractButton):
    """A section: icon, words, a count of what waits there."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self.section = section
        self._count = 0
        self.narrow = False
        self.setCheckable(section.group >= 0 or section.screen)
        self.setText(section.words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(LEAST)
        self.setMaximumHeight(METRICS.rail_item)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if section.key:
            self.setShortcut(section.key)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many wait; 0 shows none."""
        self._count = count
        words = f"{self.section.words} {count}" if count else self.section.words
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({self.section.key})" if self.section.key else words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(METRICS.rail_item, METRICS.rail_item)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = active_palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            fill = QColor(tokens.rail_active)
            fill.setAlphaF(1.0 if on else 0.5)
            painter.setBrush(fill)
            painter.drawRoundedRect(QRectF(self.rect()), METRICS.radius_input, METRICS.radius_input)
        if on:
            painter.setBrush(QColor(tokens.rail_marker))
            painter.drawRoundedRect(QRectF(0, 8, 3, self.height() - 16), 1.5, 1.5)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.rail_marker), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 7, 7)
        ink = tokens.rail_strong if on else tokens.rail_text
        left = (self.width() - 18) / 2 if self.narrow else 12
        paint_icon(painter, self.section.icon, ink, QRectF(left, self.height() / 2 - 9, 18, 18))
        if not self.narrow:
            painter.setPen(QColor(ink))
            painter.setFont(sized(self.font(), TYPE.base, Weight.SEMIBOLD if on else Weight.MEDIUM))
            area = QRectF(40, 0, self.width() - 48, self.height())
            middle = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(area, middle, self.section.words)
        if self._count:
            self._paint_count(painter)
        elif self.section.show_key and not self.narrow:
            width = max(cap_width(self.section.key, self.font()), METRICS.key_cap)
            place = QRectF(self.width() - width - 8, 0, width, self.height())
            paint_cap(painter, self.section.key, place, self.font(), tokens.rail_text, tokens.rail_badge)

    def _paint_count(self, painter: QPainter) -> None:
        tokens = active_palette()
        font = sized(self.font(), TYPE.meta, Weight.SEMIBOLD)
        words = str(self._count) if self._count < 1000 else "999+"
        width = max(QFontMetricsF(font).horizontalAdvance(words) + 12, 20)
        if self.narrow:
            place = QRectF(self.width() - width + 2, 0, width, 18)
        else:
            place = QRectF(self.width() - width - 8, self.height() / 2 - 10, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.rail_badge))
        painter.drawRoundedRect(place, place.height() / 2, place.height() / 2)
        painter.setPen(QColor(tokens.rail_strong))
        painter.setFont(font)
        painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return pressed_by_key(self, event) or super().event(event)


class Rail(QWidget):
    """Who works where, and the sections; `chosen` carries a section's name."""

    chosen = Signal(str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = Elided("", Role.HEADING)
        self._subtitle = Elided("", Role.HELP)
        self._items = {section.name: RailItem(section) for section in sections}
        self._gaps: list[QSpacerItem] = []
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 12)
        column.setSpacing(0)
        for part in (self._title, self._subtitle):
            part.setContentsMargins(12, 0, 0, 0)
            column.addWidget(part)
        self._put_gap(column)
        group = 0
        for item in self._items.values():
            if item.section.group != group:
                self._put_gap(column) if item.section.group >= 0 else column.addStretch(1)
                group = item.section.group
            item.setObjectName(f"section_{item.section.name}")
            column.addWidget(item)
            item.clicked.connect(lambda _on=False, name=item.section.name: self._press(name))
        if group >= 0:
            column.addStretch(1)
        self.set_narrow(False)
        self._match_theme()

    def show_owner(self, title: str, subtitle: str) -> None:
        """Say who is at work, and where."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)

    def show_current(self, name: str) -> None:
        """Mark the section `name`; an unknown name marks none."""
        for item in self._items.values():
            item.setChecked(item.section.name == name)

    def show_count(self, name: str, count: int) -> None:
        """Show how many wait at section `name`; raises KeyError."""
        self._items[name].show_count(count)

    def item(self, name: str) -> RailItem:
        """The section's button; raises KeyError."""
        return self._items[name]

    def set_narrow(self, narrow: bool) -> None:
        """Keep icons and counts only, or everything."""
        self.setFixedWidth(METRICS.rail_narrow if narrow else METRICS.rail)
        for part in (self._title, self._subtitle):
            part.setVisible(not narrow)
        for gap in self._gaps:
            gap.changeSize(0, _NARROW_GAP if narrow else _GAP)
        self._column.setContentsMargins(12, 8 if narrow else 18, 12, 6 if narrow else 12)
        for item in self._items.values():
            item.narrow = narrow
            item.update()

    def _put_gap(self, column: QVBoxLayout) -> None:
        gap = QSpacerItem(0, _GAP)
        self._gaps.append(gap)
        column.addItem(gap)

    def _press(self, name: str) -> None:
        self.chosen.emit(name)

    def _match_theme(self) -> None:
        restyle(self, "dark", "true" if active_palette().dark else "false")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._match_theme()
