"""Erases one person's data inside a transaction: personal parts, pictures, cards, words, and the row of the register."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sync.protocol.canonical import JsonValue, canonical_bytes
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import DecodedEntry
from sync.protocol.form_parts import ktp_of
from sync.server.domain.retention import ERASES_ALL, PurgeReason
from sync.server.services.auditing import audit
from sync.server.services.person_standing import Subject
from sync.server.services.record_forms import readable
from sync.server.services.replaced_cards import replaced_cards
from sync.server.storage.purge_records import PurgedPart
from sync.server.storage.records import StoredEntry
from sync.server.storage.store import UnitOfWork

PERSONAL, PHOTO = "personal", "photo"
PURGED = "data_purged"
"""The act of the audit trail that vouches for rows of the log."""

Reasons = Callable[[Collection[str]], Mapping[str, PurgeReason]]


@dataclass(frozen=True, slots=True)
class Erasure:
    """How many personal parts and pictures went, and why; `of_person`: with all else of one person."""

    reason: PurgeReason
    parts: int
    photos: int
    of_person: bool = True


def photos_of(tx: UnitOfWork, subject: Subject, reasons: Reasons) -> Mapping[str, frozenset[str]]:
    """The pictures that go with a person, by device: those that nobody else's entry names whose data stay.

    A picture of the person's KTP that was named for somebody else by mistake is needed there no more, once a correction
    brought the right one.
    """
    named: dict[str, set[str]] = {}
    cards: set[str] = set()
    for entry in readable(subject.entries):
        named.setdefault(entry.envelope.device, set()).update(blob.sha256 for blob in entry.envelope.blobs)
        cards.add("" if entry.personal is None else ktp_of(entry.personal.blobs))
    found = {}
    for device, hashes in named.items():
        kept = [blob.sha256 for blob in tx.blobs.blobs(device, hashes) if blob.purged_at is None]
        owners = tx.purges.naming(device, kept) if kept else ()
        others = {owner for _, owner in owners} - {subject.worker_id}
        going = {subject.worker_id, *reasons(others)}
        mistaken = replaced_cards(tx, {owner for sha256, owner in owners if sha256 in cards} - going)
        needed = {
            sha256 for sha256, owner in owners if owner not in going and sha256 not in mistaken.get(owner, ())
        }
        if left := frozenset(kept) - needed:
            found[device] = left
    return found


@dataclass(frozen=True, slots=True)
class Going:
    """What goes of one person for a reason: entries that lose their personal part, and pictures by device."""

    subject: Subject
    reason: PurgeReason
    entries: tuple[StoredEntry, ...]
    photos: Mapping[str, frozenset[str]]

    @property
    def erasure(self) -> Erasure:
        """What that is, counted."""
        return Erasure(self.reason, len(self.entries), sum(map(len, self.photos.values())))


def going_of(tx: UnitOfWork, subject: Subject, reason: PurgeReason, reasons: Reasons) -> Going | None:
    """What a reason erases of a person; None where nothing of it is left. `reasons` judges people who share a picture."""
    photos = photos_of(tx, subject, reasons)
    whole = reason in ERASES_ALL
    entries = tuple(one for one in subject.entries if whole and one.personal is not None)
    return Going(subject, reason, entries, photos) if entries or photos else None


def erase_person(tx: UnitOfWork, going: Going, actor: str, at: datetime) -> None:
    """Erase what goes of a person, and log it."""
    subject = going.subject
    log = _Log(subject.worker_id, going.reason, actor, at)
    log.write(tx, subject.worker_id, [*_parts(going.entries), *_pictures(subject.entries, going.photos)])
    for device, hashes in going.photos.items():
        tx.purges.drop_photos(device, hashes, at)
    if going.entries:
        _erase(tx, going.entries)
        tx.purges.forget([subject.worker_id])
        reviews = {review.entry_id for review in subject.reviews}
        tx.purges.wordless(reviews, {one.record.entry_id for one in subject.entries})


def erase_loose(
    tx: UnitOfWork, stored: StoredEntry, reason: PurgeReason, actor: str, at: datetime
) -> Erasure:
    """Erase the personal part of an entry about no worker alone, and log it."""
    _Log(None, reason, actor, at).write(tx, stored.record.entry_id, _parts([stored]))
    _erase(tx, [stored])
    return Erasure(reason, 1, 0, of_person=False)


Part = tuple[StoredEntry, str, str]
"""An entry, which part of it goes, and the digest by which the entry names that."""


def _parts(going: Iterable[StoredEntry]) -> list[Part]:
    return [(one, PERSONAL, sha256_hex(one.personal)) for one in going if one.personal is not None]


def _pictures(entries: Iterable[StoredEntry], photos: Mapping[str, frozenset[str]]) -> list[Part]:
    stored = {(one.record.device, one.record.hash): one for one in entries}
    found: list[Part] = []
    for entry in readable(stored.values()):
        device = entry.envelope.device
        found += [
            (stored[device, entry.hash], PHOTO, sha256)
            for sha256 in _named(entry)
            if sha256 in photos.get(device, ())
        ]
    return found


def _named(entry: DecodedEntry) -> tuple[str, ...]:
    return tuple(dict.fromkeys(blob.sha256 for blob in entry.envelope.blobs))


def _erase(tx: UnitOfWork, going: Iterable[StoredEntry]) -> None:
    hashes: dict[str, list[str]] = {}
    for one in going:
        hashes.setdefault(one.record.device, []).append(one.record.hash)
    for device, own in hashes.items():
        tx.purges.erase(device, own)


@dataclass(frozen=True, slots=True)
class _Log:
    """Rows of the log that one row of the audit trail vouches for."""

    worker_id: str | None
    reason: PurgeReason
    actor: str
    at: datetime

    def write(self, tx: UnitOfWork, subject: str, parts: list[Part]) -> None:
        """Write the row of the trail, which names the digest of the log's rows, then those."""
        about: dict[str, JsonValue] = {} if self.worker_id is None else {"worker": self.worker_id}
        audit(
            tx,
            self.at,
            self.actor,
            PURGED,
            subject,
            reason=self.reason.value,
            count=len(parts),
            digest=digest_of([(one.record.device, one.record.hash, digest) for one, _, digest in parts]),
            **about,
        )
        written = tx.audits.last()
        assert written is not None
        tx.purges.note(
            [
                PurgedPart(
                    device=one.record.device,
                    hash=one.record.hash,
                    digest=digest,
                    part=part,
                    entry_id=one.record.entry_id,
                    worker_id=self.worker_id,
                    at=self.at,
                    reason=self.reason.value,
                    actor=self.actor,
                    number=written.number,
                )
                for one, part, digest in parts
            ]
        )


def digest_of(parts: Iterable[tuple[str, str, str]]) -> str:
    """SHA-256 over device, entry hash and digest of some rows of the log, in order."""
    return sha256_hex(canonical_bytes([list(one) for one in sorted(parts)]))
