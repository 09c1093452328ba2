"""A process killed again and again loses nothing that it said was saved, and shows nothing to who has no key."""

import json
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from perisai_desktop.storage import journal, mark, outbox, rebuild
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections import receipts
from sync.protocol.chain import check_chain, genesis_hash
from sync.protocol.entry import DecodedEntry, decode
from sync.rules.receipt_number import ReceiptNumber
from tests.support.market_day import NAME, NIK, enrol, take
from tests.support.sample_bodies import AT
from tests.support.sample_entries import DEVICE, DEVICE_KEY
from tests.support.stores import acknowledge, dump, open_store

ROUNDS = 10
ROOT = Path(__file__).parents[3]


def _killed_after(folder: Path, rows: int) -> list[int]:
    """Run a market day in a process of its own, kill it after so many rows; the rows it said were saved."""
    worker = subprocess.Popen(
        [sys.executable, "-m", "tests.support.market_day", str(folder)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert worker.stdout is not None
    said = [int(worker.stdout.readline()) for _ in range(rows)]
    worker.kill()
    said += [int(line) for line in worker.stdout if line.endswith("\n")]
    worker.stdout.close()
    assert worker.wait() != 0
    return said


def _hits(folder: Path, needles: list[str]) -> list[str]:
    found = []
    for file in folder.rglob("*"):
        content = file.read_bytes() if file.is_file() else b""
        found += [
            f"{file.name} {needle}"
            for needle in needles
            for code in ("utf-8", "utf-16-le")
            if needle.encode(code) in content
        ]
    return found


def _prove_books(store: Database) -> int:
    """Check chain, receipt numbers, outbox and mark against the journal; returns how many actions it holds."""
    with store.reading() as session:
        entries = list(journal.replay(session))
        decoded = [decode(entry.raw, entry.personal) for entry in entries]
        start = genesis_hash(DEVICE_KEY.public)
        assert check_chain(decoded, device=DEVICE, epoch=1, after_seq=0, head=start) == ()
        numbers = [
            ReceiptNumber.parse(json.loads(entry.raw)["body"]["number"]).counter
            for entry in entries
            if entry.kind == "receipt"
        ]
        assert numbers == list(range(1, len(entries) // 3 + 1))
        assert all(isinstance(one, DecodedEntry) and one.personal for one in decoded[::3])
        assert len(receipts.recent_receipts(session, 10**6)) == len(numbers)
        seen = mark.read(store.path.with_name("mark.json"))
        assert seen is not None
        assert not journal.behind(session, seen)
    return len(numbers)


def test_nothing_said_to_be_saved_is_lost_in_ten_kills(tmp_path: Path) -> None:
    chance = random.Random(20261122)
    acknowledged = 0
    saved = 0
    for turn in range(ROUNDS):
        said = _killed_after(tmp_path, chance.randint(1, 12))
        store = open_store(tmp_path)
        kept = _prove_books(store)
        assert said == list(range(saved, saved + len(said)))
        assert saved + len(said) <= kept <= saved + len(said) + 1
        saved = kept
        with store.transaction() as session:
            sent = outbox.lease(session, f"01a20109-9da3-7000-8000-0000000{turn:05d}", 6, 10**6)
        if turn % 2:
            with store.transaction() as session:
                answer = acknowledge(sent, batch=turn, position=1 + turn * 100)
                outbox.settle(session, answer, b"{}", b"s" * 64, "r", AT)
            acknowledged += len(sent)
        with store.reading() as session:
            assert outbox.queue(session).entries == 3 * kept - acknowledged
        store.close()
    store = open_store(tmp_path)
    with store.transaction() as session:
        before = dump(session)
        rebuild.rebuild(session)
        assert dump(session) == before
    store.close()


def test_a_killed_transaction_leaves_no_trace_and_no_clear_text(tmp_path: Path) -> None:
    _killed_after(tmp_path, 3)
    script = (
        "import os, pathlib, signal, sys; from tests.support import market_day as day\n"
        "from perisai_desktop.storage import actions; from datetime import datetime, UTC\n"
        "store = day.open_store(pathlib.Path(sys.argv[1]))\n"
        "with store.transaction() as session:\n"
        "    session.connection().exec_driver_sql('PRAGMA cache_size = 1')\n"
        "    for row in range(500, 540):\n"
        "        actions.store(session, day.take(session, row), datetime.now(UTC))\n"
        "    os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, check=False)
    assert done.returncode != 0
    log = tmp_path / "store.db-wal"
    assert log.stat().st_size > 0
    assert _hits(tmp_path, [NIK, "Rahasiawati", NAME, "Penjualbakso", "receipt", "CREATE TABLE"]) == []
    for file in (tmp_path / "store.db", log):
        tool = sqlite3.connect(f"file:{file}?mode=ro&immutable=1", uri=True)
        with pytest.raises(sqlite3.DatabaseError):
            tool.execute("SELECT count(*) FROM sqlite_master").fetchone()
        tool.close()
    store = open_store(tmp_path)
    kept = _prove_books(store)
    assert kept < 500
    enrol(store, kept)
    assert _prove_books(store) == kept + 1
    with store.reading() as session:
        words = session.connection().exec_driver_sql(
            "SELECT count(*) FROM worker_search WHERE worker_search MATCH 'rahasiawati'"
        )
        assert words.scalar() == kept + 1
    store.close()


def test_a_rollback_uses_no_receipt_number(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with store.transaction() as session:
        take(session, 0)
        session.rollback()
        session.connection()
    enrol(store, 0)
    assert _prove_books(store) == 1
    store.close()
