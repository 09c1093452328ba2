"""Rows as the audit reads them: what stands in the database, nothing derived."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device with the key that it signs with; no key: only other tables name it."""

    device: str
    agent_id: str
    public_key: bytes


@dataclass(frozen=True, slots=True)
class EpochRow:
    """Where a chain begins, and how far it is known to reach without a hole."""

    epoch: int
    start_hash: str
    contiguous_seq: int


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry: its bytes, and what the columns say of it."""

    hash: str
    entry_id: str
    action_id: str
    kind: str
    version: int
    epoch: int
    seq: int
    prev_hash: str
    worker_id: str | None
    base: str | None
    recorded_at: datetime
    recorded_on: date
    batch_id: str
    aside: bool
    verdict: str
    code: str | None
    field: str | None
    missing: str | None
    theirs: str | None
    feed_position: int
    raw: bytes = dataclasses.field(repr=False)
    personal: bytes | None = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class BatchRow:
    """A batch as it came, or what the device signed of it since it was cut, and what was answered."""

    batch_id: str
    digest: str
    body: bytes = dataclasses.field(repr=False)
    state: str
    acknowledgement: bytes | None = dataclasses.field(repr=False)
    acknowledgement_signature: bytes | None = dataclasses.field(repr=False)
    cut_at: datetime | None


@dataclass(frozen=True, slots=True)
class PurgedRow:
    """A personal part or a picture that was erased, by the row of the trail that vouches for it."""

    hash: str
    digest: str
    part: str
    number: int


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A receipt of the books, rupiah in `total`."""

    hash: str
    entry_id: str
    action_id: str
    agent_id: str
    number: str
    issued_on: date
    total: int
    signature: bytes = dataclasses.field(repr=False)
    genuine: bool
    deposited_by: str | None


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of the ledger, rupiah in `amount`."""

    hash: str
    line: int
    entry_id: str
    action_id: str
    agent_id: str
    receipt_number: str | None
    month: str
    programme: str
    amount: int
    bracket: int
    relief: str | None
    tariff_version: str
    payer: str
    recorded_on: date
    bucket: str


@dataclass(frozen=True, slots=True)
class MovementRow:
    """A movement of cash, in rupiah."""

    hash: str
    agent_id: str
    epoch: int
    seq: int
    sort: str
    amount: int
    moved_on: date
    aside: bool


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """How a content was decided."""

    entry_hash: str
    state: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class TrailRow:
    """A row of the audit trail."""

    number: int
    at: datetime
    actor: str
    act: str
    subject: str
    detail: str
    prev_hash: str
    hash: str


@dataclass(frozen=True, slots=True)
class AnchorRow:
    """The trail's head at the end of a day (UTC), signed."""

    day: date
    number: int
    hash: str
    signature: bytes = dataclasses.field(repr=False)
