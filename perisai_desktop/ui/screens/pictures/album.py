"""The files of photos that a reviewer looks at: in memory alone, of two records at most, and never more than 8 MiB."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection

from perisai_desktop.domain.photo import LARGEST_PHOTO

MOST_HELD = LARGEST_PHOTO
"""Bytes of all files together; a single one may take all of it."""
Name = tuple[str, str]
"""A record's entry, and the photo's SHA-256."""


class Album:
    """The file that was read first makes room for a new one."""

    def __init__(self) -> None:
        self._files: OrderedDict[Name, bytes] = OrderedDict()

    @property
    def held(self) -> int:
        """Bytes in memory."""
        return sum(map(len, self._files.values()))

    def put(self, name: Name, content: bytes) -> None:
        """Hold a file, as long as there is room for it."""
        self._files.pop(name, None)
        if len(content) > MOST_HELD:
            return
        while self.held + len(content) > MOST_HELD:
            self._files.popitem(last=False)
        self._files[name] = content

    def get(self, name: Name) -> bytes | None:
        """The file, None where it is not held."""
        return self._files.get(name)

    def keep_only(self, entries: Collection[str]) -> None:
        """Forget the files of all other records; of every one where `entries` is empty."""
        for name in [name for name in self._files if name[0] not in entries]:
            del self._files[name]
