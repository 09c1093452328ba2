"""Opens the store: brings the schema up to date, and refuses a database of a newer program."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from sync.server.storage.sql.engine import WRITER, open_engine
from sync.server.storage.sql.store import SqlStore
from sync.server.storage.store import Store, StoreFault

MIGRATIONS = Path(__file__).resolve().parents[1] / "migrations"
MIGRATION_LOCK = 7_205_759


def open_store(url: str, feed_floor: int = 0) -> Store:
    """The store at an SQLAlchemy address; raises StoreFault `database_newer`.

    `feed_floor`: every position that it gives in a feed is above it.
    """
    engine = open_engine(url)
    try:
        migrate(engine)
    except StoreFault:
        engine.dispose()
        raise
    return SqlStore(engine, feed_floor)


def migrate(engine: Engine) -> None:
    """Apply what is missing in one transaction; two servers that start together take turns."""
    with engine.connect() as connection:
        writing = connection.execution_options(**{WRITER: True})
        with writing.begin():
            if engine.dialect.name == "postgresql":
                writing.exec_driver_sql(f"SELECT pg_advisory_xact_lock({MIGRATION_LOCK})")
            _upgrade(writing)


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    head = scripts.get_current_head()
    present = MigrationContext.configure(connection).get_current_revision()
    if present == head:
        return
    known = {script.revision for script in scripts.walk_revisions()}
    if present is not None and present not in known:
        raise StoreFault("database_newer")

    def steps(revision: object, _context: MigrationContext) -> object:
        return scripts._upgrade_revs(str(head), revision)  # type: ignore[arg-type]

    with EnvironmentContext(config, scripts, fn=steps, destination_rev=head):
        scripts.run_env()
