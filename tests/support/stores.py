"""An encrypted store on disk and what fills it: the same invented people, actions, answers and feed rows."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from perisai_desktop.storage import actions
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.feed import FeedItem
from perisai_desktop.storage.journal import SealedEntry
from perisai_desktop.storage.tables import metadata
from sync.protocol.canonical import JsonValue, canonical_bytes
from sync.protocol.encoding import to_base64url
from sync.protocol.messages import Acknowledgement, EntryVerdict
from sync.rules.states import VerdictKind
from tests.support.sample_bodies import AT, identifier
from tests.support.sample_entries import SERVER_KEY, SampleJournal

KEY = bytes(range(100, 132))
VILLAGES = {"35.14.06.2008": "Sukamaju", "35.14.06.2009": "Karang Anyar"}
PROJECTED = (
    "worker",
    "enrolment",
    "ledger",
    "receipt",
    "refund_grant",
    "cash",
    "closing",
    "life_change",
    "due",
)


def open_store(folder: Path, key: bytes = KEY) -> Database:
    """The store of a folder, made where there is none."""
    return Database.open(folder / "store.db", key, village_name=lambda code: VILLAGES.get(code, ""))


def lay_blank(path: Path, key: bytes = KEY) -> None:
    """An empty store with the newest schema in a new file at `path`: migrating each anew costs more than most tests."""
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(_blank(key))


@cache
def _blank(key: bytes) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        Database.open(path, key).close()
        return path.read_bytes()


def grouped(entries: Sequence[SealedEntry]) -> list[list[SealedEntry]]:
    """Entries in a row, cut into their actions."""
    actions_found: dict[str, list[SealedEntry]] = {}
    for entry in entries:
        actions_found.setdefault(json.loads(entry.raw)["action_id"], []).append(entry)
    return list(actions_found.values())


def store_all(database: Database, journal: SampleJournal, at: datetime = AT) -> None:
    """Store every action of a sample journal in a transaction of its own."""
    for action in grouped(journal.entries):
        with database.transaction() as session:
            actions.store(session, action, at)


def acknowledge(
    entries: Sequence[SealedEntry],
    kind: VerdictKind = VerdictKind.ACCEPTED,
    *,
    position: int = 1,
    batch: int = 900,
    **more: Any,
) -> Acknowledgement:
    """The server's answer to a batch of these entries: one verdict for all."""
    verdicts = tuple(
        EntryVerdict(
            entry_id=json.loads(entry.raw)["entry_id"],
            hash=entry.hash,
            kind=kind,
            feed_position=position + place,
            **more,
        )
        for place, entry in enumerate(entries)
    )
    return Acknowledgement(
        batch_id=identifier(batch),
        digest="a" * 64,
        verdicts=verdicts,
        stored_at=AT,
        server=to_base64url(SERVER_KEY.public),
    )


def item(position: int, kind: str, payload: JsonValue) -> FeedItem:
    """A row of the feed."""
    return FeedItem(position, kind, AT + timedelta(minutes=position), canonical_bytes(payload))


def decision(position: int, entry: SealedEntry, state: str, **more: JsonValue) -> FeedItem:
    """A reviewer's decision on an entry."""
    payload: dict[str, JsonValue] = {
        "entry_id": json.loads(entry.raw)["entry_id"],
        "hash": entry.hash,
        "state": state,
        "decided_at": "2026-11-22T05:00:00.000Z",
        "reviewer": "Penyelia Contoh",
        **more,
    }
    return item(position, "decision", payload)


def verdict(position: int, entry: SealedEntry, **more: JsonValue) -> FeedItem:
    """The server's verdict on an entry."""
    payload: dict[str, JsonValue] = {
        "entry_id": json.loads(entry.raw)["entry_id"],
        "hash": entry.hash,
        "kind": "accepted",
        "feed_position": position,
        **more,
    }
    return item(position, "verdict", payload)


def card(position: int, worker: int, **more: JsonValue) -> FeedItem:
    """The branch's card of a worker."""
    payload: dict[str, JsonValue] = {
        "worker_id": identifier(worker),
        "nik": "3208044810930004",
        "name": "Ma'rifah Nasution",
        "birth_date": "1993-10-08",
        "phone": "082787657987",
        "village": "35.14.06.2009",
        **more,
    }
    return item(position, "worker", {name: value for name, value in payload.items() if value is not None})


def record(position: int, entry: SealedEntry, kind: str = "accepted", **more: JsonValue) -> FeedItem:
    """An own entry that comes back after a restore."""
    value = json.loads(entry.raw)
    verdict: dict[str, JsonValue] = {
        "entry_id": value["entry_id"],
        "hash": entry.hash,
        "kind": kind,
        "feed_position": position,
    }
    payload: dict[str, JsonValue] = {
        "raw": entry.raw.decode(),
        "hash": entry.hash,
        "verdict": verdict,
        **more,
    }
    if entry.personal is not None:
        payload["personal"] = entry.personal.decode()
    return item(position, "record", payload)


def dump(session: Session, tables: Sequence[str] = PROJECTED) -> list[str]:
    """Every row of some tables and every word of the index, as text in a fixed order."""
    link = session.connection()
    lines: list[str] = []
    for name in tables:
        table = metadata.tables[name]
        rows = link.exec_driver_sql(
            f"SELECT * FROM {name} ORDER BY {', '.join(c.name for c in table.primary_key)}"
        )
        lines += [f"{name} {tuple(row)!r}" for row in rows]
    return lines + index_words(session)


def everything(database: Database) -> str:
    """All that the opened store says, every table and column, as one text."""
    with database.reading() as session:
        link = session.connection()
        rows = [
            repr(tuple(row))
            for name in metadata.tables
            for row in link.exec_driver_sql(f'SELECT * FROM "{name}"')
        ]
    return "\n".join(rows)


def index_words(session: Session) -> list[str]:
    """Every word of the index with the number of rows it leads to."""
    link = session.connection()
    link.exec_driver_sql("CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'worker_search', 'row')")
    try:
        return [
            f"index {tuple(row)!r}" for row in link.exec_driver_sql("SELECT * FROM temp.word ORDER BY term")
        ]
    finally:
        link.exec_driver_sql("DROP TABLE temp.word")


def prove_index(session: Session) -> None:
    """Have FTS5 compare the index with the workers; it raises where they differ."""
    session.connection().exec_driver_sql(
        "INSERT INTO worker_search(worker_search, rank) VALUES ('integrity-check', 1)"
    )
