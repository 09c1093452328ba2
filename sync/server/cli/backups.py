"""`backup` and `restore`: a copy of the server that was held against the disk, and a server made of one."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime

from sync.protocol.digests import fingerprint
from sync.server.backups.making import make_copy
from sync.server.backups.manifest import CopyFault, Manifest
from sync.server.backups.restoring import restore_copy
from sync.server.cli.serving import real_settings
from sync.server.cli.terminal import Refused
from sync.server.keys import ServerKeys
from sync.server.settings import ServerSettings, database_url_of

_WAYS = {
    "sqlite": "SQLite's own backup of the file",
    "postgresql": "every table by COPY in one read-only snapshot, without pg_dump",
}


def backup(asked: argparse.Namespace) -> None:
    """Copy database, pictures and reference data into a folder of the date; the server may go on serving."""
    settings = real_settings(asked)
    server = fingerprint(ServerKeys.open(settings.directory).public)
    try:
        made = make_copy(settings, server, asked.to, datetime.now(UTC), asked.keys)
    except CopyFault as fault:
        raise Refused(str(fault)) from None
    except OSError as error:
        raise Refused(f"The backup was not made: {error.strerror or error}.") from error
    counts = made.manifest.counts
    print(f"backup: {made.folder}")
    print(
        f"database: {_WAYS[made.manifest.database]}; {counts['entry']} entries, {counts['receipt']} receipts"
    )
    print(
        f"{len(made.manifest.files)} files, {made.bytes} bytes, each held against its SHA-256 after writing"
    )
    if made.keys is not None:
        print(f"keys: {made.keys}; keep them apart from the backup")
    else:
        print("the keys are not in it: keep signing.key and recovery.key apart, or name a folder with --keys")


def restore(asked: argparse.Namespace) -> None:
    """Make a server of a backup in an empty folder, and say what happens next."""
    settings = ServerSettings(asked.dir, database_url_of(asked.db))
    try:
        manifest = restore_copy(asked.copy, settings, asked.keys)
    except CopyFault as fault:
        raise Refused(str(fault)) from None
    except OSError as error:
        raise Refused(f"The backup was not restored: {error.strerror or error}.") from error
    print(_told(manifest))


_AFTERWARDS = """\
Start it at the same address. At its next hello each laptop sees how far the server reaches and sends again
what was written since, with its pictures, by itself; nothing is counted twice.
What the branch did since is gone and has to be done again: decisions, matched deposits, new agents and
accounts, laptops enrolled since (give them a new code).
verify-ledger proves what was restored, and once the laptops were here, all of it."""


def _told(manifest: Manifest) -> str:
    counts = manifest.counts
    what = f"{counts['entry']} entries, {counts['receipt']} receipts, {counts['device']} laptops"
    return f"restored as of {manifest.made_at}: {what}\n{_AFTERWARDS}"
