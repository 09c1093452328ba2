"""The settings page: cards in two columns, all of it by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.device import DeviceFacts
from perisai_desktop.ui.screens.settings.backup_card import BackupCard
from perisai_desktop.ui.screens.settings.looks_card import LooksCard
from perisai_desktop.ui.screens.settings.paper_card import PaperCard
from perisai_desktop.ui.screens.settings.password_card import PasswordCard
from perisai_desktop.ui.screens.settings.privacy_card import PrivacyCard
from perisai_desktop.ui.screens.settings.state import SettingsState
from perisai_desktop.ui.screens.settings.support_cards import AboutCard, DeviceCard, ReportCard
from perisai_desktop.ui.widgets.columns import Columns


@dataclass(frozen=True, slots=True)
class Setting:
    """What the page reads: the device's facts when it comes into sight, the report's name, instants in words."""

    facts: Callable[[], DeviceFacts]
    report_name: str
    moment: Callable[[datetime], str]
    tour: bool


class SettingsView(QWidget):
    """Each card tells what was chosen on it."""

    appeared = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.looks = LooksCard()
        self.paper = PaperCard()
        self.backup = BackupCard(setting.moment)
        self.password = PasswordCard()
        self.privacy = PrivacyCard(setting.moment)
        self.report = ReportCard(setting.report_name)
        self.about = AboutCard(tour=setting.tour)
        left = (self.looks, self.paper, self.password)
        right = (self.backup, self.privacy, DeviceCard(setting.facts), self.report, self.about)
        self._columns = Columns(left, right)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._columns)

    def show_state(self, state: SettingsState) -> None:
        """Show every card as it stands."""
        for card in (self.looks, self.paper, self.backup, self.password, self.privacy, self.report):
            card.show_state(state)

    def show_backup(self) -> None:
        """Bring the copies into sight, and make one."""
        self._columns.reveal(self.backup)
        self.backup.take_focus()
        self.backup.back_up()

    def show_printer(self) -> None:
        """Bring the printer into sight."""
        self._columns.reveal(self.paper)
        self.paper.take_focus()

    def title(self) -> str:
        return self.tr("Settings")

    def subtitle(self) -> str:
        return ""

    def arrive(self) -> None:
        self.appeared.emit()
        self.looks.take_focus()

    def seek(self) -> bool:
        return False
