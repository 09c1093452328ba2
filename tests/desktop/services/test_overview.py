"""The first screen's figures are those of the journal: today, the month, cash, tasks, who lapses next, commission."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from perisai_desktop.domain.collection import RadarLine
from perisai_desktop.domain.till import CashStep
from perisai_desktop.services.desk import AgentDesk
from sync.rules.branch_settings import CommissionRates, MonthlyTarget
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from tests.support.desk_money import MoneyHand
from tests.support.desks import SIGNATURE, HandClock, filled_draft
from tests.support.field_laptop import farmer_lines
from tests.support.round_desks import enrol

NOVEMBER = IuranMonth(2026, 11)


def enrolment(desk: AgentDesk, worker_id: str) -> str:
    """The entry that enrolled a worker."""
    with desk.enrolling.database.reading() as session:
        link = session.connection()
        query = "SELECT enrolment_id FROM worker WHERE worker_id = ?"
        return str(link.exec_driver_sql(query, (worker_id,)).scalar_one())


def test_a_new_laptop_tells_nothing_but_the_target(desk: AgentDesk) -> None:
    overview, radar = desk.overviews.look(), desk.overviews.radar()
    assert (overview.today.on, overview.today.enrolled, overview.today.collected) == (
        date(2026, 11, 22),
        0,
        0,
    )
    assert [str(month.month) for month in overview.months] == [f"2026-{month:02}" for month in range(6, 12)]
    assert overview.month.target == MonthlyTarget(IuranMonth(2026, 10), 40, 2_000_000)
    assert (overview.months[0].wanted, overview.days_left) == (30, 8)
    assert (overview.cash.rupiah, overview.cash_days, overview.tasks, overview.to_fix) == (0, 0, (), 0)
    assert (overview.data.entries, overview.data.copied_at, overview.data.confirmed_at) == (0, None, None)
    assert (radar.lines, radar.ended) == (tuple(RadarLine(overdue) for overdue in range(4)), 0)
    assert (radar.next_due_on, desk.overviews.commission()) == (date(2026, 12, 15), 0)


def test_today_and_the_month_follow_every_movement(desk: AgentDesk, clock: HandClock) -> None:
    hand = MoneyHand(desk)
    receipt = desk.enrolling.enrol(filled_draft(desk))
    worker = hand.written(receipt.action_id)[0].worker_id or ""
    clock.move(days=2)
    number, _ = hand.pay(*farmer_lines(worker, 1, NOVEMBER.plus(3)))
    enrol(desk, 7, "Wati")
    desk.adjusting.adjust(CashStep.SURPLUS, 5_000, "other")
    overview = desk.overviews.look()
    assert (overview.today.enrolled, overview.today.payers, overview.today.collected) == (1, 2, 25_200)
    assert (overview.month.enrolled, overview.month.collected) == (2, 58_800)
    assert (overview.cash.rupiah, overview.cash_days) == (63_800, 2)
    assert (overview.data.unsent.count, overview.data.entries) == (4, len(list(_entries(desk))))
    request = desk.voiding.request(number, "wrong_amount", "cash_taken")
    grant = hand.decide(request, "approved", grants=True)
    waiting = desk.overviews.look()
    assert (waiting.refunds, waiting.refunds_rupiah, waiting.today.collected) == (1, 16_800, 25_200)
    desk.refunding.give_back(grant, "worker", "Penerima", SIGNATURE)
    given = desk.overviews.look()
    assert (given.refunds, given.today.payers, given.today.collected) == (0, 1, 8_400)
    assert given.month.collected == desk.overviews.look().cash.rupiah - 5_000
    hand.prove_rebuild()


def _entries(desk: AgentDesk) -> tuple[str, ...]:
    with desk.enrolling.database.reading() as session:
        found = session.connection().exec_driver_sql("SELECT entry_id FROM journal")
        return tuple(str(one) for (one,) in found)


def test_only_new_participants_whom_the_branch_keeps_count_as_a_result(
    desk: AgentDesk, clock: HandClock
) -> None:
    hand = MoneyHand(desk)
    kept, refused, twice = (enrol(desk, number, f"Orang {number}") for number in (1, 2, 3))
    hand.decide(enrolment(desk, refused), "refused", reason="employed_elsewhere")
    hand.decide(enrolment(desk, twice), "duplicate")
    overview = desk.overviews.look()
    assert (overview.today.enrolled, overview.month.enrolled, overview.to_fix) == (1, 1, 2)
    assert [task.worker_id for task in overview.tasks] == [refused, twice]
    clock.move(days=150)
    form = desk.changing.form(kept, IuranMonth.of(clock.today()))
    consents = desk.reference.consent.required
    again = replace(form, first_month="2027-04", months="1", declaration=True, consents=consents)
    draft = replace(desk.drafting.new(), form=again, signature=SIGNATURE)
    desk.enrolling.enrol(replace(draft, reasons={"likely_duplicate": "Orang lain"}))
    later = desk.overviews.look()
    assert (later.today.enrolled, later.month.enrolled, later.months[0].enrolled) == (1, 0, 1)


def test_the_commission_is_of_new_people_and_of_payments(desk: AgentDesk) -> None:
    rates = CommissionRates(new_at_least=3)
    overviews = replace(desk.overviews, settings=replace(desk.overviews.settings, commission=rates))
    enrol(desk, 1, "Wati")
    enrol(desk, 2, "Ani", offer="JKK+JKM+JHT")
    assert overviews.commission() == 8_400 * 15 // 100 + 28_400 * 15 // 100
    enrol(desk, 3, "Budi")
    assert overviews.commission() == 2 * 1_260 + 4_260 + 10_000 + 15_000 + 10_000
    assert desk.overviews.commission() == 2 * 1_260 + 4_260


def test_the_radar_follows_overdue_months_until_the_membership_ends(
    desk: AgentDesk, clock: HandClock
) -> None:
    people = [enrol(desk, number, f"Orang {number}") for number in (1, 2)]
    longer = enrol(desk, 3, "Citra", months="3")
    clock.move(days=25)  # 2026-12-17: December falls due on 15 January
    assert desk.overviews.radar().lines[0] == RadarLine(0, 2, 16_800)
    clock.move(days=31)  # 2027-01-17: December is overdue
    desk.changing.end(people[1], EndCause.OWN_WISH, IuranMonth(2027, 2))
    radar = desk.overviews.radar()
    assert radar.lines[:2] == (RadarLine(0), RadarLine(1, 2, 16_800))
    assert radar.next_due_on == date(2027, 2, 15)
    clock.move(days=31)  # 2027-02-17: whoever left owes December and January alone
    assert [line.people for line in desk.overviews.radar().lines] == [1, 0, 2, 0]
    option = desk.collecting.outlook(longer).options[0]
    desk.collecting.collect(longer, option.first, option.months, option.quote.total)
    assert [line.people for line in desk.overviews.radar().lines] == [0, 0, 2, 0]
    clock.move(days=90)
    assert desk.overviews.radar().ended == 2


@pytest.mark.parametrize(("day", "left"), [(22, 8), (30, 0)])
def test_the_days_that_are_left_of_the_month(desk: AgentDesk, clock: HandClock, day: int, left: int) -> None:
    clock.move(days=day - 22)
    assert desk.overviews.look().days_left == left
