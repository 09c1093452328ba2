"""The golden files of the protocol and its published schema: what they must hold, and a way to write what is missing.

`python -m tests.support.protocol_files` writes the schema anew and golden files only where there are none: what
was released stays readable, so a golden file is never written twice.
"""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import sync.protocol
from sync.protocol.batch import PackedBatch, pack
from sync.protocol.bundle import OpenBundle, bundled
from sync.protocol.bundle_answer import AnswerWriter, BundleStanding
from sync.protocol.compression import Encoding, decompress
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import DecodedEntry, SealedEntry, decode
from sync.protocol.feed import ChangesPage
from sync.protocol.messages import Acknowledgement, EntryVerdict
from sync.protocol.published import schema_files
from sync.protocol.releases import (
    CarriedRelease,
    CarriedReleases,
    ReleaseFile,
    ReleaseManifest,
    sign_release,
)
from sync.protocol.reopening import answer_to, file_of, request_of
from sync.protocol.sealed_file import public_of
from sync.protocol.sections import Section
from sync.protocol.signatures import answer_message, request_message, wire_instant
from sync.protocol.wire import wire_bytes
from sync.rules.states import VerdictKind
from tests.support.bundles import bundle_of, manifest_of
from tests.support.field_laptop import FieldLaptop
from tests.support.sample_bodies import AT, identifier, salt
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SERVER_KEY, every_kind, granted_by_phone

GOLDEN = Path(__file__).resolve().parent.parent / "data" / "protocol" / "v1"
BUNDLE_KEY = bytes(range(64, 96))
"""The private key to which the golden bundle and the golden answer to a forgotten password are sealed."""
REOPENED_KEY = bytes(range(100, 132))
"""The store key in the latter."""
SCHEMA = Path(sync.protocol.__file__).resolve().parent / "schema"


def golden_entries() -> dict[str, SealedEntry]:
    """File name -> entry: the first of every kind, and every further one with a number."""
    named: dict[str, SealedEntry] = {}
    for sealed in (*every_kind().entries, *granted_by_phone().entries):
        entry = decode(sealed.raw, sealed.personal)
        assert isinstance(entry, DecodedEntry)
        name, count = entry.envelope.kind, 1
        while f"{name}-{count}.json" in named:
            count += 1
        named[f"{name}-{count}.json"] = sealed
    return named


def golden_batch(encoding: Encoding = "zstd") -> PackedBatch:
    """The batch that carries every kind."""
    return pack(
        every_kind().entries,
        batch_id=identifier(9_000),
        key=DEVICE_KEY,
        wall_at=AT,
        utc_offset=420,
        monotonic_ms=86_400_000,
        boot_id=salt(9),
        encoding=encoding,
    )


def golden_exchange() -> dict[str, str | int]:
    """One signed request and the answer that is bound to it, header by header."""
    path, at = "/v1/changes?cursor=41", wire_instant(AT)
    message = request_message("GET", path, sha256_hex(b""), salt(8), at)
    signature = to_base64url(DEVICE_KEY.sign(message))
    body = wire_bytes(ChangesPage(rows=(), cursor=41, more=False))
    answer = SERVER_KEY.sign(answer_message(signature, 200, sha256_hex(body)))
    return {
        "method": "GET",
        "path_query": path,
        "Perisai-Device": DEVICE,
        "Perisai-Time": at,
        "Perisai-Nonce": salt(8),
        "Perisai-Signature": signature,
        "device_key": to_base64url(DEVICE_KEY.public),
        "answer_status": 200,
        "answer_body": body.decode(),
        "answer_Perisai-Signature": to_base64url(answer),
        "server_key": to_base64url(SERVER_KEY.public),
    }


def golden_settings() -> CarriedReleases:
    """A version of settings as an answer carries it."""
    content = '{"hotline":"0266-555-175"}'
    file = ReleaseFile(name="settings.json", sha256=sha256_hex(content.encode()), length=len(content))
    manifest = ReleaseManifest(
        version="001.1", branch="001", in_force_on=AT.date(), published_at=AT, files=(file,)
    )
    signed = sign_release(manifest, SERVER_KEY)
    release = CarriedRelease(version="001.1", manifest=signed.manifest, signature=signed.signature)
    return CarriedReleases(releases=(release,), contents=(content,))


def golden_bundle(name: str, settings: CarriedReleases | None = None) -> dict[str, bytes]:
    """A bundle with the golden batch, and its answer, which carries `settings` where the bundle asks for them; sealed, so that
    no two writings are the same bytes."""
    laptop = FieldLaptop(DEVICE, DEVICE_KEY)
    batch = golden_batch()
    manifest = manifest_of(laptop, [bundled(batch)], cursor=41, bundle_id=identifier(9_100))
    if settings is not None:
        manifest = manifest.model_copy(update={"reference_version": "2026.11.1"})
    sealed = bundle_of(laptop, [batch], public_of(BUNDLE_KEY), manifest=manifest)
    answer = BytesIO()
    opened = OpenBundle(BytesIO(sealed), BUNDLE_KEY)
    writer = AnswerWriter(answer, opened.signed, SERVER_KEY)
    verdicts = tuple(
        EntryVerdict(entry_id=entry_id, hash=digest, kind=VerdictKind.ACCEPTED, feed_position=place)
        for place, (entry_id, digest) in enumerate(batch.hashes, start=42)
    )
    acknowledgement = Acknowledgement(
        batch_id=batch.batch_id,
        digest=batch.digest,
        verdicts=verdicts,
        stored_at=AT,
        server=to_base64url(SERVER_KEY.public),
    )
    standing = BundleStanding(
        bundle_id=manifest.bundle_id,
        known=(),
        missing=(),
        epochs_over=(),
        device_state="active",
        cursor=41,
        more=False,
        server_at=AT,
    )
    writer.put(Section.VERDICTS, 200, wire_bytes(acknowledgement))
    if settings is not None:
        writer.put(Section.SETTINGS, 200, wire_bytes(settings))
    writer.put(Section.STANDING, 200, wire_bytes(standing))
    writer.finish()
    return {f"{name}.perisai": sealed, f"{name}.perisai-jawaban": answer.getvalue()}


def golden_reopening() -> dict[str, bytes]:
    """A request of a locked laptop and its answer; the answer is sealed, so that no two writings are the same bytes."""
    request = request_of(DEVICE, public_of(BUNDLE_KEY), AT)
    answer = answer_to(request, REOPENED_KEY, AT)
    return {"reopening.perisai-sandi": file_of(request), "reopening.perisai-sandi-jawaban": file_of(answer)}


def golden_files() -> dict[str, bytes]:
    """File name -> content of every golden file that this code would write."""
    files: dict[str, bytes] = {}
    for name, sealed in golden_entries().items():
        content = {"raw": sealed.raw.decode(), "hash": sealed.hash}
        if sealed.personal is not None:
            content["personal"] = sealed.personal.decode()
        files[name] = _written(content)
    files["batch.zst"] = golden_batch("zstd").body
    files["batch.gz"] = golden_batch("gzip").body
    files["batch.ndjson"] = decompress(golden_batch().body, 1 << 20)
    files["batch.json"] = _written({"digest": golden_batch().digest})
    files["exchange.json"] = _written(golden_exchange())
    files.update(golden_bundle("bundle"))
    files.update(golden_bundle("bundle-settings", golden_settings()))
    files.update(golden_reopening())
    return files


def _written(content: object) -> bytes:
    return json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True).encode() + b"\n"


def write() -> None:
    """Writes schema files anew, golden files where they are missing."""
    SCHEMA.mkdir(exist_ok=True)
    for name, content in schema_files().items():
        (SCHEMA / name).write_bytes(content)
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name, content in golden_files().items():
        if not (GOLDEN / name).exists():
            (GOLDEN / name).write_bytes(content)


if __name__ == "__main__":
    write()
