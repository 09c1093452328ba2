"""Starts the program that reads cards: a process of its own, in its own time, ended where it takes too long."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import IO

from perisai_desktop.domain.card_reading import CardReading, ReadingEnd, decode_reading

PATIENCE = 120.0
"""Seconds after which a reading is ended: many times what it takes, for a laptop that is old and busy."""
LARGEST_READING = 64 * 1024
"""Bytes that a reading may have, many times what it has: a reader that says more is ended."""
NAME = "perisai-reader"
PACKS = ("rapidocr", "onnxruntime")

_CHUNK = 16 * 1024
_SETTLING = 5.0
"""Seconds that the ends of the pipes are waited for, once the reader was ended."""
_QUIET = 0x08004000 if sys.platform == "win32" else 0
"""Windows: CREATE_NO_WINDOW and BELOW_NORMAL_PRIORITY_CLASS; elsewhere the reader steps back by itself."""


def reader_command() -> tuple[str, ...] | None:
    """How the reader is started here, None where it is not installed: it never has to be."""
    if getattr(sys, "frozen", False):
        beside = Path(sys.executable).absolute().parent
        name = f"{NAME}.exe" if sys.platform == "win32" else NAME
        found = (folder / NAME / name for folder in (beside, beside.parent))
        return next(((str(path),) for path in found if path.is_file()), None)
    if any(find_spec(pack) is None for pack in PACKS):
        return None
    return sys.executable, "-m", "perisai_desktop.reading"


class CardReader:
    """Runs `command`, None where there is none, for one picture at a time; `cancel` may be called from another thread."""

    def __init__(self, command: Sequence[str] | None, patience: float = PATIENCE) -> None:
        self.command = command
        self._patience = patience
        self._lock = threading.Lock()
        self._running: subprocess.Popen[bytes] | None = None
        self._given_up = False

    @property
    def installed(self) -> bool:
        """Whether there is a reader to start."""
        return self.command is not None

    def read(self, picture: bytes, on: date) -> CardReading:
        """What the reader makes of a picture, on a local date; whatever goes wrong is told by how it ended."""
        if self.command is None:
            return CardReading(ReadingEnd.NOT_INSTALLED)
        try:
            with self._lock:
                self._given_up = False
                self._running = _start([*self.command, "--today", on.isoformat()])
            told, code = self._finish(self._running, picture)
        except subprocess.TimeoutExpired:
            return CardReading(ReadingEnd.TOO_SLOW)
        except OSError:
            return CardReading(ReadingEnd.FAILED)
        if self._given_up:
            return CardReading(ReadingEnd.CANCELLED)
        try:
            return decode_reading(told.decode()) if code == 0 else CardReading(ReadingEnd.FAILED)
        except ValueError:
            return CardReading(ReadingEnd.FAILED)

    def cancel(self) -> None:
        """End the reading that runs; where none does there is nothing to end."""
        with self._lock:
            if self._running is not None:
                self._given_up = True
                self._running.kill()

    def _finish(self, process: subprocess.Popen[bytes], picture: bytes) -> tuple[bytes, int]:
        assert process.stdin is not None
        assert process.stdout is not None
        telling = threading.Thread(target=_tell, args=(process.stdin, picture), daemon=True)
        listening = _Listening(process.stdout)
        with process:
            try:
                telling.start()
                listening.start()
                listening.join(self._patience)
                if listening.is_alive():
                    raise subprocess.TimeoutExpired(process.args, self._patience)
                if len(listening.told) <= LARGEST_READING:
                    process.wait(self._patience)
            finally:
                with self._lock:
                    self._running = None
                process.kill()
                for one in (telling, listening):
                    one.join(_SETTLING)
        return bytes(listening.told), process.returncode


class _Listening(threading.Thread):
    """Keeps what a process says, and stops to listen where that is more than a reading has."""

    def __init__(self, pipe: IO[bytes]) -> None:
        super().__init__(daemon=True)
        self._pipe = pipe
        self.told = bytearray()

    def run(self) -> None:
        with suppress(OSError, ValueError):
            while len(self.told) <= LARGEST_READING and (some := self._pipe.read(_CHUNK)):
                self.told += some


def _tell(pipe: IO[bytes], picture: bytes) -> None:
    """Give a process all of a picture, as far as it listens."""
    waiting = memoryview(picture)
    with suppress(OSError, ValueError), pipe:
        while waiting:
            waiting = waiting[pipe.write(waiting) :]


def _start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - a fixed program, its arguments never pass a shell
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        cwd=Path(__file__).parents[2],
        creationflags=_QUIET,
    )
