"""What the checks ask and keep, the same on every store."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sync.server.storage.check_records import DatedEntry, HeldCash, PhotoUse, StoredFinding
from sync.server.storage.store import Store
from tests.support.store_rows import AT, ON, claim, furnish, receipt, review

LONG_AGO = ON - timedelta(days=9)


def test_uses_of_pictures_are_kept_once(store: Store) -> None:
    first = PhotoUse("p" * 64, "entry-1", "worker-1", "a", "7Q2FK", ON)
    others = [replace(first, entry_id="entry-2"), replace(first, sha256="q" * 64)]
    with store.transaction() as tx:
        tx.checks.use([])
        tx.checks.use([first, *others])
        tx.checks.use([replace(first, owner="somebody else")])
        tx.checks.use([replace(first, entry_id="entry-3", compared=False)])
    with store.reading() as tx:
        assert tx.checks.uses([], 9) == ()
        assert tx.checks.uses(["p" * 64, "x"], 9) == (first, others[0])
        assert tx.checks.uses(["p" * 64, "q" * 64], 2) == (first, others[0])


def test_findings_are_replaced_by_entry_and_read_by_day(store: Store) -> None:
    made = StoredFinding("entry-1", "phone_of_many", "b", "a", ON, '["entry-9"]', 4)
    older = replace(made, entry_id="entry-2", found_on=LONG_AGO)
    with store.transaction() as tx:
        tx.checks.replace([], [])
        tx.checks.replace(["entry-1"], [made, replace(made, check_code="age_near_limit"), older])
        tx.checks.replace(["entry-1"], [replace(made, measure=5)])
        tx.checks.replace(["entry-3"], [replace(made, entry_id="entry-3", branch_id="elsewhere")])
    with store.reading() as tx:
        assert tx.checks.about([]) == ()
        assert tx.checks.about(["entry-2", "entry-1"]) == (replace(made, measure=5), older)
        assert tx.checks.found("b", LONG_AGO, ON, 9) == (replace(made, measure=5), older)
        assert tx.checks.found("b", LONG_AGO, ON, 1) == (replace(made, measure=5),)
        assert tx.checks.found("b", LONG_AGO, LONG_AGO, 9) == (older,)


def test_entries_of_a_kind_and_receipts_are_read_by_day(store: Store) -> None:
    furnish(store, "a", "c")
    with store.transaction() as tx:
        tx.reviews.add(
            [
                review(1, recorded_at=AT + timedelta(minutes=1)),
                review(2),
                review(3, kind="void_request"),
                review(4, recorded_on=LONG_AGO),
                review(5, branch_id="elsewhere"),
            ]
        )
        tx.money.add_receipts(
            [
                receipt(1),
                receipt(2, issued_on=LONG_AGO),
                receipt(3, issued_on=LONG_AGO, deposit="deposited"),
                receipt(4, issued_on=LONG_AGO, state="voided"),
                receipt(5, issued_on=LONG_AGO, genuine=False),
                receipt(6, issued_on=LONG_AGO, agent_id="c"),
            ]
        )
    with store.reading() as tx:
        found = tx.checks.written("b", "enrolment", ON, ON, 9)
        assert found == (
            DatedEntry("a", "entry-2", AT, ON),
            DatedEntry("a", "entry-1", AT + timedelta(minutes=1), ON),
        )
        assert tx.checks.written("b", "enrolment", LONG_AGO, ON, 1)[0].entry_id == found[0].entry_id
        held = tx.checks.held(["a"], ON, 9)
        assert held == (HeldCash("a", receipt(2).entry_id, LONG_AGO, receipt(2).total),)
        assert tx.checks.held([], ON, 9) == ()
        assert tx.checks.receipts([], LONG_AGO, ON) == {}
        assert tx.checks.receipts(["a", "c", "x"], LONG_AGO, LONG_AGO) == {"a": 4, "c": 1}


def test_workers_who_share_a_trace_or_a_phone(store: Store) -> None:
    niks = [f"{number:016d}" for number in range(5)]
    shared: dict[str, dict[str, Any]] = {
        niks[0]: {"born_trace": "1990-08-14 st"},
        niks[1]: {"lives_trace": "32.02.10.2006 st"},
        niks[2]: {"phone": "081200000001"},
        niks[3]: {"born_trace": "1990-08-14 st", "phone": "081200000001"},
        niks[4]: {"birth_on": date(1990, 8, 14)},
    }
    with store.transaction() as tx:
        tx.workers.claim([claim(nik, f"worker of {nik}", **fields) for nik, fields in shared.items()])
    traces, phones = ["1990-08-14 st", "32.02.10.2006 st"], ["081200000001"]
    with store.reading() as tx:
        assert tx.workers.sharing([], [], 9) == ()
        assert [one.nik for one in tx.workers.sharing(traces, phones, 9)] == niks[:4]
        assert [one.nik for one in tx.workers.sharing([], phones, 9)] == [niks[2], niks[3]]
        assert [one.nik for one in tx.workers.sharing(traces, [], 2)] == niks[:2]
