"""The coming months of a worker, as they cost without and with the change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from perisai_desktop.domain.life import LifeOutlook, MonthPrice
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.cards import Box, clear_layout
from perisai_desktop.ui.widgets.labels import Role, Text
from sync.rules.rupiah import Rupiah, format_rupiah


class PriceBox(Box):
    """One line for each month: now, then; what differs stands out by weight and an arrow's words for screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(spacing=6)
        self.setParent(parent)
        self._shown: object = None
        self._note = Text("", Role.HELP, wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self.column.addWidget(Text(self.tr("Price of the coming months"), Role.LABEL))
        self.column.addLayout(self._grid)
        self.column.addWidget(self._note)

    def show_outlook(self, outlook: LifeOutlook | None) -> None:
        """Show the prices of `outlook`, or why there are none."""
        prices = () if outlook is None else outlook.prices
        if (prices, outlook is None) == self._shown:
            return
        self._shown = (prices, outlook is None)
        clear_layout(self._grid)
        self._note.setText(self._note_words(outlook))
        self._note.setVisible(bool(self._note.text()))
        if not prices:
            return
        for place, words in enumerate((self.tr("As it is"), self.tr("With the change")), 1):
            self._grid.addWidget(Text(words, Role.HELP), 0, place, Qt.AlignmentFlag.AlignRight)
        for line, price in enumerate(prices, 1):
            self._add(line, price)

    def _add(self, line: int, price: MonthPrice) -> None:
        month = month_words(price.month)
        before, after = self._words(price.before), self._words(price.after)
        same = price.before == price.after
        self._grid.addWidget(Text(month), line, 0)
        old = Text(before, Role.BODY if same else Role.HELP)
        new = Text(after, Role.MEDIUM if same else Role.STRONG, Tone.PLAIN if same else Tone.OK)
        new.setAccessibleName(
            self.tr("{month}: {before}, with the change {after}").format(
                month=month, before=before, after=after
            )
        )
        for place, label in ((1, old), (2, new)):
            self._grid.addWidget(label, line, place, Qt.AlignmentFlag.AlignRight)

    def _words(self, rupiah: int | None) -> str:
        return self.tr("nothing due") if rupiah is None else format_rupiah(Rupiah(rupiah))

    def _note_words(self, outlook: LifeOutlook | None) -> str:
        if outlook is None or outlook.prices:
            return ""
        if outlook.errors:
            return self.tr("Correct the fields above, then the price is shown.")
        return self.tr("Enrolled elsewhere: this laptop does not know what the worker pays.")
