"""The agent's choices that stay inside the store."""

from sqlalchemy import delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.tables.desk import SettingRow
from perisai_desktop.storage.tables.registry import table_of

_settings = table_of(SettingRow)


def get(session: Session, name: str) -> str | None:
    """The value chosen, None where nothing was."""
    return session.connection().execute(select(_settings.c.value).where(_settings.c.name == name)).scalar()


def put(session: Session, name: str, value: str) -> None:
    """Keep a choice in place of what stood there."""
    first = insert(_settings).values(name=name, value=value)
    session.connection().execute(first.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


def forget(session: Session, name: str) -> None:
    """Take a choice back."""
    session.connection().execute(delete(_settings).where(_settings.c.name == name))
