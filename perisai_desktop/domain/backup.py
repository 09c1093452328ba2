"""Copies of a store on another disk: how far one is, and which was made last."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class BackupProgress:
    """Bytes copied of those to copy; `checking` while the copy is opened and verified."""

    done: int
    total: int
    checking: bool = False


@dataclass(frozen=True, slots=True)
class Backup:
    """A verified copy: when it was made, its folder as a whole path, and the entries of the journal in it."""

    made_at: datetime
    place: str
    entries: int
    bytes: int


@dataclass(frozen=True, slots=True)
class BackupStanding:
    """Where copies go (empty: nowhere yet) and the newest one, None where none was made."""

    folder: str
    newest: Backup | None
