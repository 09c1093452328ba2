"""Where the records are: on this laptop, on their way, at the branch; and what can be done for them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QSizePolicy

from perisai_desktop.domain.overview import Overview
from perisai_desktop.ui.screens.home.words import data_pairs
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.headed_card import HeadedCard
from perisai_desktop.ui.widgets.icon_pairs import IconPairs

translate = QCoreApplication.translate

_ICONS = ("hard-drive", "cloud-upload", "hourglass", "image", "check-check")


class DataCard(HeadedCard):
    """Tells what is asked for."""

    followed = Signal()
    send_asked = Signal()
    stick_asked = Signal()

    def __init__(self, now: Callable[[], datetime], offset: int) -> None:
        super().__init__(translate("Home", "Where your data is"), translate("Home", "Open sync"), spacing=8)
        self._now = now
        self._offset = offset
        self._pairs = IconPairs(_ICONS)
        self.more.setObjectName("home_sync")
        self.more.clicked.connect(self.followed)
        self.send = Button(self.tr("Send now"), icon="refresh-cw", key="Ctrl+S")
        self.send.setObjectName("home_send")
        self.send.clicked.connect(self.send_asked)
        self.stick = Button(self.tr("Take it on USB"), icon="save")
        self.stick.setObjectName("home_stick")
        self.stick.clicked.connect(self.stick_asked)
        for button in (self.send, self.stick):
            button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.inset_row(self._pairs)
        self.column.addStretch(1)
        self.inset_row(across(self.send, self.stick, spacing=8))

    def show_overview(self, overview: Overview) -> None:
        """Show where everything is."""
        self._pairs.say(data_pairs(overview.data, self._now(), self._offset))
