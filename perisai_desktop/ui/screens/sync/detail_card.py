"""Where the data of the chosen item are, why it is not final, and what to do."""

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from perisai_desktop.domain.exchange import ItemDetail
from perisai_desktop.ui.i18n import moment_words, size_words
from perisai_desktop.ui.screens.sync.cells import what_words, who_words
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.screens.sync.words import advice_words, cause_words
from perisai_desktop.ui.state_words import ReasonWords, state_face
from perisai_desktop.ui.station_words import stop_of
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Card, across
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.marks import Badge, Face
from perisai_desktop.ui.widgets.timeline import Timeline
from sync.rules.rupiah import Rupiah, format_rupiah
from sync.rules.states import Counter


class DetailCard(Card):
    """`receipt_asked` carries a receipt's number, `task_asked`: see what the branch sent back."""

    receipt_asked = Signal(str)
    task_asked = Signal()

    def __init__(self, reasons: ReasonWords, shift: timedelta) -> None:
        super().__init__(padding=16)
        self._reasons = reasons
        self._shift = shift
        self._detail: ItemDetail | None = None
        self._who = Elided("", Role.HEADING)
        self._what = Elided("", Role.MUTED)
        self._figures = Elided("", Role.MUTED)
        self._badge = Badge(Face("", "", Tone.MUTED))
        self._cause = Text("", Role.MEDIUM, wrap=True)
        self._advice = Text("", Role.HELP, wrap=True)
        self._line = Timeline()
        self._line.setFixedWidth(272)
        self._receipt = Button(self.tr("Open the receipt"), icon="receipt")
        self._receipt.setObjectName("sync_receipt")
        self._receipt.clicked.connect(self._ask_receipt)
        self._fix = Button(self.tr("The branch's answer"), Kind.WARNING, icon="wrench")
        self._fix.setObjectName("sync_fix")
        self._fix.clicked.connect(self.task_asked)
        self._arrange()
        self.hide()

    def _arrange(self) -> None:
        acts = Flow(8)
        acts.addWidget(self._fix)
        acts.addWidget(self._receipt)
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(self._who)
        left.addWidget(self._what)
        left.addWidget(self._figures)
        left.addLayout(across(self._badge, None))
        left.addWidget(self._cause)
        left.addWidget(self._advice)
        left.addStretch(1)
        left.addLayout(acts)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 1)
        row.addWidget(self._line, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(row)

    def show_state(self, state: SyncState, today: date) -> None:
        """Show the chosen item."""
        detail = self._detail = state.detail
        self.setVisible(detail is not None)
        if detail is None:
            return
        item = detail.item
        self._who.setText(who_words(item))
        self._what.setText(what_words(item))
        at = moment_words((item.recorded_at + self._shift).replace(tzinfo=None), today)
        money = format_rupiah(Rupiah(item.rupiah)) if item.rupiah else ""
        self._figures.setText(" · ".join(part for part in (money, at, size_words(item.bytes)) if part))
        self._badge.show_face(state_face(item.client, item.review))
        cause = cause_words(item, state, self._reasons)
        self._cause.setText(cause[:1].upper() + cause[1:])
        self._advice.setText(advice_words(item, state))
        self._line.show_stops([stop_of(step, self._shift, today) for step in detail.timeline])
        self._receipt.setVisible(item.receipt_number is not None)
        self._fix.setVisible(item.counter is Counter.TO_FIX)

    def take_focus(self) -> None:
        """Begin with what can be done about the item."""
        for button in (self._fix, self._receipt):
            if button.isVisible():
                button.setFocus()
                return

    def _ask_receipt(self) -> None:
        if self._detail is not None and self._detail.item.receipt_number is not None:
            self.receipt_asked.emit(self._detail.item.receipt_number)
