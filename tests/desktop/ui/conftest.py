"""A dressed application for tests of the screens, in the language of the source texts unless one is asked for."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.i18n import Language
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice

Showing = Callable[[QWidget], QWidget]


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The look of the program, light; taken off afterwards."""
    dressed = Theme(qapp, ThemeChoice.LIGHT, lambda _choice: None)
    yield dressed
    dressed.deleteLater()


@pytest.fixture
def indonesian(qapp: QApplication) -> Iterator[None]:
    """Screens made in the test speak Bahasa Indonesia."""
    language = Language(qapp, resource("i18n"))
    language.speak("id")
    yield
    language.silence()


@pytest.fixture
def showing(qtbot: QtBot, theme: Theme) -> Showing:
    """Puts a widget on the (offscreen) screen with the focus inside."""

    def show(widget: QWidget) -> QWidget:
        qtbot.addWidget(widget)
        widget.resize(1366, 768)
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        qtbot.waitUntil(widget.isActiveWindow)
        return widget

    return show
