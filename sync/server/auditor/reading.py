"""Reads the evidence: one read-only snapshot of a SQLite or PostgreSQL database, by SQL of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from datetime import UTC, date, datetime
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.exc import SQLAlchemyError

from sync.server.auditor.rows import (
    AnchorRow,
    BatchRow,
    DeviceRow,
    EntryRow,
    EpochRow,
    LineRow,
    MovementRow,
    PurgedRow,
    ReceiptRow,
    ReviewRow,
    TrailRow,
)

R = TypeVar("R")
_AT_ONCE = 500
_NAMING = ("device", "entry", "ledger_line", "receipt", "cash_movement", "batch_inbox")


class EvidenceFault(Exception):
    """A database that cannot be read."""


class Evidence:
    """Rows in a fixed order, streamed; instants are aware UTC."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def devices(self) -> tuple[DeviceRow, ...]:
        """Every device that is enrolled or that any row names, by agent and code."""
        known = {one.device: one for one in self._read(DeviceRow, "FROM device")}
        union = " UNION ".join(f"SELECT device FROM {table}" for table in _NAMING)  # noqa: S608
        named = [str(row[0]) for row in self._connection.execute(text(union))]
        found = [known.get(code, DeviceRow(code, "", b"")) for code in named]
        return tuple(sorted(found, key=lambda one: (one.agent_id, one.device)))

    def epochs(self, device: str) -> tuple[EpochRow, ...]:
        """The chains of a device."""
        return tuple(
            self._read(EpochRow, "FROM device_epoch WHERE device = :device ORDER BY epoch", device=device)
        )

    def entries(self, device: str) -> Iterator[EntryRow]:
        """Entries with their personal parts, in the order of the chains."""
        source = (
            "FROM entry LEFT JOIN (SELECT device AS owner, hash AS digest, content AS personal FROM personal_part)"
            " AS part ON part.owner = entry.device AND part.digest = entry.hash"
            " WHERE device = :device ORDER BY epoch, seq, hash"
        )
        return self._read(EntryRow, source, device=device)

    def batches(self, device: str) -> Iterator[BatchRow]:
        """Batches, oldest first."""
        return self._read(
            BatchRow, "FROM batch_inbox WHERE device = :device ORDER BY received_at, batch_id", device=device
        )

    def purged(self, device: str) -> Iterator[PurgedRow]:
        """The log of what was erased."""
        return self._read(
            PurgedRow, "FROM purged_part WHERE device = :device ORDER BY hash, digest", device=device
        )

    def receipts(self, device: str) -> Iterator[ReceiptRow]:
        """Receipts of the books."""
        return self._read(ReceiptRow, "FROM receipt WHERE device = :device ORDER BY hash", device=device)

    def lines(self, device: str) -> Iterator[LineRow]:
        """Lines of the ledger."""
        return self._read(
            LineRow, "FROM ledger_line WHERE device = :device ORDER BY hash, line", device=device
        )

    def movements(self, device: str) -> Iterator[MovementRow]:
        """Movements of cash."""
        return self._read(
            MovementRow, "FROM cash_movement WHERE device = :device ORDER BY hash", device=device
        )

    def undone(self, device: str) -> Iterator[ReviewRow]:
        """How void requests and refunds stand."""
        source = "FROM review WHERE device = :device AND kind IN ('void_request', 'refund') ORDER BY entry_id"
        return self._read(ReviewRow, source, device=device)

    def trail(self) -> Iterator[TrailRow]:
        """The audit trail in its order."""
        return self._read(TrailRow, "FROM audit ORDER BY number")

    def anchors(self) -> tuple[AnchorRow, ...]:
        """The anchors by day."""
        return tuple(self._read(AnchorRow, "FROM audit_anchor ORDER BY day"))

    def table(self, sql: str, **values: str | None) -> Iterator[tuple[Any, ...]]:
        """The rows of a query as they come; `values` by the names that it asks for."""
        return (tuple(row) for row in self._connection.execute(text(sql), values))

    def _read(self, kind: type[R], source: str, **values: str) -> Iterator[R]:
        columns, readers = _form(kind)
        query = text(f"SELECT {columns} {source}")
        rows = self._connection.execution_options(yield_per=_AT_ONCE).execute(query, values)
        for row in rows:
            yield kind(*(reader(value) for reader, value in zip(readers, row, strict=True)))


@contextmanager
def evidence(url: str) -> Iterator[Evidence]:
    """One snapshot of the database at an SQLAlchemy address; nothing can be written through it. Raises EvidenceFault."""
    engine = _read_only(url)
    try:
        with engine.connect() as connection:
            yield Evidence(connection)
    except SQLAlchemyError as error:
        raise EvidenceFault(str(error.__cause__ or error).strip()) from error
    finally:
        engine.dispose()


def _read_only(url: str) -> Engine:
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        file = quote(str(address.database))
        engine = create_engine(f"sqlite:///file:{file}?mode=ro&uri=true")
        event.listen(
            engine, "connect", lambda connection, _entry: setattr(connection, "isolation_level", None)
        )
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
        return engine
    return create_engine(
        address,
        isolation_level="REPEATABLE READ",
        connect_args={"options": "-c timezone=UTC -c default_transaction_read_only=on"},
    )


def _form(kind: type[Any]) -> tuple[str, tuple[Any, ...]]:
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)]
    return ", ".join(names), tuple(_READERS[_plain(hints[name])] for name in names)


def _plain(hint: Any) -> type[Any]:
    if isinstance(hint, UnionType):
        hint = next(one for one in get_args(hint) if one is not type(None))
    plain: type[Any] = hint
    return plain


def _same(value: Any) -> Any:
    return value


def _instant(value: Any) -> datetime | None:
    """SQLite keeps UTC as text without a zone."""
    if value is None:
        return None
    at = datetime.fromisoformat(value) if isinstance(value, str) else value
    return at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else value


_READERS: dict[type[Any], Any] = {
    bool: bool,
    bytes: lambda value: None if value is None else bytes(value),
    date: _day,
    datetime: _instant,
    int: _same,
    str: _same,
}
