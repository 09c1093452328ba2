"""The program from its first import to the list of workers, as the command line starts it, typed into by a hand.

Run: python -m tests.bench.cold_program PROFILE PASSWORD PACE; PACE is the seconds between two letters.
"""

import sys
import time
from pathlib import Path

from perisai_desktop.app import Program
from perisai_desktop.config.clock import SystemClock
from perisai_desktop.config.paths import Profile
from perisai_desktop.startup import start
from tests.bench.typing_hand import peak_mib, press, wait_for, when_it_takes_typing


class Gaps:
    """The longest time in which the window could not have answered a key."""

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.monotonic()

    def note(self) -> float:
        """An event was handled; the instant."""
        now = time.monotonic()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        return now


def main() -> None:
    """Print: instant of the first letter, its memory in MiB, longest gap while the password is typed in ms, instants
    of Enter and of the drawn list, memory then."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QLineEdit

    ready = start(Profile(Path(sys.argv[1])), [])
    clock = SystemClock()
    ready.choices.keep(ready_on=clock.today().isoformat(), screen="workers")
    program = Program(ready, clock)
    window = program.enter()
    taken, memory = when_it_takes_typing(window), peak_mib()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.clear()
    gaps = Gaps()
    for letter in sys.argv[2]:
        due = time.monotonic() + float(sys.argv[3])
        press(line, letter)
        wait_for(lambda due=due: gaps.note() >= due)  # type: ignore[misc]
    pressed = time.monotonic()
    press(line, "\r", Qt.Key.Key_Return)
    wait_for(lambda: program.agent_window is not None and bool(program.agent_window.pages.workers.state.rows))
    assert program.agent_window is not None
    program.agent_window.grab()
    listed = time.monotonic()
    print(taken, memory, gaps.longest * 1e3, pressed, listed, peak_mib())
    program.close()
    ready.close()


if __name__ == "__main__":
    main()
