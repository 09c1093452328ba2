"""Pictures as files of the state folder: device, first two digits of the SHA-256, SHA-256."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

from sync.protocol.identifiers import DEVICE_CODE_PATTERN, HASH_PATTERN

_DEVICE, _HASH = re.compile(DEVICE_CODE_PATTERN), re.compile(HASH_PATTERN)


class BlobFolder:
    """Fulfils `BlobFiles`. A path is made of a device code and a hash that were checked, and of nothing else."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def size(self, device: str, sha256: str) -> int:
        try:
            return self._path(device, sha256).stat().st_size
        except FileNotFoundError:
            return 0

    def append(self, device: str, sha256: str, offset: int, piece: bytes) -> None:
        path = self._path(device, sha256)
        fresh = not path.exists()
        if fresh:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(handle, "wb") as file:
            file.truncate(offset)
            file.seek(offset)
            file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        if fresh:
            self._settle_names(path.parent)

    def digest(self, device: str, sha256: str) -> str:
        with self._path(device, sha256).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def read(self, device: str, sha256: str) -> bytes:
        return self._path(device, sha256).read_bytes()

    def drop(self, device: str, sha256: str) -> None:
        self._path(device, sha256).unlink(missing_ok=True)

    def _path(self, device: str, sha256: str) -> Path:
        if _DEVICE.fullmatch(device) is None or _HASH.fullmatch(sha256) is None:
            raise ValueError("no name of a picture")
        return self._folder / device / sha256[:2] / sha256

    def _settle_names(self, lowest: Path) -> None:
        """Make new names durable, up to the state folder; Windows does so by itself and can't open folders."""
        if os.name == "nt":
            return
        for folder in (lowest, lowest.parent, self._folder, self._folder.parent):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
