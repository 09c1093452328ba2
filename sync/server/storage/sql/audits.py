"""The audit trail in SQL; on PostgreSQL an advisory lock keeps two writers from taking one number."""

from dataclasses import asdict, fields

from sqlalchemy import Connection, insert, select, text

from sync.server.storage.access_records import AuditAnchor, AuditEntry
from sync.server.storage.sql.many import add_missing, columns_of, values_of
from sync.server.storage.tables import AuditAnchorRow, AuditRow, table_of

_AUDIT = table_of(AuditRow)
_COLUMNS = [_AUDIT.c[field.name] for field in fields(AuditEntry)]
_ANCHOR = table_of(AuditAnchorRow)
_LOCK = text("SELECT pg_advisory_xact_lock(hashtext('perisai-audit'))")


class SqlAudits:
    """The audit port on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def last(self) -> AuditEntry | None:
        """The newest row; the trail stays locked until commit."""
        if self._connection.dialect.name == "postgresql":
            self._connection.execute(_LOCK)
        row = self._connection.execute(
            select(*_COLUMNS).order_by(_AUDIT.c.number.desc()).limit(1)
        ).one_or_none()
        return None if row is None else AuditEntry(*row)

    def add(self, entry: AuditEntry) -> None:
        """Append a row."""
        self._connection.execute(insert(_AUDIT).values(asdict(entry)))

    def after(self, number: int, limit: int) -> tuple[AuditEntry, ...]:
        """Rows above a number, in order."""
        query = select(*_COLUMNS).where(_AUDIT.c.number > number).order_by(_AUDIT.c.number).limit(limit)
        return tuple(AuditEntry(*row) for row in self._connection.execute(query))

    def anchor(self) -> AuditAnchor | None:
        """The newest anchor."""
        query = select(*columns_of(_ANCHOR, AuditAnchor)).order_by(_ANCHOR.c.day.desc()).limit(1)
        row = self._connection.execute(query).one_or_none()
        return None if row is None else AuditAnchor(*row)

    def add_anchor(self, anchor: AuditAnchor) -> None:
        """Anchor a day that is not anchored yet."""
        values = values_of(anchor)
        add_missing(self._connection, _ANCHOR, tuple(values), [tuple(values.values())])
