"""Another password for the store, and when the screen locks itself."""

from PySide6.QtCore import Signal

from perisai_desktop.domain.password import Strength
from perisai_desktop.ui.screens.settings.card import SettingsCard
from perisai_desktop.ui.screens.settings.state import LOCK_MINUTES, Done, Gap, Part, SettingsState
from perisai_desktop.ui.strength_words import weak_words
from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.field_row import FieldRow
from perisai_desktop.ui.widgets.labels import rule
from perisai_desktop.ui.widgets.password_input import PasswordInput
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option


class PasswordCard(SettingsCard):
    """What was typed leaves the lines once the password is changed."""

    submitted = Signal(str, str, str)
    lock_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__("key-round", self.tr("Password"), Part.PASSWORD)
        self._old = self._line("old", self.tr("Current password"))
        self._new = self._line("new", self.tr("New password"), self.tr("at least 8 signs"))
        self._again = self._line("again", self.tr("New password again"))
        self._changes = 0
        self._button = Button(self.tr("Change password"), icon="lock")
        self._button.setObjectName("settings_password")
        self._button.clicked.connect(self._press)
        pair = FieldRow()
        for field in (self._new, self._again):
            pair.add(field, 0)
        self.column.addWidget(self._old)
        self.column.addLayout(pair)
        self.add_note()
        self.column.addLayout(across(self._button, None))
        self.column.addWidget(rule())
        self.column.addWidget(self._lock_field())

    def show_state(self, state: SettingsState) -> None:
        """Show what is wrong with the passwords as typed, and how the change went."""
        self._lock.set_value(str(state.choices.lock_minutes))
        words = {
            Gap.OLD_MISSING: (self._old, self.tr("Fill in the current password")),
            Gap.NEW_SHORT: (self._new, weak_words(Strength.SHORT)),
            Gap.NEW_COMMON: (self._new, weak_words(Strength.COMMON)),
            Gap.NEW_DIGITS: (self._new, weak_words(Strength.DIGITS)),
            Gap.NEW_AS_OLD: (self._new, self.tr("This is the current password")),
            Gap.DIFFER: (self._again, self.tr("The two passwords differ")),
        }
        wrong = {words[gap][0]: words[gap][1] for gap in state.gaps}
        for field in (self._old, self._new, self._again):
            field.show_state(Tone.ERROR if field in wrong else Tone.PLAIN, wrong.get(field, ""))
        self._button.setEnabled(not state.changing)
        if state.changes != self._changes:
            self._changes = state.changes
            for field in (self._old, self._new, self._again):
                field.set_value("")
        advice = self.tr(
            "Write it down where only you find it. Older copies still open with the password before."
        )
        self.show_note(
            state, {Done.PASSWORD_CHANGED: (self.tr("From now on the new password opens your data"), advice)}
        )

    def _line(self, name: str, label: str, hint: str = "") -> Field:
        editor = PasswordInput()
        editor.setObjectName(f"settings_password_{name}")
        editor.returnPressed.connect(self._press)
        return Field(label, editor, hint)

    def _lock_field(self) -> Field:
        editor = SegmentedField(tuple(Option(str(minutes), str(minutes)) for minutes in LOCK_MINUTES))
        editor.setObjectName("settings_lock")
        self._lock = Field(self.tr("Lock the screen after so many minutes without a touch"), editor)
        self._lock.value_edited.connect(self._take_lock)
        return self._lock

    def _take_lock(self, value: str) -> None:
        if value in map(str, LOCK_MINUTES):
            self.lock_chosen.emit(int(value))

    def _press(self) -> None:
        if self._button.isEnabled():
            self.submitted.emit(self._old.value(), self._new.value(), self._again.value())
