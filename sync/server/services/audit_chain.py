"""The audit chain: each row's hash covers its own fields and the hash of the row before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from sync.protocol.canonical import JsonValue, canonical_bytes
from sync.protocol.digests import sha256_hex
from sync.protocol.signatures import wire_instant
from sync.server.storage.access_records import AuditEntry

GENESIS = "0" * 64
_ONE = ("worker", "payer")
_MANY = ("entries", "people", "workers")
"""Where the detail of an act names further records and workers."""


def next_entry(
    last: AuditEntry | None, at: datetime, actor: str, act: str, subject: str, detail: Mapping[str, JsonValue]
) -> AuditEntry:
    """The row that follows `last`; `detail` holds codes, ids and numbers, no personal data."""
    entry = AuditEntry(
        number=1 if last is None else last.number + 1,
        at=at,
        actor=actor,
        act=act,
        subject=subject,
        detail=canonical_bytes(dict(detail)).decode(),
        prev_hash=GENESIS if last is None else last.hash,
        hash="",
    )
    return replace(entry, hash=hash_of(entry))


def named(subject: str, detail: Mapping[str, JsonValue]) -> frozenset[str]:
    """The ids by which an act is found again: its subject, and the records and workers in its detail."""
    ones = [detail.get(key) for key in _ONE]
    many = [one for key in _MANY if isinstance(listed := detail.get(key), list) for one in listed]
    return frozenset(one for one in (subject, *ones, *many) if isinstance(one, str))


def hash_of(entry: AuditEntry) -> str:
    """SHA-256 over the canonical JSON of all fields but `hash`, the instant in milliseconds."""
    return sha256_hex(
        canonical_bytes(
            {
                "number": entry.number,
                "at": wire_instant(entry.at),
                "actor": entry.actor,
                "act": entry.act,
                "subject": entry.subject,
                "detail": entry.detail,
                "prev_hash": entry.prev_hash,
            }
        )
    )


def first_break(entries: Iterable[AuditEntry]) -> int | None:
    """The number of the first row that does not follow from the one before; None for an unbroken chain."""
    number, prev_hash = 0, GENESIS
    for entry in entries:
        if entry.number != number + 1 or entry.prev_hash != prev_hash or entry.hash != hash_of(entry):
            return entry.number
        number, prev_hash = entry.number, entry.hash
    return None
