"""The dialog for a void: what of the receipt, what that breaks, why, and whether money was taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from perisai_desktop.ui.i18n import month_short
from perisai_desktop.ui.screens.voiding.state import CASH, VoidState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import Banner, Box
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.radio_card import RadioCard
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.rupiah import format_rupiah

_WHOLE = "whole"


class VoidDialog(ActDialog):
    """`worker_chosen` carries a worker's id, or None for the whole receipt."""

    help_page = "voiding"
    worker_chosen = Signal(object)
    reason_chosen = Signal(str)
    cash_chosen = Signal(str)

    def __init__(self, number: str, reasons: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Void a receipt"), self.tr("Ask the branch"), "send", QSize(620, 620), parent
        )
        self._number = Text(number, Role.HEADING, selectable=True)
        self._which = SelectField()
        self._which.setObjectName("void_which")
        self._which.value_edited.connect(self._choose)
        self._which_field = Field(self.tr("What of it"), self._which)
        self.amount = Text("", Role.TOTAL)
        self.amount.setObjectName("void_amount")
        self._months = Text("", Role.HELP, wrap=True)
        self._months.setObjectName("void_months")
        self._broken = Banner()
        self._reason = SelectField(reasons, self.tr("Choose a reason"))
        self._reason.setObjectName("void_reason")
        self._reason.value_edited.connect(self.reason_chosen)
        self._cash = {
            "no_cash": RadioCard(self.tr("No money was taken"), self.tr("Cash in hand falls once approved")),
            "cash_taken": RadioCard(self.tr("Money was taken"), self.tr("You give it back once approved")),
        }
        self._body()

    def _body(self) -> None:
        box = Box()
        box.column.addWidget(Text(self.tr("Would be void"), Role.LABEL))
        box.column.addWidget(self.amount)
        box.column.addWidget(self._months)
        cards = QWidget()
        row = QHBoxLayout(cards)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(METRICS.gap)
        for value in CASH:
            card = self._cash[value]
            card.setObjectName(f"void_{value}")
            card.toggled.connect(lambda on, value=value: self._choose_cash(value, on=on))
            row.addWidget(card)
        self.body.addWidget(self._number)
        self.body.addWidget(self._which_field)
        self.body.addWidget(box)
        self.body.addWidget(self._broken)
        self.body.addWidget(Field(self.tr("Why"), self._reason))
        self.body.addWidget(Text(self.tr("Was money taken for it?"), Role.LABEL))
        self.body.addWidget(cards)
        self.body.addWidget(
            Text(
                self.tr(
                    "The months count as unpaid from now on, so that the right receipt can be written at once."
                    " Until the branch decides, the cash stays in your figure."
                ),
                Role.HELP,
                wrap=True,
            )
        )
        self.body.addStretch(1)

    def show_state(self, state: VoidState) -> None:
        """Show what would be voided, and what the agent says of it."""
        options = [Option(_WHOLE, self.tr("The whole receipt"))]
        options += [Option(one.worker_id, one.name, format_rupiah(one.rupiah)) for one in state.workers]
        self._which.set_options(options)
        self._which.set_value(state.worker_id or _WHOLE)
        self._which_field.setVisible(len(state.workers) > 1)
        outlook = state.outlook
        self.amount.setText("–" if outlook is None else format_rupiah(outlook.rupiah))
        self._months.setText("" if outlook is None else self._months_words(state))
        if outlook is not None and outlook.breaks_run:
            self._broken.say(
                self.tr("The membership loses its first paid month"),
                self.tr("Months paid after it protect nobody until this month is paid again."),
                Tone.WARNING,
            )
        else:
            self._broken.say("")
        self._reason.set_value(state.reason)
        if state.cash is not None:
            self._cash[state.cash].setChecked(True)
        self.act.setEnabled(state.ready)
        self.tell(state.failure)

    def _months_words(self, state: VoidState) -> str:
        """`Ujang Sobarna: Nov 2026, Dec 2026`, a line for each worker."""
        names = {one.worker_id: one.name for one in state.workers}
        months = {} if state.outlook is None else state.outlook.months
        lines = []
        for worker_id, found in months.items():
            words = ", ".join(month_short(month) for month in found)
            name = names.get(worker_id, "")
            lines.append(f"{name}: {words}" if name else words)
        return "\n".join(lines)

    def _choose(self, value: str) -> None:
        self.worker_chosen.emit(None if value == _WHOLE else value)

    def _choose_cash(self, value: str, *, on: bool) -> None:
        if on:
            self.cash_chosen.emit(value)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reason.setFocus()
