"""Everything that is held about one person, as one archive: for the person, who may ask for it (UU 27/2022, article 7)."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.protocol.entry import DecodedEntry
from sync.protocol.kinds import EntryKind
from sync.protocol.signatures import wire_instant
from sync.rules.iuran_month import IuranMonth
from sync.rules.regions import Gazetteer
from sync.server.clock import Clock
from sync.server.domain.person_page import person_page
from sync.server.domain.record_photos import is_here, named_photos
from sync.server.refusals import Refusal
from sync.server.services.accesses import Asked, access_page
from sync.server.services.auditing import audit
from sync.server.services.cards import cards_of
from sync.server.services.record_forms import readable
from sync.server.storage.ports.blob_files import BlobFiles
from sync.server.storage.records import Review, StoredEntry
from sync.server.storage.store import Store, UnitOfWork

_KINDS = frozenset(kind.value for kind in EntryKind)
_OF_MANY = "signed_list"
"""A page that names other people as well: it is told and not handed out."""
_MOST_SEEN = 10_000
_ABOUT = (
    "Semua yang disimpan tentang satu orang di server cabang. data.json memuat hal yang sama untuk dibaca program. "
    "Lembar daftar bertanda tangan tidak disertakan karena memuat orang lain."
)


@dataclass(frozen=True, slots=True)
class _Photo:
    """A picture that a record about the person names; `given`: it is here and nobody else's."""

    device: str
    sha256: str
    shows: str
    given: bool

    @property
    def file(self) -> str:
        """Its name in the archive."""
        return f"foto/{self.shows or 'foto'}-{self.sha256[:8]}.jpg"


class PersonExport:
    """Of a person by a record about that person."""

    def __init__(self, store: Store, clock: Clock, files: BlobFiles, gazetteer: Gazetteer) -> None:
        self._store = store
        self._clock = clock
        self._files = files
        self._gazetteer = gazetteer

    def of_nik(self, nik: str) -> str:
        """The record by which the person who holds a NIK is exported. Refusal: `worker_unknown`."""
        with self._store.reading() as tx:
            claim = tx.workers.holders([nik]).get(nik)
        if claim is None:
            raise Refusal("worker_unknown")
        return claim.entry_id

    def archive(self, actor: str, branch_id: str | None, entry_id: str) -> bytes:
        """A ZIP with `data.json`, `data.html` and the pictures; the audit trail names who took it before it goes out.

        Of a branch where one is named. Refusals: `record_unknown`, `worker_unknown` for a record about nobody alone.
        """
        at = self._clock.now()
        with self._store.transaction() as tx:
            review = tx.reviews.reviews([entry_id]).get(entry_id)
            if review is None or branch_id not in (None, review.branch_id):
                raise Refusal("record_unknown")
            if review.worker_id is None:
                raise Refusal("worker_unknown")
            worker_id = review.worker_id
            stored = tx.entries.of_workers([worker_id], _KINDS)
            photos = list(_photos(tx, stored, worker_id))
            audit(tx, at, actor, "person_exported", entry_id, worker=worker_id, count=len(stored))
            told: dict[str, Any] = {
                "about": _ABOUT,
                "made_at": wire_instant(at),
                "person": _person(tx, worker_id, at),
                "records": _records(tx, stored),
                "payments": _payments(tx, worker_id),
                "erased": _erased(tx, worker_id),
                "seen_by": _seen(tx, entry_id),
            }
        told["places"] = self._places(told["records"])
        contents = {photo.sha256: self._content(photo) for photo in photos}
        told["photos"] = [
            {
                "sha256": photo.sha256,
                "shows": photo.shows,
                "file": photo.file if contents[photo.sha256] else None,
            }
            for photo in photos
        ]
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as packed:
            packed.writestr("data.json", json.dumps(told, ensure_ascii=False, indent=2))
            packed.writestr("data.html", person_page(told))
            for photo in photos:
                if contents[photo.sha256]:
                    packed.writestr(photo.file, contents[photo.sha256])
        return archive.getvalue()

    def _places(self, records: Collection[Mapping[str, Any]]) -> Mapping[str, str]:
        """The villages that the records name, by code."""
        parts = [part for one in records for part in (one["personal"] or {}, one["content"])]
        parts += [part["changes"] for part in parts if "changes" in part]
        codes = {part[name] for part in parts for name in ("village", "captured_in") if part.get(name)}
        found = {code: self._gazetteer.place(code) for code in sorted(codes)}
        return {code: place.label for code, place in found.items() if place is not None}

    def _content(self, photo: _Photo) -> bytes:
        """The bytes of a picture; none where it is not handed out, or is not here."""
        if not photo.given:
            return b""
        try:
            return self._files.read(photo.device, photo.sha256)
        except FileNotFoundError:
            return b""


def _person(tx: UnitOfWork, worker_id: str, at: datetime) -> Mapping[str, Any]:
    """The card as an agent has it, and the row of the register of NIKs."""
    card = next(iter(cards_of(tx, {worker_id}, IuranMonth.of(at.date()))), None)
    told: dict[str, Any] = {"worker_id": worker_id}
    return told if card is None else told | card.model_dump(mode="json", exclude_none=True)


def _records(tx: UnitOfWork, stored: Collection[StoredEntry]) -> list[Mapping[str, Any]]:
    reviews = tx.reviews.reviews({one.record.entry_id for one in stored})
    return [
        _record(tx, entry, reviews.get(entry.envelope.entry_id))
        for entry in readable(sorted(stored, key=lambda one: one.record.recorded_at))
    ]


def _record(tx: UnitOfWork, entry: DecodedEntry, review: Review | None) -> Mapping[str, Any]:
    """What was written, what was decided on it, and the personal part without its salt."""
    personal = None if entry.personal is None else entry.personal.model_dump(mode="json", exclude_none=True)
    moves = () if review is None else tx.reviews.moves(review.entry_id)
    names = tx.accounts.names({move.account_id for move in moves if move.account_id is not None})
    return {
        "entry_id": entry.envelope.entry_id,
        "kind": entry.envelope.kind,
        "recorded_at": wire_instant(entry.envelope.recorded_at),
        "device": entry.envelope.device,
        "state": None if review is None else review.state,
        "content": entry.body.model_dump(mode="json", exclude_none=True),
        "personal": None if personal is None else {k: v for k, v in personal.items() if k != "salt"},
        "history": [
            {
                "at": wire_instant(move.at),
                "by": names.get(move.account_id or "", ""),
                "move": move.move,
                "reason": move.reason,
                "note": move.note,
                "comments": json.loads(move.comments),
            }
            for move in moves
        ],
    }


def _payments(tx: UnitOfWork, worker_id: str) -> list[Mapping[str, Any]]:
    months = tx.money.paid_months({worker_id}).get(worker_id, frozenset())
    return [
        {
            "month": line.month,
            "programme": line.programme,
            "rupiah": line.amount,
            "receipt": line.receipt_number,
            "recorded_on": line.recorded_on.isoformat(),
            "bucket": line.bucket,
        }
        for line in tx.money.paying(worker_id, months)
    ]


def _photos(tx: UnitOfWork, stored: Collection[StoredEntry], worker_id: str) -> Iterator[_Photo]:
    """The pictures that entries about the person name; one that was replaced, and that somebody else's record names, is
    most likely of somebody else."""
    for device in sorted({one.record.device for one in stored}):
        named = named_photos(readable(one for one in stored if one.record.device == device), worker_id)
        rows = {blob.sha256: blob for blob in tx.blobs.blobs(device, [one.sha256 for one in named])}
        replaced = [one.sha256 for one in named if one.previous]
        owners = tx.purges.naming(device, replaced) if replaced else ()
        others = {sha256 for sha256, owner in owners if owner != worker_id}
        for photo in named:
            here = photo.sha256 in rows and is_here(rows[photo.sha256])
            own = photo.shows != _OF_MANY and photo.sha256 not in others
            yield _Photo(device, photo.sha256, photo.shows, here and own)


def _erased(tx: UnitOfWork, worker_id: str) -> list[Mapping[str, Any]]:
    """What was erased of the person, when and why, oldest first."""
    log = tx.purges.noted([worker_id], [])
    names = tx.accounts.names({part.actor for part in log})
    return [
        {
            "at": wire_instant(part.at),
            "part": part.part,
            "record": part.entry_id,
            "because": part.reason,
            "by": names.get(part.actor, ""),
        }
        for part in log
    ]


def _seen(tx: UnitOfWork, entry_id: str) -> list[Mapping[str, Any]]:
    """Who was shown the person's data, and decided about them, newest first."""
    page = access_page(tx, None, Asked(record=entry_id), _MOST_SEEN)
    return [
        {"at": wire_instant(one.at), "by": one.name, "role": one.role, "act": one.act, "way": one.way}
        for one in page.accesses
    ]
