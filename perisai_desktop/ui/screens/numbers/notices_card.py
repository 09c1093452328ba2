"""The card of notices: how this laptop stands with the branch, and the way to new receipt numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.standing import LaptopStanding
from perisai_desktop.ui.screens.numbers.notices_words import notices
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.scrolling import ScrollSheet

SHARE, LEAST = 0.4, 96
"""At most so much of the window's height, and at least so many device-independent pixels."""


class NoticesCard(QWidget):
    """Hidden while there is nothing to tell. `numbers_asked`: the agent wants new receipt numbers."""

    numbers_asked = Signal()

    def __init__(self, now: Callable[[], datetime], offset: int) -> None:
        super().__init__()
        self._now = now
        self._shift = timedelta(minutes=offset)
        self._shown: LaptopStanding | None = None
        self._banners: list[Banner] = []
        self._ask = Button(self.tr("New receipt numbers…"), Kind.PRIMARY, icon="receipt-text")
        self._ask.setObjectName("numbers_ask")
        self._ask.clicked.connect(self.numbers_asked)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addLayout(across(self._ask, None))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, METRICS.gap)
        whole.addWidget(ScrollSheet(self._column))
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What stands on it, as a screen reader says it."""
        return tuple(banner.words for banner in self._banners)

    def show_standing(self, standing: LaptopStanding) -> None:
        """Show what there is to tell; the same standing is not drawn twice."""
        if standing == self._shown:
            return
        self._shown = standing
        for banner in self._banners:
            banner.hide()
            banner.deleteLater()
        told = notices(standing, self._now(), self._shift)
        self._banners = [Banner(one.title, one.detail, one.tone) for one in told]
        for place, banner in enumerate(self._banners):
            self._column.insertWidget(place, banner)
            banner.show()
        self._ask.setVisible(standing.shut)
        self.setVisible(bool(told))
        self._take_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_room()

    def _take_room(self) -> None:
        """As high as what it says, and where that is more than its share of the window, scrolled."""
        wanted = self._column.totalHeightForWidth(self.width()) + METRICS.gap
        share = int(self.window().height() * SHARE)
        self.setFixedHeight(min(wanted, max(share, LEAST)))
