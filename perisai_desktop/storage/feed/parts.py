"""What is personal on rows of the feed: kept beside them, the only thing of them that a purge removes."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import delete, insert, select
from sqlmodel import Session

from perisai_desktop.storage.tables.feed import FeedPartRow, FeedRow
from perisai_desktop.storage.tables.registry import table_of

parts = table_of(FeedPartRow)
_rows = table_of(FeedRow)
PERSONAL = ("nik", "name", "birth_date", "phone", "village")
"""What is personal on a worker's card."""
_NAMES: Mapping[str, tuple[str, ...]] = {
    "record": ("personal",),
    "worker": PERSONAL,
    "decision": ("note", "comments"),
}


def split(kind: str, raw: bytes, payload: Mapping[str, Any]) -> tuple[bytes, bytes | None]:
    """A payload's bytes without what is personal, and that; None where nothing is."""
    personal = {name: payload[name] for name in _NAMES.get(kind, ()) if name in payload}
    if not personal:
        return raw, None
    rest = {name: value for name, value in payload.items() if name not in personal}
    return _bytes(rest), _bytes(personal)


def put(session: Session, step: int, raw: bytes) -> None:
    """Keep what is personal on a row just applied."""
    session.connection().execute(insert(parts), [{"step": step, "raw": raw}])


def remove(session: Session, steps: Collection[int]) -> None:
    """Take away what is personal on some rows."""
    session.connection().execute(delete(parts).where(parts.c.step.in_(steps)))


def remove_words(session: Session, entry_ids: Collection[str]) -> None:
    """Take away what reviewers wrote of some entries: it may name what was on the form."""
    of_entries = select(_rows.c.step).where(_rows.c.entry_id.in_(entry_ids), _rows.c.kind == "decision")
    session.connection().execute(delete(parts).where(parts.c.step.in_(of_entries)))


def remove_cards(session: Session, worker_ids: Collection[str]) -> None:
    """Take away what every card says of some workers."""
    of_workers = select(_rows.c.step).where(_rows.c.worker_id.in_(worker_ids), _rows.c.kind == "worker")
    session.connection().execute(delete(parts).where(parts.c.step.in_(of_workers)))


def _bytes(payload: Mapping[str, Any]) -> bytes:
    return json.dumps(payload, ensure_ascii=False, separators=(",", ":")).encode()
