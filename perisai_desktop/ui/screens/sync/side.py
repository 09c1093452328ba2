"""Cards below each other at the side of the screen, which scroll by themselves where they find no room."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.scrolling import ScrollSheet


class SideColumn(ScrollSheet):
    """Takes the height that it is given; the whole of its cards is its hint."""

    def __init__(self, *cards: QWidget) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        super().__init__(column)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint()
