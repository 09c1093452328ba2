"""The receipts in hand with a box each: Space or Enter ticks the one that is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.i18n import plain_date
from perisai_desktop.ui.screens.deposit.state import DepositState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.table_model import Cell, Column
from perisai_desktop.ui.widgets.tick_table import TickTable
from sync.rules.rupiah import format_rupiah

_TABLE_HEIGHT = 400


class ReceiptsCard(QWidget):
    """`ticked` carries a number; `every` is True for all that can be chosen, False for none."""

    ticked = Signal(str)
    every = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._state = DepositState()
        self.table = TickTable(
            (
                Column("tick", "", 44),
                Column("number", self.tr("Receipt"), 160, tabular=True, stretch=True),
                Column("rupiah", self.tr("Rupiah"), 104, tabular=True, right=True),
            ),
            self.tr("Receipts in hand"),
        )
        self.table.setObjectName("deposit_receipts")
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.table.ticked.connect(self._tick)
        self.table.row_opened.connect(self._tick)
        every = Button(self.tr("All"), Kind.LINK)
        every.setObjectName("deposit_every")
        every.clicked.connect(lambda: self.every.emit(True))
        none = Button(self.tr("None"), Kind.LINK)
        none.setObjectName("deposit_none")
        none.clicked.connect(lambda: self.every.emit(False))
        self.sum = Text("", Role.STRONG)
        self.sum.setObjectName("deposit_sum")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(across(Text(self.tr("Receipts in hand"), Role.LABEL), None, every, none, spacing=4))
        column.addWidget(self.table, 1)
        column.addWidget(self.sum)

    def show_state(self, state: DepositState) -> None:
        """Show the receipts and which of them are chosen."""
        before, self._state = self._state, state
        if state.receipts is not before.receipts or state.chosen != before.chosen:
            self.table.show_rows(len(state.receipts), self._cells)
            if self.table.chosen_row < 0 and state.receipts:
                self.table.choose(0)
        words = self.tr("{count} of {all} chosen: {amount}")
        self.sum.setText(
            words.format(count=len(state.numbers), all=len(state.receipts), amount=format_rupiah(state.sum))
        )

    def _cells(self, place: int) -> Sequence[Cell]:
        one = self._state.receipts[place]
        on = one.number in self._state.chosen
        if one.held_back:
            box = Cell(icon="ban", tone=Tone.WARNING, copy=self.tr("held back"))
            detail, tone = self.tr("a void awaits the branch"), Tone.WARNING
        else:
            said = self.tr("chosen") if on else self.tr("not chosen")
            icon, ink = ("square-check", Tone.OK) if on else ("square", Tone.MUTED)
            box, detail, tone = Cell(icon=icon, tone=ink, copy=said), plain_date(one.on), Tone.MUTED
        return box, Cell(one.number, detail=detail, detail_tone=tone), Cell(format_rupiah(one.rupiah))

    def _tick(self, place: int) -> None:
        self.ticked.emit(self._state.receipts[place].number)
