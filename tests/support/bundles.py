"""Bundles of invented laptops: a sealed file as a laptop would save it, and the answer read back as it would."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import Protocol

from sync.client.bundle_answers import BundleAnswer, read_answer
from sync.protocol.batch import PackedBatch
from sync.protocol.bundle import BundledBatch, BundleManifest, answer_key, bundled, write_bundle
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import Blob
from sync.protocol.messages import Mark
from sync.protocol.sealed_file import public_of
from sync.protocol.signatures import SigningKey
from tests.support.field_laptop import NINE, fresh_id


class Laptop(Protocol):
    """A device that can sign for itself."""

    device: str
    key: SigningKey


def manifest_of(
    laptop: Laptop,
    batches: Sequence[BundledBatch],
    *,
    cursor: int = 0,
    marks: Sequence[Mark] = (),
    blobs: Sequence[Blob] = (),
    bundle_id: str | None = None,
) -> BundleManifest:
    """What a laptop signs of these batches."""
    return BundleManifest(
        bundle_id=bundle_id or fresh_id(),
        device=laptop.device,
        answer_key=to_base64url(public_of(answer_key(laptop.key))),
        made_at=NINE,
        utc_offset=420,
        program_version="1.0.0",
        marks=tuple(marks),
        cursor=cursor,
        batches=tuple(batches),
        blobs=tuple(blobs),
        count=sum(batch.count for batch in batches),
        rupiah_in=sum(batch.rupiah_in for batch in batches),
        rupiah_refunded=sum(batch.rupiah_refunded for batch in batches),
    )


def bundle_of(
    laptop: Laptop,
    batches: Sequence[PackedBatch],
    sealed_to: bytes,
    *,
    cursor: int = 0,
    marks: Sequence[Mark] = (),
    manifest: BundleManifest | None = None,
    key: SigningKey | None = None,
) -> bytes:
    """The file with these batches, sealed to a server's bundle key; `manifest` and `key` replace what is right."""
    file = BytesIO()
    said = manifest or manifest_of(laptop, [bundled(batch) for batch in batches], cursor=cursor, marks=marks)
    write_bundle(
        file, said, key=key or laptop.key, sealed_to=sealed_to, batches=[batch.body for batch in batches]
    )
    return file.getvalue()


def answer_for(laptop: Laptop, answer: bytes, server_key: bytes) -> BundleAnswer:
    """An answer file as the laptop reads it."""
    return read_answer(BytesIO(answer), laptop.key, server_key)
