"""The list of who was on a laptop: a line for each person, saved as a workbook or as PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from perisai_desktop.background.ports import Jobs
from perisai_desktop.domain.report import FileKind
from perisai_desktop.ui.screens.lost_laptop.presenter import HeldPresenter, Lists, People
from perisai_desktop.ui.screens.lost_laptop.state import HeldState
from perisai_desktop.ui.screens.lost_laptop.words import beyond_words, cells, columns, count_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Banner, ProgressRow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell
from sync.rules.rupiah import format_number

_TABLE_HEIGHT = 240
_FILTERS = {FileKind.XLSX: "Excel (*.xlsx)", FileKind.PDF: "PDF (*.pdf)"}


class HeldDialog(ActDialog):
    """Ctrl+Enter saves a workbook. `save_asked` carries a path and a FileKind; `now`: this instant."""

    help_page = "lost_laptop"
    appeared = Signal()
    stopped = Signal()
    save_asked = Signal(object, object)
    saved = Signal()

    def __init__(
        self, device: str, here: int, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        title = self.tr("Data on laptop {device}").format(device=device)
        super().__init__(
            title, self.tr("Save as Excel…"), "file-spreadsheet", QSize(860, 680), parent, cancels=False
        )
        self._device = device
        self._shift = timedelta(minutes=here)
        self._now = now
        self._state = HeldState()
        self._pdf = Button(self.tr("Save as PDF…"), icon="file-down")
        self._pdf.setObjectName("held_pdf")
        self._pdf.clicked.connect(lambda: self._choose_file(FileKind.PDF))
        self.foot.insertWidget(self.foot.count() - 1, self._pdf)
        self.acted.connect(lambda: self._choose_file(FileKind.XLSX))
        self._count = Text("", Role.HELP, wrap=True)
        self._count.setObjectName("held_count")
        self._progress = ProgressRow(self.tr("Stop"))
        self._progress.cancelled.connect(self.stopped)
        self._outcome = Banner()
        self.people = Table(columns(), self.tr("People whose data was on the laptop"))
        self.people.setObjectName("held_people")
        self.people.setMinimumHeight(_TABLE_HEIGHT)
        for part in (self._count, Text(beyond_words(), Role.HELP, wrap=True), self._progress, self._outcome):
            self.body.addWidget(part)
        self.body.addWidget(self.people, 1)

    def show_state(self, state: HeldState) -> None:
        """Show who was read so far, and what was saved."""
        before, self._state = self._state, state
        held = state.held
        self._count.setText("" if held is None else count_words(held))
        self._progress.setVisible(state.reading)
        if state.reading:
            done, total = (0, 0) if held is None else (len(held.people), held.total)
            words = self.tr("{count} people read").format(count=format_number(done))
            self._progress.show_progress(words, done, total)
        self._outcome.say(
            self.tr("Saved as {name}").format(name=state.saved) if state.saved else "",
            self.tr("The file holds personal data: keep it where nobody else opens it."),
            Tone.OK,
        )
        people = () if held is None else held.people
        if before.held is None or held is not before.held:
            self.people.show_rows(len(people), self._cells)
        for button in (self.act, self._pdf):
            button.setEnabled(state.ready)
        self.tell(state.failure)
        if state.saved and not before.saved:
            self.saved.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.people.setFocus()
        self.appeared.emit()

    def _cells(self, place: int) -> Sequence[Cell]:
        assert self._state.held is not None
        return cells(self._state.held.people[place], self._shift, self._now())

    def _choose_file(self, kind: FileKind) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = self.tr("Data on laptop {device}").format(device=self._device)
        proposed = str(Path(folder) / f"{name}.{kind.value}")
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the list"), proposed, _FILTERS[kind])
        if chosen:
            path = Path(chosen)
            path = path if path.suffix.lower() == f".{kind.value}" else Path(f"{chosen}.{kind.value}")
            self.save_asked.emit(path, kind)


def held_dialog(
    people: People,
    lists: Lists,
    jobs: Jobs,
    device: str,
    here: int,
    now: Callable[[], datetime],
    parent: QWidget,
) -> tuple[HeldDialog, HeldPresenter]:
    """A dialog and its presenter, joined."""
    dialog = HeldDialog(device, here, now, parent)
    presenter = HeldPresenter(people, lists, jobs, device, dialog.show_state)
    # PySide keeps bound methods weakly: the lambdas are what keeps the presenter for as long as the dialog.
    dialog.appeared.connect(lambda: presenter.load())
    dialog.stopped.connect(lambda: presenter.stop())
    dialog.finished.connect(lambda _result: presenter.stop())
    dialog.save_asked.connect(lambda path, kind: presenter.save(path, kind))
    dialog.show_state(presenter.state)
    return dialog, presenter
