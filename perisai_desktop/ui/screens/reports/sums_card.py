"""The sums of a report, the cash before and after, and what it is saved as."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from perisai_desktop.domain.report import FileKind, Report
from perisai_desktop.ui.screens.reports.state import ReportsState
from perisai_desktop.ui.screens.reports.words import sort_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, ProgressRow
from perisai_desktop.ui.widgets.figure_lines import FigureLines
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from sync.rules.rupiah import format_number, format_rupiah


class SumsCard(Card):
    """`save_asked` carries the FileKind; `stopped`: the file under way is given up."""

    save_asked = Signal(object)
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__(padding=16, spacing=8)
        self._figure = Text("", Role.FIGURE, selectable=True)
        self._figure.setObjectName("report_figure")
        self._sums = FigureLines()
        self._cash = FigureLines()
        self._after = FigureLines(strong=True)
        self.pdf = Button(self.tr("Save as PDF…"), Kind.PRIMARY, icon="file-down", key="Ctrl+S")
        self.pdf.setObjectName("report_pdf")
        self.xlsx = Button(self.tr("Save for Excel…"), icon="file-spreadsheet", key="Ctrl+E")
        self.xlsx.setObjectName("report_xlsx")
        self._progress = ProgressRow(self.tr("Stop"))
        self._progress.hide()
        self._told = Banner()
        self.pdf.clicked.connect(lambda: self.save_asked.emit(FileKind.PDF))
        self.xlsx.clicked.connect(lambda: self.save_asked.emit(FileKind.XLSX))
        self._progress.cancelled.connect(self.stopped)
        for button in (self.pdf, self.xlsx):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.column.addWidget(Text(self.tr("Collected in this period"), Role.LABEL))
        self.column.addWidget(self._figure)
        self.column.addLayout(self._sums)
        self.column.addWidget(rule())
        self.column.addWidget(Text(self.tr("Cash"), Role.HEADING))
        self.column.addLayout(self._cash)
        self.column.addWidget(rule())
        self.column.addLayout(self._after)
        self.column.addStretch(1)
        self.column.addWidget(self._told)
        self.column.addWidget(self._progress)
        self.column.addWidget(self.pdf)
        self.column.addWidget(self.xlsx)

    def show_state(self, state: ReportsState) -> None:
        """Show the sums, and how far a file is."""
        if state.report is not None:
            self._show_report(state.report)
        saving = state.saving
        self._progress.setVisible(saving is not None)
        if saving is not None:
            words = self.tr("Stopping…") if saving.stopping else self.tr("Writing the file…")
            self._progress.show_progress(words, saving.done, saving.all)
        for button in (self.pdf, self.xlsx):
            button.setVisible(saving is None)
            button.setEnabled(state.report is not None)
        name = state.saved.replace("\\", "/").rsplit("/", 1)[-1]
        self._told.say(self.tr("Saved: {name}").format(name=name) if name else "", tone=Tone.OK)

    def _show_report(self, report: Report) -> None:
        total, cash = report.total, report.cash
        self._figure.setText(format_rupiah(total.kept))
        self._sums.say(
            (
                (self.tr("New participants"), format_number(total.enrolled)),
                (self.tr("People who paid"), format_number(total.payers)),
                (self.tr("Received on receipts"), format_rupiah(total.received)),
                (self.tr("Voided or given back"), format_rupiah(-total.given_back)),
            )
        )
        moved = [(sort_words(line.sort), _signed(line.rupiah)) for line in cash.lines if line.count]
        self._cash.say(((self.tr("Cash before"), format_rupiah(cash.before)), *moved))
        self._after.say(((self.tr("Cash at the end"), format_rupiah(cash.after)),))


def _signed(rupiah: int) -> str:
    return f"+{format_rupiah(rupiah)}" if rupiah > 0 else format_rupiah(rupiah)
