"""The dialog for participants whom the agent serves already: choose the list, see what it holds, take it in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from perisai_desktop.ui.screens.portfolio.state import PortfolioState
from perisai_desktop.ui.screens.portfolio.words import line_words, outcome_words
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, ProgressRow, across
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import format_number

_TABLE_HEIGHT = 240


class PortfolioDialog(ActDialog):
    """`file_chosen` carries the path of a list; `given_up` is a list that is not wanted after all."""

    help_page = "portfolio"
    file_chosen = Signal(object)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Participants you serve already"),
            self.tr("Take them in"),
            "users",
            QSize(680, 620),
            parent,
        )
        self._state = PortfolioState()
        self._choose = Button(self.tr("Choose the list…"), icon="folder")
        self._choose.setObjectName("portfolio_choose")
        self._choose.clicked.connect(self._ask)
        self._progress = ProgressRow(self.tr("Stop"))
        self._progress.cancelled.connect(self.given_up)
        self._outcome = Banner()
        self.lines = Table(
            (
                Column("row", self.tr("Line"), 64, right=True, tabular=True),
                Column("name", self.tr("Name"), 160),
                Column("why", self.tr("What is wrong"), 320, stretch=True),
            ),
            self.tr("Lines that stay out"),
        )
        self.lines.setObjectName("portfolio_lines")
        self.lines.setFixedHeight(_TABLE_HEIGHT)
        words = self.tr(
            "A list (.xlsx or .csv) with NIK, Nama and Lunas s.d.; KPJ, Desa, Pekerjaan, Penghasilan, Program and No HP"
            " help. No money and no receipt comes of it: they only fall due in your round."
        )
        self.body.addWidget(Text(words, Role.BODY, wrap=True))
        self.body.addLayout(across(self._choose, None))
        self.body.addWidget(self._progress)
        self.body.addWidget(self._outcome)
        self.body.addWidget(self.lines)
        self.body.addStretch(1)

    def show_state(self, state: PortfolioState) -> None:
        """Show what was read, and what keeps lines out."""
        before, self._state = self._state, state
        self._choose.setEnabled(not state.busy)
        self._progress.setVisible(state.busy)
        if state.busy:
            words = self.tr("{count} lines read").format(count=format_number(state.lines))
            self._progress.show_progress(
                words if state.lines else self.tr("One moment…"), state.lines, state.of
            )
        self._outcome.say(*outcome_words(state))
        unfit = () if state.read is None or state.kept is not None else state.read.unfit
        self.lines.setVisible(bool(unfit))
        if state.read is not before.read and unfit:
            self.lines.show_rows(len(unfit), self._cells)
        self.offer(state.kept is None)
        self.act.setEnabled(state.ready)
        self.tell(state.failure)

    def _cells(self, place: int) -> Sequence[Cell]:
        assert self._state.read is not None
        line = self._state.read.unfit[place]
        return Cell(str(line.row)), Cell(line.name or "–", strong=True), Cell(line_words(line))

    def _ask(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = self.tr("Lists") + " (*.xlsx *.csv)"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("List of participants"), documents, kinds)
        if chosen:
            self.file_chosen.emit(Path(chosen))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._choose.setFocus()
