"""What was collected by day and month, and what its commission is reckoned from."""

from datetime import date

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from perisai_desktop.storage import entry_status
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.entry_status import Move
from perisai_desktop.storage.projections import cash, enrolments, movements, takings
from perisai_desktop.storage.projections.enrolments import Enrolled
from perisai_desktop.storage.tables import metadata
from sync.rules.states import ReviewState
from tests.support.query_plans import plans
from tests.support.sample_bodies import AT
from tests.support.sample_entries import SampleJournal
from tests.support.stores import store_all

FIRST, LAST = date(2026, 11, 1), date(2026, 11, 30)
MONTHS = ("2025-12", "2026-01", "2028-12", "2029-01")
"""Months 24, 25, 60 and 61 of a membership that began in January 2024."""


def pay(
    store: Database, number: str, *lines: tuple[str, int, str | None], first: str | None = "2024-01"
) -> None:
    """A receipt of one worker over lines of month, rupiah and what undid them."""
    with store.transaction() as session:
        link = session.connection()
        tables = metadata.tables
        step = len(number)
        worker = {"worker_id": number, "name": "", "name_key": "", "nik": "", "phone": "", "village": ""}
        told = {"words": "", "occupation": "", "offer": "", "payer": "", "standing": "settled"}
        link.execute(insert(tables["worker"]), {**worker, **told, "first_month": first})
        issued = {"step": step, "entry_id": f"r{number}", "number": number, "action_id": number}
        when = {"on": date(2026, 11, 22), "recorded_at": AT, "copies": 0}
        link.execute(insert(tables["receipt"]), {**issued, **when, "total": sum(line[1] for line in lines)})
        for place, (month, amount, undone) in enumerate(lines):
            row = {"entry_id": f"c{number}", "line": place, "action_id": number, "worker_id": number}
            priced = {"month": month, "programme": "JKK", "amount": amount, "bracket": 1, "tariff": "t"}
            tied = {"payer": "self", "step": step, "receipt": number, "undone": undone, "undone_by": None}
            link.execute(insert(tables["ledger"]), {**row, **priced, **tied})


def test_payments_are_told_apart_by_the_month_of_membership(store: Database) -> None:
    pay(store, "1", *((month, 10_000, None) for month in MONTHS))
    pay(store, "22", ("2026-11", 16_800, None), ("2026-12", 16_800, "void_requested"), first="2026-11")
    pay(store, "333", ("2026-11", 16_800, None), first=None)
    with store.reading() as session:
        assert set(takings.payments(session, FIRST, LAST, 24, 60)) == {(10_000, 20_000, 1), (16_800, 0, 2)}
        assert takings.payments(session, LAST, LAST, 24, 60) == ()
        assert takings.payers(session, FIRST, LAST) == 3


def test_a_payment_that_was_given_back_has_no_payer(store: Database) -> None:
    pay(store, "1", ("2026-11", 16_800, "refunded"), ("2026-12", 16_800, "voided"))
    pay(store, "22", ("2026-11", 16_800, "void_approved"))
    with store.reading() as session:
        assert takings.payers(session, FIRST, LAST) == 1


def test_figures_of_a_day_are_looked_up_by_its_date(store: Database) -> None:
    journal = SampleJournal()
    journal.enrol(7)
    store_all(store, journal)
    with store.reading() as session:
        with plans(session) as steps:
            assert takings.collected(session, FIRST, LAST) == 25_200
            assert takings.by_month(session, FIRST, LAST) == {"2026-11": 25_200}
            assert enrolments.in_span(session, FIRST, LAST).new == 1
            takings.payers(session, LAST, LAST)
        assert [step for step in steps if step.startswith("SCAN")] == []


def test_a_month_without_enrolments_has_none(store: Database) -> None:
    with store.reading() as session:
        assert enrolments.in_span(session, FIRST, LAST) == Enrolled()
        assert enrolments.by_month(session, FIRST, LAST) == {}
        assert takings.collected(session, FIRST, LAST) == 0


def test_the_sums_of_days_are_those_of_their_movements_and_no_movement_changes(store: Database) -> None:
    day = date(2026, 11, 22)
    with store.transaction() as session:
        cash.move(session, "a", "receipt", 16_800, day)
        cash.move(session, "b", "receipt", 8_400, day)
        cash.move(session, "c", "void", 8_400, day)
        cash.move(session, "d", "void", 16_800, LAST)
        cash.take_back(session, "d")
    with store.reading() as session:
        kept = session.connection().execute(select(cash.days)).all()
        assert [tuple(row) for row in kept] == [("receipt", day, 25_200), ("void", day, 8_400)]
        assert takings.by_month(session, FIRST, LAST) == {"2026-11": 16_800}
        assert takings.collected(session, LAST, LAST) == 0
    with pytest.raises(IntegrityError, match="not changed"), store.transaction() as session:
        session.connection().execute(update(cash.cash).values(amount=0))


def test_what_was_turned_down_goes_from_the_count_of_its_month_and_is_found_by_an_index(
    store: Database,
) -> None:
    journal = SampleJournal()
    journal.enrol(7)
    journal.enrol(107)
    store_all(store, journal)
    with store.transaction() as session:
        made = session.connection().execute(select(enrolments.enrolments.c.entry_id)).scalars().all()
        entry_status.move(session, [Move(made[0], "enrolment", ReviewState.REFUSED, 1)], AT)
    with store.reading() as session:
        with plans(session) as steps:
            counted = enrolments.by_month(session, FIRST, LAST)
        assert counted == {"2026-11": Enrolled(two_programmes=1)}
        assert any("ix_entry_status_turned_down" in step for step in steps), steps
        assert any("COVERING INDEX ix_enrolment_on" in step for step in steps), steps


def test_the_newest_movements_are_read_in_their_order_without_sorting_all(store: Database) -> None:
    with store.reading() as session:
        with plans(session) as steps:
            assert list(movements.movements(session, limit=200)) == []
            assert list(movements.movements(session, limit=200, behind=(FIRST, ""))) == []
        assert len([step for step in steps if "ix_cash_on" in step]) == 2, steps
        assert [step for step in steps if "TEMP B-TREE" in step] == []


def test_movements_go_on_behind_the_last_that_was_read(store: Database) -> None:
    journal = SampleJournal()
    for number in (7, 107, 207):
        journal.enrol(number)
    store_all(store, journal)
    with store.reading() as session:
        whole = list(movements.movements(session))
        last = whole[1]
        assert len(whole) == 3
        assert list(movements.movements(session, limit=2)) == whole[:2]
        assert list(movements.movements(session, behind=(last.on, last.entry_id))) == whole[2:]
