"""A branch of as many entries as a benchmark asks for, on PostgreSQL: a generated one, grown copy by copy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from psycopg.rows import dict_row

from sync.server.demo.filling import fill
from sync.server.demo.planning import Wish
from sync.server.services.audit_chain import named, next_entry
from sync.server.services.practice import REVIEWER
from sync.server.state_folder import ServerState, write_state
from sync.server.storage.access_records import AuditEntry
from tests.bench.grown_rows import Copy, Row, Seed, agent_of, device_of
from tests.support.postgres import plain

TODAY = date(2026, 11, 22)
TEAMS = 5
"""So many times the generated branch's agents."""
_COPIED = (
    *("entry", "personal_part", "review", "review_move", "receipt", "ledger_line", "cash_movement"),
    *("worker_register", "check_finding", "photo_use", "blob", "feed"),
)
_STANDING = ("agent", "device", "device_epoch", "feed_stream")
_MANY = 100_000
_LARGE, _SMALL = (20, 5, 4_000), (2, 3, 60)
"""Agents, days and entries of the generated branch."""
_SUMS = """
    TRUNCATE agent_cash, receipt_reach;
    INSERT INTO agent_cash SELECT agent_id, sort, sum(amount) FROM cash_movement GROUP BY agent_id, sort;
    INSERT INTO receipt_reach SELECT device, epoch, count(*), max(counter) FROM receipt WHERE genuine GROUP BY device, epoch;
"""
_MOVES = """
    INSERT INTO review_move (entry_id, number, at, account_id, move, from_state, to_state, hash, comments)
    SELECT entry_id, 1, received_at + interval '1 day', %s, 'approve', 'in_review', state, hash, '[]'
    FROM review WHERE state IN ('approved', 'registered', 'returned', 'refused') AND entry_id NOT IN
      (SELECT entry_id FROM review_move)
"""


@dataclass(frozen=True, slots=True)
class Grown:
    """What was made: entries and agents, and rows by state of review."""

    entries: int
    agents: int
    states: dict[str, int]


def grow(folder: Path, url: str, size: int) -> Grown:
    """Fill an empty database and the folder of its practice server with about `size` entries, at least one copy."""
    write_state(folder, ServerState(practice=True, public_host="latihan.invalid"))
    agents, days, entries = _LARGE if size >= _MANY else _SMALL
    fill(folder, url, Wish(agents, days, entries, 7, TODAY), lambda _line: None)
    with psycopg.connect(plain(url), autocommit=True) as connection:
        seed = _seed(connection, days)
        copies = max(round(size / len(seed.rows["entry"])), 1)
        spans = -(-copies // TEAMS)
        with connection.transaction():
            connection.execute(f"TRUNCATE {', '.join(_COPIED)} CASCADE")
            taken: set[str] = set()
            for number in range(copies):
                age, team = divmod(number, TEAMS)
                copy = Copy(seed, number, team, age, spans - 1 - age, taken)
                for table in _COPIED:
                    _write(connection, table, seed.rows[table], copy.of(table))
            _stand(connection, seed, min(copies, TEAMS), spans)
            connection.execute(_SUMS)
            connection.execute(_MOVES, [seed.reviewer])
            connection.execute(
                "UPDATE review SET decided_at = move.at FROM review_move AS move"
                " WHERE move.entry_id = review.entry_id AND decided_at IS NULL AND number = 1"
            )
            _look(connection, seed.reviewer)
        _lay_pictures(folder / "blobs", connection)
        connection.execute("VACUUM ANALYZE")
        states = connection.execute("SELECT state, count(*) FROM review GROUP BY state ORDER BY state")
        (count,) = connection.execute("SELECT count(*) FROM entry").fetchone() or (0,)
        return Grown(count, agents * min(copies, TEAMS), dict(states.fetchall()))


def _seed(connection: psycopg.Connection[Any], days: int) -> Seed:
    rows = {table: _read(connection, table) for table in (*_COPIED, *_STANDING)}
    (reviewer,) = connection.execute(
        "SELECT account_id FROM account WHERE login = %s", [REVIEWER]
    ).fetchone() or ("",)
    parts = {row["hash"]: json.loads(row["content"]) for row in rows["personal_part"]}
    counters: dict[str, int] = {}
    for receipt in rows["receipt"]:
        counters[receipt["device"]] = max(counters.get(receipt["device"], 0), receipt["counter"])
    return Seed(
        rows=rows,
        span=timedelta(days=days),
        reviewer=reviewer,
        names={row["entry_id"]: parts.get(row["hash"], {}).get("name", "") for row in rows["entry"]},
        seqs=max(row["seq"] for row in rows["entry"]),
        positions=max(row["last_position"] for row in rows["feed_stream"]),
        counters=counters,
    )


def _read(connection: psycopg.Connection[Any], table: str) -> Sequence[Row]:
    with connection.cursor(row_factory=dict_row) as cursor:
        return cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(table))).fetchall()


def _write(
    connection: psycopg.Connection[Any], table: str, like: Sequence[Row], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Copy rows into a table, columns as in the rows that were read of it."""
    if not like:
        return
    columns = sql.SQL(", ").join(map(sql.Identifier, like[0]))
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table), columns)
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)


def _stand(connection: psycopg.Connection[Any], seed: Seed, teams: int, spans: int) -> None:
    """Agents and laptops of the further teams, and chains and feeds that reach as far as the rows do."""
    for team in range(1, teams):
        for table in _STANDING:
            _write(connection, table, seed.rows[table], (_of_team(row, team) for row in seed.rows[table]))
    for table, column, reach in (
        ("device_epoch", "contiguous_seq", seed.seqs),
        ("device_epoch", "high_seq", seed.seqs),
        ("feed_stream", "last_position", seed.positions),
    ):
        further = sql.SQL("UPDATE {0} SET {1} = {1} + {2} WHERE {1} > 0")
        connection.execute(
            further.format(sql.Identifier(table), sql.Identifier(column), sql.Literal((spans - 1) * reach))
        )


def _look(connection: psycopg.Connection[Any], reviewer: str) -> None:
    """Every record that the reviewer moved was seen before: the audit trail says so, row by row."""
    with connection.cursor(row_factory=dict_row) as cursor:
        newest = cursor.execute("SELECT * FROM audit ORDER BY number DESC LIMIT 1").fetchone()
    last = None if newest is None else AuditEntry(**{**newest, "at": newest["at"].astimezone(UTC)})
    moved = connection.execute(
        "SELECT move.entry_id, worker_id, at FROM review_move AS move JOIN review USING (entry_id)"
        " WHERE account_id IS NOT NULL ORDER BY at, entry_id"
    ).fetchall()
    rows, about = [], []
    for entry_id, worker_id, at in moved:
        detail = {"way": "read", "people": [], **({"worker": worker_id} if worker_id else {})}
        last = next_entry(last, at.astimezone(UTC), reviewer, "record_seen", entry_id, detail)
        rows.append(asdict(last))
        about += [{"about": one, "number": last.number} for one in sorted(named(entry_id, detail))]
    for table, made in (("audit", rows), ("audit_about", about)):
        _write(connection, table, made, (tuple(row.values()) for row in made))


def _lay_pictures(folder: Path, connection: psycopg.Connection[Any]) -> None:
    """A file of zeros for each picture that has arrived, so that the server does not ask for all of them again."""
    whole = connection.execute("SELECT device, sha256, length FROM blob WHERE complete_at IS NOT NULL")
    for device, digest, length in whole:
        path = folder / device / digest[:2] / digest
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as file:
                file.truncate(length)


def _of_team(row: Row, team: int) -> tuple[Any, ...]:
    changed = dict(row)
    if "device" in row:
        changed["device"] = device_of(team, row["device"])
    for name in {"agent_id", "stream"} & row.keys():
        changed[name] = agent_of(team, row[name])
    if "public_key" in row:
        changed["public_key"] = sha256(bytes([team]) + row["public_key"]).digest()
    if "number" in row:
        changed["number"] = f"L-{team}{row['number'][-3:]}"
    return tuple(changed.values())
