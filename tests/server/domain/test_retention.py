"""What of a person's data goes on a day, why, and what keeps it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import membership_ended
from sync.server.domain.retention import (
    Hold,
    PurgeReason,
    Standing,
    due,
    hold_of,
    lapsed_on,
    over,
)
from sync.server.settings import Periods

QUIET = date(2026, 11, 22)
PERIODS = Periods(refused=10, membership_ended=100, photos_answered=20)
WITHDRAWN = Standing(QUIET, withdrawn=True)
HELD = {
    Hold.UNDECIDED: replace(WITHDRAWN, undecided=True, money_open=True),
    Hold.MONEY_OPEN: replace(WITHDRAWN, money_open=True, withdrawal_open=True),
    Hold.WITHDRAWAL_OPEN: replace(WITHDRAWN, withdrawal_open=True, laptop_lost=True),
    Hold.LAPTOP_LOST: replace(WITHDRAWN, laptop_lost=True),
}


def after(days: int) -> date:
    return QUIET + timedelta(days=days)


@pytest.mark.parametrize(
    ("standing", "days", "reason"),
    [
        (Standing(QUIET), 9_999, None),
        (Standing(QUIET, withdrawn=True), 0, PurgeReason.WITHDRAWN),
        (Standing(QUIET, refused=True), 9, None),
        (Standing(QUIET, refused=True), 10, PurgeReason.REFUSED),
        (Standing(QUIET, lapsed_on=after(-50)), 99, None),
        (Standing(QUIET, lapsed_on=after(-50)), 100, PurgeReason.MEMBERSHIP_ENDED),
        (Standing(QUIET, lapsed_on=after(50)), 149, None),
        (Standing(QUIET, lapsed_on=after(50)), 150, PurgeReason.MEMBERSHIP_ENDED),
        (Standing(QUIET, answered_on=QUIET), 19, None),
        (Standing(QUIET, answered_on=QUIET), 20, PurgeReason.PHOTOS_ANSWERED),
        (Standing(QUIET, answered_on=QUIET, lapsed_on=QUIET), 100, PurgeReason.MEMBERSHIP_ENDED),
    ],
)
def test_time_is_over_by_the_first_reason_that_holds(
    standing: Standing, days: int, reason: PurgeReason | None
) -> None:
    assert over(standing, PERIODS, after(days)) is reason
    assert due(standing, PERIODS, after(days)) is reason


@pytest.mark.parametrize("hold", HELD)
def test_whatever_is_open_keeps_everything(hold: Hold) -> None:
    standing = HELD[hold]
    assert hold_of(standing) is hold
    assert over(standing, PERIODS, after(9_999)) is PurgeReason.WITHDRAWN
    assert due(standing, PERIODS, after(9_999)) is None


def test_nothing_holds_who_is_settled() -> None:
    assert hold_of(Standing(QUIET)) is None


@pytest.mark.parametrize(
    ("paid", "ended", "day"),
    [
        ("2026-07", None, date(2026, 12, 16)),
        ("2026-07", "2026-06", date(2026, 8, 1)),
        ("2026-07", "2026-09", date(2026, 9, 1)),
        (None, "2026-09", date(2026, 9, 1)),
        (None, None, QUIET),
    ],
)
def test_a_membership_ends_by_arrears_or_by_what_was_said(
    paid: str | None, ended: str | None, day: date
) -> None:
    months = [None if one is None else IuranMonth.parse(one) for one in (paid, ended)]
    assert lapsed_on(months[0], months[1], QUIET) == day


def test_arrears_end_it_on_the_day_that_the_rules_say() -> None:
    until = IuranMonth(2026, 7)
    day = lapsed_on(until, None, QUIET)
    assert [membership_ended(until, one) for one in (day - timedelta(days=1), day)] == [False, True]


@pytest.mark.parametrize("period", ["refused", "membership_ended", "photos_answered"])
def test_data_stay_for_a_day_at_least(period: str) -> None:
    with pytest.raises(ValueError, match="period_too_short"):
        Periods(**{period: 0})
