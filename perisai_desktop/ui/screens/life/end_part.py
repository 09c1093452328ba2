"""Why a membership ends, and since which day."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.screens.life.state import LifeState
from perisai_desktop.ui.screens.life.words import cause_words, day_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.date_input import DateInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.radio_card import RadioCard


class EndPart(QWidget):
    """`cause_chosen` carries the value of a cause, `day_typed` the day as typed."""

    cause_chosen = Signal(str)
    day_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: dict[str, RadioCard] = {}
        cards = QVBoxLayout()
        cards.setSpacing(8)
        for cause, words, detail in cause_words():
            card = RadioCard(words, detail)
            card.setObjectName(f"life_{cause.value}")
            card.toggled.connect(lambda on, value=cause.value: self._choose(value, on=on))
            self._cards[cause.value] = card
            cards.addWidget(card)
        self.day = DateInput(self.tr("dd-mm-yyyy"))
        self.day.setObjectName("life_day")
        self.day.value_edited.connect(self.day_typed)
        self._day_field = Field("", self.day, self.tr("leave it empty where nobody knows"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(Text(self.tr("Why it ends"), Role.LABEL))
        column.addLayout(cards)
        column.addWidget(self._day_field)

    def show_state(self, state: LifeState) -> None:
        """Show what was chosen."""
        for value, card in self._cards.items():
            card.setChecked(state.cause is not None and state.cause.value == value)
        self._day_field.set_label(day_words(state.cause))
        self._day_field.setVisible(state.dated)
        self._day_field.set_value(state.day)
        unreadable = self.tr("This is no date") if state.day_unreadable else ""
        self._day_field.show_state(Tone.ERROR if unreadable else Tone.PLAIN, unreadable)

    def _choose(self, value: str, *, on: bool) -> None:
        if on:
            self.cause_chosen.emit(value)
