"""The note that a state folder keeps of its newest copy."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sync.server.state_folder import read_private, write_private

LAST_COPY = "backup.json"


def note_copy(state: Path, made_at: str, copy: Path) -> None:
    """Keep when the newest copy was made, and where it lies."""
    write_private(state / LAST_COPY, {"made_at": made_at, "folder": str(copy)})


def last_copy_at(state: Path) -> datetime | None:
    """When the newest copy was made, an aware instant; None where there is none."""
    note = read_private(state / LAST_COPY)
    return None if note is None else datetime.fromisoformat(str(note["made_at"]))
