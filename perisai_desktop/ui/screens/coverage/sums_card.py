"""The sums of the months in sight, the money month by month, and what can be done with them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from perisai_desktop.domain.coverage import CoverageSheet
from perisai_desktop.domain.report import FileKind
from perisai_desktop.ui.screens.coverage.state import CoverageState
from perisai_desktop.ui.screens.coverage.words import aimed_words, bar_month, short_rupiah
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.bar_chart import Bar, BarChart
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card
from perisai_desktop.ui.widgets.figure_lines import FigureLines
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.legend import Legend
from sync.rules.rupiah import Rupiah, format_number, format_rupiah

_MONTHS, _CHART = 12, 148


class CoverageSumsCard(Card):
    """`save_asked` carries the FileKind; `aim_asked`: a target is to be set for the chosen line."""

    save_asked = Signal(object)
    aim_asked = Signal()

    def __init__(self, *, aims: bool) -> None:
        super().__init__(padding=16, spacing=8)
        self._aims = aims
        self._sheet: CoverageSheet | None = None
        self._figure = Text("", Role.FIGURE, selectable=True)
        self._figure.setObjectName("coverage_collected")
        self._money = FigureLines()
        self._people = FigureLines()
        self.chart = BarChart(self.tr("Contributions by month"), format_rupiah, short_rupiah)
        self.chart.say_open(self.tr("{value}, of which {open} not deposited"))
        self.chart.setFixedHeight(_CHART)
        self.aim = Button(self.tr("Set the target…"), icon="flag", key="Ctrl+T")
        self.aim.setObjectName("coverage_aim")
        self.pdf = Button(self.tr("Save as PDF…"), Kind.PRIMARY, icon="file-down", key="Ctrl+S")
        self.pdf.setObjectName("coverage_pdf")
        self.xlsx = Button(self.tr("Save for Excel…"), icon="file-spreadsheet", key="Ctrl+E")
        self.xlsx.setObjectName("coverage_xlsx")
        self._told = Banner()
        self.aim.clicked.connect(self.aim_asked)
        self.pdf.clicked.connect(lambda: self.save_asked.emit(FileKind.PDF))
        self.xlsx.clicked.connect(lambda: self.save_asked.emit(FileKind.XLSX))
        for button in (self.aim, self.pdf, self.xlsx):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.column.addWidget(Text(self.tr("Collected"), Role.LABEL))
        self.column.addWidget(self._figure)
        self.column.addLayout(self._money)
        self.column.addWidget(rule())
        self.column.addLayout(self._people)
        self.column.addWidget(rule())
        self.column.addWidget(Text(self.tr("Contributions by month"), Role.STRONG))
        self.column.addWidget(Legend(self.tr("Deposited"), self.tr("Not deposited"), Tone.WARNING))
        self.column.addWidget(self.chart)
        self.column.addStretch(1)
        self.column.addWidget(self._told)
        for button in (self.aim, self.pdf, self.xlsx):
            self.column.addWidget(button)
        self.aim.setVisible(aims)

    def show_state(self, state: CoverageState) -> None:
        """Show the sums, and what came of saving them."""
        if state.sheet is not None and state.sheet is not self._sheet:
            self._sheet = state.sheet
            self._show_sheet(state.sheet)
        self.aim.setEnabled(self._aims and state.aimable is not None)
        for button in (self.pdf, self.xlsx):
            button.setEnabled(state.sheet is not None and not state.saving and not state.busy)
        self._told.say(self.tr("Saved: {name}").format(name=state.saved) if state.saved else "", tone=Tone.OK)

    def _show_sheet(self, sheet: CoverageSheet) -> None:
        total = sheet.total
        self._figure.setText(format_rupiah(Rupiah(total.collected)))
        wanted = format_rupiah(Rupiah(total.target_collected))
        aimed = ((self.tr("Target"), wanted),) if total.target_collected else ()
        self._money.say(
            (
                *aimed,
                (self.tr("Deposited"), format_rupiah(Rupiah(total.deposited))),
                (self.tr("Not deposited"), format_rupiah(Rupiah(total.outstanding))),
            )
        )
        self._people.say(
            (
                (self.tr("New participants"), aimed_words(total.enrolled, total.target_enrolled)),
                (self.tr("Active participants"), format_number(total.active)),
                (self.tr("Membership ended"), format_number(total.lapsed)),
            )
        )
        self.chart.show_bars(
            [
                Bar(bar_month(month), max(month.collected, 0), open=month.outstanding)
                for month in sheet.months[-_MONTHS:]
            ]
        )
