"""The cash screen: the figure and its age, how it is made up, and the entries behind each sum."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.screens.cash.entries_card import EntriesCard
from perisai_desktop.ui.screens.cash.figure_card import FigureCard
from perisai_desktop.ui.screens.cash.state import CashState
from perisai_desktop.ui.screens.cash.sums_card import SumsCard
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.split import Split
from sync.rules.rupiah import format_rupiah

_SUMS_HEIGHT = 300


class CashView(QWidget):
    """Tells what was opened and asked for through its cards; `appeared`: read again."""

    appeared = Signal()
    titled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = CashState()
        self.figure = FigureCard()
        self.sums = SumsCard()
        self.sums.setMinimumHeight(_SUMS_HEIGHT)
        self.entries = EntriesCard()
        self._note = Banner()
        side = QWidget()
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(METRICS.between_cards)
        left.addWidget(self.figure)
        left.addWidget(self.sums, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        column.addWidget(Split(self.entries, side, side_width=420, side_first=True, narrow=900), 1)
        self._column = column
        self.sums.opened.connect(self.entries.table.setFocus)

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to be told first above everything else."""
        self._column.insertWidget(0, notices)

    def show_state(self, state: CashState) -> None:
        """Show the book and what is open of it."""
        before, self._state = self._state, state
        self._note.tell(state.failure)
        if state.book is not None and state.book is not before.book:
            self.figure.show_book(state.book)
        self.sums.show_state(state)
        self.entries.show_state(state)
        if state.book is not before.book:
            self.titled.emit()

    def title(self) -> str:
        return self.tr("Cash")

    def subtitle(self) -> str:
        return "" if self._state.book is None else format_rupiah(self._state.book.rupiah)

    def arrive(self) -> None:
        self.appeared.emit()
        self.sums.table.setFocus()

    def seek(self) -> bool:
        return False
