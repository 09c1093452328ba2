"""The tour's progress bar on a terminal, or plain lines where the output is a file."""

from __future__ import annotations

import sys
import time
from typing import TextIO

BAR_CELLS = 28


class ProgressBar:
    """Shows how many of `total` rows are done, what is being done, and the time that is left at this pace."""

    def __init__(self, total: int, stream: TextIO | None = None) -> None:
        self._total = max(total, 1)
        self._stream = stream or sys.stderr
        self._started = time.monotonic()
        self._first: int | None = None
        self._width = 0
        self._last_tenth = -1

    def show(self, done: int, what: str) -> None:
        """Show `done` rows and `what` is under way (a row's number, never a person)."""
        if self._first is None:
            self._first = done
        line = self._line(done, what)
        if self._stream.isatty():
            self._stream.write("\r" + line.ljust(self._width))
            self._width = len(line)
            self._stream.flush()
            return
        tenth = done * 10 // self._total
        if tenth != self._last_tenth:
            self._last_tenth = tenth
            print(line, file=self._stream, flush=True)

    def close(self) -> None:
        """End the bar's line."""
        if self._stream.isatty():
            self._stream.write("\n")
            self._stream.flush()

    def _line(self, done: int, what: str) -> str:
        filled = BAR_CELLS * done // self._total
        bar = "#" * filled + "-" * (BAR_CELLS - filled)
        fresh = done - (self._first or 0)
        left = ""
        if fresh > 0 and done < self._total:
            seconds = (time.monotonic() - self._started) / fresh * (self._total - done)
            left = f" · sisa {int(seconds // 60)}.{int(seconds % 60):02d}"
        return f"[{bar}] {done}/{self._total} {what}{left}"
