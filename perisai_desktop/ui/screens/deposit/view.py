"""The dialog of a deposit: the receipts at the left, what stands on the slip at the right, and what it will do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.till import DepositChannel
from perisai_desktop.ui.screens.deposit.receipts_card import ReceiptsCard
from perisai_desktop.ui.screens.deposit.slip_row import SlipRow
from perisai_desktop.ui.screens.deposit.state import DepositState
from perisai_desktop.ui.screens.deposit.words import channel_words, difference_words, effect_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import Box
from perisai_desktop.ui.widgets.date_input import DateInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.rupiah_input import RupiahInput
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput

_LIST_WIDTH, _FORM_WIDTH = 352, 376


class DepositDialog(ActDialog):
    """`dated` carries date and time as typed, `slip_named` the path of a picture."""

    help_page = "deposit"
    amount_typed = Signal(str)
    amount_left = Signal()
    code_typed = Signal(str)
    channel_chosen = Signal(object)
    dated = Signal(str, str)
    reason_chosen = Signal(str)
    slip_named = Signal(str)

    def __init__(self, reasons: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Deposit cash"), self.tr("Record the deposit"), "send", QSize(800, 690), parent
        )
        self.receipts = ReceiptsCard()
        self.slip = SlipRow()
        self._amount = RupiahInput()
        self._amount.setObjectName("deposit_amount")
        self._amount.value_edited.connect(lambda _text: self.amount_typed.emit(self._amount.value()))
        self._amount.committed.connect(self.amount_left)
        self._amount_field = Field(self.tr("Amount on the slip"), self._amount)
        self._code = TextInput(tabular=True)
        self._code.setObjectName("deposit_code")
        self._code.value_edited.connect(self.code_typed)
        self._channel = SelectField([Option(one.value, channel_words(one)) for one in DepositChannel])
        self._channel.setObjectName("deposit_channel")
        self._channel.value_edited.connect(lambda value: self.channel_chosen.emit(DepositChannel(value)))
        self._day, self._clock = DateInput(), TextInput(tabular=True)
        self._day.setObjectName("deposit_day")
        self._clock.setObjectName("deposit_clock")
        for part in (self._day, self._clock):
            part.value_edited.connect(lambda _text: self.dated.emit(self._day.value(), self._clock.value()))
        self._reason = SelectField(reasons, self.tr("Choose a reason"))
        self._reason.setObjectName("deposit_reason")
        self._reason.value_edited.connect(self.reason_chosen)
        self._reason_field = Field(self.tr("Why it differs"), self._reason)
        self.effect = Text("", Role.MEDIUM, wrap=True)
        self.effect.setObjectName("deposit_effect")
        self.slip.named.connect(self.slip_named)
        self.setAcceptDrops(True)
        self._body()

    def _body(self) -> None:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self._amount_field)
        column.addWidget(self._reason_field)
        column.addWidget(Field(self.tr("Kode iuran"), self._code, self.tr("8 to 20 digits, from the slip")))
        column.addWidget(Field(self.tr("Deposited through"), self._channel))
        when = FieldRow()
        when.add(Field(self.tr("Date on the slip"), self._day), 0)
        when.add(Field(self.tr("Time"), self._clock), 120)
        column.addLayout(when)
        column.addWidget(self.slip)
        box = Box()
        box.column.addWidget(self.effect)
        column.addWidget(box)
        beside = FieldRow()
        beside.add(self.receipts, _LIST_WIDTH)
        beside.add(form, _FORM_WIDTH)
        self.body.addLayout(beside, 1)

    def show_state(self, state: DepositState) -> None:
        """Show the receipts, the slip, and what the deposit does."""
        self.receipts.show_state(state)
        self.slip.show_state(state)
        self._amount.set_value(str(state.sum) if state.amount is None else state.amount)
        unread = state.deposited is None
        tone = Tone.ERROR if unread else Tone.WARNING if state.difference else Tone.PLAIN
        words = self.tr("Whole rupiah, digits only") if unread else difference_words(state)
        self._amount_field.show_state(tone, words)
        self._code.set_value(state.code)
        self._channel.set_value(state.channel.value)
        self._day.set_value(state.day)
        self._clock.set_value(state.clock)
        self._reason.set_value(state.reason)
        self._reason_field.setVisible(bool(state.difference))
        self.effect.setText(effect_words(state))
        self.act.setEnabled(state.ready)
        self.tell(state.failure)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._amount.setFocus()
        self._amount.selectAll()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.slip_named.emit(files[0])
