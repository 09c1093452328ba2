"""Light and dark: applies tokens, palette and stylesheet to the application and follows the system."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QScrollBar

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.theme.fonts import base_font, load_fonts
from perisai_desktop.ui.theme.stylesheet import stylesheet
from perisai_desktop.ui.theme.tokens import DARK, LIGHT, Palette


class ThemeChoice(StrEnum):
    """What the person asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def active_palette() -> Palette:
    """The tokens in force, read from the application's own palette."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128 else LIGHT


class Theme(QObject):
    """Keeps the application's look equal to the person's choice."""

    def __init__(
        self, app: QApplication, choice: ThemeChoice, remember: Callable[[ThemeChoice], None]
    ) -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        self._remember = remember
        app.setStyle("Fusion")
        load_fonts(resource("fonts"))
        app.setFont(base_font())
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._apply()

    @property
    def choice(self) -> ThemeChoice:
        return self._choice

    def choose(self, choice: ThemeChoice, *, remember: bool = True) -> None:
        """Switch to `choice`, and keep it for the next start if it is to be remembered."""
        self._choice = choice
        if remember:
            self._remember(choice)
        self._apply()

    def _system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        dark = self._choice is ThemeChoice.DARK or (
            self._choice is ThemeChoice.SYSTEM and self._app.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        tokens = DARK if dark else LIGHT
        scrolled = self._scrolled()
        # Qt polishes a widget once where there was no sheet, but where one follows another, once for each of the
        # widget's ancestors. Without a sheet areas lose their place for a moment.
        self._app.setStyleSheet("")
        self._app.setPalette(qt_palette(tokens))
        self._app.setStyleSheet(stylesheet(tokens))
        self._app.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        for bar, place in scrolled:
            bar.setValue(place)

    def _scrolled(self) -> list[tuple[QScrollBar, int]]:
        """Every scroll bar that is not at its beginning, with its place."""
        bars = (widget for widget in self._app.allWidgets() if isinstance(widget, QScrollBar))
        return [(bar, bar.value()) for bar in bars if bar.value() > bar.minimum()]


def qt_palette(tokens: Palette) -> QPalette:
    """Qt's palette for what the stylesheet leaves to Fusion."""
    roles = {
        QPalette.ColorRole.Window: tokens.bg,
        QPalette.ColorRole.WindowText: tokens.text,
        QPalette.ColorRole.Base: tokens.input,
        QPalette.ColorRole.AlternateBase: tokens.sub,
        QPalette.ColorRole.Text: tokens.text,
        QPalette.ColorRole.Button: tokens.card,
        QPalette.ColorRole.ButtonText: tokens.text,
        QPalette.ColorRole.PlaceholderText: tokens.muted,
        QPalette.ColorRole.Highlight: tokens.primary,
        QPalette.ColorRole.HighlightedText: tokens.on_primary,
        QPalette.ColorRole.ToolTipBase: tokens.card,
        QPalette.ColorRole.ToolTipText: tokens.text,
        QPalette.ColorRole.Link: tokens.ok,
        QPalette.ColorRole.Accent: tokens.primary,
    }
    palette = QPalette()
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.on_disabled))
    return palette
