"""The screen of a kelompok: where it begins, the list as it is read, and the grid with its payment."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.domain.kelompok import KelompokKind
from perisai_desktop.ui.screens.kelompok.line_card import LineCard
from perisai_desktop.ui.screens.kelompok.payment_side import PaymentSide
from perisai_desktop.ui.screens.kelompok.people_grid import PeopleGrid, Places, VillageOf
from perisai_desktop.ui.screens.kelompok.start_page import StartPage
from perisai_desktop.ui.screens.kelompok.state import KelompokState, Part
from perisai_desktop.ui.screens.kelompok.words import kelompok_name, kind_words, part_words
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, Card, ProgressRow, across
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import rule
from perisai_desktop.ui.widgets.marks import Chip
from perisai_desktop.ui.widgets.split import Split
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference

TABLES = (".xlsx", ".csv", ".txt")


class KelompokView(QWidget):
    """Tells what is typed, chosen and paid; `file_named` carries the path of a list, `left` goes back to the beginning."""

    appeared = Signal()
    left = Signal()
    narrowed = Signal(Part)
    file_named = Signal(str)
    given_up = Signal()
    result_named = Signal(str)
    titled = Signal()

    def __init__(
        self,
        reference: Reference,
        this_month: IuranMonth,
        places: Places,
        village_of: VillageOf,
        utc_offset: int,
    ) -> None:
        super().__init__()
        self._state = KelompokState()
        self._grid_key: object = None
        self._note = Banner()
        self.start = StartPage(utc_offset)
        self.grid = PeopleGrid(reference, this_month, places, village_of)
        self.line = LineCard()
        self.side = PaymentSide(reference, this_month, places, village_of)
        self._chips = {part: Chip(part_words(part)) for part in Part}
        self._progress = ProgressRow(self.tr("Stop"))
        self._progress.cancelled.connect(self.given_up)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self._pages.addWidget(self._work())
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(METRICS.gap)
        whole.addWidget(self._note)
        whole.addWidget(self._pages, 1)
        self.setAcceptDrops(True)
        QShortcut(QKeySequence("Esc"), self, self._back)
        QShortcut(QKeySequence("F6"), self, self.grid.next_problem)

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to be told first above everything else."""
        self._whole.insertWidget(0, notices)

    def _work(self) -> Split:
        card = Card(padding=0, spacing=0)
        card.column.setContentsMargins(1, 1, 1, 1)
        back = Button(self.tr("Back"), icon="arrow-left", key="Esc", bind=False)
        back.setObjectName("kelompok_back")
        back.clicked.connect(self.left)
        self._file = Button(self.tr("List from a file…"), icon="folder", key="Ctrl+O")
        self._file.setObjectName("kelompok_file")
        self._file.clicked.connect(self._ask_file)
        self._result = Button(self.tr("Save the result…"), icon="file-down")
        self._result.setObjectName("kelompok_result")
        self._result.setToolTip(self.tr("A spreadsheet that says what is wrong on each line"))
        self._result.clicked.connect(self._ask_result)
        chips = Flow(8)
        group = QButtonGroup(self)
        for part, chip in self._chips.items():
            chip.setObjectName(f"kelompok_{part.value}")
            group.addButton(chip)
            chips.addWidget(chip)
            chip.clicked.connect(lambda _on=False, part=part: self.narrowed.emit(part))
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.setSpacing(12)
        head.addLayout(across(back, self._file, None, self._result))
        head.addLayout(chips)
        head.addWidget(self._progress)
        card.column.addLayout(head)
        card.column.addWidget(self.grid, 1)
        card.column.addWidget(rule())
        card.column.addWidget(self.line)
        return Split(card, self.side, side_width=344, stacked_least=460)

    def show_state(self, state: KelompokState) -> None:
        """Show where the kelompok stands."""
        before, self._state = self._state, state
        working = state.kelompok is not None
        self._pages.setCurrentIndex(1 if working else 0)
        self.start.show_state(state)
        self._show_note(state)
        if working:
            self._show_people(state)
            self._show_reading(state)
            self.line.show_state(state)
            self.side.show_state(state)
        opened = state.kelompok is not None and (
            before.kelompok is None or before.kelompok.kelompok_id != state.kelompok.kelompok_id
        )
        if opened and self.isVisible():
            self._lead()
        self.titled.emit()

    def _show_people(self, state: KelompokState) -> None:
        counts = state.counts
        for part, chip in self._chips.items():
            chip.show_count(counts[part])
            chip.setChecked(part is state.part)
        everybody = state.part is Part.ALL
        kelompok = state.kelompok
        key = (kelompok and kelompok.kelompok_id, state.shown, everybody, state.next_row)
        if key != self._grid_key:
            self._grid_key = key
            self.grid.show_people(state.shown, state.next_row, open_ended=everybody)
        place = next((at for at, one in enumerate(state.shown) if one.member.row == state.row), -1)
        if place >= 0:
            self.grid.choose(place)
        self._file.setVisible(not state.people and not state.busy)
        self._result.setVisible(bool(state.people))

    def _show_reading(self, state: KelompokState) -> None:
        reading = state.reading
        self._progress.setVisible(reading is not None)
        self.grid.setEnabled(reading is None)
        self.side.setEnabled(reading is None)
        if reading is not None:
            words = self.tr("Reading {name}: %n line(s)", "", reading.taken).format(name=reading.name)
            lines = reading.lines or 0
            self._progress.show_progress(words, min(reading.taken, lines), lines)

    def _show_note(self, state: KelompokState) -> None:
        self._note.tell(state.failure)

    def _lead(self) -> None:
        """Begin where something is missing: in the grid, or at the payer of a list."""
        if self._state.people:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._state.kelompok is not None and self._state.kelompok.kind is KelompokKind.FAMILY:
            self.grid.begin_typing(0)
        else:
            self.side.lead()

    def _back(self) -> None:
        if self._state.kelompok is not None and not self._state.busy:
            self.left.emit()

    def _ask_result(self) -> None:
        title = self.tr("Result")
        chosen, _ = QFileDialog.getSaveFileName(self, title, f"{title}.xlsx", "Excel (*.xlsx)")
        if chosen:
            self.result_named.emit(chosen)

    def _ask_file(self) -> None:
        kinds = self.tr("Lists") + " (" + " ".join(f"*{end}" for end in TABLES) + ")"
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("List from a file"), "", kinds)
        if chosen:
            self.file_named.emit(chosen)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._state.kelompok is not None and event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        lists = [file for file in files if file.lower().endswith(TABLES)]
        if lists and not (self._state.people or self._state.busy):
            event.acceptProposedAction()
            self.file_named.emit(lists[0])
        elif files and not lists:
            event.acceptProposedAction()
            self.side.pages_named.emit(files)

    def title(self) -> str:
        """The screen's name."""
        return self.tr("Group enrolment")

    def subtitle(self) -> str:
        """The open kelompok."""
        kelompok = self._state.kelompok
        if kelompok is None:
            return self.tr("one payment for several people")
        kind, _ = kind_words(kelompok.kind)
        name = kelompok_name(kelompok)
        return kind if name == kind else f"{kind} · {name}"

    def arrive(self) -> None:
        """The screen comes into sight: read again."""
        self.appeared.emit()
        if self._state.kelompok is None:
            self.start.setFocus()

    def seek(self) -> bool:
        """Ctrl+F: there is no search."""
        return False
