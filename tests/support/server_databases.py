"""The server's store on a file of its own, and on one PostgreSQL database that each test finds empty."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sync.server.storage.opening import open_store
from sync.server.storage.sql.engine import open_engine
from sync.server.storage.tables import SERVER_METADATA
from tests.support.postgres import fresh_database

DATABASES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)]


def blank_sqlite(path: Path) -> str:
    """The address of an empty database with the newest schema in a new file: migrating each anew costs more than most tests."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(_blank())
    return f"sqlite:///{path}"


@cache
def _blank() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "server.sqlite3"
        open_store(f"sqlite:///{path}").close()
        return path.read_bytes()


@pytest.fixture(scope="session")
def migrated_postgres(postgres_server: str) -> Iterator[str]:
    """A database with the newest schema, made once a run."""
    with fresh_database(postgres_server, "server_store") as url:
        open_store(url).close()
        yield url


@pytest.fixture
def emptied_postgres(migrated_postgres: str) -> str:
    """That database without a row: emptying costs less than making one."""
    engine = open_engine(migrated_postgres)
    tables = ", ".join(table.name for table in SERVER_METADATA.sorted_tables)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {tables}")
    engine.dispose()
    return migrated_postgres
