"""Rows of two cards, each row as high as its higher card; one below the other where there is no room beside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS

NARROW = 800
"""Below this width, in device-independent pixels, every card has a row of its own."""
_SHARES = (5, 4)


class CardRows(QScrollArea):
    """`head` stands above all rows and scrolls with them; spare height goes to the first row."""

    def __init__(self, rows: Sequence[tuple[QWidget, QWidget]], head: QWidget) -> None:
        super().__init__()
        self._rows = tuple(rows)
        self._narrow: bool | None = None
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("content")
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 2, 0)
        whole.setSpacing(METRICS.between_cards)
        whole.addWidget(head)
        self._grid = QGridLayout()
        self._grid.setSpacing(METRICS.between_cards)
        whole.addLayout(self._grid, 1)
        self.setWidget(content)
        self._arrange(narrow=False)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Keep what has the focus in sight."""
        if new is not None and self.isAncestorOf(new):
            self.ensureWidgetVisible(new, 0, METRICS.gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < NARROW)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        cards = [card for row in self._rows for card in row]
        for place, card in enumerate(cards):
            self._grid.addWidget(card, *((place, 0) if narrow else divmod(place, 2)))
        for column, share in enumerate(_SHARES):
            self._grid.setColumnStretch(column, 0 if narrow and column else share)
        for row in range(len(cards)):
            self._grid.setRowStretch(row, 1 if row == 0 else 0)
