"""The dialog about a worker's life: new values from a month on, or an end, with the price before and after."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.life import LifeOutlook
from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.i18n import month_words
from perisai_desktop.ui.problem_words import problem_words
from perisai_desktop.ui.screens.life.end_part import EndPart
from perisai_desktop.ui.screens.life.price_box import PriceBox
from perisai_desktop.ui.screens.life.state import LifeState
from perisai_desktop.ui.screens.life.words import decision_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput
from sync.rules.iuran_month import IuranMonth
from sync.rules.nik import format_nik
from sync.rules.reference import Reference

ROWS = (
    (("occupation", 0), ("income", 150)),
    (("offer", 290),),
    (("second_occupation", 0), ("workplace", 0)),
    (("phone", 190),),
    (("village", 0),),
    (("street", 0), ("rt", 64), ("rw", 64)),
)
FIELDS = tuple(name for row in ROWS for name, _ in row)
_CHANGE, _END = "change", "end"
_NARROW = 800
"""Below this width, in device-independent pixels, the price stands under the fields."""


class LifeDialog(ActDialog):
    """`typed` carries a field of the form and its text, `switched` whether it is about an end."""

    help_page = "life"
    switched = Signal(bool)
    typed = Signal(str, str)
    place_asked = Signal(str)
    month_chosen = Signal(str)
    cause_chosen = Signal(str)
    day_typed = Signal(str)
    explained = Signal(str, str)

    def __init__(self, reference: Reference, this_month: IuranMonth, parent: QWidget | None = None) -> None:
        super().__init__(
            self.tr("A change in life"), self.tr("Save the change"), "save", QSize(960, 660), parent
        )
        self._offers: object = None
        self._name = Elided("", Role.HEADING)
        self._nik = Text("", Role.HELP, selectable=True)
        self._which = SegmentedField(
            [Option(_CHANGE, self.tr("Something is different")), Option(_END, self.tr("The membership ends"))]
        )
        self._which.setObjectName("life_which")
        self._which.value_edited.connect(self._switch)
        fields = build_fields(reference, this_month, prefix="life", terse=False)
        self.fields = {name: fields[name] for name in FIELDS}
        self.month = SelectField()
        self.month.setObjectName("life_month")
        self.month.value_edited.connect(self.month_chosen)
        self._month_field = Field(self.tr("From month"), self.month)
        self.end = EndPart()
        self.end.cause_chosen.connect(self.cause_chosen)
        self.end.day_typed.connect(self.day_typed)
        self.prices = PriceBox()
        self._decides = Banner()
        self._reasons: dict[str, Field] = {}
        self._reason_stack = QVBoxLayout()
        self._reason_stack.setSpacing(METRICS.gap)
        self._values = QWidget()
        self._body()
        self._connect()

    def _body(self) -> None:
        rows = QVBoxLayout(self._values)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(METRICS.gap)
        for parts in ROWS:
            row = FieldRow(fill=False)
            for name, width in parts:
                row.add(self.fields[name], width)
            rows.addLayout(row)
        who = across(self._name, self._nik)
        who.setStretch(0, 1)
        left, right = QVBoxLayout(), QVBoxLayout()
        for part in (self._values, self.end):
            left.addWidget(part)
        left.addLayout(self._reason_stack)
        for part in (self._month_field, self.prices, self._decides):
            right.addWidget(part)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(24)
        for column, share in ((left, 3), (right, 2)):
            column.setSpacing(METRICS.gap)
            column.addStretch(1)
            self._sides.addLayout(column, share)
        self.body.addLayout(who)
        self.body.addWidget(self._which)
        self.body.addLayout(self._sides)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for name, field in self.fields.items():
            field.value_edited.connect(lambda text, name=name: self.typed.emit(name, text))
        village = self.fields["village"].editor
        assert isinstance(village, SearchField)
        village.asked.connect(self.place_asked)

    def show_state(self, state: LifeState) -> None:
        """Show what was typed, and what it would mean."""
        self._which.set_value(_END if state.ending else _CHANGE)
        self._values.setVisible(not state.ending)
        self.end.setVisible(state.ending)
        self.end.show_state(state)
        self.act.setEnabled(state.ready)
        outlook = state.outlook
        if outlook is not None:
            self._show_outlook(state, outlook)
        self._show_offers(state)
        self.tell(state.failure)

    def _show_outlook(self, state: LifeState, outlook: LifeOutlook) -> None:
        self._name.setText(outlook.name)
        self._nik.setText(format_nik(outlook.nik))
        for name, field in self.fields.items():
            self._show_value(name, field, state, outlook)
            found = [one for one in outlook.findings if one.field == name]
            if found:
                tone = Tone.ERROR if found[0] in outlook.errors else Tone.WARNING
                field.show_state(tone, problem_words(found[0]))
            else:
                field.show_state(Tone.OK if name in outlook.changed else Tone.PLAIN)
        self._show_reasons(state, outlook)
        until = outlook.until
        paid = self.tr("paid")
        self.month.set_options(
            [
                Option(str(one), month_words(one), paid if until is not None and one <= until else "")
                for one in outlook.months
            ]
        )
        self.month.set_value(str(outlook.month))
        first = self.tr("First month that is not owed") if state.ending else self.tr("From month")
        self._month_field.set_label(first)
        told = None if outlook.fault is None else explain(Failure(outlook.fault))
        if told is None:
            self._month_field.show_state(Tone.PLAIN)
        else:
            self._month_field.show_state(Tone.ERROR, f"{told.what} {told.now}")
        self.prices.show_outlook(outlook)
        self._decides.say(*decision_words(state, outlook))

    def _show_value(self, name: str, field: Field, state: LifeState, outlook: LifeOutlook) -> None:
        value = state.edits.get(name, getattr(outlook.before, name))
        editor = field.editor
        if isinstance(editor, SearchField) and state.place is not None and state.place.code == value:
            if editor.value() != value:
                editor.set_chosen(Option(value, state.place.label))
        elif field.value() != value:
            field.set_value(value)

    def _show_reasons(self, state: LifeState, outlook: LifeOutlook) -> None:
        asked = {one.reaction.value for one in outlook.warnings} if not state.ending else set()
        for code in sorted(asked - self._reasons.keys()):
            editor = TextInput()
            editor.setObjectName(f"life_reason_{code}")
            field = Field(self.tr("Reason"), editor, self.tr("required, the reviewer reads it"))
            field.value_edited.connect(lambda words, code=code: self.explained.emit(code, words))
            self._reason_stack.addWidget(field)
            self._reasons[code] = field
        for code, field in self._reasons.items():
            field.setVisible(code in asked)
            field.set_value(state.reasons.get(code, ""))

    def _show_offers(self, state: LifeState) -> None:
        editor = self.fields["village"].editor
        if isinstance(editor, SearchField) and state.offers is not self._offers:
            self._offers = state.offers
            query, places = state.offers
            editor.show_results(query, [Option(one.code, one.village_label, one.parents) for one in places])

    def _switch(self, value: str) -> None:
        if value in (_CHANGE, _END):
            self.switched.emit(value == _END)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        directions = QBoxLayout.Direction
        narrow = self.width() < _NARROW
        self._sides.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._which.setFocus()
