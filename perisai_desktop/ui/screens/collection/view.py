"""The screen of the collection round: sums on top, the list by village, and at the side who pays."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from perisai_desktop.domain.collection import DueFilter, DueSum
from perisai_desktop.ui.i18n import date_words
from perisai_desktop.ui.screens.collection.due_list import DueList
from perisai_desktop.ui.screens.collection.payment_card import PaymentCard
from perisai_desktop.ui.screens.collection.round_head import RoundHead
from perisai_desktop.ui.screens.collection.state import CollectionState
from perisai_desktop.ui.screens.collection.words import part_words
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Card, EmptyState, across
from perisai_desktop.ui.widgets.flow import Flow
from perisai_desktop.ui.widgets.labels import Elided, Role, Text
from perisai_desktop.ui.widgets.marks import Chip, KeyCap
from perisai_desktop.ui.widgets.split import Split
from perisai_desktop.ui.widgets.text_input import TextInput

LEAST_LIST = 112
"""What of the list is always in sight, in device-independent pixels."""


class CollectionView(QWidget):
    """Tells what was searched, narrowed, chosen and paid; `receipt_ready` carries the receipt of a payment.

    `enrol_asked` carries the worker who has to be enrolled again; `terms_asked` and `stranger_asked`: somebody has to
    be asked for what is not known here; `group_asked`: a kelompok pays.
    """

    searched = Signal(str)
    narrowed = Signal(DueFilter)
    chosen = Signal(str)
    stepped = Signal(int)
    option_taken = Signal(int)
    collect_pressed = Signal()
    end_near = Signal()
    appeared = Signal()
    enrol_asked = Signal(str)
    terms_asked = Signal()
    stranger_asked = Signal()
    group_asked = Signal()
    receipt_ready = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._state = CollectionState()
        self._search = TextInput(self.tr("Name, NIK, phone, village"), icon="search")
        self._search.setObjectName("collection_search")
        self._search.setAccessibleName(self.tr("Search in the round"))
        self._chips = {part: Chip(part_words(part)) for part in DueFilter}
        self.head = RoundHead()
        self.list = DueList(today)
        self.payment = PaymentCard()
        self._nobody = EmptyState("calendar-check")
        self._nobody.cleared.connect(self._show_everybody)
        self._middle = QStackedWidget()
        self._middle.addWidget(self.list)
        self._middle.addWidget(self._nobody)
        self._middle.setMinimumHeight(LEAST_LIST)
        main = QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(self.head)
        column.addWidget(self._list_card(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._split = Split(main, self.payment, side_width=344, stacked_least=420)
        whole.addWidget(self._split, 1)
        self._whole = whole
        self._connect()

    def show_above(self, notices: QWidget) -> None:
        """Put what the agent has to be told first above everything else."""
        self._whole.insertWidget(0, notices)

    def _list_card(self) -> Card:
        card = Card(padding=0, spacing=0)
        upper = QVBoxLayout()
        upper.setContentsMargins(16, 16, 16, 12)
        upper.setSpacing(12)
        stranger = Button(self.tr("Somebody else"), icon="user-plus", key="F9")
        stranger.setObjectName("collection_stranger")
        stranger.setToolTip(self.tr("Somebody pays who is not on this laptop"))
        stranger.clicked.connect(self.stranger_asked)
        together = Button(self.tr("Renew a group"), Kind.LINK, icon="users-round", key="F4", slim=True)
        together.setObjectName("collection_group")
        together.setToolTip(self.tr("Somebody pays for several people at once"))
        together.clicked.connect(self.group_asked)
        line = across(self._search, stranger)
        line.setStretch(0, 1)
        upper.addLayout(line)
        chips = Flow(8)
        group = QButtonGroup(self)
        for part, chip in self._chips.items():
            chip.setObjectName(f"collection_{part.value}")
            group.addButton(chip)
            chips.addWidget(chip)
            chip.clicked.connect(lambda _on=False, part=part: self.narrowed.emit(part))
        parts = across(together)
        parts.insertLayout(0, chips, 1)
        upper.addLayout(parts)
        card.column.setContentsMargins(1, 1, 1, 1)
        card.column.addLayout(upper)
        card.column.addWidget(self._middle, 1)
        act = Elided(self.tr("pay, Enter again takes the money"), Role.META)
        keys = across(
            KeyCap("↑"),
            KeyCap("↓"),
            Text(self.tr("person"), Role.META),
            KeyCap("←"),
            KeyCap("→"),
            Text(self.tr("months"), Role.META),
            KeyCap("Enter"),
            act,
            spacing=6,
        )
        keys.setStretchFactor(act, 1)
        keys.setContentsMargins(16, 8, 16, 10)
        card.column.addLayout(keys)
        return card

    def _connect(self) -> None:
        self._search.value_edited.connect(self.searched)
        self._search.returnPressed.connect(self.list.setFocus)
        self.list.chosen.connect(self.chosen)
        self.list.opened.connect(self.payment.lead)
        self.list.stepped.connect(self.stepped)
        self.list.typed.connect(self._type)
        self.list.end_near.connect(self.end_near)
        self.payment.option_taken.connect(self.option_taken)
        self.payment.stepped.connect(self.stepped)
        self.payment.collect_pressed.connect(self.collect_pressed)
        self.payment.terms_asked.connect(self.terms_asked)
        self.payment.enrol_asked.connect(self._ask_enrolment)
        QShortcut(QKeySequence("Esc"), self, self.back)

    def show_state(self, state: CollectionState) -> None:
        """Show list, sums and payment."""
        before, self._state = self._state, state
        if self._search.value() != state.text:
            self._search.set_value(state.text)
        totals = state.totals
        for part, chip in self._chips.items():
            chip.show_count(None if totals is None else totals.counts.get(part))
            chip.setChecked(part is state.part)
        self.head.show_sum(DueSum() if totals is None else totals.whole)
        if (state.rows, state.totals, state.chosen) != (before.rows, before.totals, before.chosen):
            villages = {} if totals is None else totals.villages
            self.list.show_rows(state.rows, villages, state.chosen_row)
            if self.list.hasFocus():
                self._split.ensureWidgetVisible(self.list)
        self._show_nobody(state)
        self.payment.show_state(state)

    def back(self) -> None:
        """Go back to the list."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_nobody(self, state: CollectionState) -> None:
        empty = state.loaded and not state.rows
        self._middle.setCurrentWidget(self._nobody if empty else self.list)
        if empty and state.text.strip():
            advice = self.tr("Look among all, or try part of the name, the NIK or the phone number.")
            self._nobody.say(self.tr("Nobody found"), advice, filtered=True)
        elif empty:
            self._nobody.say(
                self.tr("Nobody owes anything now"),
                self.tr("Who pays ahead is found among all."),
                filtered=state.part is not DueFilter.ALL,
            )

    def _show_everybody(self) -> None:
        self.searched.emit("")
        self.narrowed.emit(DueFilter.ALL)

    def _type(self, letter: str) -> None:
        self._search.setFocus()
        self._search.setText(letter)
        self.searched.emit(letter)

    def _ask_enrolment(self) -> None:
        if self._state.outlook is not None:
            self.enrol_asked.emit(self._state.outlook.worker_id)

    def title(self) -> str:
        """The screen's name."""
        return self.tr("Contributions")

    def subtitle(self) -> str:
        """The day of the round."""
        return date_words(self._today)

    def arrive(self) -> None:
        """The screen comes into sight: read again; Enter takes the first payment."""
        self.appeared.emit()
        self.list.setFocus()

    def seek(self) -> bool:
        """Ctrl+F: the search."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()
        return True
