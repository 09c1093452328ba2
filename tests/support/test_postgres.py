"""The PostgreSQL that tests stand on: empty at first, apart from its neighbours, kept when opened again."""

from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.support.postgres import fresh_database, passable_folder, plain, postgresql


def test_each_test_gets_an_empty_database(postgres_url: str, postgres_server: str) -> None:
    with psycopg.connect(plain(postgres_url)) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert tables == (0,)
        connection.execute("CREATE TABLE mark (n integer)")
    with fresh_database(postgres_server, "neighbour") as other, psycopg.connect(plain(other)) as connection:
        assert connection.execute("SELECT to_regclass('public.mark')").fetchone() == (None,)


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder of one's own that PostgreSQL's user can reach."""
    with passable_folder() as made:
        yield made


def test_a_stopped_server_keeps_its_data(folder: Path) -> None:
    with postgresql(folder / "kept") as first, psycopg.connect(plain(first)) as connection:
        connection.execute("CREATE TABLE mark (n integer)")
        connection.execute("INSERT INTO mark VALUES (7)")
    with postgresql(folder / "kept") as second, psycopg.connect(plain(second)) as connection:
        assert connection.execute("SELECT n FROM mark").fetchone() == (7,)
