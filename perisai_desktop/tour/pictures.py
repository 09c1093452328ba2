"""A PNG of every screen in both themes, taken from the real windows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from perisai_desktop.ui.theme.theme import Theme, ThemeChoice

SIZE = (1366, 768)
THEMES = (ThemeChoice.LIGHT, ThemeChoice.DARK)


class Pictures:
    """Takes each named screen once; a tour that goes on after a crash takes only what is missing.

    Between two pictures the screens stay in the theme of the last one: every change of theme dresses all widgets
    anew. `close` puts the person's choice back. Without a folder none is taken.
    """

    def __init__(self, folder: Path | None, theme: Theme) -> None:
        self._folder = folder
        self._theme = theme
        self._choice = theme.choice
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)

    def wanted(self, name: str) -> bool:
        """Whether a picture of screen `name` is still missing."""
        folder = self._folder
        return folder is not None and not all(_path(folder, name, theme).exists() for theme in THEMES)

    def take(self, name: str, window: QWidget) -> None:
        """Save `window` as `name_light.png` and `name_dark.png`, unless both are there."""
        folder = self._folder
        if folder is None or not self.wanted(name):
            return
        if window.isWindow() and not isinstance(window, QDialog):
            window.resize(*SIZE)
        for theme in sorted(THEMES, key=lambda each: each is not self._theme.choice):
            if theme is not self._theme.choice:
                self._theme.choose(theme, remember=False)
            _settle()
            window.grab().save(str(_path(folder, name, theme)), "PNG")

    def close(self) -> None:
        """Put the theme back that was chosen before the first picture."""
        if self._theme.choice is not self._choice:
            self._theme.choose(self._choice, remember=False)


def _path(folder: Path, name: str, theme: ThemeChoice) -> Path:
    return folder / f"{name}_{theme.value}.png"


def _settle() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QCoreApplication.processEvents()
