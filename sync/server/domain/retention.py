"""How long the branch keeps a person's data: what is due to be erased and why, and what keeps it here.

The law gives no number of days: data go when the purpose that they were taken for is over, when the time that the
controller set is over, and when consent was taken back (UU 27/2022, articles 8, 16 (2) g, 43 and 44). The days are the
organisation's own (`Periods`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import ARREARS_LIMIT
from sync.server.settings import Periods


class PurgeReason(StrEnum):
    """Why data go; the first that holds is the one that is told."""

    WITHDRAWN = "withdrawn"
    REFUSED = "refused"
    MEMBERSHIP_ENDED = "membership_ended"
    PHOTOS_ANSWERED = "photos_answered"


class Hold(StrEnum):
    """What keeps all of a person's data here, whatever time is over."""

    UNDECIDED = "undecided"
    MONEY_OPEN = "money_open"
    WITHDRAWAL_OPEN = "withdrawal_open"
    LAPTOP_LOST = "laptop_lost"


ERASES_ALL = frozenset({PurgeReason.WITHDRAWN, PurgeReason.REFUSED, PurgeReason.MEMBERSHIP_ENDED})
"""Reasons for which personal parts go with the pictures; for the others pictures alone."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one person stands at the branch, on a local date.

    `undecided`: a record waits for somebody. `money_open`: a line of a receipt is under review or held, or asked to be
    voided. `withdrawal_open`: nobody has settled it. `laptop_lost`: people on a lost laptop are still to be told.
    `withdrawn`: consent to what nothing can be kept without was taken back, a person settled that, and nobody enrolled
    the worker since. `refused`: every enrolment was. `quiet_on`: the day of the last thing that happened.
    `lapsed_on`: since when the membership has ended, None while it lives. `answered_on`: the agency registered the
    worker on this day, and nothing else is enrolled.
    """

    quiet_on: date
    undecided: bool = False
    money_open: bool = False
    withdrawal_open: bool = False
    laptop_lost: bool = False
    withdrawn: bool = False
    refused: bool = False
    lapsed_on: date | None = None
    answered_on: date | None = None


def hold_of(standing: Standing) -> Hold | None:
    """What keeps a person's data here; None where nothing does but time."""
    holds = (
        (standing.undecided, Hold.UNDECIDED),
        (standing.money_open, Hold.MONEY_OPEN),
        (standing.withdrawal_open, Hold.WITHDRAWAL_OPEN),
        (standing.laptop_lost, Hold.LAPTOP_LOST),
    )
    return next((hold for keeps, hold in holds if keeps), None)


def over(standing: Standing, periods: Periods, today: date) -> PurgeReason | None:
    """Why a person's data would go on a local date if nothing held them; None while their time runs."""
    if standing.withdrawn:
        return PurgeReason.WITHDRAWN
    if standing.refused and _passed(standing.quiet_on, periods.refused, today):
        return PurgeReason.REFUSED
    if standing.lapsed_on is not None:
        ended = max(standing.lapsed_on, standing.quiet_on)
        if _passed(ended, periods.membership_ended, today):
            return PurgeReason.MEMBERSHIP_ENDED
    if standing.answered_on is not None and _passed(standing.answered_on, periods.photos_answered, today):
        return PurgeReason.PHOTOS_ANSWERED
    return None


def due(standing: Standing, periods: Periods, today: date) -> PurgeReason | None:
    """Why a person's data go on a local date; None where they stay."""
    return None if hold_of(standing) is not None else over(standing, periods, today)


def lapsed_on(paid: IuranMonth | None, ended_from: IuranMonth | None, quiet_on: date) -> date:
    """The first day on which a membership has ended: one month too many is overdue, or the first month that was said not
    to be owed has begun and no later one is paid. `paid` is the last month paid, whatever lies before it; of who never
    paid the day of the last thing that happened.
    """
    if ended_from is not None:
        first = ended_from if paid is None else max(ended_from, paid.plus(1))
        return date(first.year, first.month, 1)
    if paid is None:
        return quiet_on
    return paid.plus(ARREARS_LIMIT + 1).due_on + timedelta(days=1)


def _passed(since: date, days: int, today: date) -> bool:
    return today >= since + timedelta(days=days)
