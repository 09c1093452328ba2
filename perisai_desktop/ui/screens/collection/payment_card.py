"""The chosen person at the side: paid until when, what can be paid at once, and the cash that is taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.domain.collection import CollectionOption, CollectionOutlook, Hurdle
from perisai_desktop.ui.contribution_words import hurdle_words
from perisai_desktop.ui.screens.collection.option_row import OptionRow
from perisai_desktop.ui.screens.collection.state import CollectionState
from perisai_desktop.ui.screens.collection.words import benefit_words, paid_words, relief_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, Card, EmptyState, across, clear_layout
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text, rule
from perisai_desktop.ui.widgets.marks import KeyCap
from perisai_desktop.ui.widgets.scrolling import ScrollSheet
from sync.rules.nik import format_nik
from sync.rules.rupiah import format_rupiah


class PaymentCard(Card):
    """`option_taken` carries the place of an option; `enrol_asked` and `terms_asked`: what has to come first."""

    option_taken = Signal(int)
    stepped = Signal(int)
    collect_pressed = Signal()
    enrol_asked = Signal()
    terms_asked = Signal()

    def __init__(self) -> None:
        super().__init__(padding=0, spacing=0)
        self._shown: CollectionOutlook | None = None
        self._options: list[OptionRow] = []
        self._nobody = EmptyState(
            "calendar-check",
            self.tr("Choose who pays"),
            self.tr("Here you see what is owed and what can be paid at once."),
        )
        self._name = Elided("", Role.HEADING)
        self._where = Elided("", Role.HELP)
        self._standing = Text("", Role.STRONG, wrap=True)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self._hurdle = Banner()
        self._go_on = Button("", Kind.PRIMARY, key="F8")
        self._go_on.setObjectName("collection_go_on")
        self._go_on.clicked.connect(self._press_go_on)
        self._note = Banner()
        self._relief_icon = IconLabel("badge-percent", Tone.OK, 14)
        self._relief = Text("", Role.HELP, Tone.OK, wrap=True)
        self._benefit = Text("", Role.HELP, wrap=True)
        self._total = Text("–", Role.FIGURE)
        self._total.setObjectName("collection_total")
        self._collect = _PayButton(self.tr("Take the money"), Kind.MAIN, icon="wallet")
        self._collect.setObjectName("collection_collect")
        self._collect.clicked.connect(self.collect_pressed)
        self._collect.stepped.connect(self.stepped)
        self._person = QWidget()
        self._dress()

    def _dress(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 12)
        body.setSpacing(4)
        body.addWidget(self._name)
        body.addWidget(self._where)
        body.addSpacing(2)
        body.addWidget(self._standing)
        body.addSpacing(8)
        body.addWidget(self._note)
        body.addWidget(self._hurdle)
        body.addWidget(self._go_on)
        body.addLayout(self._rows)
        body.addSpacing(4)
        relief = across(self._relief_icon, self._relief, spacing=6)
        relief.setAlignment(self._relief_icon, Qt.AlignmentFlag.AlignTop)
        relief.setStretch(1, 1)
        body.addLayout(relief)
        body.addWidget(self._benefit)
        body.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 12, 20, 14)
        foot.setSpacing(8)
        foot.addLayout(across(Text(self.tr("To pay now"), Role.MEDIUM), None, self._total))
        foot.addWidget(self._collect)
        foot.addLayout(self._keys())
        person = QVBoxLayout(self._person)
        person.setContentsMargins(0, 0, 0, 0)
        person.setSpacing(0)
        person.addWidget(ScrollSheet(body), 1)
        person.addWidget(rule())
        person.addLayout(foot)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.addWidget(self._nobody)
        self.column.addWidget(self._person)

    def _keys(self) -> QHBoxLayout:
        months = Text(self.tr("months"), Role.META)
        back = Text(self.tr("back to the list"), Role.META)
        return across(KeyCap("←"), KeyCap("→"), months, KeyCap("Esc"), back, None, spacing=6)

    def show_state(self, state: CollectionState) -> None:
        """Show the chosen person with the options and the chosen one of them."""
        outlook, payment = state.outlook, state.payment
        self._person.setVisible(outlook is not None)
        self._nobody.setVisible(outlook is None)
        if outlook is not None and outlook != self._shown:
            self._show_person(outlook)
        self._shown = outlook
        for place, row in enumerate(self._options):
            row.setChecked(place == state.option)
            row.setEnabled(not state.busy)
        self._show_payment(payment)
        self._collect.setEnabled(payment is not None and not state.busy)
        self._note.tell(state.failure)

    def lead(self) -> None:
        """Put the focus on what Enter has to do next: take the money, or what has to come first."""
        (self._collect if self._collect.isEnabled() else self._go_on).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def _show_person(self, outlook: CollectionOutlook) -> None:
        self._name.setText(outlook.name)
        self._where.setText(
            " · ".join(part for part in (format_nik(outlook.nik), outlook.occupation) if part)
        )
        words, tone = paid_words(outlook)
        self._standing.setText(words)
        self._standing.set_tone(tone)
        clear_layout(self._rows)
        self._options = [OptionRow(option) for option in outlook.options]
        for place, row in enumerate(self._options):
            row.setObjectName(f"collection_option_{place}")
            row.clicked.connect(lambda _on=False, place=place: self.option_taken.emit(place))
            self._rows.addWidget(row)
        hurdle = outlook.hurdle
        self._hurdle.say(*(hurdle_words(hurdle) if hurdle is not None else ("",)))
        self._go_on.setVisible(hurdle in (Hurdle.ENDED, Hurdle.TERMS_UNKNOWN))
        ended = hurdle is Hurdle.ENDED
        self._go_on.show_words(self.tr("Enrol again") if ended else self.tr("Fill in the terms"))

    def _show_payment(self, payment: CollectionOption | None) -> None:
        relief = "" if payment is None else relief_words(payment)
        self._relief.setText(relief)
        self._relief.setVisible(bool(relief))
        self._relief_icon.setVisible(bool(relief))
        benefit, tone = ("", Tone.MUTED) if payment is None else benefit_words(payment)
        self._benefit.setText(benefit)
        self._benefit.set_tone(tone)
        self._benefit.setVisible(bool(benefit))
        amount = "–" if payment is None else format_rupiah(payment.quote.total)
        self._total.setText(amount)
        self._collect.show_words(self.tr("Take the money"), "" if payment is None else amount)

    def _press_go_on(self) -> None:
        ended = self._shown is not None and self._shown.hurdle is Hurdle.ENDED
        (self.enrol_asked if ended else self.terms_asked).emit()


class _PayButton(Button):
    """The main act, also by Enter; Left and Right still choose the months."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
