"""The chart and the table of a report, its sums in the last line."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.domain.report import Grouping, ReportLine
from perisai_desktop.ui.screens.reports.state import Measure, ReportsState
from perisai_desktop.ui.screens.reports.words import bar_words, line_words, short_rupiah
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.bar_chart import Bar, BarChart
from perisai_desktop.ui.widgets.cards import Card, EmptyState
from perisai_desktop.ui.widgets.labels import Elided, Role
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import format_number, format_rupiah

_BARS, _VILLAGES = 31, 8


class TableCard(Card):
    """`measured` carries a Measure, `sort_asked` a column and whether from the highest."""

    measured = Signal(object)
    sort_asked = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(padding=16, spacing=8)
        self._state = ReportsState()
        self._title = Elided("", Role.HEADING)
        self._measure = SegmentedField(
            (
                Option(Measure.RUPIAH.value, self.tr("Collected")),
                Option(Measure.ENROLLED.value, self.tr("New participants")),
            )
        )
        self._measure.setObjectName("report_measure")
        self._measure.setAccessibleName(self.tr("Bars of the chart"))
        self._measure.setMaximumWidth(260)
        self._measure.value_edited.connect(self._take_measure)
        self.chart = BarChart(self.tr("Chart of the report"), format_rupiah, short_rupiah, cut=True)
        self.chart.say_targets(self.tr("{value}, target {target}"))
        self.chart.setFixedHeight(190)
        self.table = Table(
            (
                Column("key", self.tr("Item"), 160, stretch=True, sortable=True),
                Column("enrolled", self.tr("New"), 72, tabular=True, right=True, sortable=True),
                Column("payers", self.tr("Paid"), 88, tabular=True, right=True, sortable=True, spare=True),
                Column("received", self.tr("Received"), 112, tabular=True, right=True, sortable=True),
                Column(
                    "given_back",
                    self.tr("Given back"),
                    112,
                    tabular=True,
                    right=True,
                    sortable=True,
                    spare=True,
                ),
                Column("kept", self.tr("Sum"), 112, tabular=True, right=True, sortable=True),
            ),
            self.tr("Lines of the report"),
        )
        self.table.setObjectName("report_table")
        self.table.sort_asked.connect(self.sort_asked)
        nothing = EmptyState(
            "chart-column",
            self.tr("Nothing in this period"),
            self.tr("Choose another period, or enrol and collect."),
        )
        whole = QWidget()
        parts = QVBoxLayout(whole)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(8)
        parts.addWidget(self.chart)
        parts.addWidget(self.table, 1)
        self._middle = QStackedWidget()
        self._middle.addWidget(whole)
        self._middle.addWidget(nothing)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._measure)
        self.column.addLayout(head)
        self.column.addWidget(self._middle, 1)

    def show_state(self, state: ReportsState) -> None:
        """Show the report."""
        before, self._state = self._state, state
        self._measure.set_value(state.measure.value)
        report = state.report
        if report is None:
            return
        words = {
            Grouping.DAY: self.tr("By day"),
            Grouping.MONTH: self.tr("By month"),
            Grouping.VILLAGE: self.tr("By village"),
            Grouping.PROGRAMME: self.tr("By programme"),
        }[report.grouping]
        self._title.setText(words)
        self._middle.setCurrentIndex(0 if report.lines else 1)
        if report is not before.report or state.measure is not before.measure:
            self._show_bars(state)
        if state.lines != before.lines or report is not before.report:
            self.table.show_rows(len(state.lines) + self._extra + 1 if report.lines else 0, self._cells)
        self.table.show_sorting(state.sorted_by, state.descending)

    @property
    def _extra(self) -> int:
        """Whether there is a line for what receipts say beyond their lines."""
        report = self._state.report
        return int(report is not None and bool(report.beside.received or report.beside.given_back))

    def _show_bars(self, state: ReportsState) -> None:
        report = state.report
        assert report is not None
        rupiah = state.measure is Measure.RUPIAH
        villages = report.grouping is Grouping.VILLAGE
        lines = report.lines[:_VILLAGES] if villages else report.lines[-_BARS:]
        self.chart.show_bars(
            [
                Bar(
                    bar_words(report, line),
                    max(line.kept, 0) if rupiah else line.enrolled,
                    report.targets.get(line.key, (0, 0))[0 if rupiah else 1],
                )
                for line in lines
            ],
            format_rupiah if rupiah else format_number,
            short_rupiah if rupiah else format_number,
        )

    def _cells(self, place: int) -> Sequence[Cell]:
        report, lines = self._state.report, self._state.lines
        assert report is not None
        if place < len(lines):
            return self._line(line_words(report, lines[place]), lines[place])
        if place == len(lines) and self._extra:
            return self._line(self.tr("Credit used"), report.beside)
        return self._line(self.tr("Sum"), report.total, strong=True)

    def _line(self, words: str, line: ReportLine, *, strong: bool = False) -> Sequence[Cell]:
        back = Cell(format_rupiah(-line.given_back) if line.given_back else "–", strong=strong)
        muted = Tone.PLAIN if line.enrolled else Tone.MUTED
        return (
            Cell(words, strong=strong),
            Cell(format_number(line.enrolled), strong=strong, tone=muted),
            Cell(format_number(line.payers), strong=strong),
            Cell(format_rupiah(line.received), strong=strong),
            back,
            Cell(format_rupiah(line.kept), strong=True),
        )

    def _take_measure(self, value: str) -> None:
        if value in list(Measure):
            self.measured.emit(Measure(value))
