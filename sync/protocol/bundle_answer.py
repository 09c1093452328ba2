"""The answer to a bundle: what a server would have said over the network, signed, and sealed to the device's store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, TypeVar

from pydantic import BaseModel, ValidationError

from sync.protocol.blobs import BlobStanding
from sync.protocol.bundle import LARGEST_MANIFEST, SignedManifest, read_manifest
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.messages import DeviceState, Mark, SequenceRange
from sync.protocol.sealed_file import Purpose, SealedFileFault, SealedReader, SealedWriter
from sync.protocol.sections import Section, read_section, write_section
from sync.protocol.signatures import SIGNATURE_BYTES, SigningKey, answer_message, verify
from sync.protocol.wire import AnswerModel, Count, Epoch, Instant, Rupiah, Uuid

ANSWER_SUFFIX = ".perisai-jawaban"
LARGEST_ANSWER = 64 * 1024 * 1024
_STATUS = 2
A = TypeVar("A", bound=BaseModel)


class BundleStanding(AnswerModel):
    """How the device stands after its bundle was taken in. `cursor`: the last feed position that the answer carries;
    `more`: the feed goes on beyond it. `blobs`: how much of the bundle's pictures is here for good. The rest is as in the answer to hello."""

    bundle_id: Uuid
    known: tuple[Mark, ...]
    missing: tuple[SequenceRange, ...]
    epochs_over: tuple[Epoch, ...]
    device_state: DeviceState
    cursor: Count
    more: bool
    server_at: Instant
    blobs: tuple[BlobStanding, ...] = ()


class BundleTaken(AnswerModel):
    """What a carrier is told: whose laptop, how much, the file's mark, and the sealed answer (base64url).

    `settled`, `waiting`, `refused` count batches: with verdicts, stored unread, refused.
    """

    device: str
    made_at: Instant
    count: Count
    rupiah_in: Rupiah
    rupiah_refunded: Rupiah
    mark: str
    settled: Count
    waiting: Count
    refused: Count
    answer: str


@dataclass(frozen=True, slots=True)
class SignedSection:
    """A part of an answer as it would have come over the network; `signature` as a header spells it."""

    status: int
    body: bytes = field(repr=False)
    signature: str

    @property
    def section(self) -> bytes:
        """The bytes of its section."""
        return self.status.to_bytes(_STATUS, "big") + from_base64url(self.signature) + self.body

    def read(self, model: type[A]) -> A:
        """The body. Raises SealedFileFault(`file_damaged`) where it is no such message."""
        try:
            return model.model_validate_json(self.body)
        except ValidationError:
            raise SealedFileFault("file_damaged") from None


class AnswerWriter:
    """Writes the answer to one bundle; every part is signed as the answer to a request with the bundle's signature."""

    def __init__(self, file: BinaryIO, bundle: SignedManifest, key: SigningKey) -> None:
        self._key = key
        self._bound_to = to_base64url(bundle.signature)
        self._writer = SealedWriter(file, Purpose.ANSWER, from_base64url(bundle.manifest.answer_key))
        write_section(self._writer, Section.MANIFEST, bundle.section)

    def put(self, section: Section, status: int, body: bytes) -> None:
        """Add a signed part: verdicts for every batch in the bundle's order, then pages of changes, settings that the
        bundle's device lacks, then the standing."""
        message = answer_message(self._bound_to, status, sha256_hex(body))
        signed = SignedSection(status, body, to_base64url(self._key.sign(message)))
        write_section(self._writer, section, signed.section)

    def finish(self) -> str:
        """Make the file whole; answers its hand-over mark."""
        return self._writer.finish()


class OpenAnswer:
    """An answer that was found whole, meant for this store and signed by this server."""

    def __init__(self, file: BinaryIO, private_key: bytes, device_key: bytes, server_key: bytes) -> None:
        """Opens a seekable file. Raises SealedFileFault; `answer_not_genuine` where a signature does not hold."""
        start = file.tell()
        SealedReader(file, Purpose.ANSWER, private_key).exhaust()
        file.seek(start)
        self._reader = SealedReader(file, Purpose.ANSWER, private_key)
        self.bundle = read_manifest(read_section(self._reader, LARGEST_MANIFEST))
        if not self.bundle.signed_by(device_key):
            raise SealedFileFault("answer_not_genuine")
        self.bound_to = to_base64url(self.bundle.signature)
        self._server_key = server_key

    def sections(self) -> Iterator[tuple[Section, SignedSection]]:
        """Every part in order, verified."""
        while found := read_section(self._reader, LARGEST_ANSWER):
            section, raw = found
            body = raw[_STATUS + SIGNATURE_BYTES :]
            status, signature = int.from_bytes(raw[:_STATUS], "big"), raw[_STATUS : _STATUS + SIGNATURE_BYTES]
            message = answer_message(self.bound_to, status, sha256_hex(body))
            if not verify(self._server_key, signature, message):
                raise SealedFileFault("answer_not_genuine")
            yield section, SignedSection(status, body, to_base64url(signature))
