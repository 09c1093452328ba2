"""The desktop's own SQLModel registry, so that its tables never meet those of the server."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Dialect, MetaData, String, Table, TypeDecorator
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
}


SMALL_ROWS: dict[str, bool] = {"sqlite_with_rowid": False}
"""For tables of small rows whose key is a text: one tree on the disk instead of a table and an index."""


class Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """What all rows of the store descend from."""


def instant_text(at: datetime) -> str:
    """An aware instant as ISO 8601 in UTC with milliseconds: sorts as text the way it sorts in time."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a zone")
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


def instant_of(text: str) -> datetime:
    """The instant that `instant_text` wrote."""
    return datetime.fromisoformat(text)


class Instant(TypeDecorator[datetime]):
    """An aware UTC instant, kept as text to the millisecond."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else instant_text(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        return None if value is None else instant_of(value)


def table_of(row: type[Row]) -> Table:
    """The Core table behind a row class."""
    return Row.metadata.tables[str(row.__tablename__)]
