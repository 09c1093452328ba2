"""What agents reached and what a branch aims at, the same on every store."""

from dataclasses import replace
from datetime import date, timedelta

from sync.server.storage.coverage_records import EnrolledSum, MoneySum, PaidSpan, RegionWorkers, Target
from sync.server.storage.store import Store
from tests.support.store_rows import AT, ON, claim, furnish, line, receipt, review

OCTOBER = date(2026, 10, 31)
HOME = "35.14.06.2008"


def test_workers_are_enrolled_once_by_agent_month_and_district(store: Store) -> None:
    furnish(store, "a", "b")
    later = {"recorded_at": AT + timedelta(days=9)}
    with store.transaction() as tx:
        tx.workers.claim([claim("3" * 16, "worker-1", village=HOME), claim("4" * 16, "worker-2")])
        tx.reviews.add(
            [
                review(1, state="approved"),
                review(2, state="returned"),
                review(3, state="refused"),
                review(4, state="duplicate"),
                review(5, state="held"),
                review(6, recorded_on=OCTOBER, agent_id="b"),
                review(7, kind="correction"),
                review(8, worker_id="worker-1", **later),
                review(9, worker_id="worker-3", **later),
            ]
        )
    with store.reading() as tx:
        assert tx.coverage.enrolled(["a", "b"], ON, ON) == (
            EnrolledSum("a", "2026-11", "", 2),
            EnrolledSum("a", "2026-11", "35.14.06", 1),
        )
        assert tx.coverage.enrolled(["b"], OCTOBER, ON) == (EnrolledSum("b", "2026-10", "", 1),)
        assert tx.coverage.enrolled([], OCTOBER, ON) == ()


def test_money_of_receipts_that_stand_and_how_much_of_it_was_deposited(store: Store) -> None:
    fork = "f" * 64
    with store.transaction() as tx:
        tx.workers.claim([claim("3" * 16, "worker-1", village=HOME), claim("4" * 16, "worker-1")])
        tx.money.add_receipts(
            [
                receipt(1, deposit="matched"),
                receipt(1, hash=fork, action_id="another", genuine=False),
                receipt(2),
                receipt(3, deposit="deposited", agent_id="b", device="8Q2FK"),
            ]
        )
        tx.money.add_lines(
            [
                line(1),
                replace(line(1), line=1, amount=600),
                line(1, hash=fork, action_id="another"),
                line(2, bucket="held"),
                line(2, line=1, bucket="voided", undone_on=ON),
                line(2, line=2, worker_id=None, month="", programme="CREDIT", amount=-400),
                line(3, agent_id="b", device="8Q2FK", recorded_on=OCTOBER),
                line(
                    3,
                    line=1,
                    agent_id="b",
                    device="8Q2FK",
                    recorded_on=OCTOBER,
                    bucket="refunded",
                    undone_on=ON,
                ),
            ]
        )
    with store.reading() as tx:
        assert tx.coverage.money(["b"], ON, ON) == (MoneySum("b", "2026-11", "", -8_400, -8_400),)
        assert tx.coverage.money(["a", "b", "c"], OCTOBER, ON) == (
            MoneySum("a", "2026-11", "", 8_400 - 400, 0),
            MoneySum("a", "2026-11", "35.14.06", 8_400 * 2 + 600, 9_000),
            MoneySum("b", "2026-10", "", 16_800, 16_800),
            MoneySum("b", "2026-11", "", -8_400, -8_400),
        )
        assert tx.coverage.money(["a"], OCTOBER, OCTOBER) == ()


def test_how_far_workers_had_paid_and_until_when_that_held(store: Store) -> None:
    furnish(store, "a", "b")
    with store.transaction() as tx:
        tx.workers.claim([claim("3" * 16, "worker-1", village=HOME)])
        tx.handovers.serve(["worker-2"], "b", AT)
        tx.money.add_lines(
            [
                line(1, month="2026-10", recorded_on=OCTOBER, agent_id="b"),
                line(1, line=1, month="2026-11", recorded_on=OCTOBER, agent_id="b"),
                line(1, line=2, month="2026-12"),
                line(2, month="2026-11"),
                line(3, month="2026-11", bucket="refunded"),
                line(4, month="2026-11", requested=True),
                line(5, worker_id=None, month=""),
            ]
        )
    with store.reading() as tx:
        assert tx.coverage.paid(["a", "b"], ON) == (
            PaidSpan("a", "35.14.06", "2026-10", "2026-11", "2026-11", 1),
            PaidSpan("a", "35.14.06", "2026-11", "2026-12", None, 1),
            PaidSpan("b", "", "2026-11", "2026-11", None, 1),
        )
        assert tx.coverage.paid(["b"], OCTOBER) == (PaidSpan("a", "35.14.06", "2026-10", "2026-11", None, 1),)


def test_a_worker_who_moves_is_counted_where_they_live(store: Store) -> None:
    with store.transaction() as tx:
        tx.workers.claim([claim("3" * 16, "worker-1", village=HOME)])
        tx.workers.settle_in("worker-1", "32.02.10.2001")
        tx.workers.settle_in("nobody", HOME)
        tx.money.add_lines([line(1)])
    with store.reading() as tx:
        assert tx.coverage.money(["a"], ON, ON) == (MoneySum("a", "2026-11", "32.02.10", 8_400, 0),)


def test_what_was_said_last_of_a_target_or_a_region_stands(store: Store) -> None:
    furnish(store, "a")
    target = Target("b", "agent", "a", "2026-11", 25, 1_000_000, AT, "admin")
    counted = RegionWorkers("b", "35.14", 2026, 412_000, "BPS", AT, "admin")
    with store.transaction() as tx:
        tx.targets.put(target)
        tx.targets.put(replace(target, first="2026-10"))
        tx.targets.put(replace(target, enrolled=30))
        tx.targets.put_workers(counted)
        tx.targets.put_workers(replace(counted, workers=412_001))
        tx.targets.put_workers(replace(counted, year=2025))
    with store.reading() as tx:
        assert tx.targets.of_branches(["b"]) == (
            replace(target, first="2026-10"),
            replace(target, enrolled=30),
        )
        assert tx.targets.workers(["b", "c"]) == (
            replace(counted, year=2025),
            replace(counted, workers=412_001),
        )
        assert (tx.targets.of_branches(["c"]), tx.targets.workers([])) == ((), ())
