"""A batch: a signed manifest and some entries with their personal parts, as compressed lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Annotated, Any

from pydantic import Field, ValidationError

from sync.protocol.bodies.receipt import Receipt
from sync.protocol.bodies.refund import Refund
from sync.protocol.canonical import CanonicalFault, read_canonical
from sync.protocol.compression import CompressionFault, Encoding, compress, decompress
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.entry import Blob, DecodedEntry, SealedEntry, Unsupported
from sync.protocol.kinds import EntryKind
from sync.protocol.signatures import SIGNATURE_BYTES, SigningKey, manifest_message, verify
from sync.protocol.wire import (
    Count,
    Device,
    Epoch,
    Hash,
    Instant,
    Rupiah,
    SixteenBytes,
    StrictModel,
    Uuid,
    wire_bytes,
)
from sync.protocol.wire import (
    Sequence as SequenceNumber,
)

MOST_ENTRIES = 10_000
LARGEST_CONTENT = 64 * 1024 * 1024
"""The most bytes a batch may open to."""
_HEAD = b'{"manifest":'
_MIDDLE = b',"signature":"'
_TAIL = b'"}'
_SIGNATURE_LENGTH = (SIGNATURE_BYTES * 4 + 2) // 3


class BatchFault(ValueError):
    """Bytes that are no batch, or a manifest that does not fit them: `code` says how."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Manifest(StrictModel):
    """What the device signs of a batch. `rupiah_in` sums the receipts' totals, `rupiah_refunded` the refunds.

    `digest`: SHA-256 of the lines after the first. `head_hash`: hash of the last entry. `monotonic_ms` counts
    since the boot that `boot_id` names.
    """

    batch_id: Uuid
    device: Device
    epoch: Epoch
    first_seq: SequenceNumber
    last_seq: SequenceNumber
    count: Annotated[int, Field(ge=1, le=MOST_ENTRIES)]
    rupiah_in: Rupiah
    rupiah_refunded: Rupiah
    head_hash: Hash
    schema_versions: Annotated[tuple[str, ...], Field(max_length=64)]
    blobs: tuple[Blob, ...]
    wall_at: Instant
    utc_offset: Annotated[int, Field(ge=-720, le=840)]
    monotonic_ms: Count
    boot_id: SixteenBytes
    digest: Hash


@dataclass(frozen=True, slots=True)
class PackedBatch:
    """A batch ready to be sent: `digest` (SHA-256 of the manifest's bytes) is what the server echoes.

    `hashes` maps each entry id to the hash that was sent, so that an acknowledgement can be held against it.
    """

    batch_id: str
    body: bytes = field(repr=False)
    digest: str
    count: int
    hashes: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class SignedManifest:
    """What a device signed of a batch, with its signature; not verified."""

    manifest: Manifest
    manifest_raw: bytes = field(repr=False)
    signature: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """What an acknowledgement echoes."""
        return sha256_hex(self.manifest_raw)

    def signed_by(self, public_key: bytes) -> bool:
        """Whether the device's key signed this manifest."""
        return verify(public_key, self.signature, manifest_message(self.manifest_raw))


@dataclass(frozen=True, slots=True)
class UnpackedBatch(SignedManifest):
    """A batch as received; nothing of it is verified but its form, its digests and its count."""

    entries: tuple[SealedEntry, ...] = field(repr=False)


def pack(
    entries: Sequence[SealedEntry],
    *,
    batch_id: str,
    key: SigningKey,
    wall_at: datetime,
    utc_offset: int,
    monotonic_ms: int,
    boot_id: str,
    encoding: Encoding = "zstd",
) -> PackedBatch:
    """Packs entries of one device and epoch, in order of seq and with whole actions, and signs them.

    Raises `BatchFault` (`batch_empty`, `batch_mixed`, `batch_order`).
    """
    if not entries:
        raise BatchFault("batch_empty")
    glances = [_glance(entry.raw) for entry in entries]
    first = glances[0]
    if any((glance["device"], glance["epoch"]) != (first["device"], first["epoch"]) for glance in glances):
        raise BatchFault("batch_mixed")
    seqs = [int(glance["seq"]) for glance in glances]
    if any(before >= after for before, after in pairwise(seqs)):
        raise BatchFault("batch_order")
    content = b"".join(entry.raw + b"\n" + (entry.personal or b"") + b"\n" for entry in entries)
    manifest = wire_bytes(
        Manifest(
            batch_id=batch_id,
            device=first["device"],
            epoch=first["epoch"],
            first_seq=seqs[0],
            last_seq=seqs[-1],
            count=len(entries),
            rupiah_in=_sum(glances, EntryKind.RECEIPT, "total"),
            rupiah_refunded=_sum(glances, EntryKind.REFUND, "amount"),
            head_hash=entries[-1].hash,
            schema_versions=tuple(sorted({f"{glance['kind']}/{glance['version']}" for glance in glances})),
            blobs=tuple(Blob(**blob) for glance in glances for blob in glance["blobs"]),
            wall_at=wall_at,
            utc_offset=utc_offset,
            monotonic_ms=monotonic_ms,
            boot_id=boot_id,
            digest=sha256_hex(content),
        )
    )
    signature = to_base64url(key.sign(manifest_message(manifest))).encode("ascii")
    first_line = _HEAD + manifest + _MIDDLE + signature + _TAIL + b"\n"
    hashes = tuple(
        (str(glance["entry_id"]), entry.hash) for glance, entry in zip(glances, entries, strict=True)
    )
    return PackedBatch(
        batch_id, compress(first_line + content, encoding), sha256_hex(manifest), len(entries), hashes
    )


def unpack(body: bytes, max_bytes: int = LARGEST_CONTENT) -> UnpackedBatch:
    """Opens a batch that opens to at most `max_bytes`. Raises `BatchFault`; never opens more than allowed."""
    signed, newline, content = _opened(body, max_bytes)
    manifest = signed.manifest
    if not newline or sha256_hex(content) != manifest.digest:
        raise BatchFault("content_differs")
    lines = content.split(b"\n")
    if len(lines) != 2 * manifest.count + 1 or lines[-1]:
        raise BatchFault("count_differs")
    pairs = zip(lines[0:-1:2], lines[1::2], strict=True)
    return UnpackedBatch(
        manifest,
        signed.manifest_raw,
        signed.signature,
        tuple(SealedEntry.of(raw, personal or None) for raw, personal in pairs),
    )


def read_manifest(body: bytes, max_bytes: int = LARGEST_CONTENT) -> SignedManifest:
    """What the device signed of a batch, also of one that was cut. Raises `BatchFault`."""
    return _opened(body, max_bytes)[0]


def cut(body: bytes, max_bytes: int = LARGEST_CONTENT) -> bytes:
    """A batch without its entries and personal parts: its first line, compressed. Raises `BatchFault`.

    The signature still holds, and vouches through `head_hash` for the last entry and all that it links to.
    """
    signed = read_manifest(body, max_bytes)
    text = to_base64url(signed.signature).encode("ascii")
    return compress(_HEAD + signed.manifest_raw + _MIDDLE + text + _TAIL + b"\n", "zstd")


def manifest_faults(
    manifest: Manifest, entries: Iterable[DecodedEntry | Unsupported | None], hashes: Sequence[str]
) -> tuple[str, ...]:
    """What the signed manifest says that its entries do not; None stands for an entry that could not be read.

    Sums and ranges are held against what could be read, so one broken entry does not spoil its batch.
    """
    faults: list[str] = []
    readable = [entry for entry in entries if entry is not None]
    whole = len(readable) == len(hashes)
    seqs = [entry.envelope.seq for entry in readable]
    if any((e.envelope.device, e.envelope.epoch) != (manifest.device, manifest.epoch) for e in readable):
        faults.append("batch_mixed")
    if any(before >= after for before, after in pairwise(seqs)):
        faults.append("batch_order")
    if any(not manifest.first_seq <= seq <= manifest.last_seq for seq in seqs):
        faults.append("range_differs")
    if len(hashes) != manifest.count or (hashes and hashes[-1] != manifest.head_hash):
        faults.append("head_differs")
    taken, given = rupiah_of(readable)
    if whole and (taken, given) != (manifest.rupiah_in, manifest.rupiah_refunded):
        faults.append("rupiah_differs")
    return tuple(faults)


def rupiah_of(entries: Iterable[DecodedEntry | Unsupported]) -> tuple[int, int]:
    """The sums of receipts and of refunds among entries, in rupiah."""
    taken = given = 0
    for entry in entries:
        body = entry.body if isinstance(entry, DecodedEntry) else None
        if isinstance(body, Receipt):
            taken += body.total
        elif isinstance(body, Refund):
            given += body.amount
    return taken, given


def _opened(body: bytes, max_bytes: int) -> tuple[SignedManifest, bytes, bytes]:
    """The first line as read, the end of the line where it has one, and all that follows."""
    try:
        opened = decompress(body, max_bytes)
    except CompressionFault as fault:
        raise BatchFault(fault.code) from None
    first_line, newline, content = opened.partition(b"\n")
    manifest_raw, signature = _read_first_line(first_line)
    try:
        read_canonical(manifest_raw)
        manifest = Manifest.model_validate_json(manifest_raw)
    except (CanonicalFault, ValidationError):
        raise BatchFault("manifest_invalid") from None
    return SignedManifest(manifest, manifest_raw, signature), newline, content


def _glance(raw: bytes) -> dict[str, Any]:
    members: dict[str, Any] = json.loads(raw)
    return members


def _sum(glances: Iterable[dict[str, Any]], kind: EntryKind, member: str) -> int:
    return sum(int(glance["body"][member]) for glance in glances if glance["kind"] == kind.value)


def _read_first_line(line: bytes) -> tuple[bytes, bytes]:
    cut = len(line) - len(_MIDDLE) - _SIGNATURE_LENGTH - len(_TAIL)
    if not line.startswith(_HEAD) or line[cut : cut + len(_MIDDLE)] != _MIDDLE or not line.endswith(_TAIL):
        raise BatchFault("manifest_missing")
    text = line[cut + len(_MIDDLE) : -len(_TAIL)]
    try:
        return line[len(_HEAD) : cut], from_base64url(text.decode("ascii"))
    except ValueError:
        raise BatchFault("signature_malformed") from None
