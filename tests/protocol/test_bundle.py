"""A bundle says what is in it, is signed by its device, and holds exactly the batches that a request would carry."""

from __future__ import annotations

from io import BytesIO

import pytest

from sync.protocol.batch import PackedBatch
from sync.protocol.bundle import (
    BundleManifest,
    OpenBundle,
    acknowledged_in_full,
    answer_key,
    bundled,
    write_bundle,
)
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import Blob
from sync.protocol.messages import Acknowledgement, EntryVerdict
from sync.protocol.sealed_file import Purpose, SealedFileFault, SealedWriter, public_of
from sync.protocol.sections import Section, write_head, write_section
from sync.protocol.signatures import SigningKey
from sync.protocol.wire import wire_bytes
from sync.rules.states import VerdictKind
from tests.support.bundles import bundle_of, manifest_of
from tests.support.field_laptop import NINE, FieldLaptop, person

PRIVATE = bytes(range(32))
SEALED_TO = public_of(PRIVATE)


@pytest.fixture
def laptop() -> FieldLaptop:
    return FieldLaptop("0Q2FK", SigningKey.from_bytes(bytes(range(32))))


@pytest.fixture
def batches(laptop: FieldLaptop) -> list[PackedBatch]:
    laptop.enrol(person(1))
    one = laptop.packed()
    laptop.enrol(person(2))
    return [one, laptop.packed()]


def code_of(raw: bytes) -> str:
    with pytest.raises(SealedFileFault) as fault:
        list(OpenBundle(BytesIO(raw), PRIVATE).batches())
    return fault.value.code


def test_the_batches_come_out_byte_by_byte(laptop: FieldLaptop, batches: list[PackedBatch]) -> None:
    opened = OpenBundle(BytesIO(bundle_of(laptop, batches, SEALED_TO)), PRIVATE)
    assert [body for _, body in opened.batches()] == [batch.body for batch in batches]
    assert opened.signed.signed_by(laptop.key.public)
    assert not opened.signed.signed_by(SigningKey.generate().public)
    assert opened.manifest.count == sum(batch.count for batch in batches) == 8
    assert opened.manifest.rupiah_in == 67_200
    assert len(opened.mark) == 19


def test_a_bundle_of_nothing_still_carries_the_marks(laptop: FieldLaptop) -> None:
    opened = OpenBundle(BytesIO(bundle_of(laptop, [], SEALED_TO)), PRIVATE)
    assert list(opened.batches()) == []
    assert opened.manifest.count == 0


def test_pictures_follow_the_batches_and_come_out_in_pieces(
    laptop: FieldLaptop, batches: list[PackedBatch]
) -> None:
    first, second = b"\xff\xd8" + bytes(200_000), b"\x89PNG" * 100
    manifest = manifest_of(
        laptop,
        [bundled(batch) for batch in batches],
        blobs=[Blob(sha256=sha256_hex(each), length=len(each)) for each in (first, second)],
    )
    file = BytesIO()
    write_bundle(
        file,
        manifest,
        key=laptop.key,
        sealed_to=SEALED_TO,
        batches=[batch.body for batch in batches],
        blobs=[BytesIO(first), BytesIO(second)],
    )
    file.seek(0)
    opened = OpenBundle(file, PRIVATE)
    assert len(list(opened.batches())) == 2
    pictures = opened.pictures(90_000)
    blob, pieces = next(pictures)
    assert (blob.length, len(next(pieces))) == (200_002, 90_000)
    blob, pieces = next(pictures)
    assert (blob.sha256, b"".join(pieces)) == (sha256_hex(second), second)
    assert list(pictures) == []


@pytest.mark.parametrize(("stated", "content"), [(3, b"four"), (4, b"thr"), (0, b"")])
def test_a_picture_of_another_length_is_found(laptop: FieldLaptop, stated: int, content: bytes) -> None:
    manifest = manifest_of(laptop, [], blobs=[Blob(sha256="0" * 64, length=4)])
    raw = wire_bytes(manifest)
    file = BytesIO()
    writer = SealedWriter(file, Purpose.BUNDLE, SEALED_TO)
    write_section(writer, Section.MANIFEST, laptop.key.sign(b"perisai-bundle-1\n" + raw) + raw)
    if stated:
        write_head(writer, Section.BLOB, stated)
        writer.write(content)
    writer.finish()
    file.seek(0)
    opened = OpenBundle(file, PRIVATE)
    with pytest.raises(SealedFileFault, match="file_damaged"):
        list(opened.pictures(90_000))


def test_batches_that_change_places_or_are_others_are_found(
    laptop: FieldLaptop, batches: list[PackedBatch]
) -> None:
    right = manifest_of(laptop, [bundled(batch) for batch in batches])
    assert code_of(bundle_of(laptop, batches[::-1], SEALED_TO, manifest=right)) == "file_damaged"
    assert code_of(bundle_of(laptop, batches[:1], SEALED_TO, manifest=right)) == "file_damaged"
    assert code_of(with_sections(right, laptop, [(Section.BATCH, b"no batch")] * 2)) == "file_damaged"
    assert code_of(with_sections(right, laptop, [(Section.BLOB, batches[0].body)])) == "file_damaged"


def test_a_manifest_that_does_not_add_up_is_no_manifest(
    laptop: FieldLaptop, batches: list[PackedBatch]
) -> None:
    right = manifest_of(laptop, [bundled(batch) for batch in batches])
    richer = right.model_copy(update={"rupiah_in": right.rupiah_in + 1})
    assert code_of(bundle_of(laptop, batches, SEALED_TO, manifest=richer)) == "file_damaged"
    for name in ("count", "rupiah_in", "rupiah_refunded"):
        wrong = right.batches[0].model_copy(update={name: getattr(right.batches[0], name) + 1})
        other = right.model_copy(
            update={"batches": (wrong, right.batches[1]), name: getattr(right, name) + 1}
        )
        assert code_of(bundle_of(laptop, batches, SEALED_TO, manifest=other)) == "file_damaged"


@pytest.mark.parametrize("manifest", [b"", b"{}", b'{"a": 1}', b'{"device":null}'])
def test_other_bytes_are_no_manifest(manifest: bytes) -> None:
    assert code_of(raw_of((Section.MANIFEST, bytes(64) + manifest))) == "file_damaged"


def test_a_file_that_begins_with_something_else_is_no_bundle() -> None:
    assert code_of(raw_of()) == "file_damaged"
    assert code_of(raw_of((Section.BATCH, b"x"))) == "file_damaged"


def test_the_answer_key_is_the_devices_own_and_not_its_signing_key() -> None:
    key = SigningKey.from_bytes(bytes(range(32)))
    assert answer_key(key) == answer_key(SigningKey.from_bytes(key.to_bytes()))
    assert answer_key(key) != answer_key(SigningKey.generate())
    assert answer_key(key) != key.to_bytes()


def test_an_acknowledgement_is_in_full_only_with_one_verdict_for_each_entry(
    batches: list[PackedBatch],
) -> None:
    named = bundled(batches[0])
    right = acknowledgement(batches[0])
    assert acknowledged_in_full(named, right)
    for changes in (
        {"batch_id": batches[1].batch_id},
        {"digest": batches[1].digest},
        {"verdicts": right.verdicts[1:]},
        {"verdicts": (*right.verdicts, right.verdicts[0])},
        {"verdicts": (right.verdicts[0].model_copy(update={"hash": "0" * 64}), *right.verdicts[1:])},
    ):
        assert not acknowledged_in_full(named, right.model_copy(update=changes))
    assert acknowledged_in_full(named, right.model_copy(update={"verdicts": right.verdicts[::-1]}))


def acknowledgement(batch: PackedBatch) -> Acknowledgement:
    return Acknowledgement(
        batch_id=batch.batch_id,
        digest=batch.digest,
        verdicts=tuple(
            EntryVerdict(entry_id=entry_id, hash=digest, kind=VerdictKind.ACCEPTED, feed_position=place)
            for place, (entry_id, digest) in enumerate(batch.hashes, start=1)
        ),
        stored_at=NINE,
        server="A" * 43,
    )


def raw_of(*parts: tuple[Section, bytes]) -> bytes:
    file = BytesIO()
    writer = SealedWriter(file, Purpose.BUNDLE, SEALED_TO)
    for section, content in parts:
        write_section(writer, section, content)
    writer.finish()
    return file.getvalue()


def with_sections(manifest: BundleManifest, laptop: FieldLaptop, parts: list[tuple[Section, bytes]]) -> bytes:
    signature = laptop.key.sign(b"perisai-bundle-1\n" + wire_bytes(manifest))
    return raw_of((Section.MANIFEST, signature + wire_bytes(manifest)), *parts)
