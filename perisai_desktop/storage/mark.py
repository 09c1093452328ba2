"""The high-water mark of the journal, kept outside the database so that a restored copy is noticed."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlmodel import Session

from perisai_desktop.config.files import replace_atomically


@dataclass(frozen=True, slots=True)
class Mark:
    """The newest entry of a device's epoch (sync/README.md, "Epochs")."""

    device: str
    epoch: int
    seq: int
    head_hash: str


def write(path: Path, mark: Mark) -> None:
    """Replace the mark after a commit, without waiting for the disk: one that lags is harmless.

    So is one that a full disk or another program keeps from being written: what was committed stands.
    """
    with suppress(OSError):
        replace_atomically(path, encode(mark), durable=False)


def write_after_commit(session: Session, reached: Mark) -> None:
    """Replace the mark beside the database once the session's transaction is durable."""
    path: Path | None = session.info.get("mark")
    if path is not None:
        session.info["after_commit"].append(lambda: write(path, reached))


def read(path: Path) -> Mark | None:
    """The mark, or None where there is none that can be read."""
    try:
        return decode(path.read_bytes())
    except OSError:
        return None


def encode(mark: Mark) -> bytes:
    """The mark as it stands in the file and in the credential store."""
    return json.dumps(asdict(mark), sort_keys=True).encode()


def decode(content: bytes) -> Mark | None:
    """The mark that `encode` wrote; None for anything else."""
    try:
        found = json.loads(content)
        return Mark(str(found["device"]), int(found["epoch"]), int(found["seq"]), str(found["head_hash"]))
    except (ValueError, TypeError, KeyError):
        return None
