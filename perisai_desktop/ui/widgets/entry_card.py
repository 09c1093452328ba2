"""The sheet in the middle of the window before anybody is signed in: brand at the left, a form at the right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.icons import pixmap
from perisai_desktop.ui.theme.theme import active_palette
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.labels import Role, Text

_ROOMY = (32, 32, 32, 28)
_TIGHT = (24, 16, 24, 12)
"""Margins of the form, and in a narrow window."""


class _BrandIcon(QWidget):
    """An icon in the light colours of the rail."""

    def __init__(self, name: str, size: int) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(size, size)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = active_palette().rail_marker
        picture = pixmap(self._name, colour, self.width(), self.devicePixelRatioF())
        QPainter(self).drawPixmap(0, 0, picture)


class EntryCard(QScrollArea):
    """Put the form's parts into `column`; in a narrow window the brand steps aside."""

    def __init__(self, name: str, motto: str, promises: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._brand = QFrame()
        self._brand.setObjectName("brand")
        self._brand.setFixedWidth(300)
        left = QVBoxLayout(self._brand)
        left.setContentsMargins(32, 36, 28, 32)
        left.setSpacing(8)
        left.addWidget(_BrandIcon("shield-check", 44))
        left.addSpacing(4)
        left.addWidget(Text(name, Role.TITLE))
        left.addWidget(Text(motto, wrap=True))
        left.addStretch(1)
        for icon, words in promises:
            line = QHBoxLayout()
            line.setSpacing(10)
            line.addWidget(_BrandIcon(icon, 18), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(words, wrap=True), 1)
            left.addLayout(line)
            left.addSpacing(4)
        form = QWidget()
        self.column = QVBoxLayout(form)
        self.column.setContentsMargins(*_ROOMY)
        self.column.setSpacing(METRICS.gap)
        card = QFrame()
        card.setProperty("card", "true")
        card.setMaximumWidth(780)
        row = QHBoxLayout(card)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._brand)
        row.addWidget(form, 1)
        content = QWidget()
        content.setObjectName("content")
        middle = QHBoxLayout(content)
        middle.setContentsMargins(16, 16, 16, 16)
        middle.addStretch(1)
        middle.addWidget(card, 6, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)
        card.setMinimumHeight(0)
        self._card = card
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < 760
        self._brand.setVisible(not narrow)
        self._card.setMinimumWidth(min(self.width() - 48, 780))
        self._card.setMinimumHeight(0 if narrow else 460)
        self.column.setContentsMargins(*(_TIGHT if narrow else _ROOMY))
