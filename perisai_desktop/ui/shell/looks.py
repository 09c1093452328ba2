"""The menu for theme and language at the foot of the rail."""

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from perisai_desktop.ui.shell.helping import HelpSize
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Looks:
    """How windows look: the theme, the language in force, what switches the language, the size of the help."""

    theme: Theme
    language: str
    speak: Callable[[str], None]
    help_size: HelpSize = field(default_factory=HelpSize)


def looks_menu(looks: Looks, parent: QWidget) -> QMenu:
    """Themes and languages, those in force ticked."""
    menu = QMenu(parent)
    themes = QActionGroup(menu)
    for choice, words in (
        (ThemeChoice.SYSTEM, translate("Looks", "Theme of the system")),
        (ThemeChoice.LIGHT, translate("Looks", "Light")),
        (ThemeChoice.DARK, translate("Looks", "Dark")),
    ):
        action = _action(menu, words, ticked=looks.theme.choice is choice)
        action.triggered.connect(lambda _on=False, choice=choice: looks.theme.choose(choice))
        themes.addAction(action)
    menu.addSeparator()
    languages = QActionGroup(menu)
    for code, words in (("id", "Bahasa Indonesia"), ("en", "English")):
        action = _action(menu, words, ticked=looks.language == code)
        action.triggered.connect(lambda _on=False, code=code: looks.speak(code))
        languages.addAction(action)
    return menu


def _action(menu: QMenu, words: str, *, ticked: bool) -> QAction:
    action = menu.addAction(words)
    action.setCheckable(True)
    action.setChecked(ticked)
    return action
