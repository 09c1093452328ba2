"""The dialog for a movement of cash: what, how much, why, and what is in hand afterwards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.till import CashStep
from perisai_desktop.ui.screens.adjustment.state import AdjustmentState
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import Box
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.rupiah_input import RupiahInput
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.rupiah import format_rupiah


class AdjustmentDialog(ActDialog):
    """`chosen` carries a CashStep."""

    help_page = "adjustment"
    chosen = Signal(object)
    typed = Signal(str)
    reason_chosen = Signal(str)

    def __init__(self, reasons: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Other movement of cash"), self.tr("Record it"), "check", QSize(560, 540), parent
        )
        self._what = SegmentedField(
            (
                Option(CashStep.OPENING_FLOAT.value, self.tr("Float")),
                Option(CashStep.SURPLUS.value, self.tr("Surplus")),
                Option(CashStep.SHORTAGE.value, self.tr("Shortage")),
                Option(CashStep.HAND_OVER.value, self.tr("To the office")),
            )
        )
        self._what.setObjectName("adjustment_what")
        self._what.value_edited.connect(self._choose)
        self._help = Text("", Role.HELP, wrap=True)
        self._amount = RupiahInput()
        self._amount.setObjectName("adjustment_amount")
        self._amount.value_edited.connect(lambda _text: self.typed.emit(self._amount.value()))
        self._reason = SelectField(reasons, self.tr("Choose a reason"))
        self._reason.setObjectName("adjustment_reason")
        self._reason.value_edited.connect(self.reason_chosen)
        self._after = Text("", Role.MEDIUM, wrap=True)
        self._after.setObjectName("adjustment_after")
        box = Box()
        box.column.addWidget(self._after)
        self.body.addWidget(Field(self.tr("What moves"), self._what))
        self.body.addWidget(self._help)
        self.body.addWidget(Field(self.tr("Amount"), self._amount))
        self.body.addWidget(Field(self.tr("Reason"), self._reason))
        self.body.addWidget(box)
        self.body.addStretch(1)

    def show_state(self, state: AdjustmentState) -> None:
        """Show what is chosen and what follows from it."""
        self._what.set_value(state.what.value)
        self._help.setText(self._help_words(state.what))
        self._amount.set_value(state.typed)
        self._reason.set_value(state.reason)
        if state.rupiah is not None and state.after is not None:
            words = self.tr("Cash in hand: {before} before, {after} after.")
            self._after.setText(
                words.format(before=format_rupiah(state.rupiah), after=format_rupiah(state.after))
            )
        self.act.setEnabled(state.ready)
        self.tell(state.failure)

    def _help_words(self, what: CashStep) -> str:
        return {
            CashStep.OPENING_FLOAT: self.tr("Small change that you bring to begin with: cash in hand grows."),
            CashStep.SURPLUS: self.tr("There is more than the records say: cash in hand grows."),
            CashStep.SHORTAGE: self.tr("There is less than the records say: cash in hand falls."),
            CashStep.HAND_OVER: self.tr("You give cash to the agents' office: cash in hand falls."),
        }[what]

    def _choose(self, value: str) -> None:
        if value in list(CashStep):
            self.chosen.emit(CashStep(value))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._amount.setFocus()
