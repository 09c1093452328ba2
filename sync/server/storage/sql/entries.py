"""Entries and personal parts in SQL: bulk in, set-based look-ups out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, or_, select, text, union, update

from sync.server.storage.records import EntryRecord, StoredEntry
from sync.server.storage.sql.many import add_missing, add_rows, columns_of, fields_of, within
from sync.server.storage.tables import EntryRow, LedgerLineRow, PersonalPartRow, ReviewRow, table_of

ENTRY, PERSONAL, REVIEW = table_of(EntryRow), table_of(PersonalPartRow), table_of(ReviewRow)
LINE = table_of(LedgerLineRow)
SUBJECT = case(
    (ENTRY.c.kind == "enrolment", func.coalesce(ENTRY.c.worker_id, ENTRY.c.entry_id)), else_=ENTRY.c.worker_id
)
"""The worker whom an entry is about; an enrolment without one names a worker by its own id."""
RECORD = columns_of(ENTRY, EntryRecord)
GAPS = text(
    "SELECT seq + 1, following - 1 FROM ("
    " SELECT seq, lead(seq) OVER (ORDER BY seq) AS following FROM ("
    "  SELECT CAST(:after AS BIGINT) AS seq UNION"
    "  SELECT seq FROM entry WHERE device = :device AND epoch = :epoch AND seq > :after) AS present"
    ") AS steps WHERE following > seq + 1 ORDER BY seq LIMIT :limit"
)
HIGHEST = text("SELECT max(seq) FROM entry WHERE device = :device AND epoch = :epoch")

CHAIN = text(
    "SELECT entry.seq, entry.hash, coalesce(receipt.total, 0) FROM entry LEFT JOIN receipt"
    " ON entry.kind = 'receipt' AND receipt.device = entry.device AND receipt.hash = entry.hash"
    " WHERE entry.device = :device AND entry.epoch = :epoch AND entry.seq BETWEEN :first AND :last"
    " AND NOT entry.aside ORDER BY entry.seq"
)
READ_AT_ONCE = 5_000
KEPT = (
    select(REVIEW.c.entry_id)
    .where(
        REVIEW.c.entry_id == ENTRY.c.entry_id,
        REVIEW.c.entry_hash == ENTRY.c.hash,
        REVIEW.c.state.not_in(("held", "refused")),
    )
    .exists()
)
"""A person kept an entry that lies beside the chain."""

RECORD_FIELDS = fields_of(EntryRecord)
READ_RECORD = attrgetter(*RECORD_FIELDS)


class SqlEntries:
    """Fulfils `EntryPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, entries: Sequence[StoredEntry]) -> None:
        whole = [(*READ_RECORD(entry.record), entry.raw) for entry in entries]
        parts = [
            (entry.record.device, entry.record.hash, entry.personal)
            for entry in entries
            if entry.personal is not None
        ]
        add_rows(self._connection, ENTRY, (*RECORD_FIELDS, "raw"), whole)
        add_missing(self._connection, PERSONAL, ("device", "hash", "content"), parts)

    def stand(self, device: str, hashes: Collection[str]) -> None:
        own = (ENTRY.c.device == device, within(ENTRY.c.hash, hashes, self._connection))
        self._connection.execute(update(ENTRY).where(*own).values(aside=False))

    def known(
        self, device: str, hashes: Collection[str], entry_ids: Collection[str]
    ) -> tuple[EntryRecord, ...]:
        same = (ENTRY.c.device == device) & within(ENTRY.c.hash, hashes, self._connection)
        taken = within(ENTRY.c.entry_id, entry_ids, self._connection)
        clauses = (same, taken & ~ENTRY.c.aside, taken & ENTRY.c.aside)
        found = {record.hash: record for clause in clauses for record in self._records(clause)}
        return tuple(found.values())

    def at_places(self, device: str, epoch: int, seqs: Collection[int]) -> tuple[EntryRecord, ...]:
        return self._records(
            ENTRY.c.device == device,
            ENTRY.c.epoch == epoch,
            within(ENTRY.c.seq, seqs, self._connection),
        )

    def standing_above(self, device: str, epoch: int, after: int) -> tuple[EntryRecord, ...]:
        found = self._records(
            ENTRY.c.device == device, ENTRY.c.epoch == epoch, ENTRY.c.seq > after, ~ENTRY.c.aside
        )
        return tuple(sorted(found, key=lambda record: record.seq))

    def beside(self, device: str, epoch: int) -> tuple[EntryRecord, ...]:
        found = self._records(ENTRY.c.device == device, ENTRY.c.epoch == epoch, ENTRY.c.aside)
        return tuple(sorted(found, key=lambda record: (record.seq, record.hash)))

    def chain(self, device: str, epoch: int, first: int, last: int) -> Iterator[tuple[int, str, int]]:
        bounds = {"device": device, "epoch": epoch, "first": first, "last": last}
        for row in self._connection.execute(CHAIN.execution_options(yield_per=READ_AT_ONCE), bounds):
            yield row[0], row[1], row[2]

    def stored(self, device: str, hashes: Collection[str]) -> tuple[StoredEntry, ...]:
        if not hashes:
            return ()
        return self._stored((ENTRY.c.device == device, within(ENTRY.c.hash, hashes, self._connection)))

    def entry(self, entry_id: str) -> StoredEntry | None:
        found = self._stored((ENTRY.c.entry_id == entry_id, ~ENTRY.c.aside))
        return found[0] if found else None

    def of_ids(self, entry_ids: Collection[str]) -> tuple[StoredEntry, ...]:
        if not entry_ids:
            return ()
        return self._stored((within(ENTRY.c.entry_id, entry_ids, self._connection), ~ENTRY.c.aside))

    def begun(self, action_ids: Collection[str]) -> frozenset[str]:
        if not action_ids:
            return frozenset()
        query = select(ENTRY.c.action_id).where(within(ENTRY.c.action_id, action_ids, self._connection))
        return frozenset(self._connection.execute(query.distinct()).scalars())

    def of_actions(self, action_ids: Collection[str]) -> tuple[StoredEntry, ...]:
        return self._stored((within(ENTRY.c.action_id, action_ids, self._connection),))

    def of_workers(self, worker_ids: Collection[str], kinds: Collection[str]) -> tuple[StoredEntry, ...]:
        if not worker_ids:
            return ()
        return self._stored(
            (
                within(ENTRY.c.worker_id, worker_ids, self._connection),
                or_(*(ENTRY.c.kind == kind for kind in kinds)),
                ~ENTRY.c.aside | KEPT,
            ),
            (ENTRY.c.received_at,),
        )

    def workers_on(self, device: str) -> frozenset[str]:
        about = select(SUBJECT).where(ENTRY.c.device == device, SUBJECT.is_not(None))
        paid = select(LINE.c.worker_id).where(LINE.c.device == device, LINE.c.worker_id.is_not(None))
        return frozenset(self._connection.execute(union(about, paid)).scalars())

    def hashes_about(self, device: str, worker_ids: Collection[str]) -> frozenset[tuple[str, str]]:
        about = select(SUBJECT, ENTRY.c.hash).where(
            ENTRY.c.device == device, within(SUBJECT, worker_ids, self._connection)
        )
        paid = select(LINE.c.worker_id, LINE.c.hash).where(
            LINE.c.device == device, within(LINE.c.worker_id, worker_ids, self._connection)
        )
        return frozenset((row[0], row[1]) for row in self._connection.execute(union(about, paid)))

    def gaps(self, device: str, epoch: int, after: int, limit: int) -> tuple[tuple[int, int], ...]:
        found = self._connection.execute(
            GAPS, {"device": device, "epoch": epoch, "after": after, "limit": limit}
        )
        return tuple((row[0], row[1]) for row in found)

    def contiguous(self, device: str, epoch: int, after: int) -> int:
        gap = self.gaps(device, epoch, after, 1)
        if gap:
            return gap[0][0] - 1
        highest = self._connection.execute(HIGHEST, {"device": device, "epoch": epoch}).scalar()
        return max(after, highest or 0)

    def newest_recorded_at(self) -> datetime | None:
        newest: datetime | None = self._connection.execute(select(func.max(ENTRY.c.recorded_at))).scalar()
        return newest

    def count(self) -> int:
        return int(self._connection.execute(select(func.count()).select_from(ENTRY)).scalar_one())

    def _records(self, *where: ColumnElement[bool]) -> tuple[EntryRecord, ...]:
        query = select(*RECORD).where(*where)
        return tuple(EntryRecord(*row) for row in self._connection.execute(query))

    def _stored(
        self, where: Iterable[ColumnElement[bool]], order: Iterable[ColumnElement[Any]] = ()
    ) -> tuple[StoredEntry, ...]:
        beside = (PERSONAL.c.device == ENTRY.c.device) & (PERSONAL.c.hash == ENTRY.c.hash)
        query = (
            select(*RECORD, ENTRY.c.raw, PERSONAL.c.content)
            .select_from(ENTRY.outerjoin(PERSONAL, beside))
            .where(*where)
            .order_by(*order, ENTRY.c.agent_id, ENTRY.c.feed_position)
        )
        return tuple(_stored(row) for row in self._connection.execute(query))


def _stored(row: Any) -> StoredEntry:
    *record, raw, personal = row
    return StoredEntry(EntryRecord(*record), raw, personal)
