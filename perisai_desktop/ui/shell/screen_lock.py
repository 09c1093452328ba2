"""The locked screen: every window of the program is out of sight until the password is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from perisai_desktop.ui.shell.doors import StoreDoor
from perisai_desktop.ui.shell.standing import put_away

if TYPE_CHECKING:
    from perisai_desktop.services.desk import AgentDesk

_MINUTE = 60_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseMove,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class LockedDoor:
    """The door of a desk that is open already: the right password leads back to it."""

    def __init__(self, door: StoreDoor, desk: AgentDesk) -> None:
        self._door = door
        self._desk = desk

    def lockout(self) -> int:
        """Minutes in which no password is taken, 0 for none."""
        return self._door.lockout()

    def sign_in(self, password: str) -> AgentDesk:
        """The open desk; raises Failure as signing in does, and wrong passwords count as there."""
        self._door.prove(password)
        return self._desk


class ScreenLock(QObject):
    """One cover over everything; what works in the background goes on.

    `minutes` says after how many without a touch `idle` is told, 0 for never.
    """

    idle = Signal()
    """Nobody has touched the program for so long."""

    def __init__(self, minutes: Callable[[], int]) -> None:
        super().__init__()
        self._minutes = minutes
        self._cover: QWidget | None = None
        self._hidden: list[QWidget] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.idle)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._focus_moved)
        self._application = application

    @property
    def drawn(self) -> bool:
        """Whether the screen is locked."""
        return self._cover is not None

    def watch(self) -> None:
        """Begin to wait for `idle`."""
        self._timer.stop()
        if minutes := self._minutes():
            self._timer.start(minutes * _MINUTE)

    def draw(self, cover: QWidget, over: QWidget) -> None:
        """Show `cover` where the window `over` stands, and take every other window off the screen."""
        self._timer.stop()
        self._cover = cover
        self._application.installEventFilter(self)
        cover.restoreGeometry(over.saveGeometry())
        cover.show()
        for window in QApplication.topLevelWidgets():
            self._hide(window)
        cover.activateWindow()

    def lift(self) -> None:
        """Bring everything back as it was, and watch again."""
        cover, hidden = self._cover, self._hidden
        self._uncover()
        for window in hidden:
            if isValid(window):
                window.show()
        put_away(cover)
        self.watch()

    def drop(self) -> None:
        """Take the cover away and leave what was behind it out of sight; stop watching."""
        self._timer.stop()
        put_away(self._cover)
        self._uncover()

    def _uncover(self) -> None:
        self._application.removeEventFilter(self)
        self._cover, self._hidden = None, []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start()
        elif event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            # Qt is in the middle of showing it: it can be hidden after this turn only.
            QTimer.singleShot(0, watched, lambda: self._hide_late(watched))
        return False

    def _focus_moved(self, window: QWindow | None) -> None:
        """Keys and mouse of every window that comes to the front are signs of life; none comes before the cover."""
        if window is None:
            return
        window.installEventFilter(self)
        if self._cover is not None:
            for widget in QApplication.topLevelWidgets():
                if widget.windowHandle() is window:
                    self._hide(widget)

    def _hide_late(self, window: QWidget) -> None:
        if self._cover is not None and isValid(window):
            self._hide(window)

    def _hide(self, window: QWidget) -> None:
        if not self._of_the_cover(window) and window.isVisible():
            self._hidden.append(window)
            window.hide()

    def _of_the_cover(self, window: QWidget) -> bool:
        """The cover itself and what it opens: its help."""
        above: QWidget | None = window
        while above is not None and above is not self._cover:
            above = above.parentWidget()
        return above is not None
