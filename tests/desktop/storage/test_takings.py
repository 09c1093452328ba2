"""What was collected by day and month, and what its commission is reckoned from."""

from datetime import date

from sqlalchemy import insert

from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections import enrolments, takings
from perisai_desktop.storage.projections.enrolments import Enrolled
from perisai_desktop.storage.tables import metadata
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
