"""Where a window stands on the screen."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

_TITLE_BAR = 32
"""What a window system puts above a window, in device-independent pixels."""


def place(window: QWidget, geometry: str) -> None:
    """Show `window` where the last one stood; one with no such place, as when the scale changed, fills a screen that lacks room."""
    stands = window.restoreGeometry(QByteArray.fromBase64(QByteArray(geometry.encode())))
    if not stands and _too_large(window):
        window.setWindowState(Qt.WindowState.WindowMaximized)
    window.show()


def geometry_of(window: QWidget) -> str:
    """Where `window` stands, for `place`."""
    return window.saveGeometry().toBase64().toStdString()


def put_away(window: QWidget | None) -> None:
    """Take a window off the screen and let go of it."""
    if window is not None:
        window.hide()
        window.deleteLater()


def _too_large(window: QWidget) -> bool:
    """Whether `window` and its title bar do not fit between the bars of the screen; an offscreen one has none."""
    room = window.screen().availableSize()
    lacks_room = room.width() < window.width() or room.height() < window.height() + _TITLE_BAR
    return lacks_room and QGuiApplication.platformName() != "offscreen"
