"""The window of a file on a stick: what was in it, its mark in large type, and the hand-over sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.bundle.state import BundleState, Errand, SheetStep
from perisai_desktop.ui.screens.bundle.words import advice, facts, heading, sheet_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, ProgressRow, clear_layout
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.scrolling import ScrollSheet

WIDTH, HEIGHT, LOW = 600, 540, 360
"""Device-independent pixels; an answer that was read has no mark and needs less."""


class BundleWindow(QDialog):
    """`moment` says an instant in words; dialogs for files open in `start`."""

    help_page = "bundle"
    print_asked = Signal()
    sheet_named = Signal(object)
    answer_folder_chosen = Signal(object)

    def __init__(
        self,
        moment: Callable[[datetime], str],
        start: Callable[[], Path] = Path.home,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._moment = moment
        self._start = start
        self._name = ""
        self._heading = Text("", Role.TOTAL, wrap=True)
        self._heading.setObjectName("bundle_heading")
        self._progress = ProgressRow()
        self._failure = Banner()
        self._advice = Banner()
        self._sheet = Banner()
        self._mark = Text("", Role.FIGURE, selectable=True)
        self._mark.setObjectName("bundle_mark")
        self._mark.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._mark_card = self._marked()
        self._answer = Button(self.tr("Save the answer…"), icon="save")
        self._answer.setObjectName("bundle_keep_answer")
        self._answer.clicked.connect(self._choose_folder)
        self._facts = QGridLayout()
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 20, 24, 12)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._heading)
        column.addWidget(self._progress)
        column.addWidget(self._failure)
        column.addWidget(self._mark_card)
        column.addLayout(self._facts)
        column.addWidget(self._advice)
        column.addWidget(self._answer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._sheet)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ScrollSheet(column), 1)
        whole.addLayout(self._foot())

    def _marked(self) -> Card:
        card = Card(padding=16)
        caption = Text(self.tr("Mark of the file"), Role.MUTED)
        note = Text(self.tr("The same stands on both hand-over sheets."), Role.HELP, wrap=True)
        for part in (caption, self._mark, note):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.column.addWidget(part)
        return card

    def _foot(self) -> QHBoxLayout:
        self._print = Button(self.tr("Print the hand-over sheet"), icon="printer", key="Ctrl+P")
        self._print.setObjectName("bundle_print")
        self._print.clicked.connect(self.print_asked)
        self._save = Button(self.tr("Save as PDF…"), icon="file-down", key="Ctrl+S")
        self._save.setObjectName("bundle_save_sheet")
        self._save.clicked.connect(self._name_sheet)
        self._close = Button(self.tr("Close"), Kind.PRIMARY)
        self._close.setObjectName("bundle_close")
        self._close.clicked.connect(self.accept)
        self._close.setDefault(True)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 8, 24, 16)
        foot.setSpacing(8)
        foot.addWidget(self._print)
        foot.addWidget(self._save)
        foot.addStretch(1)
        foot.addWidget(self._close)
        return foot

    def show_state(self, state: BundleState) -> None:
        """Show what is under way, or what came of it."""
        if not self.isVisible():
            fit_dialog(self, QSize(WIDTH, LOW if state.errand is Errand.READ else HEIGHT))
        words = heading(state)
        self.setWindowTitle(words)
        self._heading.setText(words)
        self._progress.setVisible(state.running)
        if state.running:
            self._progress.show_progress(self.tr("Leave the stick where it is."), 0, 0)
        self._say_failure(state)
        hand_over = state.hand_over
        self._name = "" if hand_over is None else hand_over.name
        self._mark_card.setVisible(hand_over is not None)
        self._mark.setText("" if hand_over is None else hand_over.mark)
        self._show_facts(facts(state, self._moment))
        self._advice.say(*advice(state))
        self._say_sheet(state)
        for button in (self._print, self._save):
            button.setVisible(hand_over is not None)
            button.setEnabled(state.sheet is not SheetStep.UNDER_WAY)
        self._answer.setVisible(state.carried is not None and not state.carried.answer_place)
        self._close.setEnabled(not state.running)
        if not state.running:
            self._close.setFocus()

    def reject(self) -> None:
        """Escape closes, but not while the stick is being written."""
        if self._close.isEnabled():
            super().reject()

    def _say_failure(self, state: BundleState) -> None:
        if state.failure is None:
            self._failure.say("")
            return
        told = explain(state.failure)
        self._failure.say(told.what, f"{told.safe} {told.now}", Tone.ERROR)

    def _say_sheet(self, state: BundleState) -> None:
        if state.sheet_failure is not None:
            told = explain(state.sheet_failure)
            self._sheet.say(told.what, told.advice, Tone.WARNING)
        else:
            tone = Tone.INFO if state.sheet is SheetStep.UNDER_WAY else Tone.OK
            self._sheet.say(sheet_words(state.sheet), "", tone)

    def _show_facts(self, found: tuple[tuple[str, str], ...]) -> None:
        clear_layout(self._facts)
        for place, (label, value) in enumerate(found):
            words = Elided(value, Role.MEDIUM)
            words.setAccessibleName(f"{label}: {value}")
            self._facts.addWidget(Text(label, Role.MUTED), place, 0)
            self._facts.addWidget(words, place, 1)

    def _name_sheet(self) -> None:
        title = self.tr("Hand-over sheet")
        proposed = str(self._start() / f"{self._name}.pdf")
        chosen, _ = QFileDialog.getSaveFileName(self, title, proposed, "PDF (*.pdf)")
        if chosen:
            self.sheet_named.emit(Path(chosen))

    def _choose_folder(self) -> None:
        title = self.tr("USB stick for the answer")
        chosen = QFileDialog.getExistingDirectory(self, title, str(self._start()))
        if chosen:
            self.answer_folder_chosen.emit(Path(chosen))
