"""Work on many rows at once: bulk inserts, and filters by thousands of values in one bound parameter."""

import dataclasses
import json
from collections.abc import Collection, Sequence
from operator import attrgetter
from typing import Any, TypeAlias

import psycopg
from sqlalchemy import (
    ARRAY,
    Column,
    ColumnElement,
    Connection,
    Dialect,
    Table,
    Text,
    any_,
    func,
    literal,
    select,
)
from sqlalchemy import column as sql_column
from sqlalchemy.exc import IntegrityError

from sync.server.storage.store import StoreFault

Names: TypeAlias = tuple[str, ...]
Row: TypeAlias = tuple[Any, ...]


def fields_of(record: type[Any]) -> tuple[str, ...]:
    """The field names of a record type, which are column names."""
    return tuple(field.name for field in dataclasses.fields(record))


def columns_of(table: Table, record: type[Any]) -> tuple[Column[Any], ...]:
    """The columns of a table in the order of a record's fields, so that `Record(*row)` reads it."""
    return tuple(table.c[name] for name in fields_of(record))


def values_of(record: Any) -> dict[str, Any]:
    """A record as column values."""
    return {name: getattr(record, name) for name in fields_of(type(record))}


def within(
    column: ColumnElement[Any], values: Collection[Any], connection: Connection
) -> ColumnElement[bool]:
    """`column` is one of `values` (texts or integers), as a single parameter whatever their number."""
    if connection.dialect.name == "postgresql":
        kind = Text() if column.type.python_type is str else column.type
        return column == any_(literal(list(values), ARRAY(kind)))
    listed = func.json_each(json.dumps(list(values))).table_valued(sql_column("value"))
    return column.in_(select(listed.c.value))


def add_all(connection: Connection, table: Table, records: Sequence[Any]) -> None:
    """Insert records; a broken constraint raises StoreFault `rows_refused`."""
    if records:
        names = fields_of(type(records[0]))
        add_rows(connection, table, names, list(map(attrgetter(*names), records)))


def add_rows(connection: Connection, table: Table, names: Names, rows: Sequence[Row]) -> None:
    """Insert rows of the named columns; a broken constraint raises StoreFault `rows_refused`."""
    if not rows:
        return
    values = _driver_rows(table, names, rows, connection.dialect)
    if connection.dialect.name == "postgresql":
        _copy(connection, table.name, names, values)
    else:
        _insert(connection, _insertion(table, names, _marks(names)), values)


def add_missing(connection: Connection, table: Table, names: Names, rows: Sequence[Row]) -> None:
    """Insert the rows whose keys are free; the others are left alone. A broken CHECK raises `rows_refused`."""
    if not rows:
        return
    values = _driver_rows(table, names, rows, connection.dialect)
    if connection.dialect.name == "sqlite":
        _insert(connection, _insertion(table, names, _marks(names)) + " ON CONFLICT DO NOTHING", values)
        return
    stage = f"stage_{table.name}"
    connection.exec_driver_sql(
        f"CREATE TEMPORARY TABLE IF NOT EXISTS {stage} (LIKE {table.name}) ON COMMIT DELETE ROWS"
    )
    connection.exec_driver_sql(f"TRUNCATE {stage}")
    _copy(connection, stage, names, values)
    key = _listed(tuple(column.name for column in table.primary_key.columns))
    staged = f"SELECT {_listed(names)} FROM {stage} ORDER BY {key}"  # noqa: S608 - names of our own tables
    try:
        connection.exec_driver_sql(_insertion(table, names, staged) + " ON CONFLICT DO NOTHING")
    except IntegrityError as fault:
        raise StoreFault("rows_refused") from fault


def _listed(names: Names) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _marks(names: Names) -> str:
    return f"VALUES ({', '.join('?' * len(names))})"


def _insertion(table: Table, names: Names, source: str) -> str:
    return f"INSERT INTO {table.name} ({_listed(names)}) {source}"


def _driver_rows(table: Table, names: Names, rows: Sequence[Row], dialect: Dialect) -> Sequence[Row]:
    """Rows as driver values; only columns whose type needs it are converted."""
    converted = [
        (place, convert)
        for place, name in enumerate(names)
        if (convert := table.c[name].type.dialect_impl(dialect).bind_processor(dialect)) is not None
    ]
    if not converted:
        return rows
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    for place, convert in converted:
        columns[place] = [convert(value) for value in columns[place]]
    return list(zip(*columns, strict=True))


def _insert(connection: Connection, statement: str, rows: Sequence[Row]) -> None:
    try:
        connection.exec_driver_sql(statement, list(rows))
    except IntegrityError as fault:
        raise StoreFault("rows_refused") from fault


def _copy(connection: Connection, target: str, names: Names, rows: Sequence[Row]) -> None:
    driver: Any = connection.connection.dbapi_connection
    try:
        with driver.cursor() as cursor, cursor.copy(f"COPY {target} ({_listed(names)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.IntegrityError as fault:
        raise StoreFault("rows_refused") from fault
