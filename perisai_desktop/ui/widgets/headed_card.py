"""A card with a heading and a link to more of the same at its right; lines that lead somewhere reach its edges."""

from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Card
from perisai_desktop.ui.widgets.labels import Elided, Role
from perisai_desktop.ui.widgets.link_row import ROW_INSET


class HeadedCard(Card):
    """Words go into `inset` parts, so that they stand under those of the heading; `more` is the link."""

    def __init__(self, title: str, link: str, *between: QWidget, spacing: int = METRICS.grid) -> None:
        super().__init__(spacing=spacing)
        self.more = Button(link, Kind.LINK, slim=True)
        high, wide = METRICS.between_cards, METRICS.between_cards - ROW_INSET
        self.column.setContentsMargins(wide, high, wide, high)
        head = QHBoxLayout()
        head.setContentsMargins(ROW_INSET, 0, 0, 0)
        head.addWidget(Elided(title, Role.HEADING), 1)
        for part in (*between, self.more):
            head.addWidget(part)
        self.column.addLayout(head)

    def inset(self, part: QWidget, stretch: int = 0) -> None:
        """Put a part below the others, its edges under the heading's."""
        row = QHBoxLayout()
        row.addWidget(part)
        self.inset_row(row, stretch)

    def inset_row(self, row: QLayout, stretch: int = 0) -> None:
        """The same for parts in a layout."""
        row.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
        self.column.addLayout(row, stretch)
