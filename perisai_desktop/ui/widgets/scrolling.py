"""A column of parts that scrolls when there is no room, and is as wide as its place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.cards import Card


class ScrollSheet(QScrollArea):
    """Holds one layout; the cursor never stops on the sheet itself."""

    def __init__(self, layout: QLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        content = QWidget()
        content.setObjectName("content")
        content.setLayout(layout)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)


class ScrollCard(Card):
    """A card whose parts scroll inside its border; put them into `parts`."""

    def __init__(self) -> None:
        super().__init__(padding=0)
        self.parts = QVBoxLayout()
        pad = METRICS.between_cards
        self.parts.setContentsMargins(pad, pad, pad, pad)
        self.parts.setSpacing(10)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.addWidget(ScrollSheet(self.parts))
