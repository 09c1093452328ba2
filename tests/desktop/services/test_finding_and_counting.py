"""Workers are found as one types; the strip counts actions, rupiah and ages."""

from datetime import date, timedelta

import pytest

from perisai_desktop.domain.counters import Books
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.worker import StateFilter, Station
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.greetings import hear
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ClientState, DepositState
from tests.support.desks import MARKET_DAY, HandClock, filled_draft


def enrol_three(desk: AgentDesk) -> list[str]:
    people = (
        ("3202081408900004", "Ma'rifah Wijaya", "1990-08-14", "081234567890"),
        ("3202081508900004", "Asep Sunandar", "1990-08-15", "081234567891"),
        ("3202081608900004", "Euis Rohaeti", "1990-08-16", "081234567892"),
    )
    return [
        desk.enrolling.enrol(
            filled_draft(desk, nik=nik, name=name, birth_date=born, phone=phone, months="1")
        ).worker_id
        for nik, name, born, phone in people
    ]


def test_all_by_name_in_pages(desk: AgentDesk) -> None:
    first, second, third = enrol_three(desk)
    page = desk.finding.search(limit=2)
    assert [row.worker_id for row in page.rows] == [second, third]
    assert page.following is not None
    rest = desk.finding.search(limit=2, after=page.following)
    assert [row.worker_id for row in rest.rows] == [first]
    assert rest.following is None


@pytest.mark.parametrize("typed", ["mari", "marifah wij", "3202 0814", "0812-3456-7890", "+62812 3456 7890"])
def test_found_by_beginnings(desk: AgentDesk, typed: str) -> None:
    first = enrol_three(desk)[0]
    assert first in [row.worker_id for row in desk.finding.search(typed).rows]


def test_found_by_village(desk: AgentDesk) -> None:
    enrol_three(desk)
    row = desk.finding.search().rows[0]
    village = row.place.split(",")[0].removeprefix("Desa ").removeprefix("Kel. ")
    assert len(desk.finding.search(village).rows) == 3
    assert desk.finding.search("zzzz").rows == ()


def test_the_parts_of_the_list(desk: AgentDesk, clock: HandClock) -> None:
    enrol_three(desk)
    counts = desk.finding.counts()
    assert (counts[StateFilter.ALL], counts[StateFilter.UNSENT], counts[StateFilter.ARREARS]) == (3, 3, 0)
    assert len(desk.finding.search(state=StateFilter.UNSENT).rows) == 3
    assert desk.finding.search(state=StateFilter.APPROVED).rows == ()
    clock.move(days=55)
    assert desk.clock.today() == date(2027, 1, 16)
    assert desk.finding.counts()[StateFilter.ARREARS] == 3
    assert [row.arrears for row in desk.finding.search(state=StateFilter.ARREARS).rows] == [1, 1, 1]


def test_a_card_holds_ledger_receipts_and_stations(desk: AgentDesk) -> None:
    receipt = desk.enrolling.enrol(filled_draft(desk))
    card = desk.finding.card(receipt.worker_id)
    assert card.row.client is ClientState.SEALED
    assert card.row.paid_until == IuranMonth(2027, 1)
    assert [(str(line.month), line.total, line.bucket) for line in card.ledger] == [
        ("2026-11", 8_400, "pending"),
        ("2026-12", 8_400, "pending"),
        ("2027-01", 16_800, "pending"),
    ]
    assert {line.receipt_number for line in card.ledger} == {receipt.number}
    assert {line.deposit for line in card.ledger} == {DepositState.IN_HAND}
    assert card.receipts == (receipt.number,)
    assert card.address.startswith("Jl. Melati No. 7, ")
    assert card.birth_date == date(1990, 8, 14)
    assert [entry.kind for entry in card.history] == ["enrolment", "consent", "contribution", "receipt"]
    reached = [step.station for step in card.timeline if step.at is not None]
    assert reached == [Station.SAVED]
    with pytest.raises(Failure) as unknown:
        desk.finding.card("nobody")
    assert unknown.value.code is FailureCode.WORKER_UNKNOWN


def test_the_strip_of_an_empty_store(desk: AgentDesk) -> None:
    strip = desk.counting.strip()
    assert (strip.unsent.count, strip.unsent.rupiah, strip.unsent.oldest_at) == (0, 0, None)
    assert (strip.cash.rupiah, strip.cash.oldest_at, strip.cash.alert, strip.cash.red) == (
        0,
        None,
        False,
        False,
    )
    assert desk.counting.books() == Books(0, 0, 0)


@pytest.mark.parametrize(
    ("days", "alert", "red"),
    [(0, False, False), (1, False, False), (2, True, False), (3, True, False), (4, True, True)],
)
def test_cash_grows_old(desk: AgentDesk, clock: HandClock, days: int, alert: bool, red: bool) -> None:
    enrol_three(desk)
    clock.move(days=days)
    strip = desk.counting.strip()
    assert (strip.unsent.count, strip.unsent.rupiah, strip.unsent.oldest_at) == (3, 25_200, MARKET_DAY)
    assert (strip.cash.rupiah, strip.cash.oldest_at) == (25_200, MARKET_DAY)
    assert (strip.cash.alert, strip.cash.red) == (alert, red)
    assert desk.counting.books() == Books(3, 25_200, 25_200)


def test_a_clock_that_is_set_back_makes_no_cash_younger(desk: AgentDesk, clock: HandClock) -> None:
    enrol_three(desk)
    hear(desk.upkeep.readiness.database, clock, clock.now() + timedelta(days=4))
    book = desk.till_book.look()
    assert (desk.counting.strip().cash.red, book.red, book.oldest_days) == (True, True, 4)
