"""The screen of reports: the period, the chart with its table, and the sums beside them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from perisai_desktop.domain.report import FileKind, Grouping, Span, file_name
from perisai_desktop.ui.screens.reports.period_bar import ReportBar
from perisai_desktop.ui.screens.reports.state import ReportsState
from perisai_desktop.ui.screens.reports.sums_card import SumsCard
from perisai_desktop.ui.screens.reports.table_card import TableCard
from perisai_desktop.ui.screens.reports.words import period_words
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.split import Split

_FILTERS = {FileKind.PDF: "PDF (*.pdf)", FileKind.XLSX: "Excel (*.xlsx)"}


class ReportsView(QWidget):
    """`save_asked` carries a path and a FileKind; `folder` tells where a file was saved last, `keep` remembers it."""

    appeared = Signal()
    titled = Signal()
    span_chosen = Signal(object)
    stepped = Signal(int)
    grouped = Signal(object)
    measured = Signal(object)
    sort_asked = Signal(str, bool)
    save_asked = Signal(object, object)
    stop_asked = Signal()

    def __init__(self, device: str, folder: Callable[[], str], keep: Callable[[str], None]) -> None:
        super().__init__()
        self._state = ReportsState()
        self._device = device
        self._folder = folder
        self._keep = keep
        self.period = ReportBar()
        self.lines = TableCard()
        self.sums = SumsCard()
        self._note = Banner()
        self.period.span_chosen.connect(lambda value: self.span_chosen.emit(Span(value)))
        self.period.stepped.connect(self.stepped)
        self.period.grouped.connect(lambda value: self.grouped.emit(Grouping(value)))
        self.lines.measured.connect(self.measured)
        self.lines.sort_asked.connect(self.sort_asked)
        self.sums.save_asked.connect(self._choose_file)
        self.sums.stopped.connect(self.stop_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        column.addWidget(self.period)
        self._split = Split(self.lines, self.sums, side_width=320, stacked_least=440)
        column.addWidget(self._split, 1)

    def show_state(self, state: ReportsState) -> None:
        """Show the report, and what came of saving it."""
        before, self._state = self._state, state
        self._note.tell(state.failure)
        self.period.show_state(state)
        self.lines.show_state(state)
        self.sums.show_state(state)
        self._split.refit()
        if state.period != before.period:
            self.titled.emit()

    def title(self) -> str:
        return self.tr("Reports")

    def subtitle(self) -> str:
        return "" if self._state.period is None else period_words(self._state.period)

    def arrive(self) -> None:
        self.appeared.emit()
        self.period.span.setFocus()

    def seek(self) -> bool:
        return False

    def _choose_file(self, kind: FileKind) -> None:
        report = self._state.report
        if report is None:
            return
        proposed = str(Path(self._folder()) / file_name(report, self._device, kind))
        title = self.tr("Save the report")
        chosen, _ = QFileDialog.getSaveFileName(self, title, proposed, _FILTERS[kind])
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == f".{kind.value}" else Path(f"{chosen}.{kind.value}")
            self._keep(str(path.parent))
            self.save_asked.emit(path, kind)
