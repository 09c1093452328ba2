"""What commissions are reckoned from, the same on every store."""

from datetime import date, timedelta

from sync.server.storage.coverage_records import NewSum, PaymentSum
from sync.server.storage.store import Store
from tests.support.store_rows import AT, ON, furnish, line, review

OCTOBER = date(2026, 10, 31)


def test_new_participants_count_by_the_programmes_that_were_paid_for_with_them(store: Store) -> None:
    furnish(store, "a", "b")
    with store.transaction() as tx:
        tx.reviews.add(
            [
                review(1, action_id="one", worker_id="worker-1"),
                review(2, action_id="one", worker_id="worker-2"),
                review(3, action_id="three", worker_id="worker-3", state="refused"),
                review(4, action_id="four", worker_id="worker-1", recorded_at=AT + timedelta(days=9)),
                review(5, action_id="five", worker_id="worker-5", agent_id="b", recorded_on=OCTOBER),
            ]
        )
        tx.money.add_lines(
            [
                line(1, action_id="one", worker_id="worker-1"),
                line(1, line=1, action_id="one", worker_id="worker-1", programme="JHT"),
                line(1, line=2, action_id="one", worker_id="worker-2"),
                line(4, line=1, action_id="four", worker_id="worker-5", programme="JHT"),
            ]
        )
    with store.reading() as tx:
        assert tx.coverage.new(["a", "b"], OCTOBER, ON) == (
            NewSum("a", "2026-11", 1, 1),
            NewSum("b", "2026-10", 1, 0),
        )
        assert tx.coverage.new(["a"], OCTOBER, OCTOBER) == tx.coverage.new([], OCTOBER, ON) == ()


def test_payments_by_months_of_an_unbroken_membership(store: Store) -> None:
    siti = {"worker_id": "siti"}
    before = {"recorded_on": OCTOBER, "agent_id": "b", "device": "8Q2FK", **siti}
    with store.transaction() as tx:
        tx.money.add_lines(
            [
                line(1, month="2026-08", **before),
                line(1, line=1, month="2026-09", **before),
                line(2, month="2026-10", **siti),
                line(2, line=1, month="2026-10", programme="JKM", amount=600, **siti),
                line(2, line=2, month="2026-11", **siti),
                line(2, line=3, worker_id=None, month="", programme="CREDIT", amount=-400),
                line(3, month="2026-11", worker_id="budi"),
                line(4, month="2026-11", worker_id="rina"),
                line(5, month="2026-11", worker_id="ujang", bucket="voided", undone_on=ON),
                line(6, month="2026-11", worker_id="agus", requested=True),
                line(7, month="2027-02", **siti),
            ]
        )
    with store.reading() as tx:
        found = tx.coverage.payments(["a", "b"], OCTOBER, ON, 3, 4)
        assert found == (
            PaymentSum("a", "2026-11", 8_400, 0, 3),
            PaymentSum("a", "2026-11", 9_000, 8_400, 1),
            PaymentSum("b", "2026-10", 16_800, 0, 1),
        )
        late = PaymentSum("a", "2026-11", 0, 0, 1)
        assert tx.coverage.payments(["a"], ON, ON, 1, 2)[0] == late, "months that bring nothing any more"
        assert tx.coverage.payments([], OCTOBER, ON, 3, 4) == ()
        assert tx.coverage.payments(["b"], ON, ON, 3, 4) == ()
