"""The screen of targets and regions: the months, the chart with its table, and the sums beside them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from perisai_desktop.domain.coverage import sheet_name
from perisai_desktop.domain.report import FileKind
from perisai_desktop.ui.i18n import clock_words, plain_date, zone_words
from perisai_desktop.ui.screens.coverage.period_bar import CoverageBar
from perisai_desktop.ui.screens.coverage.state import CoverageState
from perisai_desktop.ui.screens.coverage.sums_card import CoverageSumsCard
from perisai_desktop.ui.screens.coverage.table_card import CoverageTableCard
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.split import Split

_FILTERS = {FileKind.PDF: "PDF (*.pdf)", FileKind.XLSX: "Excel (*.xlsx)"}


class CoverageView(QWidget):
    """`save_asked` carries a path and a FileKind, `aim_asked` the grouping and the line that is to get a target.

    `here`: minutes of the place ahead of UTC.
    """

    appeared = Signal()
    titled = Signal()
    save_asked = Signal(object, object)
    aim_asked = Signal(object, object)

    def __init__(self, here: int, *, aims: bool) -> None:
        super().__init__()
        self._here = here
        self._state = CoverageState()
        self._aims = aims
        self.period = CoverageBar()
        self.lines = CoverageTableCard()
        self.sums = CoverageSumsCard(aims=aims)
        self._note = Banner()
        self.lines.opened.connect(self._ask_aim)
        self.sums.aim_asked.connect(self._ask_aim)
        self.sums.save_asked.connect(self._choose_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._note)
        column.addWidget(self.period)
        self._split = Split(self.lines, self.sums, side_width=300, stacked_least=440)
        column.addWidget(self._split, 1)

    def show_state(self, state: CoverageState) -> None:
        """Show what was reached, and what came of saving it."""
        before, self._state = self._state, state
        self._note.tell(state.failure)
        self.period.show_state(state)
        self.lines.show_state(state)
        self.sums.show_state(state)
        self._split.refit()
        if state.sheet is not before.sheet:
            self.titled.emit()

    def title(self) -> str:
        return self.tr("Targets & regions")

    def subtitle(self) -> str:
        sheet = self._state.sheet
        if sheet is None:
            return ""
        clock = clock_words(sheet.at + timedelta(minutes=self._here))
        words = self.tr("participants as of {day}, summed up at {clock} {zone}")
        return words.format(day=plain_date(sheet.on), clock=clock, zone=zone_words(self._here))

    def arrive(self) -> None:
        self.appeared.emit()
        self.lines.shown.setFocus()

    def seek(self) -> bool:
        return False

    def _ask_aim(self) -> None:
        line = self._state.aimable
        if self._aims and line is not None:
            self.aim_asked.emit(self._state.grouping, line)

    def _choose_file(self, kind: FileKind) -> None:
        sheet = self._state.sheet
        if sheet is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        proposed = str(Path(folder) / sheet_name(sheet, kind))
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save targets and results"), proposed, _FILTERS[kind]
        )
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == f".{kind.value}" else Path(f"{chosen}.{kind.value}")
            self.save_asked.emit(path, kind)
