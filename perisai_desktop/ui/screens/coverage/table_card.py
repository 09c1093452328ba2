"""The chart and the table of targets and regions, their sums in the last line."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from perisai_desktop.domain.coverage import CoverageGroup, CoverageSheet
from perisai_desktop.ui.screens.coverage.state import CoverageState
from perisai_desktop.ui.screens.coverage.words import bar_month, cells, columns, ranks
from perisai_desktop.ui.widgets.bar_chart import Bar, BarChart
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Card, EmptyState
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.ranked_bars import RankedBars
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import format_number

_BARS = 6
_CHART = 170


class CoverageTableCard(Card):
    """`chosen` carries the key of a line, `sort_asked` a column and whether from the highest, `opened` the wish to aim."""

    chosen = Signal(str)
    opened = Signal()
    sort_asked = Signal(str, bool)
    reload_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=16, spacing=8)
        self._state = CoverageState()
        self._title = Text("", Role.HEADING)
        self._help = Elided("", Role.HELP)
        self.ranked = RankedBars(self.tr("Targets and results"))
        self.months = BarChart(self.tr("Targets and results"), format_number)
        self.months.say_targets(self.tr("{value}, target {target}"))
        self.months.setFixedHeight(_CHART)
        self.table = self._made(columns())
        self.table.setObjectName("coverage_table")
        self.places = self._made(columns(places=True))
        self.places.setObjectName("coverage_places")
        self.offices = self._made(columns(offices=True))
        self.offices.setObjectName("coverage_offices")
        nothing = EmptyState(
            "chart-column",
            self.tr("Nothing in these months"),
            self.tr("Choose other months; agents are added at the branch's server."),
        )
        self._middle = QStackedWidget()
        self._nothing = nothing
        for page in (self.table, self.places, self.offices, nothing):
            self._middle.addWidget(page)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._help, 1)
        again = Button(self.tr("Load again"), icon="refresh-cw", key="F5", slim=True)
        again.setObjectName("coverage_again")
        again.clicked.connect(self.reload_asked)
        head.addWidget(again)
        self.column.addLayout(head)
        self.column.addWidget(self.ranked)
        self.column.addWidget(self.months)
        self.column.addWidget(self._middle, 1)
        for part in (self.ranked, self.months):
            part.hide()

    def show_state(self, state: CoverageState) -> None:
        """Show the lines in their order, and their bars."""
        before, self._state = self._state, state
        sheet = state.sheet
        if sheet is None:
            return
        if sheet is not before.sheet:
            self._show_chart(sheet)
            self._middle.setCurrentWidget(self.shown if sheet.lines else self._nothing)
        table = self.shown
        if state.lines != before.lines or sheet is not before.sheet:
            table.show_rows(len(state.lines) + 1 if sheet.lines else 0, self._cells)
        table.show_sorting(state.sorted_by, state.descending)
        table.choose(state.place)

    @property
    def shown(self) -> Table:
        """The table in sight."""
        sheet = self._state.sheet
        if sheet is None:
            return self.table
        if sheet.grouping is CoverageGroup.OFFICE:
            return self.offices
        return self.places if sheet.grouping.places else self.table

    def _made(self, heads: Sequence[Column]) -> Table:
        table = Table(heads, self.tr("Targets and results"))
        table.sort_asked.connect(self.sort_asked)
        table.row_chosen.connect(self._choose)
        table.row_opened.connect(lambda _place: self.opened.emit())
        return table

    def _show_chart(self, sheet: CoverageSheet) -> None:
        of_months = sheet.grouping is CoverageGroup.MONTH
        self.ranked.setVisible(bool(sheet.lines) and not of_months)
        self.months.setVisible(of_months)
        if of_months:
            self.months.show_bars(
                [Bar(bar_month(line), line.enrolled, line.target_enrolled) for line in sheet.lines]
            )
        else:
            self.ranked.show_ranks(ranks(sheet, _BARS))
        covered = sheet.by_coverage
        self._title.setText(self.tr("Coverage") if covered else self.tr("Target and result"))
        self._help.setText(
            self.tr("Active participants among the workers; a full bar is {share}").format(
                share=f"{sheet.scale * 100:.0f} %"
            )
            if covered
            else self.tr("New participants; the line is the target")
        )

    def _choose(self, place: int) -> None:
        if place < len(self._state.lines):
            self.chosen.emit(self._state.lines[place].key)

    def _cells(self, place: int) -> Sequence[Cell]:
        sheet, lines = self._state.sheet, self._state.lines
        assert sheet is not None
        if place < len(lines):
            return cells(sheet, lines[place])
        return cells(sheet, sheet.total, total=True)
