"""Opens the store: brings the schema up to date, and refuses a database of a newer program."""

from pathlib import Path

from alembic.config import Config
from alembic.runtime.environment import EnvironmentContext
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

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


def present_revision(connection: Connection) -> str | None:
    """The revision of the schema in a database, None for one without."""
    return MigrationContext.configure(connection).get_current_revision()


def schema_standing(url: str) -> str:
    """How a database's schema stands, read and left alone: `current`, `missing`, `older`, `newer`.

    Raises StoreFault `database_unreachable`; a SQLite file that is not there is `missing`, and is not made.
    """
    address = make_url(url)
    if address.get_backend_name() == "sqlite" and not Path(str(address.database)).exists():
        return "missing"
    engine = open_engine(url)
    scripts = _scripts()
    try:
        with engine.connect() as connection:
            present = present_revision(connection)
    except SQLAlchemyError as error:
        raise StoreFault("database_unreachable") from error
    finally:
        engine.dispose()
    if present is None or present == scripts.get_current_head():
        return "missing" if present is None else "current"
    return "older" if present in {script.revision for script in scripts.walk_revisions()} else "newer"


def _scripts() -> ScriptDirectory:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    return ScriptDirectory.from_config(config)


def _upgrade(connection: Connection) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    head = scripts.get_current_head()
    present = present_revision(connection)
    if present == head:
        return
    known = {script.revision for script in scripts.walk_revisions()}
    if present is not None and present not in known:
        raise StoreFault("database_newer")

    def steps(revision: object, _context: MigrationContext) -> object:
        return scripts._upgrade_revs(str(head), revision)  # type: ignore[arg-type]

    with EnvironmentContext(config, scripts, fn=steps, destination_rev=head):
        scripts.run_env()
