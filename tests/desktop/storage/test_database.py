"""The encrypted database: one commit, snapshots beside it, and faults of disk and file as failures."""

import shutil
import sqlite3
import stat
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError
from sqlcipher3 import dbapi2

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.storage import actions, choices, faults, link, mark
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.journal import length as entries_of
from tests.support.sample_bodies import AT
from tests.support.sample_entries import SampleJournal
from tests.support.stores import KEY, open_store, store_all


def _setting(store: Database, name: str) -> str | None:
    with store.reading() as session:
        return choices.get(session, name)


def _abandon(store: Database, work: Callable[[Session], object]) -> None:
    """Do the work in a transaction that ends in an error."""
    with store.transaction() as session:
        work(session)
        raise KeyError


def test_a_transaction_is_kept_whole_or_not_at_all(store: Database) -> None:
    with store.transaction() as session:
        choices.put(session, "a", "1")
        choices.put(session, "a", "2")
    with pytest.raises(KeyError):
        _abandon(store, lambda session: choices.put(session, "b", "1"))
    assert (_setting(store, "a"), _setting(store, "b")) == ("2", None)


def test_every_connection_is_durable_private_and_strict(store: Database) -> None:
    pragmas = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "temp_store": 2,
    }
    with store.transaction() as session:
        for name, value in pragmas.items():
            assert session.connection().exec_driver_sql(f"PRAGMA {name}").scalar() == value
    with store.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA query_only").scalar() == 1


def test_a_reader_cannot_write(store: Database) -> None:
    with pytest.raises(Failure) as refused, store.reading() as session:
        choices.put(session, "a", "1")
    assert refused.value.code is FailureCode.STORE_READ_ONLY


def test_a_reader_keeps_its_snapshot_while_others_commit(store: Database) -> None:
    with store.reading() as session:
        with store.transaction() as writing:
            choices.put(writing, "a", "1")
        assert choices.get(session, "a") is None
    assert _setting(store, "a") == "1"


def test_a_transaction_inside_another_is_a_bug_and_not_a_deadlock(store: Database) -> None:
    with store.transaction(), pytest.raises(RuntimeError, match="in this thread"), store.transaction():
        pass


def test_two_lanes_write_in_turn(store: Database) -> None:
    with store.transaction() as session:
        choices.put(session, "count", "0")

    def count() -> None:
        for _ in range(25):
            with store.transaction() as session:
                choices.put(session, "count", str(int(choices.get(session, "count") or "0") + 1))

    lanes = [threading.Thread(target=count) for _ in range(2)]
    for lane in lanes:
        lane.start()
    for lane in lanes:
        lane.join()
    assert _setting(store, "count") == "50"


def test_the_mark_follows_the_commit_and_never_a_rollback(store: Database, tmp_path: Path) -> None:
    journal = SampleJournal()
    journal.enrol(7)
    with pytest.raises(KeyError):
        _abandon(store, lambda session: actions.store(session, journal.entries, AT))
    assert mark.read(tmp_path / "mark.json") is None
    store_all(store, journal)
    newest = mark.read(tmp_path / "mark.json")
    assert newest == mark.Mark("0Q2FK", 1, 4, journal.entries[-1].hash)
    (tmp_path / "mark.json").write_text("{")
    assert mark.read(tmp_path / "mark.json") is None


def test_a_mark_that_cannot_be_written_undoes_nothing(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    open_store(tmp_path).close()
    store = Database(tmp_path / "store.db", KEY, mark=tmp_path / "taken" / "mark.json")
    journal = SampleJournal()
    journal.enrol(7)
    store_all(store, journal)
    with store.reading() as session:
        assert entries_of(session) == 4
    store.close()


def test_closing_over_a_file_that_is_gone_or_broken_forgets_the_key(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    journal = SampleJournal()
    journal.enrol(7)
    store_all(store, journal)
    (tmp_path / "store.db").write_bytes(b"x" * 8192)
    store.close()
    with pytest.raises(ValueError, match="32 bytes"), store.reading():
        pass


def test_store_and_log_are_their_owners_alone(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with store.transaction() as session:
        choices.put(session, "printer", "58")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.glob("store.db*")}
    store.close()
    assert set(modes) >= {"store.db", "store.db-wal"}
    if sys.platform != "win32":
        assert set(modes.values()) == {0o600}


@pytest.mark.parametrize("put_back", [False, True])
def test_nothing_is_saved_into_a_file_that_was_taken_away(tmp_path: Path, put_back: bool) -> None:
    store = open_store(tmp_path)
    with store.transaction() as session:
        choices.put(session, "printer", "58")
    store.path.rename(tmp_path / "elsewhere.db")
    if put_back:
        shutil.copy(tmp_path / "elsewhere.db", store.path)
    with pytest.raises(Failure) as gone, store.transaction() as session:
        choices.put(session, "printer", "80")
    assert gone.value.code is FailureCode.STORE_UNREADABLE
    store.close()


def test_without_a_mark_file_nothing_is_written_outside(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    store = Database(tmp_path / "store.db", KEY)
    journal = SampleJournal()
    journal.enrol(7)
    store_all(store, journal)
    store.close()
    assert not (tmp_path / "mark.json").exists()


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    open_store(tmp_path).close()
    with pytest.raises(Failure) as refused:
        open_store(tmp_path, bytes(32))
    assert refused.value.code is FailureCode.STORE_DAMAGED
    with pytest.raises(ValueError, match="32 bytes"):
        link.connect(tmp_path / "store.db", b"short")


def _read_all(folder: Path) -> None:
    with open_store(folder).reading() as session:
        session.connection().exec_driver_sql("SELECT * FROM journal").all()


def test_a_damaged_page_is_a_failure(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    journal = SampleJournal()
    journal.enrol(7)
    store_all(store, journal)
    store.close()
    file = tmp_path / "store.db"
    whole = bytearray(file.read_bytes())
    for page in range(1, len(whole) // 4096):
        whole[page * 4096 + 100] ^= 0xFF
    file.write_bytes(whole)
    with pytest.raises(Failure) as refused:
        _read_all(tmp_path)
    assert refused.value.code is FailureCode.STORE_DAMAGED


def test_a_full_disk_is_a_failure_and_keeps_what_was_there(store: Database) -> None:
    with store.transaction() as session:
        choices.put(session, "a", "1")
        pages = session.connection().exec_driver_sql("PRAGMA page_count").scalar_one()
        session.connection().exec_driver_sql(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(Failure) as refused, store.transaction() as session:
        choices.put(session, "b", "x" * 100_000)
    assert refused.value.code is FailureCode.DISK_FULL
    assert (_setting(store, "a"), _setting(store, "b")) == ("1", None)


def test_a_folder_that_is_not_there_is_a_failure(tmp_path: Path) -> None:
    with pytest.raises(Failure) as refused:
        open_store(tmp_path / "gone")
    assert refused.value.code is FailureCode.STORE_READ_ONLY


def test_a_file_that_another_program_holds_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "BUSY_SECONDS", 0)
    store = open_store(tmp_path)
    other = link.connect(store.path, KEY)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Failure) as refused, store.transaction() as session:
        choices.put(session, "a", "1")
    other.close()
    assert refused.value.code is FailureCode.STORE_BUSY
    store.close()


def test_what_is_no_fault_of_the_disk_stays_a_bug(store: Database) -> None:
    with pytest.raises(OperationalError) as bug, store.transaction() as session:
        session.connection().exec_driver_sql("SELECT * FROM nowhere WHERE a = ?", ("Ma'rifah",))
    assert "Ma'rifah" not in str(bug.value)
    assert faults.failure_of(None) is None
    assert faults.failure_of(ValueError()) is None


def test_an_error_of_the_engine_at_opening_that_is_a_bug_propagates(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(link, "failure_of", lambda error: None)
    shutil.copy(Path(__file__), tmp_path / "store.db")
    with pytest.raises(dbapi2.DatabaseError):
        link.connect(tmp_path / "store.db", KEY)


def test_closing_folds_the_log_into_the_file_and_forgets_the_key(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    with store.transaction() as session:
        choices.put(session, "a", "1")
    assert (tmp_path / "store.db-wal").exists()
    store.close()
    assert not (tmp_path / "store.db-wal").exists()
    with pytest.raises(ValueError, match="32 bytes"), store.reading():
        pass
    again = open_store(tmp_path)
    assert _setting(again, "a") == "1"
    again.close()


def test_no_sqlite_tool_opens_the_store(store: Database, tmp_path: Path) -> None:
    store_all(store, SampleJournal())
    for file in tmp_path.glob("store.db"):
        tool = sqlite3.connect(file)
        with pytest.raises(sqlite3.DatabaseError, match="not a database"):
            tool.execute("SELECT count(*) FROM sqlite_master")
        tool.close()
