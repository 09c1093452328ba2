"""Golden files: what was hashed and signed is read for ever, and nothing that is written changes unseen."""

from __future__ import annotations

import json
from typing import Any

import pytest

from sync.client.bundle_answers import read_answer
from sync.protocol.batch import manifest_faults, unpack
from sync.protocol.bundle import OpenBundle
from sync.protocol.compression import decompress
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url
from sync.protocol.entry import DecodedEntry, SealedEntry, decode
from sync.protocol.kinds import REGISTRY
from sync.protocol.published import schema_files
from sync.protocol.releases import read_release
from sync.protocol.signatures import answer_message, request_message, verify
from sync.protocol.wire import wire_bytes
from tests.support.protocol_files import BUNDLE_KEY, GOLDEN, SCHEMA, golden_files
from tests.support.sample_entries import DEVICE_KEY, SERVER_KEY

ENTRY_FILES = sorted(path.name for path in GOLDEN.glob("*.json") if path.stem not in {"batch", "exchange"})
COMPRESSED = {"batch.zst", "batch.gz"}
BUNDLES = ("bundle", "bundle-settings")
SEALED = {f"{name}.{ending}" for name in BUNDLES for ending in ("perisai", "perisai-jawaban")} | {
    "reopening.perisai-sandi-jawaban"
}


def read(name: str) -> Any:
    return json.loads((GOLDEN / name).read_bytes())


def decoded(name: str) -> DecodedEntry:
    content = read(name)
    personal = content.get("personal")
    entry = decode(content["raw"].encode(), None if personal is None else personal.encode())
    assert isinstance(entry, DecodedEntry)
    return entry


@pytest.mark.parametrize("name", ENTRY_FILES)
def test_every_entry_is_read_and_is_written_again_to_the_same_bytes(name: str) -> None:
    content, entry = read(name), decoded(name)
    assert entry.hash == content["hash"] == sha256_hex(content["raw"].encode())
    assert wire_bytes(entry.envelope) == content["raw"].encode()
    if entry.personal is not None:
        assert wire_bytes(entry.personal) == content["personal"].encode()
    assert (entry.personal is None) == ("personal" not in content)


def test_there_is_a_golden_entry_of_every_kind_and_version() -> None:
    written = {(decoded(name).envelope.kind, decoded(name).envelope.version) for name in ENTRY_FILES}
    assert written == {(kind.value, version) for kind, version in REGISTRY}


def test_what_this_code_writes_is_what_the_golden_files_hold() -> None:
    written = golden_files()
    assert set(written) == {path.name for path in GOLDEN.iterdir()}
    for name, content in written.items():
        if name not in COMPRESSED | SEALED:
            assert content == (GOLDEN / name).read_bytes(), name


@pytest.mark.parametrize("name", sorted(COMPRESSED))
def test_recorded_batches_open_and_verify(name: str) -> None:
    body = (GOLDEN / name).read_bytes()
    assert decompress(body, 1 << 20) == (GOLDEN / "batch.ndjson").read_bytes()
    batch = unpack(body)
    assert batch.digest == read("batch.json")["digest"]
    assert batch.signed_by(DEVICE_KEY.public)
    entries = [decode(entry.raw, entry.personal) for entry in batch.entries]
    assert manifest_faults(batch.manifest, entries, [entry.hash for entry in batch.entries]) == ()
    assert {SealedEntry.of(entry.raw, entry.personal) for entry in batch.entries} == set(batch.entries)


def test_the_recorded_exchange_verifies() -> None:
    exchange = read("exchange.json")
    signature = exchange["Perisai-Signature"]
    asked = request_message(
        exchange["method"],
        exchange["path_query"],
        sha256_hex(b""),
        exchange["Perisai-Nonce"],
        exchange["Perisai-Time"],
    )
    assert verify(from_base64url(exchange["device_key"]), from_base64url(signature), asked)
    answered = answer_message(
        signature, exchange["answer_status"], sha256_hex(exchange["answer_body"].encode())
    )
    answer_signature = from_base64url(exchange["answer_Perisai-Signature"])
    assert verify(from_base64url(exchange["server_key"]), answer_signature, answered)
    assert not verify(from_base64url(exchange["device_key"]), answer_signature, answered)


@pytest.mark.parametrize("name", BUNDLES)
def test_the_recorded_bundles_and_their_answers_open(name: str) -> None:
    with (GOLDEN / f"{name}.perisai").open("rb") as file:
        bundle = OpenBundle(file, BUNDLE_KEY)
        bodies = [body for _, body in bundle.batches()]
    assert bundle.signed.signed_by(DEVICE_KEY.public)
    assert [unpack(body).digest for body in bodies] == [read("batch.json")["digest"]]
    with (GOLDEN / f"{name}.perisai-jawaban").open("rb") as file:
        answer = read_answer(file, DEVICE_KEY, SERVER_KEY.public)
    assert answer.bundle == bundle.manifest
    assert answer.settlements[0].acknowledgement.digest == read("batch.json")["digest"]
    if answer.settings is None:
        assert (name, bundle.manifest.reference_version) == ("bundle", None)
        return
    (release,) = answer.settings.releases
    (named,) = read_release(release, SERVER_KEY.public).files
    assert [sha256_hex(content.encode()) for content in answer.settings.contents] == [named.sha256]


def test_the_published_schema_is_that_of_the_code() -> None:
    written = schema_files()
    assert set(written) == {path.name for path in SCHEMA.iterdir()}
    for name, content in written.items():
        assert content == (SCHEMA / name).read_bytes(), name
