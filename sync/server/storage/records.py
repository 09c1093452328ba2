"""Frozen records that cross the storage wall; field names are column names."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Branch:
    """A branch; `configuration` is the JSON object that it signs, `second_above` rupiah (`domain/second_person.py`)."""

    branch_id: str
    code: str
    name: str
    hotline: str
    public_host: str
    recovery_public: bytes
    created_at: datetime
    configuration: str = "{}"
    two_person: bool = False
    second_above: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Office:
    """An agent office of a branch."""

    office_id: str
    branch_id: str
    name: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Agent:
    """An agent; `agent_id` names the feed stream."""

    agent_id: str
    branch_id: str
    office_id: str
    number: str
    name: str
    created_at: datetime
    phone: str | None = None
    state: str = "active"


@dataclass(frozen=True, slots=True)
class DeviceCode:
    """A one-time code, known by the keyed hash of its secret."""

    secret_hash: str
    agent_id: str
    issued_at: datetime
    expires_at: datetime
    issued_by: str | None = None
    used_at: datetime | None = None
    used_by_device: str | None = None


@dataclass(frozen=True, slots=True)
class Device:
    """An enrolled device. `verified_at`: its store last agreed wholly; `wipe_asked_at`: the branch wants it wiped;
    `lost_at`: the branch was told that it is lost."""

    device: str
    agent_id: str
    public_key: bytes
    practice: bool
    recovery_wrap: bytes
    epoch_secret: bytes
    enrolled_at: datetime
    seen_at: datetime
    state: str = "active"
    revoked_at: datetime | None = None
    verified_at: datetime | None = None
    wipe_asked_at: datetime | None = None
    lost_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeviceEpoch:
    """One chain of a device: its start, its reach without a hole, its highest entry and that entry's hash.

    `ask`: what it was granted to, None for one that came with the device. `over_at`: since when no store may write
    in it. `reported_seq`, `reported_at`: the highest mark that a store reported beyond what had arrived, and when.
    """

    device: str
    epoch: int
    start_hash: str
    granted_at: datetime
    head_hash: str
    contiguous_seq: int = 0
    high_seq: int = 0
    ask: str | None = None
    over_at: datetime | None = None
    reported_seq: int = 0
    reported_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class InboxBatch:
    """A batch as received (compressed body, SHA-256 `digest` of it in hex) and the signed answer.

    `cut_at`: since when the body is no more than what the device signed.
    """

    device: str
    batch_id: str
    digest: str
    body: bytes
    received_at: datetime
    state: str = "stored"
    settled_at: datetime | None = None
    acknowledgement: bytes | None = None
    acknowledgement_signature: bytes | None = None
    fault: str | None = None
    cut_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class EntryRecord:
    """An entry with its verdict and feed position, without its bytes."""

    device: str
    hash: str
    entry_id: str
    action_id: str
    agent_id: str
    kind: str
    version: int
    epoch: int
    seq: int
    prev_hash: str
    worker_id: str | None
    base: str | None
    recorded_at: datetime
    recorded_on: date
    received_at: datetime
    batch_id: str
    aside: bool
    verdict: str
    code: str | None
    field: str | None
    missing: str | None
    theirs: str | None
    feed_position: int


@dataclass(frozen=True, slots=True)
class StoredEntry:
    """An entry with its raw bytes and, until purged, its personal part."""

    record: EntryRecord
    raw: bytes
    personal: bytes | None


@dataclass(frozen=True, slots=True)
class IssuedReceipt:
    """A receipt as issued, rupiah in `total`; `state` is issued, void_requested, voided or refunded.

    `taken_on`: the earlier of `issued_on` and the day of its arrival, by which its cash grows old: a clock that was set
    ahead makes no cash younger.

    `deposit` is a `DepositState`, `deposited_by` the entry of the deposit that carried the cash away.
    """

    device: str
    hash: str
    entry_id: str
    action_id: str
    agent_id: str
    number: str
    epoch: int
    counter: int
    issued_on: date
    taken_on: date
    total: int
    signature: bytes
    genuine: bool
    state: str = "issued"
    deposit: str = "in_hand"
    deposited_by: str | None = None


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One amount in rupiah: worker x iuran month x programme, in one bucket (sync/rules/README.md, "States").
    `requested`: an open void request names it. `undone_on`: the local date from which it is voided or refunded."""

    device: str
    hash: str
    line: int
    entry_id: str
    action_id: str
    agent_id: str
    receipt_number: str | None
    worker_id: str | None
    month: str
    programme: str
    amount: int
    bracket: int
    relief: str | None
    tariff_version: str
    payer: str
    recorded_on: date
    bucket: str
    requested: bool = False
    undone_on: date | None = None


@dataclass(frozen=True, slots=True)
class CashMovement:
    """What an entry did to the cash of a device, in rupiah; `sort` as in `cash_facts`, `on` the local date it counts from.

    `at`: when it was recorded, of a void when it was approved. `aside`: the entry stands beside the chain.
    """

    device: str
    hash: str
    agent_id: str
    epoch: int
    seq: int
    sort: str
    amount: int
    moved_on: date
    at: datetime
    aside: bool = False


@dataclass(frozen=True, slots=True)
class LedgerTotals:
    """Counts and rupiah of the ledger and of the receipts."""

    lines: int
    rupiah: int
    receipts: int
    receipts_rupiah: int
    buckets: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FeedItem:
    """A feed row; `payload` is canonical JSON text."""

    stream: str
    position: int
    kind: str
    at: datetime
    payload: str


@dataclass(frozen=True, slots=True)
class Review:
    """An entry that a person decides; `flags` is a JSON list of codes, `decision_id` names the refund it grants."""

    entry_id: str
    device: str
    entry_hash: str
    hash: str
    action_id: str
    agent_id: str
    branch_id: str
    kind: str
    worker_id: str | None
    parent_id: str | None
    state: str
    flags: str
    rupiah: int
    receipt_number: str | None
    recorded_at: datetime
    recorded_on: date
    received_at: datetime
    state_before_claim: str | None = None
    claimed_by: str | None = None
    claimed_at: datetime | None = None
    decided_at: datetime | None = None
    decision_id: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewMove:
    """One move of one review; `account_id` is None where the rules moved it; `comments` is a JSON list."""

    entry_id: str
    number: int
    at: datetime
    account_id: str | None
    move: str
    from_state: str | None
    to_state: str
    hash: str
    reason: str | None = None
    note: str | None = None
    comments: str = "[]"
