"""Remembers which line of which file an action came from, so that a killed import resumes behind it."""

from sqlalchemy import insert, select
from sqlmodel import Session

from perisai_desktop.domain.draft import Source
from perisai_desktop.storage.tables.desk import ActionSourceRow
from perisai_desktop.storage.tables.registry import table_of

_sources = table_of(ActionSourceRow)


def put(session: Session, action_id: str, source: Source) -> None:
    """Write the source in the action's own transaction; a line makes one action at most."""
    row = {"action_id": action_id, "file_sha256": source.file_sha256, "row": source.row}
    session.connection().execute(insert(_sources), [row])


def action_of(session: Session, source: Source) -> str | None:
    """The action that was made from a line, None where none was."""
    query = select(_sources.c.action_id).where(
        _sources.c.file_sha256 == source.file_sha256, _sources.c.row == source.row
    )
    return session.connection().execute(query).scalar()
