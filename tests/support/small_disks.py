"""A disk that is full or read-only while a test says so: a file system of its own where one may be mounted, and everywhere
its effects."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Protocol

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool
from sqlcipher3 import dbapi2

PAGE = 4096
UNLIMITED = 1_073_741_823


class SmallDisk(Protocol):
    """A folder on a disk of little room."""

    folder: Path

    def fill(self) -> None:
        """From here on there is no room."""

    def clear(self) -> None:
        """There is room again."""

    def freeze(self) -> None:
        """From here on nothing may be written; no file may be open for writing."""

    def thaw(self) -> None:
        """It may be written again."""


class MountedDisk:
    """A file system of some megabytes in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def fill(self) -> None:
        """Take every page that is left."""
        handle = os.open(self._ballast, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        with suppress(OSError):
            while True:
                os.write(handle, bytes(PAGE))
        os.close(handle)

    def clear(self) -> None:
        """Give the pages back."""
        self._ballast.unlink(missing_ok=True)

    def freeze(self) -> None:
        """Mount it read-only."""
        self._remount("ro")

    def thaw(self) -> None:
        """Mount it as it was."""
        self._remount("rw")

    def _remount(self, how: str) -> None:
        subprocess.run(["mount", "-o", f"remount,{how}", str(self.folder)], check=True, capture_output=True)


class NarrowDisk:
    """A folder that behaves as if its disk were full, databases grow no further and no file begins, or read-only."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self._full = self._frozen = False
        self._links: list[Any] = []
        self._open = os.open
        self._connect = dbapi2.connect
        monkeypatch.setattr(os, "open", self._opening)
        monkeypatch.setattr(dbapi2, "connect", self._connecting)
        event.listen(Pool, "connect", self._joined)

    def leave(self) -> None:
        """Watch databases no longer."""
        event.remove(Pool, "connect", self._joined)

    def fill(self) -> None:
        """Stop every database and every new file in the folder."""
        self._full = True
        for opened in list(self._links):
            self._limit(opened)

    def clear(self) -> None:
        """Let them grow."""
        self._full = False
        for opened in list(self._links):
            self._limit(opened)

    def freeze(self) -> None:
        """Let nothing be written."""
        self._frozen = True

    def thaw(self) -> None:
        """Let it be written."""
        self._frozen = False

    def _connecting(self, path: str, **named: Any) -> Any:
        if self._frozen and Path(path).is_relative_to(self.folder):
            return self._connect(f"{Path(path).as_uri()}?mode=ro", uri=True, **named)
        return self._connect(path, **named)

    def _joined(self, joined: Any, _record: Any) -> None:
        place = next(iter(joined.execute("PRAGMA database_list")), (0, "", ""))[2]
        if Path(place).is_relative_to(self.folder):
            self._links.append(joined)
            self._limit(joined)

    def _limit(self, opened: Any) -> None:
        try:
            (pages,) = opened.execute("PRAGMA page_count").fetchone()
        except (sqlite3.ProgrammingError, dbapi2.ProgrammingError):
            self._links.remove(opened)  # It was closed meanwhile.
            return
        opened.execute(f"PRAGMA max_page_count = {pages if self._full else UNLIMITED}")

    def _opening(self, path: Any, flags: int, *more: Any, **named: Any) -> int:
        if Path(path).is_relative_to(self.folder):
            if self._full and flags & os.O_CREAT:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if self._frozen and flags & (os.O_WRONLY | os.O_RDWR):
                raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return self._open(path, flags, *more, **named)


@cache
def kinds() -> tuple[str, ...]:
    """The disks this machine can offer: `narrow` always, `mounted` where a file system may be mounted."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return ("narrow",)
    with TemporaryDirectory() as name:
        try:
            with _mounted(Path(name), 1):
                return ("narrow", "mounted")
        except subprocess.CalledProcessError:
            return ("narrow",)


@contextmanager
def small_disk(
    kind: str, folder: Path, monkeypatch: pytest.MonkeyPatch, megabytes: int
) -> Iterator[SmallDisk]:
    """A disk of that kind; it is gone, with all that is on it, when the block ends."""
    folder.mkdir()
    if kind == "mounted":
        with _mounted(folder, megabytes):
            yield MountedDisk(folder)
        return
    disk = NarrowDisk(folder, monkeypatch)
    try:
        yield disk
    finally:
        disk.leave()


@contextmanager
def full(disk: SmallDisk) -> Iterator[None]:
    """No room for the length of the block."""
    disk.fill()
    try:
        yield
    finally:
        disk.clear()


@contextmanager
def frozen(disk: SmallDisk) -> Iterator[None]:
    """Read-only for the length of the block."""
    disk.freeze()
    try:
        yield
    finally:
        disk.thaw()


@contextmanager
def _mounted(folder: Path, megabytes: int) -> Iterator[None]:
    size = f"size={megabytes}m,mode=0700"
    subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], check=True, capture_output=True
    )
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True, capture_output=True)
