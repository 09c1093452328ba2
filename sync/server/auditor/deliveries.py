"""What a device delivered and the server acknowledged: signatures of both, and a verdict for every entry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from sync.protocol.batch import BatchFault, SignedManifest, UnpackedBatch, read_manifest, unpack
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import to_base64url
from sync.protocol.entry import EntryFault, decode
from sync.protocol.messages import Acknowledgement, EntryVerdict
from sync.protocol.signatures import acknowledgement_message, verify
from sync.server.auditor.chains import Told
from sync.server.auditor.findings import Finding, at_entry
from sync.server.auditor.purges import DevicePurges
from sync.server.auditor.rows import BatchRow, DeviceRow, EntryRow

HELLO = "hello"


@dataclass(frozen=True, slots=True)
class Standing:
    """The verdict that a row of an entry holds, as an acknowledgement would tell it."""

    epoch: int
    seq: int
    said: tuple[str | int | None, ...]
    personal: bool


@dataclass(slots=True)
class Deliveries:
    """One device's batches, gone through one after another; `signed` collects the hashes that its key vouches for,
    `acknowledged` those that the server's signature names in batches that were cut since."""

    device: DeviceRow
    server_key: bytes
    standing: Mapping[str, Standing]
    findings: list[Finding]
    log: DevicePurges
    signed: set[str] = field(default_factory=set)
    acknowledged: set[str] = field(default_factory=set)
    batches: int = 0
    cut: int = 0

    def go_through(self, batches: Iterable[BatchRow]) -> None:
        """Hold every batch against its digest, the device's key, the entries and what was acknowledged."""
        for batch in batches:
            self.batches += 1
            self.cut += batch.cut_at is not None
            self._hold(batch)

    def _hold(self, batch: BatchRow) -> None:
        if batch.cut_at is None and sha256_hex(batch.body) != batch.digest:
            self._find("batch_bytes_differ", batch)
        if batch.state == "rejected":
            self._find("batch_refused", batch)
            return
        try:
            signed = unpack(batch.body) if batch.cut_at is None else read_manifest(batch.body)
        except BatchFault:
            self._find("batch_unreadable", batch)
            return
        manifest = signed.manifest
        own = (manifest.device, manifest.batch_id) == (self.device.device, batch.batch_id)
        if not own or not signed.signed_by(self.device.public_key):
            self._find("batch_signature_invalid", batch)
            return
        entries = signed.entries if isinstance(signed, UnpackedBatch) else ()
        self.signed.update([manifest.head_hash] if batch.cut_at else [entry.hash for entry in entries])
        if batch.state != "settled":
            self._find("batch_waiting", batch)
            return
        for sealed in entries:
            row = self.standing.get(sealed.hash)
            if row is None:
                self.findings.append(self._missing(sealed.raw))
            elif sealed.personal is not None and not row.personal and not self.log.tells_of(sealed.hash):
                found = at_entry("personal_part_missing", self.device.device, row.epoch, row.seq)
                self.findings.append(found)
        self._acknowledged(batch, signed)

    def _acknowledged(self, batch: BatchRow, signed: SignedManifest) -> None:
        if batch.acknowledgement is None:
            self._find("acknowledgement_missing", batch)
            return
        signature = batch.acknowledgement_signature or b""
        genuine = verify(self.server_key, signature, acknowledgement_message(batch.acknowledgement))
        if not genuine:
            self._find("acknowledgement_signature_invalid", batch)
        try:
            told = Acknowledgement.model_validate_json(batch.acknowledgement)
        except ValidationError:
            self._find("acknowledgement_differs", batch)
            return
        named = {verdict.hash for verdict in told.verdicts}
        about = (told.batch_id, told.digest, told.server)
        sent = {entry.hash for entry in signed.entries} if isinstance(signed, UnpackedBatch) else named
        if about != (batch.batch_id, signed.digest, to_base64url(self.server_key)) or not named <= sent:
            self._find("acknowledgement_differs", batch)
        if not isinstance(signed, UnpackedBatch):
            gone = len(named - self.standing.keys())
            self.findings += [Finding("entry_missing", self.device.device)] * gone
            self.acknowledged |= named if genuine else frozenset()
        for verdict in told.verdicts:
            row = self.standing.get(verdict.hash)
            if row is not None and row.said != _said(verdict):
                self.findings.append(at_entry("verdict_differs", self.device.device, row.epoch, row.seq))

    def _missing(self, raw: bytes) -> Finding:
        try:
            envelope = decode(raw, None).envelope
        except EntryFault:
            return Finding("entry_missing", self.device.device)
        return at_entry("entry_missing", self.device.device, envelope.epoch, envelope.seq)

    def _find(self, code: str, batch: BatchRow) -> None:
        self.findings.append(Finding(code, self.device.device, data={"batch": batch.batch_id}))


def standing_of(row: EntryRow) -> Standing:
    """The verdict of a row."""
    base = row.base if row.verdict == "conflict" else None
    said = (row.entry_id, row.verdict, row.code, row.field, row.missing, base, row.theirs, row.feed_position)
    return Standing(row.epoch, row.seq, said, row.personal is not None)


def _said(verdict: EntryVerdict) -> tuple[str | int | None, ...]:
    return (
        verdict.entry_id,
        verdict.standing.value,
        verdict.code,
        verdict.field,
        verdict.missing,
        verdict.base,
        verdict.theirs,
        verdict.feed_position,
    )


def unsigned(
    device: DeviceRow, told: Iterable[Told], signed: Iterable[str], acknowledged: Collection[str] = ()
) -> list[Finding]:
    """Entries for which no signed batch vouches: neither one that holds them, nor one that holds what follows them.

    `acknowledged`: hashes that were delivered in a batch that was cut, by the server's signature.
    """
    entries = {entry.hash: entry for entry in told}
    vouched: set[str] = set()
    waiting = list(signed)
    while waiting:
        digest = waiting.pop()
        if digest not in vouched and digest in entries:
            vouched.add(digest)
            waiting.append(entries[digest].prev_hash)
    return [
        at_entry(_code(entry, acknowledged), device.device, entry.epoch, entry.seq)
        for entry in entries.values()
        if entry.hash not in vouched
    ]


def _code(entry: Told, acknowledged: Collection[str]) -> str:
    if entry.batch_id == HELLO:
        return "entry_signed_with_hello"
    return "entry_signed_before_cut" if entry.hash in acknowledged else "entry_unsigned"
