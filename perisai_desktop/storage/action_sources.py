"""Remembers which lines of which file an action came from, so that a killed import resumes behind them."""

from collections.abc import Mapping, Sequence

from sqlalchemy import insert, select
from sqlmodel import Session

from perisai_desktop.domain.draft import Source
from perisai_desktop.storage.tables.desk import ActionSourceRow
from perisai_desktop.storage.tables.registry import table_of

_sources = table_of(ActionSourceRow)


def put(session: Session, action_id: str, sources: Sequence[Source]) -> None:
    """Write the lines in the action's own transaction; a line makes one action at most."""
    rows = [
        {"action_id": action_id, "file_sha256": source.file_sha256, "row": source.row} for source in sources
    ]
    if rows:
        session.connection().execute(insert(_sources), rows)


def action_of(session: Session, source: Source) -> str | None:
    """The action that was made from a line, None where none was."""
    query = select(_sources.c.action_id).where(
        _sources.c.file_sha256 == source.file_sha256, _sources.c.row == source.row
    )
    return session.connection().execute(query).scalar()


def taken(session: Session, file_sha256: str) -> Mapping[int, str]:
    """The lines of a file that actions were made from, each with its action."""
    query = select(_sources.c.row, _sources.c.action_id).where(_sources.c.file_sha256 == file_sha256)
    return {row.row: row.action_id for row in session.connection().execute(query)}
