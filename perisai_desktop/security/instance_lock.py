"""Holds a profile for one running program; the system lets go of it when that program ends or dies."""

import errno
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from perisai_desktop.domain.failure import Failure, FailureCode

if sys.platform == "win32":
    import msvcrt

    def _hold(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _hold(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class InstanceLock:
    """A lock on an open file, not on a file's existence: one left behind by a crash blocks nobody."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    def acquire(self) -> None:
        """Hold the profile. Raises Failure: already_running where another program holds it, disk_full, and
        store_read_only where nothing may be written there."""
        if self._handle is not None:
            return
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            full = error.errno == errno.ENOSPC
            raise Failure(FailureCode.DISK_FULL if full else FailureCode.STORE_READ_ONLY) from None
        try:
            _hold(handle)
        except OSError:
            os.close(handle)
            raise Failure(FailureCode.ALREADY_RUNNING) from None
        self._handle = handle

    def release(self) -> None:
        """Let go of the profile; the file stays, so that nobody can hold a removed one."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def __enter__(self) -> Self:
        self.acquire()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
