"""Batches: what is signed, what is refused, and what a manifest must agree with."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.batch import (
    BatchFault,
    Manifest,
    PackedBatch,
    UnpackedBatch,
    manifest_faults,
    pack,
    rupiah_of,
    unpack,
)
from sync.protocol.canonical import canonical_bytes
from sync.protocol.compression import compress, decompress
from sync.protocol.entry import DecodedEntry, SealedEntry, Unsupported, decode
from sync.protocol.signatures import SigningKey
from tests.support.protocol_files import golden_batch
from tests.support.sample_bodies import AT, identifier, salt
from tests.support.sample_entries import DEVICE, DEVICE_KEY, every_kind, granted_by_phone

JOURNAL = every_kind()
BATCH = golden_batch()
CONTENT = decompress(BATCH.body, 1 << 20)


def packed(entries: list[SealedEntry]) -> PackedBatch:
    return pack(
        entries,
        batch_id=identifier(1),
        key=DEVICE_KEY,
        wall_at=AT,
        utc_offset=420,
        monotonic_ms=5,
        boot_id=salt(1),
    )


def fault(content: bytes) -> str:
    with pytest.raises(BatchFault) as refused:
        unpack(compress(content))
    return refused.value.code


def decoded(batch: UnpackedBatch) -> list[DecodedEntry | Unsupported]:
    return [decode(entry.raw, entry.personal) for entry in batch.entries]


def test_a_batch_opens_to_what_was_packed() -> None:
    batch = unpack(BATCH.body)
    assert list(batch.entries) == JOURNAL.entries
    manifest = batch.manifest
    assert (manifest.device, manifest.epoch, manifest.first_seq, manifest.last_seq) == (DEVICE, 1, 1, 16)
    assert (manifest.count, manifest.rupiah_in, manifest.rupiah_refunded) == (16, 25_200, 25_200)
    assert manifest.head_hash == JOURNAL.entries[-1].hash
    assert "enrolment/1" in manifest.schema_versions
    assert len(manifest.schema_versions) == 14
    assert [blob.length for blob in manifest.blobs] == [61_234]
    assert batch.digest == BATCH.digest
    assert BATCH.hashes == tuple(zip(JOURNAL.ids, [e.hash for e in JOURNAL.entries], strict=True))
    assert BATCH.count == 16


def test_the_signature_is_that_of_the_device() -> None:
    batch = unpack(BATCH.body)
    assert batch.signed_by(DEVICE_KEY.public)
    assert not batch.signed_by(SigningKey.generate().public)
    assert not batch.signed_by(b"short")


def test_batches_of_several_epochs_or_out_of_order_are_not_packed() -> None:
    for entries, code in (
        ([], "batch_empty"),
        ([JOURNAL.entries[0], granted_by_phone().entries[0]], "batch_mixed"),
        ([JOURNAL.entries[1], JOURNAL.entries[0]], "batch_order"),
        ([JOURNAL.entries[1], JOURNAL.entries[1]], "batch_order"),
    ):
        with pytest.raises(BatchFault) as refused:
            packed(entries)
        assert refused.value.code == code


def test_a_purged_personal_part_leaves_an_empty_line() -> None:
    purged = SealedEntry(JOURNAL.entries[0].raw, JOURNAL.entries[0].hash, None)
    assert unpack(packed([purged]).body).entries == (purged,)


def test_what_opens_too_large_or_is_no_batch_is_refused() -> None:
    with pytest.raises(BatchFault, match="content_too_large"):
        unpack(BATCH.body, max_bytes=len(CONTENT) - 1)
    with pytest.raises(BatchFault, match="encoding_unknown"):
        unpack(CONTENT)
    first, _, rest = CONTENT.partition(b"\n")
    assert fault(b"") == "manifest_missing"
    assert fault(b"{}\n" + rest) == "manifest_missing"
    assert fault(first[:-3] + b"\n" + rest) == "manifest_missing"
    assert fault(first) == "content_differs"
    assert fault(first[:-3] + b'!"}\n' + rest) == "signature_malformed"
    assert fault(first[:-4] + b'\xff"}\n' + rest) in {"signature_malformed", "manifest_missing"}
    assert fault(first.replace(b'"count":16', b'"count": 16') + b"\n" + rest) == "manifest_invalid"
    assert fault(first.replace(b'"count":16', b'"count":-1') + b"\n" + rest) == "manifest_invalid"
    assert fault(first.replace(b'"count":16', b'"count":15') + b"\n" + rest) == "count_differs"
    assert fault(CONTENT + b"\n") == "content_differs"


@given(st.integers(0, len(CONTENT) * 8 - 1))
def test_any_flipped_bit_of_a_batch_is_found(bit: int) -> None:
    altered = bytearray(CONTENT)
    altered[bit // 8] ^= 1 << bit % 8
    try:
        batch = unpack(compress(bytes(altered)))
    except BatchFault:
        return
    assert not batch.signed_by(DEVICE_KEY.public)


def with_manifest(**members: Any) -> Manifest:
    batch = unpack(BATCH.body)
    return Manifest.model_validate_json(canonical_bytes(json.loads(batch.manifest_raw) | members))


@pytest.mark.parametrize(
    ("members", "codes"),
    [
        ({}, ()),
        ({"device": "0AAAA"}, ("batch_mixed",)),
        ({"epoch": 2}, ("batch_mixed",)),
        ({"first_seq": 2}, ("range_differs",)),
        ({"last_seq": 15}, ("range_differs",)),
        ({"count": 15}, ("head_differs",)),
        ({"head_hash": "0" * 64}, ("head_differs",)),
        ({"rupiah_in": 25_201}, ("rupiah_differs",)),
        ({"rupiah_refunded": 0}, ("rupiah_differs",)),
    ],
)
def test_a_manifest_must_agree_with_its_entries(members: dict[str, Any], codes: tuple[str, ...]) -> None:
    batch = unpack(BATCH.body)
    hashes = [entry.hash for entry in batch.entries]
    assert manifest_faults(with_manifest(**members), decoded(batch), hashes) == codes


def test_order_is_checked_and_a_broken_entry_does_not_spoil_the_sums() -> None:
    batch = unpack(BATCH.body)
    hashes = [entry.hash for entry in batch.entries]
    entries: list[DecodedEntry | Unsupported | None] = [*decoded(batch)]
    assert manifest_faults(batch.manifest, [entries[1], entries[0], *entries[2:]], hashes) == ("batch_order",)
    entries[3] = None
    assert manifest_faults(batch.manifest, entries, hashes) == ()
    assert manifest_faults(batch.manifest, [], []) == ("head_differs", "rupiah_differs")


def test_rupiah_counts_receipts_and_refunds_only() -> None:
    entries = decoded(unpack(BATCH.body))
    unknown = decode(canonical_bytes(json.loads(JOURNAL.entries[3].raw) | {"version": 9}), None)
    assert rupiah_of([*entries, unknown]) == (25_200, 25_200)
