"""The manifest of a copy: every file with its length and SHA-256, and what the copy is of."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

MANIFEST = "manifest.json"
FORMAT = 1


class CopyFault(Exception):
    """A copy that is not whole, or a place that is not free; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class CopiedFile:
    """A file of the copy: its length in bytes and its SHA-256."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a copy is of. `database` is `sqlite` or `postgresql`; `counts` are the rows of each table.

    `revision`: the schema's. `server`: the fingerprint of the key that laptops pinned.
    """

    made_at: str
    program: str
    database: str
    revision: str
    server: str
    counts: Mapping[str, int] = field(default_factory=dict)
    files: Mapping[str, CopiedFile] = field(default_factory=dict)
    format: int = FORMAT


def files_of(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file below a folder but its manifest, by its name with slashes, in order."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != MANIFEST:
            yield name, path


def described(path: Path) -> CopiedFile:
    """Length and SHA-256 of a file as it lies on the disk."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return CopiedFile(path.stat().st_size, digest)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest last, durably: a folder without one is no copy."""
    handle = os.open(folder / MANIFEST, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(asdict(manifest), file, indent=1)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a copy. Raises CopyFault."""
    try:
        content: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = {name: CopiedFile(**one) for name, one in content.pop("files").items()}
        manifest = Manifest(**content, files=files)
    except FileNotFoundError:
        raise CopyFault(f"There is no backup in {folder}.") from None
    except (ValueError, TypeError, KeyError, AttributeError):
        raise CopyFault(f"The manifest in {folder} cannot be read.") from None
    if manifest.format != FORMAT:
        raise CopyFault(f"The backup in {folder} was made by a newer version of perisai-server.")
    return manifest


def verify_copy(folder: Path) -> Manifest:
    """Hold every file against the manifest. Raises CopyFault naming the first that is missing, changed or new."""
    manifest = read_manifest(folder)
    found = dict(files_of(folder))
    for name in sorted(manifest.files.keys() | found.keys()):
        if name not in found:
            raise CopyFault(f"{name} of the backup is missing.")
        if name not in manifest.files:
            raise CopyFault(f"{name} does not belong to the backup.")
        if described(found[name]) != manifest.files[name]:
            raise CopyFault(f"{name} of the backup is not what was written.")
    return manifest
