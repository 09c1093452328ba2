"""What SQLite makes of the statements of a block: which tables it walks through and which it looks things up in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from perisai_desktop.storage.database import Session


@contextmanager
def plans(session: Session) -> Iterator[list[str]]:
    """The steps of every statement that was run in the block, as SQLite tells them; filled at its end."""
    link, ran, steps = session.connection(), list[tuple[str, Any]](), list[str]()

    def note(_link: object, _cursor: object, statement: str, parameters: Any, *_more: object) -> None:
        ran.append((statement, parameters))

    event.listen(link, "before_cursor_execute", note)
    try:
        yield steps
    finally:
        event.remove(link, "before_cursor_execute", note)
    for statement, parameters in ran:
        told = link.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        steps += [str(row[-1]) for row in told]
