"""The dialog of the agency's portal: save the list, choose the file with the answers, take them in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from perisai_desktop.ui.screens.portal.state import Doing, PortalState
from perisai_desktop.ui.screens.portal.words import outcome_words, result_heads, result_lines, row_words
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, ProgressRow, across
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from sync.rules.rupiah import format_number

_TABLE_HEIGHT = 240


class PortalDialog(ActDialog):
    """`save_asked` and `file_chosen` carry a path, `result_asked` heads, lines and a path; `given_up`: what goes on is not
    wanted after all. `answers`: whether the viewer may take answers in; whoever may not is told why."""

    help_page = "portal"
    save_asked = Signal(object)
    file_chosen = Signal(object)
    given_up = Signal()
    result_asked = Signal(object, object, object)

    def __init__(self, parent: QWidget | None = None, *, answers: bool = True) -> None:
        super().__init__(
            self.tr("Portal of BPJS Ketenagakerjaan"),
            self.tr("Take the answers in"),
            "check-check",
            QSize(680, 620 if answers else 300),
            parent,
        )
        self._state = PortalState()
        self._answers = answers
        self._save = Button(self.tr("Save the list…"), icon="file-spreadsheet", key="Ctrl+S")
        self._save.setObjectName("portal_save")
        self._save.clicked.connect(self._ask_place)
        self._keep = Button(self.tr("Save the result…"), icon="save", key="Ctrl+E")
        self._keep.setObjectName("portal_result")
        self._keep.clicked.connect(self._ask_result)
        self.foot.insertWidget(self.foot.count() - 1, self._keep)
        self._choose = Button(self.tr("Choose the answers…"), icon="folder", key="Ctrl+O")
        self._choose.setObjectName("portal_choose")
        self._choose.clicked.connect(self._ask_file)
        self._progress = ProgressRow(self.tr("Stop"))
        self._progress.cancelled.connect(self.given_up)
        self._outcome = Banner()
        self.lines = Table(
            (
                Column("row", self.tr("Line"), 64, right=True, tabular=True),
                Column("name", self.tr("Name"), 180),
                Column("what", self.tr("What becomes of it"), 300, stretch=True),
            ),
            self.tr("Lines of the file"),
        )
        self.lines.setObjectName("portal_lines")
        self.lines.setFixedHeight(_TABLE_HEIGHT)
        held = self.tr(
            "The list holds every approved enrolment that has no answer yet, and the payments that were not deposited."
        )
        words = self.tr(
            "The answers are a list (.xlsx or .csv) with NIK, KPJ and, where refused, Alasan, and with the Kode iuran of"
            " what was paid: the saved list with these columns filled in will do. You are asked which column is what, and it is remembered."
        )
        if not answers:
            words = self.tr(
                "The answers are for a reviewer to take in, since each of them decides. Your account saves the list."
            )
        self._choose.setVisible(answers)
        self.body.addWidget(Text(f"{held} {words}", Role.BODY, wrap=True))
        self.body.addLayout(across(self._save, self._choose, None))
        self.body.addWidget(self._progress)
        self.body.addWidget(self._outcome)
        self.body.addWidget(self.lines)
        self.body.addStretch(1)

    def show_state(self, state: PortalState) -> None:
        """Show what goes on, what was saved, and what becomes of the answers."""
        self._state = state
        for button in (self._save, self._choose):
            button.setEnabled(not state.busy)
        self._progress.setVisible(state.busy)
        if state.busy:
            words = (
                self.tr("{count} lines taken")
                if state.doing is Doing.EXPORTING
                else self.tr("{count} answers brought")
                if state.doing is Doing.TAKING
                else self.tr("{count} answers looked at")
            )
            count = format_number(state.done)
            self._progress.show_progress(words.format(count=count), state.done, state.of)
        self._outcome.say(*outcome_words(state))
        rows = () if state.busy else state.rows
        self.lines.setVisible(bool(rows))
        self._keep.setVisible(bool(rows))
        if rows:
            self.lines.show_rows(len(rows), self._cells)
        self.offer(self._answers and not state.taken)
        if not (rows or state.busy):
            self.leave.show_words(self.tr("Close"))
        self.act.setEnabled(state.ready)
        self.tell(state.failure)

    def _cells(self, place: int) -> Sequence[Cell]:
        row = self._state.rows[place]
        return Cell(str(row.row)), Cell(row.name or "–", strong=True), Cell(row_words(row))

    def _ask_place(self) -> None:
        name = str(_documents() / self.tr("Portal list.xlsx"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), name, "Excel (*.xlsx)")
        if chosen:
            self.save_asked.emit(Path(chosen))

    def _ask_result(self) -> None:
        name = str(_documents() / self.tr("Portal result.xlsx"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the result"), name, "Excel (*.xlsx)")
        if chosen:
            self.result_asked.emit(result_heads(), result_lines(self._state.rows), Path(chosen))

    def _ask_file(self) -> None:
        kinds = self.tr("Lists") + " (*.xlsx *.csv)"
        title = self.tr("Answers of BPJS Ketenagakerjaan")
        chosen, _ = QFileDialog.getOpenFileName(self, title, str(_documents()), kinds)
        if chosen:
            self.file_chosen.emit(Path(chosen))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._save.setFocus()


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
