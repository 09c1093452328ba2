"""Makes a copy of a server, also while it serves: the database of one instant, then the pictures and the reference data."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sync.protocol.signatures import wire_instant
from sync.server import VERSION
from sync.server.backups.last_copy import note_copy
from sync.server.backups.manifest import (
    CopiedFile,
    CopyFault,
    Manifest,
    described,
    files_of,
    verify_copy,
    write_manifest,
)
from sync.server.keys import RECOVERY_KEY, SIGNING_KEY
from sync.server.settings import ServerSettings
from sync.server.state_folder import STATE_FILE
from sync.server.storage.snapshots import take_snapshot

DATABASE, BLOBS, REFERENCE = "database", "blobs", "reference"
KEY_FILES = (SIGNING_KEY, RECOVERY_KEY)


@dataclass(frozen=True, slots=True)
class MadeCopy:
    """Where a copy lies, what it holds, and where its keys lie apart from it."""

    folder: Path
    manifest: Manifest
    keys: Path | None

    @property
    def bytes(self) -> int:
        """Everything in it."""
        return sum(one.bytes for one in self.manifest.files.values())


def make_copy(
    settings: ServerSettings, server: str, target: Path, at: datetime, keys: Path | None = None
) -> MadeCopy:
    """A folder of the date below `target`, with a manifest, held against the disk after writing; keys, where they are
    wanted, in a folder of the same name below `keys`. `server`: the fingerprint of its key.

    Pictures are copied after the database: what its rows count was on the disk before. Raises CopyFault, OSError and
    StoreFault; nothing that is there already is touched, and what failed leaves a folder that ends in `.part`.
    """
    name = f"perisai-{at:%Y%m%d-%H%M%S}Z"
    if keys is not None and (
        keys.resolve() == target.resolve() or target.resolve() in keys.resolve().parents
    ):
        raise CopyFault("The keys have to lie apart from the backup: whoever has both has everything.")
    folder = _begun(target, name)
    (folder / DATABASE).mkdir(mode=0o700)
    snapshot = take_snapshot(settings.database, folder / DATABASE)
    for part, source in ((BLOBS, settings.blob_directory), (REFERENCE, settings.reference_directory)):
        _copy_tree(source, folder / part)
    _copy_file(settings.directory / STATE_FILE, folder / STATE_FILE)
    manifest = Manifest(
        made_at=wire_instant(at),
        program=VERSION,
        database=snapshot.database,
        revision=snapshot.revision,
        server=server,
        counts=snapshot.counts,
        files={name: described(path) for name, path in files_of(folder)},
    )
    write_manifest(folder, manifest)
    _settle(folder)
    verify_copy(folder)
    made = _finished(folder, target / name)
    kept = None if keys is None else _keep_keys(settings.directory, keys, name, manifest)
    note_copy(settings.directory, manifest.made_at, made)
    return MadeCopy(made, manifest, kept)


def _keep_keys(state: Path, keys: Path, name: str, of: Manifest) -> Path:
    folder = _begun(keys, name)
    for key in KEY_FILES:
        if (state / key).exists():
            _copy_file(state / key, folder / key)
    files: dict[str, CopiedFile] = {file: described(path) for file, path in files_of(folder)}
    write_manifest(folder, Manifest(of.made_at, of.program, "keys", "", of.server, files=files))
    _settle(folder)
    verify_copy(folder)
    return _finished(folder, keys / name)


def _begun(target: Path, name: str) -> Path:
    if (target / name).exists():
        raise CopyFault(f"{target / name} is there already; nothing was written.")
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder = target / f"{name}.part"
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        raise CopyFault(f"{folder} is there already: a backup is being made, or was cut off.") from None
    return folder


def _finished(folder: Path, name: Path) -> Path:
    folder.rename(name)
    _sync(name.parent)
    return name


def _copy_tree(source: Path, target: Path) -> None:
    """Files of a folder that others go on writing to; one that is gone meanwhile was thrown away, and is wanted again."""
    if not source.is_dir():
        return
    for name, path in files_of(source):
        copy = target / name
        copy.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            _copy_file(path, copy)
        except FileNotFoundError:
            copy.unlink(missing_ok=True)


def _copy_file(source: Path, target: Path) -> None:
    with source.open("rb") as before:
        handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as after:
            shutil.copyfileobj(before, after)


def _settle(folder: Path) -> None:
    """Everything on the disk before the name says that it is a copy."""
    for _, path in files_of(folder):
        _sync(path)
    for inner in (*_folders(folder), folder):
        _sync(inner)


def _folders(folder: Path) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.is_dir())


def _sync(path: Path) -> None:
    if os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
