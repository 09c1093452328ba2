"""Runs Alembic's steps on the connection that the store hands over; there is no offline mode."""

from typing import Any

from alembic import context
from sqlalchemy.engine import Connection

from perisai_desktop.storage.tables import metadata

INDEX = "worker_search"


def _own(_: Any, name: str | None, kind: str, __: bool, ___: Any) -> bool:
    """Everything but the index of words and the shadow tables that FTS5 keeps for it."""
    return not (kind == "table" and name is not None and name.startswith(INDEX))


connection: Connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, include_object=_own, compare_type=True)
context.run_migrations()
