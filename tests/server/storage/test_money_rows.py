"""Ledger lines, receipts and cash, the same on every store."""

from dataclasses import replace
from datetime import timedelta

import pytest

from sync.server.storage.records import CashMovement
from sync.server.storage.store import Store, StoreFault
from tests.support.store_rows import AT, ON, entry, line, receipt


def test_the_ledger_adds_up_by_bucket_and_agent(store: Store) -> None:
    with store.transaction() as tx:
        tx.money.add_receipts([receipt(1), receipt(2, agent_id="b")])
        tx.money.add_lines([line(1), line(2, agent_id="b", bucket="held"), line(3, bucket="voided")])
    with store.transaction() as tx:
        assert tx.money.totals().rupiah == 25_200
        assert tx.money.totals("b").buckets == (("held", 8_400),)
        assert tx.money.totals("a").receipts_rupiah == 8_400
        assert tx.money.paid_months(["worker-1", "worker-2", "worker-3"]) == {
            "worker-1": frozenset({"2026-11"}),
            "worker-2": frozenset({"2026-11"}),
        }
        tx.money.move_lines("action-3", [line(3).hash], None, "accepted")
        tx.money.move_lines("action-1", [line(1).hash], "worker-9", "held")
        tx.money.move_lines("action-1", [line(2).hash], None, "held")
        tx.money.move_lines("action-1", [line(1).hash], "worker-1", "under_review")
        assert dict(tx.money.totals().buckets) == {"under_review": 8_400, "held": 8_400, "voided": 8_400}
        assert tx.money.lines("action-1") == (line(1, bucket="under_review"),)
        assert tx.money.counters("7Q2FK", 1, [1, 2, 3]) == {1, 2}


def test_the_receipts_of_a_day_are_summed_by_what_became_of_their_cash(store: Store) -> None:
    other_day = ON + timedelta(days=1)
    with store.transaction() as tx:
        tx.money.add_receipts(
            [
                receipt(1),
                receipt(2),
                receipt(3, deposit="matched"),
                receipt(4, genuine=False),
                receipt(5, state="voided"),
                receipt(6, agent_id="b", issued_on=other_day),
            ]
        )
        assert tx.money.days(["a", "b"], ON, other_day) == {
            ("a", ON): {"in_hand": 16_800, "matched": 8_400},
            ("b", other_day): {"in_hand": 8_400},
        }
        assert tx.money.days(["b"], ON, ON) == {}
        assert [one.number for one in tx.money.matched(["a", "b"], ON)] == [receipt(3).number]
        assert tx.money.matched(["a"], other_day) == tx.money.matched([], ON) == ()
        assert tx.money.days([], ON, ON) == {}


def test_lines_that_are_undone_never_come_back(store: Store) -> None:
    with store.transaction() as tx:
        tx.money.add_lines([line(1), line(2), line(2, line=1, programme="JKM")])
        tx.money.finish_lines([], "voided", ON)
        tx.money.finish_lines([line(1)], "voided", ON)
        tx.money.finish_lines([line(1), line(2)], "refunded", ON + timedelta(days=1))
    with store.reading() as tx:
        assert tx.money.lines("action-1") == (line(1, bucket="voided", undone_on=ON),)
        assert [one.bucket for one in tx.money.lines("action-2")] == ["refunded", "accepted"]


def test_months_that_somebody_asked_to_void_count_as_unpaid(store: Store) -> None:
    with store.transaction() as tx:
        tx.money.add_lines(
            [line(1), line(2, worker_id="worker-1", month="2026-12"), line(3, bucket="voided")]
        )
        tx.money.mark_requested([], True)
        tx.money.mark_requested([line(1)], True)
    with store.transaction() as tx:
        assert tx.money.lines("action-1") == (line(1, requested=True),)
        assert tx.money.paid_months(["worker-1"]) == {"worker-1": frozenset({"2026-12"})}
        assert tx.money.paying("worker-1", ["2026-11", "2026-12"]) == (
            line(2, worker_id="worker-1", month="2026-12"),
        )
        tx.money.mark_requested([line(1)], False)
        assert tx.money.paying("worker-1", ["2026-11"]) == (line(1),)
        assert tx.money.paying("worker-3", ["2026-11"]) == ()


def test_receipts_are_found_by_entry_and_say_where_they_stand(store: Store) -> None:
    forged = receipt(1, hash="f" * 64, genuine=False)
    with store.transaction() as tx:
        tx.money.add_receipts([receipt(1), forged, receipt(2)])
        assert tx.money.issued([]) == {}
        assert tx.money.issued(["receipt-1", "receipt-9"]) == {"receipt-1": receipt(1)}
        tx.money.put_receipts([])
        moved = receipt(2, state="void_requested", deposit="deposited", deposited_by="entry-9")
        tx.money.put_receipts([moved, receipt(9)])
        assert tx.money.issued(["receipt-2"]) == {"receipt-2": moved}


def test_cash_that_nobody_saw_at_the_branch_is_found_by_agent(store: Store) -> None:
    carried = receipt(2, deposit="deposited", deposited_by="deposit-9")
    seen = receipt(3, deposit="matched", deposited_by="deposit-9")
    other = receipt(4, agent_id="b", deposit="deposited", deposited_by="deposit-8")
    with store.transaction() as tx:
        tx.money.add_receipts([receipt(1), carried, seen, other])
    with store.reading() as tx:
        assert tx.money.unmatched("a") == (carried,)
        assert tx.money.unmatched("b") == (other,)
        assert tx.money.unmatched("c") == ()


def test_cash_moves_once_for_an_entry_and_adds_up_by_sort(store: Store) -> None:
    moved = CashMovement("7Q2FK", "a" * 64, "a", 1, 2, "receipt", 8_400, ON, AT)
    later = replace(moved, hash="b" * 64, seq=1, sort="deposit", amount=8_000, at=AT + timedelta(hours=1))
    other = replace(moved, device="8Q2FK", amount=100, aside=True)
    with store.transaction() as tx:
        tx.money.add_movements([])
        tx.money.add_movements([later, moved, other])
    with store.reading() as tx:
        assert tx.money.movements("7Q2FK") == (moved, later)
        assert tx.money.movements("9Q2FK") == ()
        assert tx.money.cash("a") == {"receipt": 8_500, "deposit": 8_000}
        assert tx.money.cash("b") == {}
    with pytest.raises(StoreFault), store.transaction() as tx:
        tx.money.add_movements([moved])


def test_what_is_gone_of_receipts_is_summed_by_number(store: Store) -> None:
    number = line(1).receipt_number
    with store.transaction() as tx:
        tx.money.add_lines([line(1, bucket="voided"), line(1, line=1, bucket="refunded"), line(2)])
        assert tx.money.gone([]) == {}
        assert tx.money.gone(["action-1", "action-2"]) == {number: 16_800}


def test_the_receipt_before_a_place_of_the_chain(store: Store) -> None:
    with store.transaction() as tx:
        tx.entries.add([entry(1), entry(2, kind="receipt"), entry(3), entry(4, kind="receipt")])
        tx.money.add_receipts([receipt(1, hash=entry(2).record.hash), receipt(2, hash=entry(4).record.hash)])
        assert tx.money.last_receipt_before("7Q2FK", 1, 3) == 1
        assert tx.money.last_receipt_before("7Q2FK", 1, 4) == 2
        assert tx.money.last_receipt_before("7Q2FK", 1, 1) is None


def test_money_of_what_lay_beside_the_chain_counts_as_its_chains(store: Store) -> None:
    beside = receipt(1, genuine=False)
    movement = CashMovement("7Q2FK", beside.hash, "a", 1, 1, "receipt", 8_400, ON, AT, aside=True)
    with store.transaction() as tx:
        tx.money.add_receipts([beside])
        tx.money.add_movements([movement])
        tx.money.add_lines([line(1), line(2, worker_id="worker-1", month="2026-12")])
        tx.money.prove([])
        tx.money.prove([beside, receipt(9)])
        tx.money.stand("7Q2FK", [beside.hash, "f" * 64])
    with store.reading() as tx:
        assert tx.money.receipt(beside.number) == (replace(beside, genuine=True),)
        assert tx.money.movements("7Q2FK") == (replace(movement, aside=False),)
        months = tx.money.paid_months(["worker-1"], without=[line(1).entry_id, "another"])
    assert months == {"worker-1": frozenset({"2026-12"})}


def test_lines_become_another_workers(store: Store) -> None:
    with store.transaction() as tx:
        tx.money.add_lines([line(1), line(2)])
        tx.money.assign([], "worker-9")
        tx.money.assign([line(1), line(8)], "worker-9")
    with store.reading() as tx:
        assert tx.money.lines("action-1") == (line(1, worker_id="worker-9"),)
        assert tx.money.lines("action-2") == (line(2),)


def test_renewals_are_what_no_enrolment_goes_with_and_no_deposit_carried_away(store: Store) -> None:
    with store.transaction() as tx:
        tx.entries.add([entry(1), entry(2, kind="contribution"), entry(6, kind="contribution")])
        tx.money.add_receipts(
            [
                receipt(1),
                receipt(2),
                receipt(3, deposit="deposited"),
                receipt(4, genuine=False),
                receipt(5, agent_id="b"),
                receipt(6),
            ]
        )
        tx.money.add_lines(
            [
                *(line(number) for number in (1, 2, 3, 4, 6)),
                line(2, line=1, programme="JKM"),
                line(2, line=2, bucket="voided"),
                line(5, agent_id="b"),
            ]
        )
    with store.reading() as tx:
        found = tx.money.renewals(["a"], "", 10)
        assert [(one.entry_id, one.line) for one in found] == [
            ("contribution-2", 0),
            ("contribution-2", 1),
            ("contribution-6", 0),
        ]
        assert tx.money.renewals(["a"], "", 1) == found[:2]
        assert tx.money.renewals(["a", "b"], "contribution-2", 10) == (line(5, agent_id="b"), found[2])
        assert tx.money.renewals([], "", 10) == ()
    kelompok = [line(6, line=number, worker_id=f"worker-{60 + number}") for number in range(1, 4)]
    with store.transaction() as tx:
        tx.entries.add([entry(7, kind="contribution")])
        tx.money.add_receipts([receipt(7)])
        tx.money.add_lines([*kelompok, line(7)])
    with store.reading() as tx:
        told = [len(tx.money.renewals(["a"], "", limit)) for limit in (1, 2, 5, 6, 9)]
        assert told == [2, 6, 6, 7, 7]
        assert tx.money.renewals(["a"], "contribution-2", 1) == (line(6), *kelompok)
