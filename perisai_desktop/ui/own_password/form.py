"""The lines for one's own password: the current one, and twice the new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.domain.password import ACCOUNT_LEAST_SIGNS, Strength
from perisai_desktop.ui.own_password.state import Gap, OwnPasswordState
from perisai_desktop.ui.strength_words import strength_words, weak_words
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.password_input import PasswordInput, see_together


class OwnPasswordForm(QWidget):
    """`typed` carries the new password as it grows, `entered` that Enter was pressed. `given`: somebody else gave the
    current password, and it was typed to sign in."""

    typed = Signal(str)
    entered = Signal()

    def __init__(self, *, given: bool) -> None:
        super().__init__()
        self._busy = False
        old, new, again = PasswordInput(), PasswordInput(), PasswordInput()
        self.old = Field(self.tr("Current password"), old, key="" if given else PasswordInput.SEEN_KEY)
        self.new = Field(self.tr("New password"), new, key=PasswordInput.SEEN_KEY if given else "")
        self.again = Field(self.tr("New password again"), again)
        self.old.setVisible(not given)
        see_together(new, again)
        new.value_edited.connect(self.typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(METRICS.gap)
        for name, line, field in (
            ("old", old, self.old),
            ("new", new, self.new),
            ("again", again, self.again),
        ):
            line.setObjectName(f"own_password_{name}")
            line.returnPressed.connect(self.entered)
            column.addWidget(field)
        self._given = given

    @property
    def passwords(self) -> tuple[str, str, str]:
        """The current password, the new one and its repetition, as typed."""
        return self.old.value(), self.new.value(), self.again.value()

    def show_state(self, state: OwnPasswordState) -> None:
        """Mark what is missing; without a fault say calmly how strong the new password is."""
        self._mark(self.old, Gap.OLD_MISSING, state, self.tr("Fill in the current password"))
        refused = {
            Gap.WEAK: weak_words(state.strength or Strength.SHORT, ACCOUNT_LEAST_SIGNS),
            Gap.AS_OLD: self.tr("This is the password that was given to you, choose another")
            if self._given
            else self.tr("This is the current password"),
        }
        fault = next((refused[gap] for gap in refused if gap in state.gaps), "")
        if fault:
            self.new.show_state(Tone.ERROR, fault)
        else:
            self.new.show_state(*strength_words(state.strength, ACCOUNT_LEAST_SIGNS))
        self._mark(self.again, Gap.DIFFER, state, self.tr("The two passwords differ"))
        for field in (self.old, self.new, self.again):
            field.setEnabled(not state.busy)
        if state.changed:
            self.clear()
        elif state.gaps or (self._busy and not state.busy):
            self.take_focus()
        self._busy = state.busy

    def take_focus(self) -> None:
        """Stand on the first line that is marked, else on the first one."""
        lines = (self.new, self.again) if self._given else (self.old, self.new, self.again)
        next((line for line in lines if line.tone is Tone.ERROR), lines[0]).take_focus()

    def clear(self) -> None:
        """Let what was typed leave the lines."""
        for field in (self.old, self.new, self.again):
            field.set_value("")

    def _mark(self, field: Field, gap: Gap, state: OwnPasswordState, words: str) -> None:
        missing = gap in state.gaps
        field.show_state(Tone.ERROR if missing else Tone.PLAIN, words if missing else "")
