"""Appends the entries of an action to the journal, in one run behind the head of their chain."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert
from sqlmodel import Session

from perisai_desktop.storage import personal_parts
from perisai_desktop.storage.journal.reading import StoredEntry, head, journal
from perisai_desktop.storage.steps import next_step
from perisai_desktop.storage.tables.registry import instant_of
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import SealedEntry

_appending = insert(journal)
_COLUMNS = tuple(column.name for column in journal.columns)


def append(session: Session, entries: Sequence[SealedEntry]) -> tuple[StoredEntry, ...]:
    """Write entries and their personal parts behind the newest entry of their device's epoch.

    Raises ValueError where an entry does not follow the one before it, or its hash is not that of its
    bytes: whoever sealed it has a bug. Nothing is written then.
    """
    step = next_step(session)
    stored = tuple(read_envelope(step + place, sealed) for place, sealed in enumerate(entries))
    if stored:
        _check_run(session, stored)
        write(session, stored)
    return stored


def read_envelope(step: int, sealed: SealedEntry) -> StoredEntry:
    """A sealed entry with its envelope read, to stand in the journal under a step."""
    value = json.loads(sealed.raw)
    return StoredEntry(
        step=step,
        entry_id=value["entry_id"],
        action_id=value["action_id"],
        kind=value["kind"],
        version=value["version"],
        device=value["device"],
        epoch=value["epoch"],
        seq=value["seq"],
        hash=sealed.hash,
        prev_hash=value["prev_hash"],
        personal_hash=value.get("personal_hash"),
        worker_id=value.get("worker_id"),
        recorded_at=instant_of(value["recorded_at"]),
        raw=sealed.raw,
        personal=sealed.personal,
    )


def write(session: Session, stored: Sequence[StoredEntry]) -> None:
    """Insert rows and personal parts; the unique keys refuse a seq or an id that is taken."""
    rows = [_row(entry) for entry in stored]
    session.connection().execute(_appending, rows)
    personal = [(entry.step, entry.personal) for entry in stored if entry.personal is not None]
    personal_parts.put(session, personal)


def _row(entry: StoredEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _COLUMNS}


def _check_run(session: Session, stored: Sequence[StoredEntry]) -> None:
    first = stored[0]
    top = head(session, first.device, first.epoch)
    seq, before = (0, first.prev_hash) if top is None else (top.seq, top.hash)
    for entry in stored:
        if (entry.device, entry.epoch, entry.seq) != (first.device, first.epoch, seq + 1):
            raise ValueError("an entry does not follow its predecessor's number")
        if entry.prev_hash != before:
            raise ValueError("an entry does not name its predecessor's hash")
        if entry.hash != sha256_hex(entry.raw):
            raise ValueError("an entry's hash is not that of its bytes")
        if entry.personal is not None and sha256_hex(entry.personal) != entry.personal_hash:
            raise ValueError("a personal part is not the one its entry names")
        seq, before = entry.seq, entry.hash
