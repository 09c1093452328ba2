"""Replacing small files so that a reader finds the old content or the new, never a part."""

import os
import secrets
from pathlib import Path


def replace_atomically(path: Path, content: bytes, *, durable: bool = True) -> None:
    """Put `content` at `path`, readable by its owner alone (mode 0600 where the system knows modes).

    `durable` waits until the bytes are on the disk; leave it out for files that may lag behind.
    Raises OSError when the disk is full or the folder can't be written; the old file then stands.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if durable:
                file.flush()
                os.fsync(file.fileno())
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    if durable:
        sync_folder(path.parent)


def drafts_of(path: Path) -> tuple[Path, ...]:
    """What a program that was killed while it replaced `path` left of the new content."""
    return tuple(path.parent.glob(f".{path.name}.*"))


def sync_folder(folder: Path) -> None:
    """Make the new name itself durable; Windows does so by itself and can't open folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
