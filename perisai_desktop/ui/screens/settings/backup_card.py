"""Copies of the store on another disk: where to, the newest one, and one under way."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from perisai_desktop.domain.backup import BackupProgress
from perisai_desktop.ui.i18n import size_words
from perisai_desktop.ui.screens.settings.card import Facts, SettingsCard
from perisai_desktop.ui.screens.settings.state import Done, Part, SettingsState
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import ProgressRow, across
from perisai_desktop.ui.widgets.labels import Role, Text
from sync.rules.rupiah import Rupiah, format_number


class BackupCard(SettingsCard):
    """`moment` says an instant in words. `folder_chosen` carries the folder, and whether to begin at once."""

    backup_asked = Signal()
    stop_asked = Signal()
    folder_chosen = Signal(object, bool)

    def __init__(self, moment: Callable[[datetime], str]) -> None:
        super().__init__("save", self.tr("Copy of the data"), Part.BACKUP)
        self._moment = moment
        self._folder = ""
        self._facts = Facts()
        self._progress = ProgressRow(self.tr("Stop"))
        self._progress.cancelled.connect(self.stop_asked)
        self._now = Button(self.tr("Back up now"), Kind.PRIMARY, icon="save")
        self._now.setObjectName("settings_back_up")
        self._now.clicked.connect(self.back_up)
        choose = Button(self.tr("Choose a folder…"), icon="folder")
        choose.setObjectName("settings_backup_folder")
        choose.clicked.connect(lambda: self._choose(begin=False))
        self.column.addWidget(
            Text(
                self.tr(
                    "Best on a USB stick kept apart from the laptop. The copy is locked by your current "
                    "password; the newest five are kept."
                ),
                Role.HELP,
                wrap=True,
            )
        )
        self.column.addLayout(self._facts)
        self.column.addWidget(self._progress)
        self.add_note()
        self.column.addLayout(across(self._now, choose, None, spacing=8))

    def show_state(self, state: SettingsState) -> None:
        """Show folder and newest copy, and how far one is."""
        standing = state.backup
        self._folder = standing.folder if standing is not None else ""
        made = standing.newest if standing is not None else None
        none = self.tr("none yet") if standing is not None else ""
        count = format_number(Rupiah(made.entries)) if made is not None else ""
        self._facts.say(
            (
                (self.tr("Folder"), self._folder or none),
                (self.tr("Newest copy"), self._moment(made.made_at) if made is not None else none),
                (
                    self.tr("In it"),
                    self.tr("{count} entries, {size}").format(count=count, size=size_words(made.bytes))
                    if made is not None
                    else "–",
                ),
            )
        )
        self._now.setEnabled(not state.copying)
        self._progress.setVisible(state.copying)
        if state.copying:
            self._show_progress(state.progress, stopping=state.stopping)
        self.show_note(
            state,
            {
                Done.COPIED: (
                    self.tr("The copy is made and was read back whole"),
                    made.place if made is not None else "",
                ),
                Done.STOPPED: (self.tr("Stopped"), self.tr("Nothing of the copy is left; older ones stay.")),
            },
        )

    def back_up(self) -> None:
        """Ask for a copy, and first for a folder where there is none yet."""
        if self._folder:
            self.backup_asked.emit()
        else:
            self._choose(begin=True)

    def take_focus(self) -> None:
        """Begin with the button."""
        self._now.setFocus()

    def _show_progress(self, progress: BackupProgress | None, *, stopping: bool) -> None:
        if stopping:
            self._progress.show_progress(self.tr("Stopping…"), 0, 0)
        elif progress is None:
            self._progress.show_progress(self.tr("Beginning…"), 0, 0)
        elif progress.checking:
            self._progress.show_progress(self.tr("Reading the copy back…"), 0, 0)
        else:
            words = self.tr("{done} of {total}").format(
                done=size_words(progress.done), total=size_words(progress.total)
            )
            self._progress.show_progress(words, progress.done // 1000, max(progress.total // 1000, 1))

    def _choose(self, *, begin: bool) -> None:
        title = self.tr("Folder for copies, best on a USB stick")
        chosen = QFileDialog.getExistingDirectory(self, title, self._folder)
        if chosen:
            self.folder_chosen.emit(Path(chosen), begin)
