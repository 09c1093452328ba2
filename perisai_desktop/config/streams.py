"""Standard output and error where a windowed program on Windows has none, and the log of what ends it too early for its own."""

from __future__ import annotations

import os
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import TextIO

from perisai_desktop.config.logs import filtered

EARLY = "early.log"
"""In the profile's logs: errors from before the program's own log and hook are there."""

_PARENT = -1


def give_streams() -> None:
    """After this both streams can be written to: the terminal that started the program, else nothing that keeps it."""
    if sys.stdout is None:
        sys.stdout = _stream()
    if sys.stderr is None:
        sys.stderr = _stream()


def _stream() -> TextIO:
    if sys.platform == "win32":
        import ctypes

        if ctypes.windll.kernel32.AttachConsole(_PARENT):
            return Path("CONOUT$").open("w", encoding="utf-8", errors="replace", buffering=1)
    return Path(os.devnull).open("w", encoding="utf-8")


def note_early_errors(logs: Path) -> None:
    """From here on an error that ends the program is written to `logs`/early.log, personal data taken out.

    The program's own hook takes its place as soon as there is an application.
    """
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        try:
            logs.mkdir(mode=0o700, parents=True, exist_ok=True)
            with (logs / EARLY).open("a", encoding="utf-8") as log:
                log.write(filtered(text))
        except OSError:
            sys.stderr.write("perisai: no log can be written\n")
        before(kind, error, trace)

    sys.excepthook = hook
