"""Opening: the schema is brought up to date, kept, and never taken from a newer program."""

import stat
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import CheckConstraint, inspect

from sync.server.storage.opening import migrate, open_store
from sync.server.storage.sql.engine import open_engine
from sync.server.storage.store import StoreFault
from sync.server.storage.tables import SERVER_METADATA
from tests.support.store_rows import furnish


def test_a_store_opened_again_holds_what_it_held(database_url: str) -> None:
    first = open_store(database_url)
    furnish(first, "a")
    first.close()
    second = open_store(database_url)
    with second.reading() as tx:
        assert [agent.agent_id for agent in tx.organisation.agents()] == ["a"]
    second.close()


def test_the_migrations_make_exactly_the_tables(database_url: str) -> None:
    engine = open_engine(database_url)
    migrate(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, SERVER_METADATA) == []
        present = inspect(connection)
        for table in SERVER_METADATA.sorted_tables:
            wanted = {one.name for one in table.constraints if isinstance(one, CheckConstraint)}
            found = {one["name"] for one in present.get_check_constraints(table.name)}
            assert wanted == found, table.name
    engine.dispose()


def test_a_database_of_a_newer_program_is_refused(database_url: str) -> None:
    open_store(database_url).close()
    engine = open_engine(database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    engine.dispose()
    with pytest.raises(StoreFault) as fault:
        open_store(database_url)
    assert fault.value.code == "database_newer"


def test_a_sqlite_file_is_the_owners_alone_and_durable(tmp_path: Path) -> None:
    path = tmp_path / "server.sqlite3"
    open_store(f"sqlite:///{path}").close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    engine = open_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    engine.dispose()
    assert pragmas == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_postgresql_waits_for_the_disk(postgres_url: str) -> None:
    engine = open_engine(postgres_url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar_one() == "on"
        assert connection.exec_driver_sql("SHOW timezone").scalar_one() == "UTC"
    engine.dispose()
