"""Cards below each other at the side of the screen, which scroll by themselves where they find no room."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.scrolling import ScrollSheet


class SideColumn(ScrollSheet):
    """Holds the cards in their order."""

    def __init__(self, *cards: QWidget) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        super().__init__(column)
