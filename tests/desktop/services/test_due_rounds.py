"""The round lists who owes what, village by village, with what was paid today against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from perisai_desktop.domain.collection import DueFilter, DueRow, DueSum, Hurdle
from perisai_desktop.services.desk import AgentDesk
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock
from tests.support.round_desks import ELSEWHERE, HERE, enrol


@pytest.fixture
def people(desk: AgentDesk) -> dict[str, str]:
    """Three who owe from December on and one who has paid until January; in two villages."""
    return {
        "Wati": enrol(desk, 1, "Wati"),
        "Ani": enrol(desk, 2, "Ani"),
        "Budi": enrol(desk, 3, "Budi", ELSEWHERE),
        "Citra": enrol(desk, 4, "Citra", months="3"),
    }


def names(rows: tuple[DueRow, ...]) -> list[str]:
    return [row.name for row in rows]


def pay(desk: AgentDesk, worker: str) -> int:
    """The usual payment; its rupiah."""
    outlook = desk.collecting.outlook(worker)
    option = outlook.options[outlook.usual]
    return desk.collecting.collect(worker, option.first, option.months, option.quote.total).total


def test_the_list_goes_by_village_and_day_and_has_three_parts(
    desk: AgentDesk, clock: HandClock, people: dict[str, str]
) -> None:
    assert desk.rounds.page().rows == ()
    assert names(desk.rounds.page(part=DueFilter.ALL).rows) == ["Budi", "Ani", "Wati", "Citra"]
    clock.move(days=25)  # 2026-12-17: December falls due in 29 days
    assert names(desk.rounds.page().rows) == ["Budi", "Ani", "Wati"]
    assert desk.rounds.page(part=DueFilter.OVERDUE).rows == ()
    clock.move(days=31)  # 2027-01-17: December is overdue
    assert names(desk.rounds.page(part=DueFilter.OVERDUE).rows) == ["Budi", "Ani", "Wati"]
    row = desk.rounds.page().rows[0]
    assert (row.village, str(row.month), row.overdue, row.expected) == (ELSEWHERE, "2026-12", 1, 8_400)
    assert row.place
    assert desk.rounds.totals().counts == {DueFilter.DUE: 3, DueFilter.OVERDUE: 3, DueFilter.ALL: 4}


def test_pages_follow_each_other_without_a_gap(
    desk: AgentDesk, clock: HandClock, people: dict[str, str]
) -> None:
    clock.move(days=100)
    whole = desk.rounds.page(part=DueFilter.ALL)
    assert whole.following is None
    seen: list[str] = []
    after: str | None = None
    while True:
        page = desk.rounds.page(part=DueFilter.ALL, limit=1, after=after)
        seen += names(page.rows)
        after = page.following
        if after is None:
            break
    assert seen == names(whole.rows) == ["Budi", "Ani", "Wati", "Citra"]


def test_the_search_narrows_what_is_listed(desk: AgentDesk, clock: HandClock, people: dict[str, str]) -> None:
    clock.move(days=60)
    assert names(desk.rounds.page("wati").rows) == ["Wati"]
    assert names(desk.rounds.page("citra").rows) == []
    assert names(desk.rounds.page("citra", DueFilter.ALL).rows) == ["Citra"]
    assert names(desk.rounds.page("081200000002").rows) == ["Ani"]


def test_what_is_paid_today_stands_against_what_was_expected(
    desk: AgentDesk, clock: HandClock, people: dict[str, str]
) -> None:
    clock.move(days=91)  # 2027-02-21: December and January are overdue
    owed, next_month = 8_400 + 16_800, 16_800
    assert desk.rounds.totals().villages == {
        HERE: DueSum(3, 2 * owed + next_month),
        ELSEWHERE: DueSum(1, owed),
    }
    outlook = desk.collecting.outlook(people["Budi"])
    oldest = outlook.options[0]
    desk.collecting.collect(people["Budi"], oldest.first, 1, oldest.quote.total)
    part = desk.rounds.totals().villages[ELSEWHERE]
    assert part == DueSum(people=1, owed=owed - 8_400, payers=1, paid=8_400)
    assert pay(desk, people["Ani"]) == owed
    totals = desk.rounds.totals()
    assert totals.villages[HERE] == DueSum(people=2, owed=owed + next_month, payers=1, paid=owed)
    assert totals.whole.expected == 3 * owed + next_month
    ani = desk.rounds.row(people["Ani"])
    assert ani is not None
    assert (ani.paid, ani.overdue, ani.expected) == (owed, 0, next_month)
    pay(desk, people["Ani"])
    assert names(desk.rounds.page().rows) == ["Budi", "Wati", "Citra", "Ani"]
    assert names(desk.rounds.page(part=DueFilter.OVERDUE).rows) == ["Budi", "Wati", "Ani"]
    clock.move(days=1)
    assert names(desk.rounds.page(part=DueFilter.OVERDUE).rows) == ["Budi", "Wati"]
    assert desk.rounds.totals().whole.paid == 0


def test_an_enrolment_is_no_renewal_and_a_void_takes_a_payment_back(
    desk: AgentDesk, people: dict[str, str]
) -> None:
    assert desk.rounds.totals().whole == DueSum()
    pay(desk, people["Wati"])
    assert desk.rounds.totals().whole == DueSum(payers=1, paid=8_400)
    newest = desk.receipting.for_worker(people["Wati"])[0]
    desk.voiding.request(newest, "wrong_amount", "no_cash")
    assert desk.rounds.totals().whole == DueSum()


def test_who_is_out_for_more_than_three_months_is_listed_without_a_price(
    desk: AgentDesk, clock: HandClock, people: dict[str, str]
) -> None:
    clock.move(days=150)  # 2027-04-21: December to March are overdue
    rows = {row.name: row for row in desk.rounds.page().rows}
    assert (rows["Wati"].ended, rows["Wati"].expected, rows["Wati"].overdue) == (True, None, 4)
    assert (rows["Citra"].ended, rows["Citra"].expected, rows["Citra"].overdue) == (False, 33_600, 2)
    assert desk.rounds.totals().whole == DueSum(1, 33_600)


def test_terms_that_changed_and_an_end_count_in_the_sums(
    desk: AgentDesk, clock: HandClock, people: dict[str, str]
) -> None:
    january = IuranMonth(2027, 1)
    form = replace(desk.changing.form(people["Wati"], january), offer="JKK+JKM+JHT")
    desk.changing.change(people["Wati"], form, january, {})
    desk.changing.end(people["Ani"], EndCause.OWN_WISH, january)
    desk.changing.end(people["Budi"], EndCause.OWN_WISH, IuranMonth(2026, 12))
    clock.move(days=91)
    rows = {row.name: row for row in desk.rounds.page().rows}
    assert rows["Wati"].expected == 8_400 + 36_800
    assert (rows["Ani"].expected, rows["Ani"].overdue) == (8_400, 1)
    assert "Budi" not in rows
    assert desk.rounds.row(people["Budi"]) is None
    for name in ("Wati", "Ani"):
        outlook = desk.collecting.outlook(people[name])
        usual = outlook.options[outlook.usual]
        assert (usual.quote.total, usual.months) == (rows[name].expected, rows[name].overdue)


@pytest.mark.parametrize(("state", "hurdle"), [("refused", Hurdle.REFUSED), ("duplicate", Hurdle.DUPLICATE)])
def test_who_was_turned_away_is_asked_for_nothing_until_the_branch_thinks_better(
    desk: AgentDesk, clock: HandClock, people: dict[str, str], state: str, hurdle: Hurdle
) -> None:
    hand = MoneyHand(desk)
    enrolment = next(
        one.entry_id for one in hand.written_kind("enrolment") if one.worker_id == people["Budi"]
    )
    clock.at = datetime(2027, 2, 1, 3, 0, tzinfo=UTC)
    before = desk.rounds.totals()
    assert "Budi" in names(desk.rounds.page("budi").rows)
    hand.decide(enrolment, state, reason="not_working")
    assert "Budi" not in names(desk.rounds.page(part=DueFilter.ALL).rows)
    after = desk.rounds.totals()
    assert after.counts == {part: count - 1 for part, count in before.counts.items()}
    assert ELSEWHERE not in after.villages
    outlook = desk.collecting.outlook(people["Budi"])
    assert (outlook.hurdle, outlook.options, outlook.arrears) == (hurdle, (), 0)
    assert desk.finding.card(people["Budi"]).row.arrears == 0
    hand.prove_rebuild()
    hand.decide(enrolment, "flagged")
    assert desk.rounds.totals() == before
    assert desk.collecting.outlook(people["Budi"]).options != ()
    hand.prove_rebuild()
