"""The third page of the first run: the password of this laptop, and who can open it should it be forgotten."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.password import Strength
from perisai_desktop.ui.screens.first_run.state import FirstRunState, Gap
from perisai_desktop.ui.strength_words import strength_words, weak_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.cards import Banner, across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Role, Text
from perisai_desktop.ui.widgets.password_input import PasswordInput, see_together


class PasswordPage(QWidget):
    """`given` carries the password and its repetition, `typed` the password as it grows."""

    given = Signal(str, str)
    typed = Signal(str)
    back_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        word, again = PasswordInput(), PasswordInput()
        word.setObjectName("first_run_password")
        again.setObjectName("first_run_again")
        self.word = Field(self.tr("Password"), word, key=PasswordInput.SEEN_KEY)
        self.again = Field(self.tr("Password again"), again)
        word.value_edited.connect(self.typed)
        see_together(word, again)
        for line in (word, again):
            line.returnPressed.connect(self._press)
        self._enter = Button(self.tr("Enrol this laptop"), Kind.MAIN, icon="laptop", key="Enter", bind=False)
        self._enter.setObjectName("first_run_enter")
        self._enter.clicked.connect(self._press)
        self._back = Button(self.tr("Back"), icon="arrow-left", key="Esc", bind=False)
        self._back.setObjectName("first_run_back")
        self._back.setFixedHeight(METRICS.main_button)
        self._back.clicked.connect(self.back_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        column.addWidget(Text(self.tr("A password for this laptop"), Role.TITLE, wrap=True))
        words = self.tr("It locks all data on this laptop. A short sentence of yours is easiest to remember.")
        column.addWidget(Text(words, Role.MUTED, wrap=True))
        column.addLayout(across(self.word, self.again))
        column.addWidget(
            Banner(
                self.tr("Forgotten? Your branch can open the data for a new password, nobody else."),
                self.tr("Its recovery key is made for this laptop now and kept at the branch."),
            )
        )
        row = across(self._back, self._enter)
        row.setStretch(1, 1)
        column.addLayout(row)

    def show_state(self, state: FirstRunState) -> None:
        """Mark what is missing; without a fault say calmly how strong the password is."""
        for part in (self.word, self.again, self._enter, self._back):
            part.setEnabled(not state.busy)
        fault = self._fault(state.gaps)
        if fault:
            self.word.show_state(Tone.ERROR, fault)
        else:
            self.word.show_state(*strength_words(state.strength))
        differ = self.tr("The two passwords differ") if Gap.PASSWORDS_DIFFER in state.gaps else ""
        self.again.show_state(Tone.ERROR if differ else Tone.PLAIN, differ)
        if fault or differ:
            (self.word if fault else self.again).take_focus()

    def take_focus(self) -> None:
        """Stand on the password."""
        self.word.take_focus()

    def _fault(self, gaps: frozenset[Gap]) -> str:
        words = {
            Gap.PASSWORD_MISSING: self.tr("Choose a password"),
            Gap.PASSWORD_SHORT: weak_words(Strength.SHORT),
            Gap.PASSWORD_COMMON: weak_words(Strength.COMMON),
            Gap.PASSWORD_DIGITS: weak_words(Strength.DIGITS),
        }
        return next((words[gap] for gap in words if gap in gaps), "")

    def _press(self) -> None:
        if self._enter.isEnabled():
            self.given.emit(self.word.value(), self.again.value())
