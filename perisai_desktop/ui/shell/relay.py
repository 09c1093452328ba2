"""Brings what a job's thread tells to the thread of the windows."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid


class Relay(QObject):
    """Create it on the thread of the windows; `post` may be called from any."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def post(self, act: Callable[[], None]) -> None:
        """Run `act` on the thread of the windows, soon; never once what the relay belongs to is gone."""
        if isValid(self):
            self._posted.emit(act)

    @Slot(object)
    def _run(self, act: Callable[[], None]) -> None:
        act()
