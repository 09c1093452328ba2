"""Sets a copy up as a server again, on a folder that holds nothing yet."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from sync.protocol.digests import fingerprint
from sync.server.backups.making import BLOBS, DATABASE, KEY_FILES, REFERENCE
from sync.server.backups.manifest import CopyFault, Manifest, verify_copy
from sync.server.keys import SIGNING_KEY, ServerKeys
from sync.server.settings import ServerSettings
from sync.server.state_folder import STATE_FILE
from sync.server.storage.snapshots import Snapshot, fill_database
from sync.server.storage.store import StoreFault

_SENTENCES = {
    "snapshot_of_other_kind": "The backup is of the other kind of database: name PostgreSQL with --db, or leave it out.",
    "database_not_empty": "The database holds something already; nothing was changed.",
    "snapshot_of_other_version": "The backup has another schema than this version of perisai-server: restore it with"
    " the version that made it, then start the newer one on it.",
    "snapshot_differs": "The database that was filled is not the one that was copied.",
}


def restore_copy(copy: Path, settings: ServerSettings, keys: Path | None) -> Manifest:
    """Fill an empty state folder and an empty database from a verified copy.

    The server's keys come from `keys`, or lie in the folder already: without them no laptop would know the server
    again. Raises CopyFault; nothing is changed before the copy, the keys and the folder were found fit.
    """
    manifest = verify_copy(copy)
    if manifest.database == "keys":
        raise CopyFault(f"{copy} holds keys, no server.")
    state = settings.directory
    taken = set(_names(state)) - set(KEY_FILES)
    if taken:
        raise CopyFault(f"{state} is not empty ({sorted(taken)[0]}); nothing was changed.")
    _find_keys(state, keys, manifest)
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        snapshot = Snapshot(manifest.database, manifest.revision, manifest.counts)
        fill_database(settings.database, copy / DATABASE, snapshot)
    except StoreFault as fault:
        raise CopyFault(_SENTENCES.get(fault.code, f"The database refused: {fault.code}.")) from None
    for part, target in ((BLOBS, settings.blob_directory), (REFERENCE, settings.reference_directory)):
        if (copy / part).is_dir():
            shutil.copytree(copy / part, target, copy_function=_copy_private)
            for folder in (target, *(path for path in target.rglob("*") if path.is_dir())):
                folder.chmod(0o700)
    for key in KEY_FILES if keys is not None else ():
        if (keys / key).exists():  # type: ignore[operator]
            _copy_private(keys / key, state / key)  # type: ignore[operator]
    _copy_private(copy / STATE_FILE, state / STATE_FILE)
    return manifest


def _find_keys(state: Path, keys: Path | None, manifest: Manifest) -> None:
    """The signing key has to be there, and to be the one that laptops of this copy pinned."""
    folder = state if keys is None else keys
    if keys is not None and any((state / key).exists() for key in KEY_FILES):
        raise CopyFault(f"{state} has keys already; nothing was changed.")
    if not (folder / SIGNING_KEY).is_file():
        raise CopyFault(
            "The server's keys are missing: name their folder with --keys, no laptop knows another's."
        )
    if keys is not None:
        verify_copy(keys)
    if fingerprint(ServerKeys.open(folder).public) != manifest.server:
        raise CopyFault("The keys are another server's; nothing was changed.")


def _names(folder: Path) -> Iterable[str]:
    return (path.name for path in folder.iterdir()) if folder.is_dir() else ()


def _copy_private(source: str | Path, target: str | Path) -> None:
    shutil.copyfile(source, target)
    os.chmod(target, 0o600)  # noqa: PTH101
