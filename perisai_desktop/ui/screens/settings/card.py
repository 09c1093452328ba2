"""A card of the settings: its name, what it holds, and its last event in words."""

from PySide6.QtWidgets import QGridLayout

from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.settings.state import Done, Part, SettingsState
from perisai_desktop.ui.theme.tokens import METRICS, Tone
from perisai_desktop.ui.widgets.cards import Banner, Card, across
from perisai_desktop.ui.widgets.labels import Elided, IconLabel, Role, Text


class SettingsCard(Card):
    """Put parts into `column`; call `add_note` where the last event is to stand."""

    def __init__(self, icon: str, title: str, part: Part | None = None) -> None:
        super().__init__(spacing=METRICS.gap)
        self._part = part
        self._note = Banner()
        head = Text(title, Role.HEADING)
        self.column.addLayout(across(IconLabel(icon, Tone.MUTED, 18), head, None, spacing=8))
        self.setAccessibleName(title)

    def add_note(self) -> None:
        """Make room for the last event."""
        self.column.addWidget(self._note)
        self._note.hide()

    def show_note(self, state: SettingsState, done: dict[Done, tuple[str, str]]) -> None:
        """Say what was done last on this card (`done`: title and detail), or why not."""
        told = state.told
        if told is None or told.part is not self._part:
            self._note.say("")
        elif told.failure is not None:
            words = explain(told.failure)
            self._note.say(words.what, words.advice, Tone.ERROR)
        elif told.done in done:
            self._note.say(*done[told.done], Tone.OK)


class Facts(QGridLayout):
    """Names and values, one line each; a value too long for its place is cut and can be read as its tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(6)
        self.setColumnStretch(1, 1)
        self._values: list[Elided] = []

    def say(self, facts: tuple[tuple[str, str], ...]) -> None:
        """Show these; the number of them never changes."""
        for place, (label, value) in enumerate(facts):
            if place < len(self._values):
                self._values[place].setText(value)
                self._values[place].setAccessibleName(f"{label}: {value}")
                continue
            words = Elided(value, Role.MEDIUM)
            words.setAccessibleName(f"{label}: {value}")
            self._values.append(words)
            self.addWidget(Text(label, Role.MUTED), place, 0)
            self.addWidget(words, place, 1)
