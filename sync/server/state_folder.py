"""The state folder of a server: what it is for, so that practice and real data never mix."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sync.server.settings import Periods, Retention

STATE_FILE = "server.json"


@dataclass(frozen=True, slots=True)
class ServerState:
    """What `init` or `practice` decided once: real or practice, and the host printed on receipts; and how long people's
    data stay (`retention`)."""

    practice: bool
    public_host: str
    retention: Retention = field(default_factory=Retention)


def read_state(folder: Path) -> ServerState | None:
    """What a folder is for; None where nothing was made there yet."""
    content = read_private(folder / STATE_FILE)
    if content is None:
        return None
    kept = content.get("retention", {})
    return ServerState(
        practice=bool(content["practice"]),
        public_host=str(content["public_host"]),
        retention=Retention(Periods(**kept.get("days", {})), bool(kept.get("daily", False))),
    )


def write_state(folder: Path, state: ServerState) -> None:
    """Decide what a folder is for, making it where it is missing (readable by its owner only)."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    retention = {"days": asdict(state.retention.periods), "daily": state.retention.daily}
    content = {"practice": state.practice, "public_host": state.public_host, "retention": retention}
    write_private(folder / STATE_FILE, content)


def read_private(path: Path) -> dict[str, Any] | None:
    """A JSON object that `write_private` wrote; None where there is none."""
    try:
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    return content


def write_private(path: Path, content: object) -> None:
    """Write JSON that only its owner may read, durably and at once: a reader sees the old or the new file."""
    fresh = path.with_name(f".{path.name}.new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(content, file, ensure_ascii=False, indent=1)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
