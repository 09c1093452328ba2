"""Pictures in SQL."""

from collections.abc import Collection, Sequence
from operator import attrgetter

from sqlalchemy import ColumnElement, Connection, select, tuple_, update

from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.sql.many import add_missing, columns_of, fields_of, within
from sync.server.storage.tables import BlobRow, table_of

BLOB = table_of(BlobRow)
BLOB_FIELDS = fields_of(BlobRecord)
READ_BLOB = attrgetter(*BLOB_FIELDS)
MISSING = (BLOB.c.complete_at.is_(None), BLOB.c.purged_at.is_(None))


class SqlBlobs:
    """Fulfils `BlobPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def want(self, blobs: Sequence[BlobRecord]) -> None:
        add_missing(self._connection, BLOB, BLOB_FIELDS, list(map(READ_BLOB, blobs)))

    def blob(self, device: str, sha256: str) -> BlobRecord | None:
        found = self._where(BLOB.c.device == device, BLOB.c.sha256 == sha256)
        return found[0] if found else None

    def blobs(self, device: str, hashes: Collection[str]) -> tuple[BlobRecord, ...]:
        if not hashes:
            return ()
        return self._where(BLOB.c.device == device, within(BLOB.c.sha256, hashes, self._connection))

    def put(self, blob: BlobRecord) -> None:
        self._connection.execute(
            update(BLOB)
            .where(BLOB.c.device == blob.device, BLOB.c.sha256 == blob.sha256)
            .values(
                received=blob.received,
                complete_at=blob.complete_at,
                lost=blob.lost,
                lost_at=blob.lost_at,
            )
        )

    def wanted(self, device: str, limit: int) -> tuple[str, ...]:
        query = (
            select(BLOB.c.sha256)
            .where(BLOB.c.device == device, *MISSING, BLOB.c.lost.is_(None))
            .order_by(BLOB.c.wanted_at, BLOB.c.sha256)
            .limit(limit)
        )
        return tuple(self._connection.execute(query).scalars())

    def missing(self, device: str) -> tuple[BlobRecord, ...]:
        return self._where(BLOB.c.device == device, *MISSING)

    def whole_after(self, device: str, sha256: str, limit: int) -> tuple[BlobRecord, ...]:
        query = (
            select(*columns_of(BLOB, BlobRecord))
            .where(
                tuple_(BLOB.c.device, BLOB.c.sha256) > tuple_(device, sha256),
                BLOB.c.complete_at.is_not(None),
                BLOB.c.purged_at.is_(None),
            )
            .order_by(BLOB.c.device, BLOB.c.sha256)
            .limit(limit)
        )
        return tuple(BlobRecord(*row) for row in self._connection.execute(query))

    def _where(self, *where: ColumnElement[bool]) -> tuple[BlobRecord, ...]:
        query = select(*columns_of(BLOB, BlobRecord)).where(*where).order_by(BLOB.c.wanted_at, BLOB.c.sha256)
        return tuple(BlobRecord(*row) for row in self._connection.execute(query))
