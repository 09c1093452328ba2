"""The four figures at the top: today, new participants, what was collected, and the cash to deposit."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from perisai_desktop.domain.overview import Overview
from perisai_desktop.ui.screens.home.state import Place
from perisai_desktop.ui.screens.home.words import (
    cash_words,
    collected_words,
    commission_words,
    enrolled_words,
    missing_words,
    share_words,
    target_words,
)
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.link_card import LinkCard
from sync.rules.rupiah import format_number, format_rupiah

_WIDE = 920
"""From this width on, in device-independent pixels, all four stand beside each other, else two."""


class FigureTiles(QWidget):
    """`followed` carries the Place of the tile that was pressed."""

    followed = Signal(object)
    deposit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.today = LinkCard(self.tr("Today"), "sun")
        self.month = LinkCard(self.tr("Enrolled this month"), "user-plus")
        self.collected = LinkCard(self.tr("Collected this month"), "coins")
        self.cash = LinkCard(self.tr("Cash to deposit"), "wallet")
        self.deposit = Button(self.tr("Deposit"))
        self.deposit.setShortcut("Ctrl+D")
        self.deposit.setToolTip(f"{self.deposit.words} (Ctrl+D)")
        self.deposit.setObjectName("home_deposit")
        self.deposit.clicked.connect(self.deposit_asked)
        self.cash.low.addWidget(self.deposit)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(METRICS.between_cards)
        self._columns = 0
        places = (Place.TODAY, Place.MONTH, Place.COLLECTED, Place.CASH)
        for tile, place in zip(self._tiles(), places, strict=True):
            tile.setObjectName(f"home_{place.value}")
            tile.clicked.connect(lambda _on=False, place=place: self.followed.emit(place))
        self._arrange(4)

    def show_overview(self, overview: Overview, commission: int | None) -> None:
        """Show the figures; the estimate may still be on its way."""
        month, cash = overview.month, overview.cash
        self.today.say(enrolled_words(overview.today.enrolled), detail=collected_words(overview))
        self.month.say(
            format_number(month.enrolled),
            target_words(month),
            missing_words(overview),
            note=share_words(month),
        )
        self.month.show_share(month.enrolled, month.wanted)
        self.collected.say(format_rupiah(month.collected), detail=commission_words(commission))
        tone = Tone.ERROR if cash.red else Tone.WARNING if cash.alert else Tone.PLAIN
        self.cash.say(format_rupiah(cash.rupiah), detail=cash_words(overview), tone=tone)
        self.deposit.setEnabled(cash.oldest_at is not None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(4 if self.width() >= _WIDE else 2)

    def _tiles(self) -> tuple[LinkCard, ...]:
        return (self.today, self.month, self.collected, self.cash)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for place, tile in enumerate(self._tiles()):
            self._grid.addWidget(tile, place // columns, place % columns)
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
