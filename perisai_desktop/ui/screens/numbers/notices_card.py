"""The card of notices: how this laptop stands with the branch, and the way to new receipt numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.standing import LaptopStanding
from perisai_desktop.ui.screens.numbers.notices_words import NoticeWords, notices
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across

Tell = Callable[[LaptopStanding, datetime, timedelta], tuple[NoticeWords, ...]]


class NoticesCard(QWidget):
    """One notice at a time, the most pressing first; hidden while there is none.

    `tell` puts a standing into words: all of it, or what matters on one screen. `numbers_asked`: the agent wants new receipt numbers.
    """

    numbers_asked = Signal()

    def __init__(self, now: Callable[[], datetime], offset: int, tell: Tell = notices) -> None:
        super().__init__()
        self._now = now
        self._tell = tell
        self._shift = timedelta(minutes=offset)
        self._shown: LaptopStanding | None = None
        self._told: tuple[NoticeWords, ...] = ()
        self._place = 0
        self._banner = Banner()
        self._ask = Button(self.tr("New receipt numbers…"), Kind.PRIMARY, icon="receipt-text")
        self._ask.setObjectName("numbers_ask")
        self._ask.clicked.connect(self.numbers_asked)
        self._next = Button("", icon="chevron-down")
        self._next.setObjectName("notices_next")
        self._next.clicked.connect(self._go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, METRICS.gap)
        column.setSpacing(8)
        column.addWidget(self._banner)
        column.addLayout(across(self._ask, self._next, None))
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """Everything that it has to tell, in order."""
        return tuple(f"{one.title} {one.detail}" for one in self._told)

    def show_standing(self, standing: LaptopStanding) -> None:
        """Show what there is to tell; the same standing leaves the notice in sight."""
        if standing == self._shown:
            return
        self._shown, self._place = standing, 0
        self._told = self._tell(standing, self._now(), self._shift)
        self._ask.setVisible(standing.shut)
        self._next.setVisible(len(self._told) > 1)
        self._show_notice()
        self.setVisible(bool(self._told))

    def _go_on(self) -> None:
        self._place = (self._place + 1) % len(self._told)
        self._show_notice()

    def _show_notice(self) -> None:
        if not self._told:
            self._banner.say("")
            return
        one = self._told[self._place]
        self._banner.say(one.title, one.detail, one.tone)
        self._next.show_words(
            self.tr("Next notice ({place} of {count})").format(place=self._place + 1, count=len(self._told))
        )
