"""Holds a state folder for one running server; the system lets go of it when that server ends or dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderTaken(Exception):
    """Another server runs on this folder; the message is one sentence for the person at the terminal."""


class FolderLock:
    """A lock on an open file, not on a file's existence: what a killed server leaves behind blocks nobody."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._handle: int | None = None

    def __enter__(self) -> Self:
        """Hold the folder, making it where it is missing. Raises FolderTaken and OSError."""
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(self._folder / "server.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _hold(handle)
        except OSError:
            os.close(handle)
            raise FolderTaken(f"A server is running on {self._folder} already.") from None
        self._handle = handle
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let go; the file stays, so that nobody can hold a removed one."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
