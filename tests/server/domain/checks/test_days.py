"""Checks of an agent's days, of deposits and of pictures."""

from __future__ import annotations

from datetime import date, timedelta

from sync.rules.check_limits import CheckLimits
from sync.rules.iuran_month import IuranMonth
from sync.server.domain.checks.days import (
    CashHeld,
    Missing,
    Written,
    check_cash,
    check_gaps,
    check_pace,
    check_voids,
)
from sync.server.domain.checks.finding import MOST_EVIDENCE, Check
from sync.server.domain.checks.money import Carried, check_deposit, months_of_gap
from sync.server.domain.checks.photos import UnseenPhoto, check_missing, check_used_before, overdue
from sync.server.storage.check_records import PhotoUse
from tests.support.field_laptop import NINE

ON = date(2026, 11, 22)


def written(number: int, minutes: int, agent: str = "a") -> Written:
    return Written(agent, f"entry {number}", NINE + timedelta(minutes=minutes), ON)


def test_more_than_twelve_within_an_hour_are_many() -> None:
    steady = [written(number, number * 5) for number in range(60)]
    assert check_pace(steady, 12) == ()
    burst = [written(number, 300 + number) for number in range(100, 125)]
    (found,) = check_pace([*steady[:12], *burst, written(200, 0, "b")], 12)
    assert (found.check, found.agent_id, found.on) == (Check.MANY_IN_ONE_HOUR, "a", ON)
    assert (found.measure, len(found.evidence)) == (25, MOST_EVIDENCE)


def test_cash_is_old_after_the_days_that_are_allowed() -> None:
    held = [CashHeld("a", f"receipt {days}", ON - timedelta(days=days)) for days in (1, 3, 4, 9)]
    assert check_cash(held[:2], ON, 3) == ()
    (found,) = check_cash(held, ON, 3)
    assert (found.on, found.measure) == (ON - timedelta(days=9), 9)
    assert found.evidence == ("receipt 9", "receipt 4")


def test_voids_are_out_of_pattern_where_they_are_many_and_many_of_the_receipts() -> None:
    voids = [written(number, number) for number in range(3)]
    assert check_voids(voids[:2], [("a", 10)], CheckLimits()) == ()
    assert check_voids(voids, [("a", 60)], CheckLimits()) == ()
    (found,) = check_voids(voids, [("a", 30)], CheckLimits())
    assert (found.check, found.measure, found.on) == (Check.VOIDS_OUT_OF_PATTERN, 3, ON)
    assert check_voids(voids, [], CheckLimits()) == (found,)


def test_entries_are_missing_after_a_day() -> None:
    missing = [Missing("a", 2, ON - timedelta(days=days)) for days in (1, 2)]
    (found,) = check_gaps(missing, ON, 1)
    assert (found.check, found.measure, found.on) == (Check.ENTRIES_MISSING, 2, ON - timedelta(days=2))


def test_a_gap_is_counted_in_overdue_months_behind_the_last_paid() -> None:
    assert months_of_gap([IuranMonth(2026, 6), IuranMonth(2026, 7)], ON) == 3
    assert months_of_gap([IuranMonth(2026, 12)], ON) == 0
    assert months_of_gap([], ON) == 0


def test_a_deposit_unlike_its_receipts_or_of_old_cash_is_found() -> None:
    fresh, old = Carried("fresh", ON), Carried("old", ON - timedelta(days=4))
    assert check_deposit("deposit", "a", ON, 0, [fresh], (), 3) == ()
    (differs,) = check_deposit("deposit", "a", ON, -5_000, [fresh], (), 3)
    assert (differs.check, differs.measure, differs.evidence) == (Check.DEPOSIT_DIFFERS, 5_000, ("fresh",))
    flagged, late = check_deposit("deposit", "a", ON, 0, [fresh, old], ("receipt_deposited",), 3)
    assert flagged.check is Check.DEPOSIT_DIFFERS
    assert (late.check, late.measure, late.evidence) == (Check.CASH_OLD, 4, ("old",))


def use(sha256: str, owner: str, entry_id: str) -> PhotoUse:
    return PhotoUse(sha256, entry_id, owner, "a", "00001", ON)


def test_a_picture_that_belongs_to_another_worker_is_found() -> None:
    own = [use("p", "worker", "entry")]
    assert check_used_before("entry", "a", ON, own, [use("p", "worker", "correction"), *own]) == ()
    assert check_used_before("entry", "a", ON, own, [use("q", "other", "elsewhere")]) == ()
    (found,) = check_used_before("entry", "a", ON, own, [use("p", "other", "elsewhere"), *own])
    assert (found.check, found.subject, found.evidence) == (Check.PHOTO_USED_BEFORE, "entry", ("elsewhere",))


def test_a_picture_is_missing_when_it_is_lost_or_late() -> None:
    late = UnseenPhoto(use("p", "worker", "entry"), NINE - timedelta(days=5), lost=False)
    lost = UnseenPhoto(use("q", "worker", "entry"), NINE, lost=True)
    new = UnseenPhoto(use("r", "worker", "other"), NINE - timedelta(days=1), lost=False)
    (found,) = check_missing([one for one in (late, lost, new) if overdue(one, NINE, 3)], NINE)
    assert (found.check, found.subject, found.measure) == (Check.PHOTO_MISSING, "entry", 5)
