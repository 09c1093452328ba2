"""How the cash is made up: a line for each sort of movement, or for each day; a chosen line opens its entries."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from perisai_desktop.domain.till_book import CashDay, CashLine, CashSort
from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.cash.state import CashState, Grouping
from perisai_desktop.ui.screens.cash.words import moved_words, sort_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.cards import Card
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import format_rupiah


class SumsCard(Card):
    """`grouped` carries a Grouping, `sort_chosen` a sort or None for the sum of all, `day_chosen` a date."""

    grouped = Signal(object)
    sort_chosen = Signal(object)
    day_chosen = Signal(object)
    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state = CashState()
        self._grouping = SegmentedField(
            (
                Option(Grouping.SORTS.value, self.tr("By kind")),
                Option(Grouping.DAYS.value, self.tr("By day")),
            )
        )
        self._grouping.setObjectName("cash_grouping")
        self._grouping.setAccessibleName(self.tr("How it is made up"))
        self._grouping.set_value(Grouping.SORTS.value)
        self._grouping.value_edited.connect(self._group)
        self.sorts = Table(
            (
                Column("sort", self.tr("Movement"), 180, stretch=True),
                Column("rupiah", self.tr("Rupiah"), 130, tabular=True, right=True),
            ),
            self.tr("Sums by kind"),
        )
        self.sorts.setObjectName("cash_sorts")
        self.days = Table(
            (
                Column("on", self.tr("Day"), 120, stretch=True),
                Column("moved", self.tr("In and out"), 124, tabular=True, right=True),
                Column("balance", self.tr("Cash then"), 108, tabular=True, right=True),
            ),
            self.tr("Sums by day"),
        )
        self.days.setObjectName("cash_days")
        self.sorts.row_chosen.connect(self._choose_sort)
        self.days.row_chosen.connect(lambda place: self.day_chosen.emit(self._days[place].on))
        for table in (self.sorts, self.days):
            table.row_opened.connect(lambda _place: self.opened.emit())
        self._middle = QStackedWidget()
        self._middle.addWidget(self.sorts)
        self._middle.addWidget(self.days)
        self.column.addWidget(Text(self.tr("How it is made up"), Role.HEADING))
        self.column.addWidget(self._grouping)
        self.column.addWidget(self._middle, 1)

    def show_state(self, state: CashState) -> None:
        """Show the sums; the line that is open is chosen."""
        before, self._state = self._state, state
        self._grouping.set_value(state.grouping.value)
        if state.book is not before.book:
            lines, days = self._lines, self._days
            self.sorts.show_rows(len(lines) + 1 if lines else 0, self._sort_cells)
            self.days.show_rows(len(days), self._day_cells)
        kinds = [line.sort for line in self._lines]
        self.sorts.choose(kinds.index(state.sort) if state.sort in kinds else len(kinds))
        dates = [day.on for day in self._days]
        self.days.choose(dates.index(state.on) if state.on in dates else -1)
        # Last: a table that comes into the focus chooses its first row where none is chosen.
        self._middle.setCurrentIndex(1 if state.grouping is Grouping.DAYS else 0)

    @property
    def table(self) -> Table:
        """The table in sight."""
        return self.days if self._state.grouping is Grouping.DAYS else self.sorts

    @property
    def _lines(self) -> Sequence[CashLine]:
        """The sorts that moved, and the receipts always."""
        lines = () if self._state.book is None else self._state.book.lines
        return tuple(line for line in lines if line.count or line.sort is CashSort.RECEIPT)

    @property
    def _days(self) -> Sequence[CashDay]:
        return () if self._state.book is None else self._state.book.days

    def _sort_cells(self, place: int) -> Sequence[Cell]:
        if place == len(self._lines):
            total = 0 if self._state.book is None else self._state.book.rupiah
            return Cell(self.tr("Cash in hand"), strong=True), Cell(format_rupiah(total), strong=True)
        line = self._lines[place]
        tone = Tone.PLAIN if line.count else Tone.MUTED
        words = f"{sort_words(line.sort)} · {line.count}" if line.count else sort_words(line.sort)
        return Cell(words, tone=tone), Cell(moved_words(line.rupiah), tone=tone)

    def _day_cells(self, place: int) -> Sequence[Cell]:
        day = self._days[place]
        closed = self.tr("closed") if day.closing else self.tr("open")
        tone = Tone.OK if day.closing else Tone.WARNING
        return (
            Cell(plain_date(day.on), detail=closed, detail_tone=tone),
            Cell(moved_words(day.incoming), detail=moved_words(-day.outgoing)),
            Cell(format_rupiah(day.balance), strong=True),
        )

    def _choose_sort(self, place: int) -> None:
        self.sort_chosen.emit(self._lines[place].sort if place < len(self._lines) else None)

    def _group(self, value: str) -> None:
        if value in list(Grouping):
            self.grouped.emit(Grouping(value))
