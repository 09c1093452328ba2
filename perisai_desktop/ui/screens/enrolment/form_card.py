"""The left card of the enrolment screen: every field on one page, grouped as a person tells them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from perisai_desktop.domain.photo import PhotoSubject
from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.screens.enrolment.arrangement import ROWS, names, used
from perisai_desktop.ui.screens.enrolment.capture_line import CaptureLine
from perisai_desktop.ui.screens.enrolment.card_hints import CardHints
from perisai_desktop.ui.screens.enrolment.card_line import CardLine
from perisai_desktop.ui.screens.enrolment.consent_section import ConsentSection, plain_enter
from perisai_desktop.ui.screens.enrolment.field_marks import mark_field
from perisai_desktop.ui.screens.enrolment.folded_fields import FoldedFields
from perisai_desktop.ui.screens.enrolment.nik_words import NikWords
from perisai_desktop.ui.screens.enrolment.proposing import PROPOSING, proposed
from perisai_desktop.ui.screens.enrolment.section import Section
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.completing_input import CompletingInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.heirs_input import HeirsInput
from perisai_desktop.ui.widgets.labels import rule
from perisai_desktop.ui.widgets.photo_slot import PhotoSlot
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.branch_settings import FieldUse
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from sync.rules.regions import Place

READ_KEY = "F7"
PHOTO_KEY = "F2"
DRAFTS_KEY = "F4"
BEFORE_CAPTURE = "address"
"""Behind this section stands where the worker is registered."""


class FormCard(QFrame):
    """Emits what was typed into which field, which field was left, where Enter was pressed, which place was picked."""

    typed = Signal(str, str)
    left = Signal(str)
    went_on = Signal(str)
    place_asked = Signal(str)
    place_picked = Signal(object)

    def __init__(self, reference: Reference, this_month: IuranMonth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.fields = build_fields(reference, this_month)
        self.consent = ConsentSection(reference.consent)
        self.consent.went_on.connect(self.went_on)
        self.capture = CaptureLine()
        self._rows = used(ROWS, reference.settings)
        self._placed = names(self._rows)
        before = names(tuple(row for row in self._rows if row[0] == BEFORE_CAPTURE))[-1]
        self.capture.went_on.connect(lambda: self.went_on.emit(before))
        self.read_button = Button(self.tr("Read aloud"), Kind.LINK)
        self.read_button.setShortcut(READ_KEY)
        self._nik_words = NikWords()
        self.card_photo = PhotoSlot(PhotoSubject.KTP, PHOTO_KEY)
        self.card_photo.setObjectName("ktp_photo")
        if reference.settings.use_of("ktp_photo") is FieldUse.OFF:
            self.card_photo.hide()
        self.drafts_button = Button("", Kind.LINK, key=DRAFTS_KEY, bind=False)
        self.drafts_button.setObjectName("other_drafts")
        self.drafts_button.hide()
        self.card_line = CardLine()
        self._card_hints = CardHints(self.fields)
        self._offered: Mapping[str, str] = {}
        self._folded = FoldedFields(self.fields, reference.settings)
        self._sections: list[Section] = [*self._folded.sections]
        self._offers: dict[str, Place] = {}
        self._proposed: dict[str, str] = {}
        self._place_is_known = False
        self._village_hint = self.fields["village"].hint
        self._column = QVBoxLayout()
        self._column.setContentsMargins(METRICS.card_padding, 8, METRICS.card_padding, 4)
        self._column.setSpacing(5)
        self._lay_out(self._column)
        self._scroll = ScrollSheet(self._column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._scroll)
        for name, field in self.fields.items():
            self._connect(name, field)
        self._chain()

    def show_state(self, state: EnrolmentState) -> None:
        """Show values, marks and hints of `state`; a field that already shows its value keeps its cursor."""
        for name, field in self.fields.items():
            if name == "village":
                self._show_place(state)
            else:
                field.set_value(getattr(state.form, name))
            mark_field(field, name, state)
        self._folded.show_state(state)
        self.drafts_button.show_words(self.tr("%n draft(s)", "", state.others))
        self.drafts_button.setVisible(state.others > 0)
        self.fields["payer_name"].setVisible(state.another_pays and "payer_name" in self._placed)
        self._show_offers(state)
        self._nik_words.show_state(state)
        self.card_photo.show_picture(
            state.picture(PhotoSubject.KTP), wrong=state.problem_at("ktp_photo") is not None
        )
        self.card_line.show_state(state)
        self._show_proposals(state)
        self._card_hints.show_marks(state.marks)
        self._offered = state.marks.offered
        self.capture.show_state(state)
        self.consent.show_state(state)

    def set_narrow(self, narrow: bool, beside: Sequence[QWidget]) -> None:
        """Put headings above their fields, and the parts that else stand `beside` the form at its end; or back."""
        for section in self._sections:
            section.set_narrow(narrow)
        self.consent.set_narrow(narrow)
        side = METRICS.gap if narrow else METRICS.card_padding
        self._column.setContentsMargins(side, 8, side, 4)
        for part in beside:
            if narrow:
                self._column.insertWidget(self._column.count() - 1, part)
            else:
                self._column.removeWidget(part)

    def reveal(self, part: QWidget) -> None:
        """Scroll so that `part`, which stands at the form's end, is in sight."""
        self._scroll.ensureWidgetVisible(part)

    def focus_on(self, name: str) -> None:
        """Put the cursor into field `name`, and scroll to it."""
        target: QWidget | None = self.card_photo if name == "ktp_photo" else self.consent.part(name)
        if name in self.fields:
            if name in self._folded.names:
                self._folded.unfold()
            self.fields[name].take_focus()
            target = self.fields[name]
        elif target is not None:
            target.setFocus()
        if target is not None:
            self._scroll.ensureWidgetVisible(target)

    def _lay_out(self, column: QVBoxLayout) -> None:
        titles = {
            "identity": self.tr("Identity"),
            "address": self.tr("Address"),
            "work": self.tr("Occupation"),
            "programme": self.tr("Programme"),
        }
        section = ""
        side: QVBoxLayout | None = None
        for name, row in self._rows:
            if name != section:
                if section:
                    column.addWidget(rule())
                more = (self._folded.button, self.drafts_button) if name == "identity" else ()
                side, section = self._section(column, titles[name], more), name
            if side is not None:
                side.addLayout(self._row(row))
                if row[0][0] == "nik":
                    side.addWidget(self.card_line)
                if name == BEFORE_CAPTURE:
                    side.addWidget(self.capture)
        column.addWidget(self._folded)
        column.addWidget(rule())
        self._section(column, self.tr("Consent"), (self.read_button,), READ_KEY).addWidget(self.consent)
        column.addStretch(1)

    def _section(
        self, column: QVBoxLayout, title: str, extras: Sequence[QWidget] = (), key: str = ""
    ) -> QVBoxLayout:
        section = Section(title, extras, key)
        self._sections.append(section)
        column.addLayout(section)
        return section.body

    def _row(self, row: Sequence[tuple[str, int]]) -> FieldRow:
        line = FieldRow()
        for name, width in row:
            line.add(self.fields[name], width)
        if row[0][0] == "nik":
            line.add(self._nik_words, 0)
            line.add(self.card_photo, 208)
        return line

    def _chain(self) -> None:
        stops: list[QWidget] = []
        for section, row in self._rows:
            stops += [self.fields[name] for name, _ in row]
            if section == BEFORE_CAPTURE:
                stops.append(self.capture.field)
        stops += [self.fields[name] for name in self._folded.names]
        stops += [self.read_button, *self.consent.stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        QWidget.setTabOrder(self.fields[self._placed[-1]].editor, self._folded.button)

    def _connect(self, name: str, field: Field) -> None:
        field.editor.installEventFilter(self)
        if isinstance(field.editor, SearchField):
            field.editor.asked.connect(self.place_asked)
            field.editor.picked.connect(self._picked)
        if isinstance(field.editor, HeirsInput):
            field.committed.connect(lambda: self.left.emit(name))
            field.editor.went_on.connect(lambda: self.went_on.emit(name))
        field.value_edited.connect(lambda text: self.typed.emit(name, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice which field the cursor leaves, Enter, and the key that takes a suggestion."""
        if isinstance(event, QFocusEvent):
            self.card_line.show_piece(_field_of(watched) if event.gotFocus() else "")
            if event.lostFocus():
                self.left.emit(_field_of(watched))
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._pressed(watched, event)
        return super().eventFilter(watched, event)

    def _pressed(self, editor: QObject, event: QKeyEvent) -> bool:
        name = _field_of(editor)
        if plain_enter(event):
            if isinstance(editor, CompletingInput) and editor.open:
                editor.keyPressEvent(event)
            if name != "village" or self._place_is_known or self._proposed[name]:
                self.went_on.emit(name)
            return True
        if event.key() == Qt.Key.Key_Down and name in self._offered and name != "village":
            self.typed.emit(name, self._offered[name])
            return True
        return False

    def _picked(self, code: str) -> None:
        place = self._offers.get(code)
        if place is not None:
            self.place_picked.emit(place)

    def _show_place(self, state: EnrolmentState) -> None:
        editor = self.fields["village"].editor
        if not isinstance(editor, SearchField):
            return
        self._place_is_known = state.place is not None
        place, field = state.place, self.fields["village"]
        known = state.proposals.village if proposed(state, "village") else place
        field.set_label(
            field.label, self._village_hint if known is None else f"{known.regency}, {known.province}"
        )
        if place is not None:
            editor.set_chosen(Option(place.code, f"{place.village_label}, Kec. {place.district}"))
        elif editor.value() != state.form.village:
            editor.set_value(state.form.village)

    def _show_offers(self, state: EnrolmentState) -> None:
        editor = self.fields["village"].editor
        offers = {place.code: place for place in state.offers.places}
        if not isinstance(editor, SearchField) or offers == self._offers or state.place is not None:
            return
        self._offers = offers
        options = [Option(place.code, place.village_label, place.parents) for place in offers.values()]
        editor.show_results(state.offers.query, options)

    def _show_proposals(self, state: EnrolmentState) -> None:
        for name in PROPOSING:
            self._proposed[name] = proposed(state, name)
            self.fields[name].propose(self._proposed[name])

    def sizeHint(self) -> QSize:
        return QSize(760, 640)


def _field_of(editor: QObject) -> str:
    return editor.objectName().removeprefix("field_")
