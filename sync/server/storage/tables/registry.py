"""The base of every server table: one registry of its own, named constraints, and the column of an instant."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import DateTime, Dialect, MetaData, Table
from sqlalchemy.orm import registry
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

SERVER_REGISTRY = registry(metadata=MetaData(naming_convention=NAMING))
SERVER_METADATA = SERVER_REGISTRY.metadata


class ServerRow(SQLModel, registry=SERVER_REGISTRY):
    """A row of a server table; other packages never see one, they see frozen records."""


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant: timestamptz on PostgreSQL, UTC text on SQLite. A naive value raises ValueError."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("instant_without_zone")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        instant: datetime = value
        return instant.replace(tzinfo=UTC) if instant.tzinfo is None else instant.astimezone(UTC)


def table_of(row: type[ServerRow]) -> Table:
    """The Core table behind a row class."""
    return SERVER_METADATA.tables[str(row.__tablename__)]


def one_of(column: str, values: tuple[str, ...]) -> str:
    """The text of a CHECK that a column holds one of some words."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"
