"""The left card of the enrolment screen: every field on one page, grouped as a person tells them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from perisai_desktop.ui.enrolment_fields import build_fields
from perisai_desktop.ui.explain import reaction_words
from perisai_desktop.ui.screens.enrolment.arrangement import MORE, ROWS
from perisai_desktop.ui.screens.enrolment.consent_section import ConsentSection
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text, rule
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.suggestions import Option
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Severity, severity
from sync.rules.reference import Reference
from sync.rules.regions import Place

LABEL_WIDTH = 104


class FormCard(QFrame):
    """Emits what was typed into which field, which field was left, and which place was picked."""

    typed = Signal(str, str)
    left = Signal(str)
    place_asked = Signal(str)
    place_picked = Signal(object)

    def __init__(self, reference: Reference, this_month: IuranMonth, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self.fields = build_fields(reference, this_month)
        self.consent = ConsentSection(reference.consent)
        self._told = Text("", Role.MEDIUM)
        self._known = Text("", Role.HELP)
        self._more = QWidget()
        self._offers: dict[str, Place] = {}
        column = QVBoxLayout()
        column.setContentsMargins(METRICS.card_padding, 12, METRICS.card_padding, 12)
        column.setSpacing(8)
        self._lay_out(column)
        self._scroll = ScrollSheet(column)
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
            self._mark(name, field, state)
        self._show_offers(state)
        self._show_told(state)
        self.consent.show_state(state)

    def focus_on(self, name: str) -> None:
        """Put the cursor into field `name`, and scroll to it."""
        target: QWidget | None = self.consent.part(name)
        if name in self.fields:
            if self.fields[name].isHidden() or not self.fields[name].isVisibleTo(self):
                self._open_more()
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
        for name, row in ROWS:
            if name != section:
                if section:
                    column.addWidget(rule())
                side = self._section(column, titles[name])
                section = name
            if side is not None:
                side.addLayout(self._row(row))
        self._more_section(column)
        column.addWidget(rule())
        self._section(column, self.tr("Consent"), self.consent.read_button).addWidget(self.consent)
        column.addStretch(1)

    def _section(self, column: QVBoxLayout, title: str, extra: QWidget | None = None) -> QVBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(METRICS.between_cards)
        heading = QVBoxLayout()
        heading.setSpacing(4)
        words = Text(title, Role.STRONG, wrap=True)
        words.setFixedWidth(LABEL_WIDTH)
        heading.addWidget(words)
        if extra is not None:
            heading.addWidget(extra)
        heading.addStretch(1)
        body = QVBoxLayout()
        body.setSpacing(8)
        line.addLayout(heading)
        line.addLayout(body, 1)
        column.addLayout(line)
        return body

    def _row(self, row: Sequence[tuple[str, int]]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(METRICS.gap)
        for name, width in row:
            field = self.fields[name]
            if width:
                field.setFixedWidth(width)
            line.addWidget(field, 0 if width else 1)
        if row[0][0] == "nik":
            line.addWidget(self._nik_words(), 1)
        return line

    def _nik_words(self) -> QWidget:
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 18, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._told)
        column.addWidget(self._known)
        column.addStretch(1)
        return words

    def _more_section(self, column: QVBoxLayout) -> None:
        count = sum(len(row) for row in MORE)
        self._more_button = Button(self.tr("%n more fields", "", count), Kind.LINK, icon="plus")
        self._more_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._more_button.clicked.connect(self._open_more)
        column.addWidget(self._more_button)
        rows = QVBoxLayout(self._more)
        rows.setContentsMargins(LABEL_WIDTH + METRICS.between_cards, 0, 0, 0)
        rows.setSpacing(8)
        for names in MORE:
            rows.addLayout(self._row([(name, 0) for name in names]))
        self._more.hide()
        column.addWidget(self._more)

    def _open_more(self) -> None:
        self._more.show()
        self._more_button.hide()

    def _chain(self) -> None:
        stops = [self.fields[name].editor for _, row in ROWS for name, _ in row]
        stops += [self._more_button, *(self.fields[name].editor for row in MORE for name in row)]
        stops += self.consent.stops
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _connect(self, name: str, field: Field) -> None:
        field.editor.installEventFilter(self)
        if isinstance(field.editor, SearchField):
            field.editor.asked.connect(self.place_asked)
            field.editor.picked.connect(self._picked)
        field.value_edited.connect(lambda text: self.typed.emit(name, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice which field the cursor leaves."""
        if isinstance(event, QFocusEvent) and event.lostFocus():
            self.left.emit(watched.objectName().removeprefix("field_"))
        return super().eventFilter(watched, event)

    def _picked(self, code: str) -> None:
        place = self._offers.get(code)
        if place is not None:
            self.place_picked.emit(place)

    def _mark(self, name: str, field: Field, state: EnrolmentState) -> None:
        found = state.problem_at(name)
        if found is not None:
            tone = Tone.ERROR if severity(found.reaction) is Severity.ERROR else Tone.WARNING
            field.show_state(tone, reaction_words(found.reaction))
        elif name == "nik" and state.assessment is not None and len(state.form.nik.strip()) >= 16:
            fine = not any(each.field == "nik" for each in state.errors)
            field.show_state(Tone.OK if fine else Tone.PLAIN)
        else:
            field.show_state()

    def _show_place(self, state: EnrolmentState) -> None:
        editor = self.fields["village"].editor
        if not isinstance(editor, SearchField):
            return
        if state.place is not None:
            editor.set_chosen(Option(state.place.code, state.place.label))
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

    def _show_told(self, state: EnrolmentState) -> None:
        self._told.setText(state.birth_region or "")
        known = ""
        if state.holder is not None and not state.ended:
            known = self.tr("Already on this laptop")
        elif state.ended:
            known = self.tr("Membership has ended: this enrols the same worker again")
        elif state.birth_region:
            known = self.tr("Region of the NIK, not yet on this laptop")
        self._known.setText(known)

    def sizeHint(self) -> QSize:
        return QSize(760, 640)
