"""What devices and the server say to each other beside batches (sync/README.md, "Exchange")."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url
from sync.protocol.identifiers import uuid7
from sync.protocol.wire import (
    AnswerModel,
    Code,
    Count,
    Day,
    Device,
    Epoch,
    Hash,
    Instant,
    KeyText,
    Rupiah,
    Sequence,
    SixteenBytes,
    StrictModel,
    Uuid,
    Version,
)
from sync.rules.states import VerdictKind

PROTOCOL = 1
"""The version of the protocol that this code speaks."""

DeviceState: TypeAlias = Literal["active", "paused", "revoked_drain", "wiped"]
"""`paused`: may push, may not pull personal data. `revoked_drain`: pushes go into quarantine."""

BatchLimitEntries = Annotated[int, Field(ge=1, le=10_000)]
BatchLimitBytes = Annotated[int, Field(ge=1_024, le=64 * 1024 * 1024)]


class ServerIdentity(AnswerModel):
    """`GET /v1/identity`: who the server is, before anything is pinned. Keys are Ed25519 and, for recovery, X25519."""

    protocol: int
    name: str
    server_key: KeyText
    recovery_key: KeyText
    practice: bool
    public_host: str
    reference_version: Version


class DeviceRequest(StrictModel):
    """`POST /v1/devices`: signed with the new device key over the client's challenge, which proves the key.

    `code`: the one-time code as printed. `recovery_wrap`: the store key sealed to the branch's recovery key, base64url.
    """

    protocol: int
    code: Annotated[str, Field(max_length=40)]
    public_key: KeyText
    recovery_wrap: Annotated[str, Field(max_length=1_000)]
    program_version: Version


class AgentFacts(AnswerModel):
    """The agent a device belongs to, as receipts name them."""

    agent_id: str
    name: str
    number: str
    office: str
    branch: str


class DeviceGrant(AnswerModel):
    """The answer to `DeviceRequest`. `grant_secret`: 32 bytes in base64url, the key of epochs granted by phone.

    `bundle_key`: the X25519 key to which bundles are sealed, for a time with no network at all.
    """

    device: Device
    epoch: Epoch
    server_key: KeyText
    bundle_key: KeyText
    grant_secret: KeyText
    agent: AgentFacts
    hotline: str
    public_host: str
    practice: bool
    reference_version: Version


class Mark(StrictModel):
    """A high-water mark: the last entry of an epoch at one end. seq 0 and the genesis hash: none yet."""

    device: Device
    epoch: Epoch
    seq: Count
    head_hash: Hash


class RawEntry(StrictModel):
    """An entry outside a batch: its exact canonical text and that of its personal part."""

    raw: str
    personal: str | None = None


class EpochWanted(StrictModel):
    """A store that lacks what was written in its epoch asks for one of its own; until then it writes nothing.

    `ask`: made anew at each start of the program; the same ask always gets the same grant. `leaving`: the epoch
    it stands in. `reached`: a mark kept outside the store that the store does not hold.
    """

    ask: Uuid
    leaving: Epoch
    reached: Mark | None = None


class EpochGrant(AnswerModel):
    """The epoch for an `ask`. `start_hash`: what its first entry names as standing before it.

    `proof`: with it a server that was set back to a backup knows its own grant again.
    """

    ask: Uuid
    epoch: Epoch
    start_hash: Hash
    proof: KeyText | None = None


class HeldGrant(StrictModel):
    """A grant that a store keeps, with its proof."""

    ask: Uuid
    epoch: Epoch
    start_hash: Hash
    proof: KeyText


class Hello(StrictModel):
    """`POST /v1/hello`: always the first message of a sync. `cursor`: the last feed position applied, 0 for none.

    `marks`: where every chain of the store ends, the one it writes in among them; sent even with nothing to send.
    `urgent`: withdrawals of consent that are not acknowledged yet. `granted`: the grants of the store's epochs.
    """

    protocol: int
    marks: tuple[Mark, ...]
    urgent: Annotated[tuple[RawEntry, ...], Field(max_length=100)]
    cursor: Count
    wall_at: Instant
    utc_offset: Annotated[int, Field(ge=-720, le=840)]
    monotonic_ms: Count
    boot_id: SixteenBytes
    program_version: Version
    reference_version: Version
    queue_entries: Count
    queue_rupiah: Rupiah
    queue_oldest_at: Instant | None = None
    epoch_wanted: EpochWanted | None = None
    granted: Annotated[tuple[HeldGrant, ...], Field(max_length=99)] = ()


class EntryVerdict(AnswerModel):
    """What the server says of one entry. It counts only for content with this `hash` (S4).

    `same` is a replay and carries in `original` the verdict that stands. `missing`: what a parked entry waits
    for. `base`, `theirs`: hashes of the versions that a conflict is between.
    """

    entry_id: Uuid
    hash: Hash
    kind: VerdictKind
    original: VerdictKind | None = None
    code: str | None = None
    field: str | None = None
    missing: str | None = None
    base: str | None = None
    theirs: str | None = None
    feed_position: Count

    @property
    def standing(self) -> VerdictKind:
        """The verdict that stands, also after a replay."""
        return self.original if self.original is not None else self.kind


class Acknowledgement(AnswerModel):
    """200 to a batch: a verdict for every entry. `digest` echoes the batch's, `server` is the server's key."""

    batch_id: Uuid
    digest: Hash
    verdicts: tuple[EntryVerdict, ...]
    stored_at: Instant
    server: KeyText


class UrgentAnswer(AnswerModel):
    """What an answer to hello settles, as an acknowledgement does.

    There is no batch: `batch_id` is made of the server's instant and the nonce, `digest` is that of the challenge.
    """

    batch_id: Uuid
    digest: Hash
    verdicts: tuple[EntryVerdict, ...]


class StoredRaw(AnswerModel):
    """202 to a batch: its bytes are kept, verdicts come with the feed."""

    batch_id: Uuid
    digest: Hash
    stored_at: Instant
    server: KeyText


class SequenceRange(AnswerModel):
    """Entries of an epoch that the server does not have, both ends included."""

    epoch: Epoch
    first_seq: Sequence
    last_seq: Sequence


class Notice(AnswerModel):
    """Something to tell the agent: a code and its data, words are the program's."""

    code: Code
    data: dict[str, str | int]


class HelloAnswer(AnswerModel):
    """The answer to hello. `challenge` echoes the client's. `feed_head`: the last position of the agent's feed.

    `urgent_verdicts` answers the urgent entries; `known` is the server's mark of every epoch of the device.
    `epochs_over`: epochs that a store of the device has left: none may write in them any more.
    `reported`: what stores of the device said stands above all that is here.
    `wipe_asked_at`: since when the branch wants the device wiped; it is once a verify finds nothing missing.
    `minimum_program_version`: an older program captures nothing more from `minimum_program_on` (local date) on.
    """

    challenge: SixteenBytes
    nonce: SixteenBytes
    nonce_until: Instant
    server_at: Instant
    max_entries: BatchLimitEntries
    max_bytes: BatchLimitBytes
    known: tuple[Mark, ...]
    missing: tuple[SequenceRange, ...]
    wanted_blobs: tuple[Hash, ...]
    device_state: DeviceState
    feed_head: Count
    reference_version: Version
    minimum_program_version: Version | None = None
    minimum_program_on: Day | None = None
    urgent_verdicts: tuple[EntryVerdict, ...]
    notices: tuple[Notice, ...]
    epochs_over: tuple[Epoch, ...] = ()
    reported: tuple[SequenceRange, ...] = ()
    epoch_grant: EpochGrant | None = None
    wipe_asked_at: Instant | None = None

    @property
    def settled(self) -> UrgentAnswer | None:
        """The verdicts on the urgent entries; None where the server settled none."""
        if not self.urgent_verdicts:
            return None
        return UrgentAnswer(
            batch_id=uuid7(self.server_at, from_base64url(self.nonce)[:10]),
            digest=sha256_hex(from_base64url(self.challenge)),
            verdicts=self.urgent_verdicts,
        )


class Problem(AnswerModel):
    """Any answer but 2xx: a stable code with data that names no person. `retry_after` in seconds.

    `request`: the server's id of this request, as in the header `Perisai-Request` and in its log.
    """

    code: str
    data: dict[str, str | int | None] = {}
    retry_after: int | None = None
    request: str | None = None
