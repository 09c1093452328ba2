"""What is kept beside raw rows is what the raw rows add up to, whichever transaction added them."""

from dataclasses import replace

from sync.server.storage.opening import open_store
from sync.server.storage.records import CashMovement, IssuedReceipt
from sync.server.storage.sql.engine import open_engine
from tests.support.store_rows import AT, ON, receipt

KEPT = (
    (
        "SELECT agent_id, sort, amount FROM agent_cash",
        "SELECT agent_id, sort, sum(amount) FROM cash_movement GROUP BY 1, 2",
    ),
    (
        "SELECT device, epoch, genuine, highest FROM receipt_reach",
        "SELECT device, epoch, count(*), max(counter) FROM receipt WHERE genuine GROUP BY 1, 2",
    ),
)


def test_sums_are_those_of_the_rows_they_stand_for(database_url: str) -> None:
    store = open_store(database_url)
    moved = CashMovement("7Q2FK", "0" * 64, "a", 1, 2, "receipt", 8_400, ON, AT)
    doubted = receipt(7, genuine=False)
    days: tuple[tuple[list[CashMovement], list[IssuedReceipt]], ...] = (
        ([moved, replace(moved, hash="1" * 64, amount=100)], [receipt(2), receipt(5), doubted]),
        (
            [replace(moved, hash="2" * 64, sort="void", amount=-100)],
            [receipt(1), receipt(1, epoch=2, hash="f" * 64)],
        ),
        ([replace(moved, hash="3" * 64), replace(moved, hash="4" * 64, agent_id="b")], []),
    )
    for movements, receipts in days:
        with store.transaction() as tx:
            tx.money.add_movements(movements)
            tx.money.add_receipts(receipts)
    with store.transaction() as tx:
        tx.money.prove([doubted])
    with store.reading() as tx:
        assert tx.money.cash("a") == {"receipt": 16_900, "void": -100}
    store.close()
    engine = open_engine(database_url)
    with engine.connect() as connection:
        for kept, raw in KEPT:
            rows = [sorted(tuple(row) for row in connection.exec_driver_sql(query)) for query in (kept, raw)]
            assert rows[0] == rows[1]
        assert sorted(tuple(row)[2:] for row in connection.exec_driver_sql(KEPT[1][0])) == [(1, 1), (4, 7)]
    engine.dispose()
