"""Purges in SQL: who is looked at, what goes, and the log of it."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Text,
    and_,
    cast,
    delete,
    func,
    or_,
    select,
    tuple_,
    update,
)

from sync.protocol.canonical import canonical_bytes
from sync.server.storage.purge_records import PurgedPart
from sync.server.storage.records import EntryRecord, StoredEntry
from sync.server.storage.sql.entries import ENTRY, PERSONAL, RECORD, SUBJECT
from sync.server.storage.sql.many import add_missing, columns_of, fields_of, values_of, within
from sync.server.storage.tables import (
    BlobRow,
    FeedRow,
    LedgerLineRow,
    PairSayingRow,
    PhotoUseRow,
    PurgedPartRow,
    ReviewMoveRow,
    ReviewRow,
    WorkerRow,
    table_of,
)

PURGED, LINE, USE, BLOB = (table_of(row) for row in (PurgedPartRow, LedgerLineRow, PhotoUseRow, BlobRow))
FEED, WORKER, REVIEW = table_of(FeedRow), table_of(WorkerRow), table_of(ReviewRow)
MOVE, SAYING = table_of(ReviewMoveRow), table_of(PairSayingRow)
BESIDE = (PERSONAL.c.device == ENTRY.c.device) & (PERSONAL.c.hash == ENTRY.c.hash)
FIELDS = fields_of(PurgedPart)
OPEN = ("under_review", "held")
SAID = ("note", "kpj")
"""Members of a decision that may name or number a person; its comments are emptied."""


class SqlPurges:
    """Fulfils `PurgePort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def people(self, after: str, limit: int) -> tuple[str, ...]:
        subject = SUBJECT.label("subject")
        query = (
            select(subject)
            .select_from(ENTRY.join(PERSONAL, BESIDE))
            .where(subject > after)
            .distinct()
            .order_by("subject")
            .limit(limit)
        )
        return tuple(self._connection.execute(query).scalars())

    def withdrawn(self, after: str, limit: int) -> tuple[str, ...]:
        kept = select(PERSONAL.c.hash).select_from(ENTRY.join(PERSONAL, BESIDE))
        query = (
            select(REVIEW.c.worker_id)
            .where(
                REVIEW.c.kind == "consent_withdrawal",
                REVIEW.c.state == "approved",
                REVIEW.c.worker_id > after,
                kept.where(ENTRY.c.worker_id == REVIEW.c.worker_id).exists(),
            )
            .distinct()
            .order_by(REVIEW.c.worker_id)
            .limit(limit)
        )
        return tuple(self._connection.execute(query).scalars())

    def about(self, worker_ids: Collection[str]) -> tuple[tuple[str, StoredEntry], ...]:
        if not worker_ids:
            return ()
        query = (
            select(SUBJECT, *RECORD, ENTRY.c.raw, PERSONAL.c.content)
            .select_from(ENTRY.outerjoin(PERSONAL, BESIDE))
            .where(self._subject_within(worker_ids))
            .order_by(ENTRY.c.device, ENTRY.c.hash)
        )
        return tuple(
            (row[0], StoredEntry(EntryRecord(*row[1:-2]), row[-2], row[-1]))
            for row in self._connection.execute(query)
        )

    def loose(self, after: tuple[str, str], limit: int) -> tuple[StoredEntry, ...]:
        query = (
            select(*RECORD, ENTRY.c.raw, PERSONAL.c.content)
            .select_from(PERSONAL.join(ENTRY, BESIDE))
            .where(
                SUBJECT.is_(None),
                ENTRY.c.kind != "deposit",
                tuple_(PERSONAL.c.device, PERSONAL.c.hash) > tuple_(*after),
            )
            .order_by(PERSONAL.c.device, PERSONAL.c.hash)
            .limit(limit)
        )
        return tuple(
            StoredEntry(EntryRecord(*row[:-2]), row[-2], row[-1]) for row in self._connection.execute(query)
        )

    def unsettled(self, worker_ids: Collection[str]) -> frozenset[str]:
        query = select(LINE.c.worker_id).where(
            within(LINE.c.worker_id, worker_ids, self._connection), LINE.c.bucket.in_(OPEN) | LINE.c.requested
        )
        return frozenset(self._connection.execute(query.distinct()).scalars())

    def naming(self, device: str, hashes: Collection[str]) -> tuple[tuple[str, str], ...]:
        query = (
            select(USE.c.sha256, USE.c.owner)
            .where(within(USE.c.sha256, hashes, self._connection), USE.c.device == device)
            .distinct()
            .order_by(USE.c.sha256, USE.c.owner)
        )
        return tuple((row[0], row[1]) for row in self._connection.execute(query))

    def erase(self, device: str, hashes: Collection[str]) -> None:
        own = (PERSONAL.c.device == device, within(PERSONAL.c.hash, hashes, self._connection))
        self._connection.execute(delete(PERSONAL).where(*own))

    def forget(self, worker_ids: Collection[str]) -> None:
        about = within(self._member("worker_id"), worker_ids, self._connection)
        self._connection.execute(delete(FEED).where(and_(FEED.c.kind == "worker", about)))
        self._connection.execute(
            delete(WORKER).where(within(WORKER.c.worker_id, worker_ids, self._connection))
        )

    def wordless(self, review_ids: Collection[str], entry_ids: Collection[str]) -> None:
        own = within(MOVE.c.entry_id, review_ids, self._connection)
        worded = MOVE.c.note.is_not(None) | (MOVE.c.comments != "[]")
        self._connection.execute(update(MOVE).where(own, worded).values(note=None, comments="[]"))
        named = within(SAYING.c.first_id, review_ids, self._connection) | within(
            SAYING.c.second_id, review_ids, self._connection
        )
        self._connection.execute(update(SAYING).where(named, SAYING.c.note.is_not(None)).values(note=None))
        streams = select(REVIEW.c.agent_id).where(within(REVIEW.c.entry_id, review_ids, self._connection))
        told = select(FEED.c.stream, FEED.c.position, FEED.c.payload).where(
            FEED.c.stream.in_(streams),
            FEED.c.kind == "decision",
            within(self._member("entry_id"), entry_ids, self._connection),
        )
        for stream, position, payload in self._connection.execute(told).all():
            left = wordless_payload(payload)
            if left != payload:
                place = (FEED.c.stream == stream, FEED.c.position == position)
                self._connection.execute(update(FEED).where(*place).values(payload=left))

    def drop_photos(self, device: str, hashes: Collection[str], at: datetime) -> None:
        own = (BLOB.c.device == device, within(BLOB.c.sha256, hashes, self._connection))
        self._connection.execute(update(BLOB).where(*own, BLOB.c.purged_at.is_(None)).values(purged_at=at))

    def dropped(self, limit: int) -> tuple[tuple[str, str], ...]:
        query = (
            select(BLOB.c.device, BLOB.c.sha256)
            .where(BLOB.c.purged_at.is_not(None), BLOB.c.received > 0)
            .order_by(BLOB.c.device, BLOB.c.sha256)
            .limit(limit)
        )
        return tuple((row[0], row[1]) for row in self._connection.execute(query))

    def swept(self, device: str, sha256: str) -> None:
        own = (BLOB.c.device == device, BLOB.c.sha256 == sha256, BLOB.c.purged_at.is_not(None))
        self._connection.execute(update(BLOB).where(*own).values(received=0, complete_at=None))

    def note(self, parts: Sequence[PurgedPart]) -> None:
        add_missing(self._connection, PURGED, FIELDS, [tuple(values_of(part).values()) for part in parts])

    def noted(self, worker_ids: Collection[str], entry_ids: Collection[str]) -> tuple[PurgedPart, ...]:
        about = or_(
            within(PURGED.c.worker_id, worker_ids, self._connection),
            within(PURGED.c.entry_id, entry_ids, self._connection),
        )
        query = select(*columns_of(PURGED, PurgedPart)).where(about)
        ordered = query.order_by(PURGED.c.number, PURGED.c.device, PURGED.c.hash, PURGED.c.digest)
        return tuple(PurgedPart(*row) for row in self._connection.execute(ordered))

    def noted_of(self, device: str, hashes: Collection[str]) -> frozenset[str]:
        query = select(PURGED.c.hash).where(
            PURGED.c.device == device,
            within(PURGED.c.hash, hashes, self._connection),
            PURGED.c.part == "personal",
        )
        return frozenset(self._connection.execute(query).scalars())

    def _subject_within(self, worker_ids: Collection[str]) -> ColumnElement[bool]:
        """The subject of an entry, by the two columns that have an index each."""
        unnamed = and_(ENTRY.c.worker_id.is_(None), ENTRY.c.kind == "enrolment")
        return or_(
            within(ENTRY.c.worker_id, worker_ids, self._connection),
            and_(unnamed, within(ENTRY.c.entry_id, worker_ids, self._connection)),
        )

    def _member(self, name: str) -> ColumnElement[str]:
        """A member of a row's payload."""
        if self._connection.dialect.name == "postgresql":
            return func.json_extract_path_text(cast(FEED.c.payload, JSON), name, type_=Text())
        return func.json_extract(FEED.c.payload, f"$.{name}", type_=Text())


def wordless_payload(payload: str) -> str:
    """A decision of the feed without what may name or number a person."""
    told = json.loads(payload)
    left = {name: value for name, value in told.items() if name not in SAID}
    return canonical_bytes({**left, "comments": []}).decode()
