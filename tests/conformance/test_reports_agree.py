"""Every sum of every report is that of the journal read afresh, to the rupiah, after a week of market."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from perisai_desktop.domain.report import Grouping, Report, Span
from sync.protocol.signatures import SigningKey
from sync.rules.iuran_month import IuranMonth
from sync.server.domain.coverage import Grouping as BranchGrouping
from sync.server.permissions import Role
from sync.server.services.accounts import SignedIn
from sync.server.services.coverage import Coverage
from tests.support.cash_market import Market
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.figures_afresh import Afresh, figures_afresh
from tests.support.intake_house import open_house
from tests.support.memory_store.store import MemoryStore
from tests.support.reference_data import gazetteer, reference

STEPS = 70


@pytest.fixture(scope="module", params=range(3))
def market(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Market]:
    """Some days in which cash moved in every way there is, and as many in the next month."""
    folder: Path = tmp_path_factory.mktemp("market")
    key, clock = SigningKey.from_bytes(bytes(range(1, 33))), HandClock()
    clock.move(days=2)
    desk = desk_of(make_profile(folder / "profile", key), clock)
    made = Market(desk, clock, open_house(MemoryStore(), folder), key, random.Random(request.param))
    for done in range(STEPS):
        if done == STEPS // 2:
            clock.move(days=7)
        made.step()
    made.check()
    yield made
    desk.close()


@pytest.fixture
def afresh(market: Market) -> Afresh:
    with market.desk.enrolling.database.reading() as session:
        return figures_afresh(session)


def of(market: Market, grouping: Grouping, span: Span = Span.ALL) -> Report:
    return market.desk.reporting.report(market.desk.reporting.period(span), grouping)


def test_lines_and_sums_by_day_are_those_of_the_journal(market: Market, afresh: Afresh) -> None:
    report = of(market, Grouping.DAY)
    days = {date.fromisoformat(line.key): line for line in report.lines}
    assert {day: line.received for day, line in days.items() if line.received} == +afresh.received
    assert {day: line.given_back for day, line in days.items() if line.given_back} == +afresh.given_back
    assert {day: line.enrolled for day, line in days.items() if line.enrolled} == +afresh.enrolled
    assert report.total.received == afresh.received.total() > 0
    assert report.total.given_back == afresh.given_back.total()
    assert report.total.enrolled == afresh.enrolled.total()


@pytest.mark.parametrize("grouping", list(Grouping))
def test_lines_add_up_and_cash_is_what_is_in_hand(market: Market, afresh: Afresh, grouping: Grouping) -> None:
    report = of(market, grouping)
    for name in ("received", "given_back"):
        lines = sum(getattr(line, name) for line in report.lines)
        assert lines + getattr(report.beside, name) == getattr(report.total, name)
    cash = report.cash
    assert cash.before + sum(line.rupiah for line in cash.lines) == cash.after
    assert cash.after == afresh.cash == market.desk.counting.strip().cash.rupiah


def test_programmes_and_villages_are_those_of_the_lines(market: Market, afresh: Afresh) -> None:
    for grouping, paid, back in (
        (Grouping.PROGRAMME, afresh.programmes, afresh.programmes_back),
        (Grouping.VILLAGE, afresh.villages, afresh.villages_back),
    ):
        report = of(market, grouping)
        assert {line.key: line.received for line in report.lines if line.received} == +paid
        assert {line.key: line.given_back for line in report.lines if line.given_back} == +back


def test_each_day_begins_with_the_cash_of_the_day_before(market: Market) -> None:
    period = market.desk.reporting.period(Span.DAY)
    begun, cash = market.desk.reporting.period(Span.ALL).first, None
    while period.first >= begun:
        report = market.desk.reporting.report(period, Grouping.DAY)
        assert cash is None or report.cash.after == cash
        cash, period = report.cash.before, period.step(-1)
    assert cash == 0


@pytest.mark.parametrize("grouping", list(BranchGrouping))
def test_the_branch_sums_up_what_the_laptop_reports(market: Market, grouping: BranchGrouping) -> None:
    """Voids and refunds lower the month in which they happened at both ends, also where their receipt is older."""
    report, at = of(market, Grouping.DAY), market.house.clock.now()
    reviewer = SignedIn(
        "r", "r", "Penyelia", Role.REVIEWER, "branch", None, at, must_change=False, token_hash=""
    )
    coverage = Coverage(market.house.store, market.house.clock, reference, gazetteer())
    months = IuranMonth.of(report.period.first), IuranMonth.of(report.period.last)
    sheet = coverage.sheet(reviewer, grouping, *months)
    assert sum(row.collected for row in sheet.rows) == sheet.total.collected == report.total.kept
    assert sum(row.enrolled for row in sheet.rows) == sheet.total.enrolled == report.total.enrolled
    assert sheet.total.deposited + sheet.total.outstanding == report.total.kept
    if grouping is BranchGrouping.MONTH:
        kept = {line.key: (line.kept, line.enrolled) for line in of(market, Grouping.MONTH).lines}
        assert {row.key: (row.collected, row.enrolled) for row in sheet.rows} == kept
        assert len(kept) == 2
