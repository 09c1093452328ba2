"""Language, theme and scale."""

from PySide6.QtCore import Signal

from perisai_desktop.ui.screens.settings.card import SettingsCard
from perisai_desktop.ui.screens.settings.state import SCALES, Part, SettingsState
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.cards import Box, across
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.labels import Text
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option


class LanguageField(SegmentedField):
    """Each language by its own name, whichever is on screen."""

    def __init__(self) -> None:
        super().__init__((Option("id", "Bahasa Indonesia"), Option("en", "English")))


class LooksCard(SettingsCard):
    """Language and theme hold at once, the scale from the next start on."""

    language_chosen = Signal(str)
    theme_chosen = Signal(str)
    scale_chosen = Signal(int)
    restart_asked = Signal()

    def __init__(self) -> None:
        super().__init__("languages", self.tr("Appearance"), Part.LOOKS)
        self._language = self._choice("language", self.tr("Language"), LanguageField())
        self._theme = self._choice(
            "theme",
            self.tr("Theme"),
            SegmentedField(
                (
                    Option("system", self.tr("As the system")),
                    Option("light", self.tr("Light")),
                    Option("dark", self.tr("Dark")),
                )
            ),
        )
        self._scale = self._choice(
            "scale",
            self.tr("Size of text and buttons"),
            SegmentedField(tuple(Option(str(scale), f"{scale} %") for scale in SCALES)),
        )
        self._language.value_edited.connect(self._take_language)
        self._theme.value_edited.connect(self._take_theme)
        self._scale.value_edited.connect(self._take_scale)
        restart = Button(self.tr("Restart now"), icon="refresh-cw")
        restart.setObjectName("settings_restart")
        restart.setAutoDefault(True)
        restart.clicked.connect(self.restart_asked)
        self._waits = Box(padding=12)
        self._waits.column.addWidget(
            Text(self.tr("The new size holds from the next start. Nothing you typed gets lost."), wrap=True)
        )
        self._waits.column.addLayout(across(restart, None))
        self.column.addWidget(self._waits)
        self.add_note()

    def show_state(self, state: SettingsState) -> None:
        """Show the choices in force."""
        self._scale.set_value(str(state.choices.scale))
        self._waits.setVisible(state.scale_waits)
        self.show_note(state, {})

    def show_looks(self, language: str, theme: str) -> None:
        """Show the language and the theme in force."""
        self._language.set_value(language)
        self._theme.set_value(theme)

    def take_focus(self) -> None:
        """Begin with the language."""
        self._language.take_focus()

    def _choice(self, name: str, label: str, editor: SegmentedField) -> Field:
        editor.setObjectName(f"settings_{name}")
        field = Field(label, editor)
        self.column.addWidget(field)
        return field

    def _take_language(self, value: str) -> None:
        if value in ("id", "en"):
            self.language_chosen.emit(value)

    def _take_theme(self, value: str) -> None:
        if value in ("system", "light", "dark"):
            self.theme_chosen.emit(value)

    def _take_scale(self, value: str) -> None:
        if value in map(str, SCALES):
            self.scale_chosen.emit(int(value))
