"""A bundle: batches and pictures of one device in a sealed file, for a laptop that has no network at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Annotated, BinaryIO

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from pydantic import Field, ValidationError

from sync.protocol.batch import LARGEST_CONTENT, BatchFault, Manifest, PackedBatch, unpack
from sync.protocol.canonical import CanonicalFault, read_canonical
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import Blob
from sync.protocol.messages import Acknowledgement, Mark
from sync.protocol.sealed_file import Purpose, SealedFileFault, SealedReader, SealedWriter, mark_of
from sync.protocol.sections import Section, read_head, read_section, write_head, write_section
from sync.protocol.signatures import SIGNATURE_BYTES, SigningKey, bundle_message, verify
from sync.protocol.wire import (
    Count,
    Device,
    Hash,
    Instant,
    KeyText,
    Rupiah,
    StrictModel,
    Uuid,
    Version,
    wire_bytes,
)

SUFFIX = ".perisai"
LARGEST_MANIFEST = 4 * 1024 * 1024
MOST_BATCHES = 10_000
_CHUNK = 1024 * 1024


class BundledBatch(StrictModel):
    """One batch of a bundle. `digest` is the batch's own; `entries` is SHA-256 of the sorted lines `ID HASH` of what is
    in it, so that an acknowledgement can be held against it later."""

    batch_id: Uuid
    digest: Hash
    entries: Hash
    count: Annotated[int, Field(ge=1)]
    rupiah_in: Rupiah
    rupiah_refunded: Rupiah


class BundleManifest(StrictModel):
    """What the device signs of a bundle; batches and blobs follow it in this order.

    `answer_key`: the X25519 key of the device's store, to which the answer is sealed. `marks`, `cursor`: as in hello.
    `count` (entries), `rupiah_in` and `rupiah_refunded` are the sums over the batches. `reference_version`: the newest
    version of the settings that the laptop keeps; absent where it reads none from an answer.
    """

    bundle_id: Uuid
    device: Device
    answer_key: KeyText
    made_at: Instant
    utc_offset: Annotated[int, Field(ge=-720, le=840)]
    program_version: Version
    marks: tuple[Mark, ...]
    cursor: Count
    batches: Annotated[tuple[BundledBatch, ...], Field(max_length=MOST_BATCHES)]
    blobs: tuple[Blob, ...]
    count: Count
    rupiah_in: Rupiah
    rupiah_refunded: Rupiah
    reference_version: Version | None = None

    @property
    def adds_up(self) -> bool:
        """Whether the sums are those of its batches."""
        return (self.count, self.rupiah_in, self.rupiah_refunded) == (
            sum(batch.count for batch in self.batches),
            sum(batch.rupiah_in for batch in self.batches),
            sum(batch.rupiah_refunded for batch in self.batches),
        )


@dataclass(frozen=True, slots=True)
class SignedManifest:
    """A bundle's manifest with its exact bytes and the device's signature (64 bytes)."""

    manifest: BundleManifest
    raw: bytes = field(repr=False)
    signature: bytes = field(repr=False)

    def signed_by(self, public_key: bytes) -> bool:
        """Whether the device's key signed it."""
        return verify(public_key, self.signature, bundle_message(self.raw))

    @property
    def section(self) -> bytes:
        """The bytes of its section."""
        return self.signature + self.raw


def answer_key(key: SigningKey) -> bytes:
    """The private X25519 key to which answers for the device with this key are sealed."""
    return HKDF(SHA256(), 32, salt=None, info=b"perisai-answer-key-1").derive(key.to_bytes())


def bundled(batch: PackedBatch) -> BundledBatch:
    """How a manifest names a packed batch."""
    manifest: Manifest = unpack(batch.body).manifest
    return BundledBatch(
        batch_id=batch.batch_id,
        digest=batch.digest,
        entries=entries_digest(batch.hashes),
        count=batch.count,
        rupiah_in=manifest.rupiah_in,
        rupiah_refunded=manifest.rupiah_refunded,
    )


def entries_digest(hashes: Iterable[tuple[str, str]]) -> str:
    """SHA-256 over the sorted lines `ID HASH` of some entries."""
    return sha256_hex(
        "".join(f"{entry_id} {digest}\n" for entry_id, digest in sorted(hashes)).encode("ascii")
    )


def acknowledged_in_full(batch: BundledBatch, answer: Acknowledgement) -> bool:
    """Whether an answer is of this batch and has exactly one verdict for each of its entries."""
    told = entries_digest((verdict.entry_id, verdict.hash) for verdict in answer.verdicts)
    return (answer.batch_id, answer.digest, told) == (batch.batch_id, batch.digest, batch.entries)


def write_bundle(
    file: BinaryIO,
    manifest: BundleManifest,
    *,
    key: SigningKey,
    sealed_to: bytes,
    batches: Iterable[bytes],
    blobs: Iterable[BinaryIO] = (),
) -> str:
    """Writes a bundle sealed to the server's bundle key; `batches` are the bodies as PUT would carry them, `blobs`
    open pictures, both in the manifest's order. Answers the file's hand-over mark."""
    raw = wire_bytes(manifest)
    writer = SealedWriter(file, Purpose.BUNDLE, sealed_to)
    signed = SignedManifest(manifest, raw, key.sign(bundle_message(raw)))
    write_section(writer, Section.MANIFEST, signed.section)
    for body in batches:
        write_section(writer, Section.BATCH, body)
    for blob, picture in zip(manifest.blobs, blobs, strict=True):
        write_head(writer, Section.BLOB, blob.length)
        while chunk := picture.read(_CHUNK):
            writer.write(chunk)
    return writer.finish()


class OpenBundle:
    """A bundle that was found whole; nothing of it is believed but that it was not altered since it was sealed.

    `mark`: the file's hand-over mark.
    """

    def __init__(self, file: BinaryIO, private_key: bytes) -> None:
        """Opens a seekable file. Raises SealedFileFault."""
        start = file.tell()
        SealedReader(file, Purpose.BUNDLE, private_key).exhaust()
        file.seek(start)
        self.mark = mark_of(file)
        file.seek(start)
        self._reader = SealedReader(file, Purpose.BUNDLE, private_key)
        self.signed = read_manifest(read_section(self._reader, LARGEST_MANIFEST))

    @property
    def manifest(self) -> BundleManifest:
        """What the device says is in it."""
        return self.signed.manifest

    def batches(self) -> Iterator[tuple[BundledBatch, bytes]]:
        """Each batch as the manifest names it, with its body. Raises SealedFileFault(`file_damaged`) for another one."""
        for named in self.manifest.batches:
            section = read_section(self._reader, LARGEST_CONTENT)
            if section is None or section[0] is not Section.BATCH or not _is(named, section[1]):
                raise SealedFileFault("file_damaged")
            yield named, section[1]

    def pictures(self, piece: int) -> Iterator[tuple[Blob, Iterator[bytes]]]:
        """Each picture with its bytes in pieces of `piece`, once the batches are through; both are read to their ends.

        Raises SealedFileFault(`file_damaged`) where another length follows than the manifest names.
        """
        for blob in self.manifest.blobs:
            if read_head(self._reader) != (Section.BLOB, blob.length):
                raise SealedFileFault("file_damaged")
            pieces = self._pieces(blob.length, piece)
            yield blob, pieces
            for _ in pieces:
                pass

    def _pieces(self, length: int, piece: int) -> Iterator[bytes]:
        while length:
            content = self._reader.read(min(piece, length))
            if not content:
                raise SealedFileFault("file_damaged")
            length -= len(content)
            yield content


def read_manifest(section: tuple[Section, bytes] | None) -> SignedManifest:
    """The manifest out of the first section of a bundle or an answer. Raises SealedFileFault(`file_damaged`)."""
    if section is None or section[0] is not Section.MANIFEST:
        raise SealedFileFault("file_damaged")
    signature, raw = section[1][:SIGNATURE_BYTES], section[1][SIGNATURE_BYTES:]
    try:
        read_canonical(raw)
        manifest = BundleManifest.model_validate_json(raw)
    except (CanonicalFault, ValidationError):
        raise SealedFileFault("file_damaged") from None
    if not manifest.adds_up:
        raise SealedFileFault("file_damaged")
    return SignedManifest(manifest, raw, signature)


def _is(named: BundledBatch, body: bytes) -> bool:
    """Whether a body is the batch that the manifest names."""
    try:
        found = unpack(body, LARGEST_CONTENT)
    except BatchFault:
        return False
    manifest = found.manifest
    return (
        manifest.batch_id,
        found.digest,
        manifest.count,
        manifest.rupiah_in,
        manifest.rupiah_refunded,
    ) == (named.batch_id, named.digest, named.count, named.rupiah_in, named.rupiah_refunded)
