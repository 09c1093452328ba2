"""The dialog that closes a day: the count at the left, counted against expected and the difference at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.i18n import date_words, plain_date
from perisai_desktop.ui.screens.closing.count_list import CountList
from perisai_desktop.ui.screens.closing.state import ClosingState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import Box
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.rupiah import format_rupiah

_LIST_WIDTH, _FIGURES_WIDTH = 384, 344


class ClosingDialog(ActDialog):
    """`typed` carries a denomination and what stands beside it; `more`: another day waits behind this one."""

    help_page = "closing"
    typed = Signal(int, str)
    reason_chosen = Signal(str)

    def __init__(self, reasons: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("Close the day"), self.tr("Close the day"), "check-check", QSize(800, 664), parent
        )
        self.more = False
        self._on = Text("", Role.HEADING, wrap=True)
        self._waiting = Text("", Role.HELP, Tone.WARNING, wrap=True)
        self.counts = CountList()
        self.counts.typed.connect(self.typed)
        self.counts.left.connect(self._leave_list)
        self.counted = Text("", Role.FIGURE)
        self.counted.setObjectName("closing_counted")
        self.expected = Text("", Role.TOTAL)
        self.expected.setObjectName("closing_expected")
        self.difference = Text("", Role.TOTAL, wrap=True)
        self.difference.setObjectName("closing_difference")
        self._verdict = Text("", Role.HELP, wrap=True)
        self._reason = SelectField(reasons, self.tr("Choose a reason"))
        self._reason.setObjectName("closing_reason")
        self._reason.value_edited.connect(self.reason_chosen)
        self._reason_field = Field(self.tr("Why it differs"), self._reason)
        self._body()

    def _body(self) -> None:
        self.body.addWidget(self._on)
        self.body.addWidget(self._waiting)
        figures = Box()
        for words, figure in (
            (self.tr("Counted"), self.counted),
            (self.tr("Must be there by the records"), self.expected),
            (self.tr("Difference"), self.difference),
        ):
            figures.column.addWidget(Text(words, Role.LABEL))
            figures.column.addWidget(figure)
        figures.column.addWidget(self._verdict)
        figures.column.addWidget(self._reason_field)
        figures.column.addStretch(1)
        beside = FieldRow()
        beside.add(self.counts, _LIST_WIDTH)
        beside.add(figures, _FIGURES_WIDTH)
        self.body.addLayout(beside)
        self.body.addStretch(1)

    def show_state(self, state: ClosingState) -> None:
        """Show the date, the count, and how it compares."""
        outlook = state.outlook
        if outlook is not None:
            self._on.setText(date_words(outlook.on))
            self.expected.setText(format_rupiah(outlook.expected))
            self.more = bool(outlook.waiting)
            days = ", ".join(plain_date(day) for day in outlook.waiting)
            self._waiting.setText(self.tr("Still to be closed after it: {days}.").format(days=days))
        self._waiting.setVisible(outlook is not None and bool(outlook.waiting))
        self.counts.show_state(state)
        self.counted.setText(format_rupiah(state.counted))
        self._show_difference(state)
        self.act.setEnabled(state.ready)
        self.tell(state.failure)

    def _show_difference(self, state: ClosingState) -> None:
        rupiah = state.difference
        amount = format_rupiah(abs(rupiah))
        tone = Tone.OK if not rupiah else Tone.ERROR if rupiah < 0 else Tone.WARNING
        if not rupiah:
            words, verdict = format_rupiah(0), self.tr("The cash agrees with the records.")
        elif rupiah < 0:
            words = self.tr("{amount} too little").format(amount=amount)
            verdict = self.tr("Count again; look at change given and at notes that stick together.")
        else:
            words = self.tr("{amount} too much").format(amount=amount)
            verdict = self.tr("Count again; look for a payment that has no receipt yet.")
        self.difference.setText(words)
        self.difference.set_tone(tone)
        self._verdict.setText(verdict)
        self._reason_field.setVisible(bool(rupiah))
        self._reason.set_value(state.reason)

    def _leave_list(self) -> None:
        (self._reason if self._reason_field.isVisible() else self.act).setFocus()
