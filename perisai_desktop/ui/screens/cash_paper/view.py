"""The window of a paper: the page at the left, what was written and what to do with it at the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.cash_paper.state import PaperState, PaperStep
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner
from perisai_desktop.ui.widgets.dialog_room import fit_dialog
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.page_picture import PagePicture
from perisai_desktop.ui.widgets.scrolling import ScrollSheet

PAGE_WIDTH, SIDE_WIDTH = 400, 320


class CashPaperWindow(QDialog):
    """Closing it loses nothing; `onward` is asked for where another step follows."""

    help_page = "cash_paper"
    print_pressed = Signal()
    save_pressed = Signal()
    onward = Signal()

    def __init__(self, title: str, said: str, onward: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.drawn = False
        self.page = PagePicture(PAGE_WIDTH, self.tr("The paper as it is printed"))
        self._said = said
        self._note = Banner()
        self._name, self._folder = Elided("", Role.MEDIUM), Elided("", Role.HELP)
        self._print = Button(self.tr("Print"), Kind.PRIMARY, icon="printer", key="Ctrl+P")
        self._print.setObjectName("paper_print")
        self._print.clicked.connect(self.print_pressed)
        self._save = Button(self.tr("Save PDF again"), icon="file-down", key="Ctrl+S")
        self._save.setObjectName("paper_save")
        self._save.clicked.connect(self.save_pressed)
        self._onward = Button(onward, icon="arrow-right")
        self._onward.setObjectName("paper_onward")
        self._onward.clicked.connect(self._go_on)
        self._leave = Button(self.tr("Close"), key="Esc", bind=False)
        self._leave.setObjectName("paper_close")
        self._leave.clicked.connect(self.reject)
        self._saved = QWidget()
        told = QVBoxLayout(self._saved)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(2)
        for part in (Text(self.tr("Saved as PDF"), Role.LABEL), self._name, self._folder):
            told.addWidget(part)
        well = QFrame()
        well.setProperty("well", "true")
        around = QVBoxLayout(well)
        around.setContentsMargins(20, 20, 20, 20)
        around.addWidget(self.page)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(well, 1)
        whole.addWidget(self._side(title, has_more=bool(onward)))
        (self._onward if onward else self._print).setDefault(True)
        fit_dialog(self, QSize(PAGE_WIDTH + 40 + SIDE_WIDTH, 630))

    def _side(self, title: str, *, has_more: bool) -> QFrame:
        side = QFrame()
        side.setProperty("card", "true")
        side.setFixedWidth(SIDE_WIDTH)
        body = QVBoxLayout()
        body.setContentsMargins(24, 20, 24, 12)
        body.setSpacing(METRICS.gap)
        body.addWidget(Text(title, Role.TOTAL, wrap=True))
        body.addWidget(self._note)
        body.addWidget(self._saved)
        body.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(24, 0, 24, 20)
        foot.setSpacing(8)
        self._onward.setVisible(has_more)
        for button in (self._onward, self._print, self._save, self._leave):
            foot.addWidget(button)
        column = QVBoxLayout(side)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(ScrollSheet(body), 1)
        column.addLayout(foot)
        return side

    def show_state(self, state: PaperState) -> None:
        """Show the page, where the file is, and how the printing went."""
        if state.page is not None and not self.drawn:
            self.page.show_page(state.page)
            self.drawn = True
        self._print.setEnabled(not state.busy)
        self._save.setEnabled(not state.busy)
        place = Path(state.place)
        self._saved.setVisible(bool(state.place))
        self._name.setText(place.name)
        self._folder.setText(str(place.parent))
        if state.failure is not None:
            told = explain(state.failure)
            self._note.say(told.what, self.tr("The entry itself is recorded.") + " " + told.now, Tone.ERROR)
        elif state.step is PaperStep.PRINTED:
            self._note.say(self.tr("The paper is at the printer"), self.tr("Sign it and keep it."), Tone.OK)
        elif state.step is PaperStep.PRINTING:
            self._note.say(self.tr("Handing the paper to the printer…"), "", Tone.INFO)
        else:
            self._note.say(self._said, "", Tone.OK)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self._onward if self._onward.isVisible() else self._print).setFocus()

    def _go_on(self) -> None:
        self.accept()
        self.onward.emit()
