"""Types into the window in sight as a person would, and tells when it takes it; Qt alone, for the bare window too."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget


def press(widget: QWidget, text: str, key: Qt.Key = Qt.Key.Key_unknown) -> None:
    """One key, down and up."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def wait_for(condition: Callable[[], bool]) -> None:
    """Handle events until `condition` holds; between them the processor is free, as in a running program."""
    tick = QTimer()
    tick.start(2)
    while not condition():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def when_it_takes_typing(window: QWidget) -> float:
    """Types one letter as soon as `window` is drawn and has the cursor; the instant on the system's steady clock."""

    def ready() -> bool:
        drawn = window.isVisible() and window.windowHandle().isExposed()
        return drawn and isinstance(QApplication.focusWidget(), QLineEdit)

    wait_for(ready)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    before = line.text()
    press(line, "x")
    QApplication.processEvents()
    assert line.text() == before + "x"
    return time.monotonic()


def peak_mib() -> float:
    """The most memory this process held at once, in MiB; Linux tells it."""
    told = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text(encoding="ascii"))
    assert told is not None
    return int(told[1]) / 1024
