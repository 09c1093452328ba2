"""The dialog for money to be given back: what the branch lets go, to whom, in figures and words, and the signature."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.screens.refund.state import RECEIVERS, RefundState
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Box, across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.signature_pad import SignaturePad
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.table import Table
from perisai_desktop.ui.widgets.table_model import Cell, Column
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.rupiah import format_rupiah
from sync.rules.terbilang import terbilang

_PAD_HEIGHT = 132
_MOST_ROWS = 3


class RefundDialog(ActDialog):
    """`opened` carries a decision, `receiver_chosen` who receives the money."""

    help_page = "refund"
    opened = Signal(str)
    receiver_chosen = Signal(str)
    named = Signal(str)
    signed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Give money back"), self.tr("Give back"), "undo-2", QSize(640, 730), parent)
        self._state = RefundState()
        self.due = Table(
            (
                Column("worker", self.tr("Worker"), 200, stretch=True),
                Column("receipt", self.tr("Receipt"), 164, tabular=True),
                Column("rupiah", self.tr("Rupiah"), 110, tabular=True, right=True),
            ),
            self.tr("Money to be given back"),
        )
        self.due.setObjectName("refund_due")
        self.due.row_chosen.connect(lambda place: self.opened.emit(self._state.due[place].decision_id))
        self.amount = Text("", Role.FIGURE)
        self.amount.setObjectName("refund_amount")
        self._words = Text("", Role.MEDIUM, wrap=True)
        words = {
            "worker": self.tr("Worker"),
            "payer": self.tr("Payer"),
            "heir": self.tr("Heir"),
            "representative": self.tr("Other"),
        }
        self._receiver = SegmentedField([Option(value, words[value]) for value in RECEIVERS])
        self._receiver.setObjectName("refund_receiver")
        self._receiver.value_edited.connect(self._choose)
        self._name = TextInput()
        self._name.setObjectName("refund_name")
        self._name.value_edited.connect(self.named)
        self.due.row_opened.connect(lambda _place: self._name.setFocus())
        self._pad = SignaturePad(self.tr("Whoever receives the money signs here"))
        self._pad.setObjectName("refund_pad")
        self._pad.setAccessibleName(self.tr("Signature of the receiver"))
        self._pad.setFixedHeight(_PAD_HEIGHT)
        self._pad.strokes_edited.connect(lambda: self.signed.emit(self._pad.strokes()))
        self._body()

    def _body(self) -> None:
        box = Box()
        box.column.addWidget(Text(self.tr("Give back in cash"), Role.LABEL))
        box.column.addWidget(self.amount)
        box.column.addWidget(self._words)
        wipe = Button(self.tr("Sign again"), Kind.LINK, icon="undo-2")
        wipe.setObjectName("refund_wipe")
        wipe.clicked.connect(self._pad.clear)
        self.body.addWidget(self.due)
        self.body.addWidget(box)
        self.body.addWidget(Field(self.tr("Who receives it"), self._receiver))
        self.body.addWidget(Field(self.tr("Name of the receiver"), self._name))
        self.body.addLayout(across(Text(self.tr("Signature"), Role.LABEL), None, wipe))
        self.body.addWidget(self._pad)
        self.body.addStretch(1)

    def show_state(self, state: RefundState) -> None:
        """Show what is due, the one that is open, and who receives it."""
        before, self._state = self._state, state
        if state.due is not before.due:
            self.due.show_rows(len(state.due), self._cells)
            rows = min(max(len(state.due), 1), _MOST_ROWS)
            self.due.setFixedHeight(34 + rows * self.due.verticalHeader().defaultSectionSize())
        places = [place for place, one in enumerate(state.due) if one.decision_id == state.chosen]
        self.due.choose(places[0] if places else -1)
        rupiah = 0 if state.refund is None else state.refund.rupiah
        self.amount.setText(format_rupiah(rupiah))
        self._words.setText(terbilang(rupiah) if rupiah else self.tr("Nothing has to be given back."))
        self._receiver.set_value(state.receiver)
        self._name.set_value(state.name)
        if state.signature != self._pad.strokes():
            self._pad.set_strokes(state.signature)
        self.act.setEnabled(state.ready)
        self.tell(state.failure)

    def _cells(self, place: int) -> Sequence[Cell]:
        one = self._state.due[place]
        return (
            Cell(one.worker_name or self.tr("Several workers"), strong=True),
            Cell(one.receipt_number),
            Cell(format_rupiah(one.rupiah)),
        )

    def _choose(self, value: str) -> None:
        if value in RECEIVERS:
            self.receiver_chosen.emit(value)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._name.setFocus()
