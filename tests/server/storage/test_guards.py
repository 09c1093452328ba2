"""What the database itself refuses, whatever the program asks for."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.opening import open_store
from sync.server.storage.records import CashMovement, InboxBatch, ReviewMove
from sync.server.storage.sql.engine import open_engine
from sync.server.storage.store import Store, StoreFault, UnitOfWork
from tests.support.store_rows import AT, ON, claim, device, entry, furnish, line, receipt, review

FORBIDDEN = (
    "UPDATE entry SET raw = raw",
    "UPDATE entry SET verdict = 'accepted'",
    "UPDATE entry SET aside = NOT aside",
    "DELETE FROM entry",
    "UPDATE personal_part SET content = content",
    "UPDATE feed SET payload = '{}'",
    "DELETE FROM feed",
    "UPDATE review_move SET to_state = 'approved'",
    "DELETE FROM review_move",
    "UPDATE batch_inbox SET body = body",
    "DELETE FROM batch_inbox",
    "UPDATE receipt SET total = 1",
    "UPDATE receipt SET genuine = NOT genuine",
    "DELETE FROM receipt",
    "UPDATE ledger_line SET amount = 1",
    "DELETE FROM ledger_line",
    "UPDATE cash_movement SET amount = 1",
    "UPDATE cash_movement SET aside = NOT aside",
    "DELETE FROM cash_movement",
)
ALLOWED = (
    "UPDATE ledger_line SET bucket = 'under_review'",
    "UPDATE batch_inbox SET state = 'settled'",
    "UPDATE review SET state = 'flagged'",
    "DELETE FROM personal_part",
    "UPDATE blob SET received = 1",
)


def filled(store: Store) -> None:
    """One row in every guarded table."""
    furnish(store, "a")
    with store.transaction() as tx:
        tx.devices.add_device(device("7Q2FK"))
        tx.inbox.add(InboxBatch("7Q2FK", "batch", "d" * 64, b"body", AT))
        tx.entries.add([entry(1, personal=b"{}")])
        tx.money.add_receipts([receipt(1)])
        tx.money.add_lines([line(1)])
        tx.money.add_movements([CashMovement("7Q2FK", "a" * 64, "a", 1, 1, "receipt", 1, ON, AT)])
        tx.reviews.add([review(1)])
        tx.reviews.add_moves([ReviewMove("entry-1", 1, AT, None, "correct", "received", "flagged", "e" * 64)])
        tx.feed.append("a", "notice", AT, "{}")
        tx.blobs.want([BlobRecord("7Q2FK", "b" * 64, 2, AT)])


@pytest.fixture
def filled_url(database_url: str) -> str:
    store = open_store(database_url)
    filled(store)
    store.close()
    return database_url


def test_what_was_written_cannot_be_changed_or_deleted(filled_url: str) -> None:
    engine = open_engine(filled_url)
    for statement in FORBIDDEN:
        with pytest.raises(DBAPIError, match="append_only"), engine.begin() as connection:
            connection.exec_driver_sql(statement)
    for statement in ALLOWED:
        with engine.begin() as connection:
            assert connection.exec_driver_sql(statement).rowcount == 1, statement
    engine.dispose()


def number_twice(tx: UnitOfWork) -> None:
    """Two workers under one participant number."""
    niks = ("3202081408900004", "3202081408900005")
    tx.workers.claim([claim(nik, nik) for nik in niks])
    for nik in niks:
        tx.workers.give_number(nik, "00012345678")


CLASHES: dict[str, Callable[[UnitOfWork], None]] = {
    "standing id twice": lambda tx: tx.entries.add(
        [entry(2), entry(3, entry_id="entry-2", action_id="other")]
    ),
    "standing seq twice": lambda tx: tx.entries.add([entry(2), entry(4, seq=2)]),
    "position twice": lambda tx: tx.entries.add([entry(2), entry(4, feed_position=2)]),
    "unknown verdict": lambda tx: tx.entries.add([entry(2, verdict="perhaps")]),
    "genuine number twice": lambda tx: tx.money.add_receipts([receipt(1), receipt(1, hash="f" * 64)]),
    "negative total": lambda tx: tx.money.add_receipts([receipt(1, total=-1)]),
    "unknown bucket": lambda tx: tx.money.add_lines([line(1, bucket="pocket")]),
    "line twice": lambda tx: tx.money.add_lines([line(1), line(1)]),
    "unknown state": lambda tx: tx.reviews.add([review(1, state="lost")]),
    "more than all of a picture": lambda tx: tx.blobs.want([BlobRecord("7Q2FK", "b" * 64, 2, AT, 3)]),
    "a part that is whole": lambda tx: tx.blobs.want([BlobRecord("7Q2FK", "b" * 64, 2, AT, 1, AT)]),
    "lost at no time": lambda tx: tx.blobs.want([BlobRecord("7Q2FK", "b" * 64, 2, AT, lost="missing")]),
    "lost unheard of": lambda tx: tx.blobs.want([BlobRecord("7Q2FK", "b" * 64, 2, AT, 0, None, "eaten", AT)]),
    "a participant number twice": number_twice,
    "claimed by nobody": lambda tx: tx.reviews.add([review(1, state="in_review")]),
}


@pytest.mark.parametrize("clash", CLASHES)
def test_a_broken_constraint_refuses_the_rows(tmp_path: Path, clash: str) -> None:
    refused(open_store(f"sqlite:///{tmp_path / 'server.sqlite3'}"), [clash])


@pytest.mark.postgresql
def test_postgresql_refuses_the_same_rows(emptied_postgres: str) -> None:
    refused(open_store(emptied_postgres), list(CLASHES))


def refused(store: Store, clashes: list[str]) -> None:
    """Each clash raises, and leaves nothing behind."""
    for clash in clashes:
        with pytest.raises(StoreFault) as fault, store.transaction() as tx:
            CLASHES[clash](tx)
        assert fault.value.code == "rows_refused", clash
    with store.reading() as tx:
        assert tx.entries.count() == 0
        assert tx.money.totals().lines == tx.money.totals().receipts == 0
    store.close()


def test_forks_stand_beside_what_holds_the_place(store: Store) -> None:
    with store.transaction() as tx:
        tx.entries.add(
            [entry(1), entry(2, seq=1, aside=True, verdict="held"), entry(3, entry_id="entry-1", aside=True)]
        )
        tx.money.add_receipts([receipt(1), receipt(1, hash="f" * 64, genuine=False)])
    with store.reading() as tx:
        found = tx.entries.entry("entry-1")
        assert found is not None
        assert found.record.seq == 1
        assert [one.genuine for one in tx.money.receipt("7Q2FK-01-000001-X")] == [True, False]


def test_practice_and_real_codes_never_mix(store: Store) -> None:
    furnish(store, "a")
    with pytest.raises(StoreFault), store.transaction() as tx:
        tx.devices.add_device(replace(device("7Q2FK"), practice=True))
