"""What to tell whoever helps: the device, the report, and about the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog

from perisai_desktop import VERSION
from perisai_desktop.domain.device import DeviceFacts
from perisai_desktop.ui.i18n import size_words
from perisai_desktop.ui.screens.settings.card import Facts, SettingsCard
from perisai_desktop.ui.screens.settings.state import Done, Part, SettingsState
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Box, across
from perisai_desktop.ui.widgets.labels import Role, Text


class DeviceCard(SettingsCard):
    """Whose laptop this is, and where it reports to, as it stands when the card comes into sight."""

    def __init__(self, read: Callable[[], DeviceFacts]) -> None:
        super().__init__("laptop", self.tr("This laptop"))
        self._read = read
        self._shown = Facts()
        self._say()
        self.column.addLayout(self._shown)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say()

    def _say(self) -> None:
        facts = self._read()
        self._shown.say(
            (
                (self.tr("Agent"), f"{facts.agent} · {facts.number}"),
                (self.tr("Office"), facts.office),
                (self.tr("Branch"), facts.branch),
                (self.tr("Branch's telephone"), facts.hotline),
                (self.tr("Code of the laptop"), f"{facts.device}-{facts.epoch:02}"),
                (self.tr("Server"), facts.server_url),
                (self.tr("Server's key"), facts.fingerprint),
                (self.tr("Data folder"), facts.store),
            )
        )


class ReportCard(SettingsCard):
    """The report's files are shown before it is saved. `saved` carries the path of the zip."""

    saved = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__("message-square-text", self.tr("Report for whoever helps"), Part.REPORT)
        self._name = name
        self.column.addWidget(
            Text(
                self.tr("Versions, counts and the program's log; no names, numbers or addresses of anybody."),
                Role.HELP,
                wrap=True,
            )
        )
        self._parts = Text("", Role.MEDIUM, wrap=True)
        self._parts.setObjectName("settings_report_parts")
        box = Box(padding=12)
        box.column.addWidget(Text(self.tr("What is in it"), Role.LABEL))
        box.column.addWidget(self._parts)
        save = Button(self.tr("Save the report…"), icon="file-down")
        save.setObjectName("settings_report")
        save.clicked.connect(self._choose)
        self.column.addWidget(box)
        self.add_note()
        self.column.addLayout(across(save, None))

    def show_state(self, state: SettingsState) -> None:
        """Show what the report would hold."""
        names = {"versions.json": self.tr("versions"), "counts.json": self.tr("counts")}
        self._parts.setText(
            " · ".join(
                f"{names.get(part.name, part.name.removeprefix('logs/'))} ({size_words(part.bytes)})"
                for part in state.report
            )
        )
        advice = self.tr("Send the file to your branch.")
        self.show_note(state, {Done.REPORT_SAVED: (self.tr("The report is saved"), advice)})

    def _choose(self) -> None:
        title = self.tr("Save the report")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(Path.home() / self._name), "ZIP (*.zip)")
        if chosen:
            self.saved.emit(Path(chosen))


class AboutCard(SettingsCard):
    """The version, the licences, and the tour once more."""

    licences_asked = Signal()
    tour_asked = Signal()

    def __init__(self, *, tour: bool) -> None:
        super().__init__("info", self.tr("About Perisai"))
        words = self.tr("Version {version}. Free software under the Apache License 2.0.").format(
            version=VERSION
        )
        self.column.addWidget(Text(words, wrap=True))
        licences = Button(self.tr("Licences of all parts"), icon="receipt-text")
        licences.setObjectName("settings_licences")
        licences.clicked.connect(self.licences_asked)
        again = Button(self.tr("Show the tour again"), icon="flag")
        again.setObjectName("settings_tour")
        again.clicked.connect(self.tour_asked)
        again.setVisible(tour)
        self.column.addLayout(across(licences, *((again,) if tour else ()), None, spacing=8))
