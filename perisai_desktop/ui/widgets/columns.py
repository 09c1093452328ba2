"""Two columns of cards that become one where there is no room; everything scrolls, and the focus stays in sight."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS

NARROW = 800
"""Below this width, in device-independent pixels, the columns stand one below the other."""


class Columns(QWidget):
    """`head` stands above both columns and scrolls with them; what is put into `foot` is always in sight."""

    def __init__(
        self, left: Sequence[QWidget], right: Sequence[QWidget], *, head: QWidget | None = None
    ) -> None:
        super().__init__()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("content")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 2, 0)
        whole.setSpacing(METRICS.between_cards)
        if head is not None:
            whole.addWidget(head)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(METRICS.between_cards)
        for cards in (left, right):
            column = QVBoxLayout()
            column.setSpacing(METRICS.between_cards)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._row.addLayout(column, 1)
        whole.addLayout(self._row)
        whole.addStretch(1)
        self._scroll.setWidget(content)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(METRICS.gap)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(METRICS.gap)
        page.addWidget(self._scroll, 1)
        page.addLayout(self.foot)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def reveal(self, part: QWidget) -> None:
        """Scroll to `part`, which stands in one of the columns."""
        self._scroll.ensureWidgetVisible(part, 0, METRICS.gap)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._scroll.isAncestorOf(new):
            self._scroll.ensureWidgetVisible(new, 0, METRICS.gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if self.width() < NARROW else directions.LeftToRight)
