"""Entries as they arrive: read where they can be read, and given a place even where they are broken."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any

from sync.protocol.bodies.cash import CashAdjustment
from sync.protocol.bodies.contribution import Contribution
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.protocol.canonical import LARGEST_INTEGER, CanonicalFault, parse_json
from sync.protocol.digests import ZERO_HASH
from sync.protocol.entry import Blob, DecodedEntry, EntryFault, SealedEntry, decode
from sync.protocol.identifiers import HASH_PATTERN, UUID7_PATTERN
from sync.protocol.kinds import EntryKind

_UUID, _HASH = re.compile(UUID7_PATTERN), re.compile(HASH_PATTERN)
_KIND = re.compile(r"[a-z][a-z_]{0,31}")
LARGEST_PAYMENT = 1_000_000_000_000
"""Rupiah of one receipt: far above 500 workers in the highest bracket for 15 months."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an entry cannot be read: a code and a field, never a value."""

    code: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Arrival:
    """One entry of a batch. `decoded` is None where the entry is broken (`fault`) or of an unknown kind.

    `blobs`: the pictures that an entry names which could be read, whatever its kind.
    """

    sealed: SealedEntry
    entry_id: str
    action_id: str
    kind: str
    version: int
    device: str
    epoch: int
    seq: int
    prev_hash: str
    worker_id: str | None
    base: str | None
    recorded_at: datetime
    recorded_on: date
    decoded: DecodedEntry | None = field(default=None, repr=False)
    fault: Fault | None = None
    blobs: tuple[Blob, ...] = ()

    @property
    def hash(self) -> str:
        """The SHA-256 of the entry's bytes, hex."""
        return self.sealed.hash

    def is_of(self, kind: EntryKind) -> bool:
        """Whether the entry could be read and is of a kind."""
        return self.decoded is not None and self.kind == kind.value


def read_arrival(sealed: SealedEntry, received_at: datetime) -> Arrival:
    """Read an entry as received; what is broken keeps whatever of its place can be made out."""
    try:
        entry = decode(sealed.raw, sealed.personal)
    except EntryFault as fault:
        return _broken(sealed, Fault(fault.code, fault.field or None), received_at)
    beyond = _beyond_counting(entry) if isinstance(entry, DecodedEntry) else None
    if beyond is not None:
        return _broken(sealed, Fault("amount_too_large", beyond), received_at)
    envelope = entry.envelope
    return Arrival(
        sealed=sealed,
        entry_id=envelope.entry_id,
        action_id=envelope.action_id,
        kind=envelope.kind,
        version=envelope.version,
        device=envelope.device,
        epoch=envelope.epoch,
        seq=envelope.seq,
        prev_hash=envelope.prev_hash,
        worker_id=envelope.worker_id,
        base=envelope.base,
        recorded_at=envelope.recorded_at,
        recorded_on=envelope.local_on,
        decoded=entry if isinstance(entry, DecodedEntry) else None,
        blobs=envelope.blobs,
    )


def _beyond_counting(entry: DecodedEntry) -> str | None:
    """The field of an entry whose rupiah nobody can have held in hand; sums of such overflow."""
    if isinstance(entry.body, Contribution) and entry.body.price > LARGEST_PAYMENT:
        return "lines"
    if isinstance(entry.body, Refund | Deposit | CashAdjustment) and entry.body.amount > LARGEST_PAYMENT:
        return "amount"
    return "total" if isinstance(entry.body, Receipt) and entry.body.total > LARGEST_PAYMENT else None


def _broken(sealed: SealedEntry, fault: Fault, received_at: datetime) -> Arrival:
    """A broken entry at the place its bytes name; where they name none its hash stands for its names, at seq 0."""
    members = _members(sealed.raw)
    epoch, seq = _count(members.get("epoch"), 99), _count(members.get("seq"), LARGEST_INTEGER)
    at = received_at.astimezone(UTC)
    return Arrival(
        sealed=sealed,
        entry_id=_text(members.get("entry_id"), _UUID) or sealed.hash,
        action_id=_text(members.get("action_id"), _UUID) or sealed.hash,
        kind=_text(members.get("kind"), _KIND) or "unreadable",
        version=_count(members.get("version"), 9_999),
        device=str(members.get("device", ""))[:5],
        epoch=epoch if seq else 0,
        seq=seq if epoch else 0,
        prev_hash=_text(members.get("prev_hash"), _HASH) or ZERO_HASH,
        worker_id=_text(members.get("worker_id"), _UUID),
        base=None,
        recorded_at=at,
        recorded_on=at.date(),
        fault=fault,
    )


def _members(raw: bytes) -> dict[str, Any]:
    try:
        value = parse_json(raw)
    except CanonicalFault:
        return {}
    return value if isinstance(value, dict) else {}


def _count(value: Any, largest: int) -> int:
    return value if type(value) is int and 1 <= value <= largest else 0


def _text(value: Any, pattern: re.Pattern[str]) -> str | None:
    return value if isinstance(value, str) and pattern.fullmatch(value) else None
