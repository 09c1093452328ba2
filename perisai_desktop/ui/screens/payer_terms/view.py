"""The dialog about a payer: who it is where that is not known here, paid until when, and what the price follows from."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.explain import reaction_words
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.screens.payer_terms.state import PayerTermsState
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import ARREARS_LIMIT, MONTHS_AHEAD
from sync.rules.reactions import Reaction
from sync.rules.reference import Reference

STRANGER = ("nik", "name")
TERMS = ("occupation", "income", "offer", "payer")


class PayerTermsDialog(ActDialog):
    """`typed` carries a field of the form and its text, `until_chosen` a month; `stranger`: it asks who it is, too."""

    help_page = "payer_terms"
    typed = Signal(str, str)
    until_chosen = Signal(str)

    def __init__(
        self, reference: Reference, this_month: IuranMonth, *, stranger: bool, parent: QWidget | None = None
    ) -> None:
        title = (
            self.tr("Somebody who is not on this laptop") if stranger else self.tr("What is not known here")
        )
        size = QSize(560, 480 if stranger else 340)
        super().__init__(title, self.tr("On to the months"), "calendar-check", size, parent)
        fields = build_fields(reference, this_month, prefix="payer", terse=False)
        self._fields = {name: fields[name] for name in ((*STRANGER, *TERMS) if stranger else TERMS)}
        self._until = SelectField(_months(this_month))
        self._until.setObjectName("payer_until")
        self._until.value_edited.connect(self.until_chosen)
        words = (
            self.tr("The branch matches the payment by NIK. Look at the last receipt or the card.")
            if stranger
            else self.tr("This worker was enrolled elsewhere. Look at the last receipt or the card.")
        )
        self.body.addWidget(Text(words, Role.HELP, wrap=True))
        if stranger:
            self.body.addLayout(_row((self._fields["nik"], 210), (self._fields["name"], 0)))
            self.body.addWidget(Field(self.tr("Paid until"), self._until))
        self.body.addLayout(_row((self._fields["occupation"], 0), (self._fields["income"], 170)))
        self.body.addLayout(_row((self._fields["offer"], 300), (self._fields["payer"], 0)))
        self.body.addStretch(1)
        for name, field in self._fields.items():
            field.value_edited.connect(lambda text, name=name: self.typed.emit(name, text))

    def show_state(self, state: PayerTermsState) -> None:
        """Show what was typed and what is wrong with it."""
        faults = dict(reversed(state.faults))
        for name, field in self._fields.items():
            value = getattr(state.form, name)
            if field.value() != value:
                field.set_value(value)
            code = faults.get(name)
            words = "" if code is None else reaction_words(Reaction(code))
            field.show_state(Tone.PLAIN if code is None else Tone.ERROR, words)
        self._until.set_value(state.until)
        self.act.setEnabled(not state.busy)
        self.tell(None if faults else state.failure)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        next(iter(self._fields.values())).take_focus()


def _months(this_month: IuranMonth) -> list[Option]:
    """Months until which somebody who can still pay may have paid, the newest first."""
    months = [this_month.plus(step) for step in range(MONTHS_AHEAD, -ARREARS_LIMIT - 2, -1)]
    return [Option(str(month), month_words(month)) for month in months]


def _row(*parts: tuple[Field, int]) -> FieldRow:
    row = FieldRow()
    for field, width in parts:
        row.add(field, width)
    return row
