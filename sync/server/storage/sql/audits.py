"""The audit trail in SQL; on PostgreSQL an advisory lock keeps two writers from taking one number."""

from collections.abc import Collection
from dataclasses import asdict, fields

from sqlalchemy import Connection, insert, select, text

from sync.server.storage.access_records import AuditAnchor, AuditEntry, AuditWanted
from sync.server.storage.sql.many import add_missing, add_rows, columns_of, values_of, within
from sync.server.storage.tables import AuditAboutRow, AuditAnchorRow, AuditRow, table_of

_AUDIT = table_of(AuditRow)
_COLUMNS = [_AUDIT.c[field.name] for field in fields(AuditEntry)]
_ABOUT = table_of(AuditAboutRow)
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

    def add(self, entry: AuditEntry, about: Collection[str] = ()) -> None:
        """Append a row, and what it is found by."""
        self._connection.execute(insert(_AUDIT).values(asdict(entry)))
        add_rows(self._connection, _ABOUT, ("about", "number"), [(one, entry.number) for one in about])

    def found(self, wanted: AuditWanted, limit: int) -> tuple[AuditEntry, ...]:
        """The rows that are asked for, the newest first."""
        query = select(*_COLUMNS).order_by(_AUDIT.c.number.desc()).limit(limit)
        if wanted.before is not None:
            query = query.where(_AUDIT.c.number < wanted.before)
        for column, values in ((_AUDIT.c.actor, wanted.actors), (_AUDIT.c.act, wanted.acts)):
            if values is not None:
                query = query.where(within(column, values, self._connection))
        if wanted.about is not None:
            numbers = select(_ABOUT.c.number).where(within(_ABOUT.c.about, wanted.about, self._connection))
            query = query.where(_AUDIT.c.number.in_(numbers))
        return tuple(AuditEntry(*row) for row in self._connection.execute(query))

    def after(self, number: int, limit: int, actors: Collection[str] | None = None) -> tuple[AuditEntry, ...]:
        """Rows above a number, in order."""
        query = select(*_COLUMNS).where(_AUDIT.c.number > number).order_by(_AUDIT.c.number).limit(limit)
        if actors is not None:
            query = query.where(within(_AUDIT.c.actor, actors, self._connection))
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
