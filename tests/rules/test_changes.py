"""From which month on a change holds, and what it may not say."""

from datetime import date

import pytest

from sync.rules.changes import ChangeFault, EndCause, Saying, change_faults, earliest_month
from sync.rules.iuran_month import IuranMonth

TODAY = date(2026, 11, 22)
NOVEMBER = IuranMonth(2026, 11)
JANUARY = IuranMonth(2027, 1)


def month(after: int) -> IuranMonth:
    return NOVEMBER.plus(after)


@pytest.mark.parametrize(
    ("fields", "until", "first"),
    [
        ({"income"}, JANUARY, month(3)),
        ({"offer", "phone"}, JANUARY, month(3)),
        ({"occupation"}, month(-4), NOVEMBER),
        ({"occupation"}, None, NOVEMBER),
        ({"phone", "street"}, JANUARY, NOVEMBER),
    ],
)
def test_the_first_month_of_a_change(fields: set[str], until: IuranMonth | None, first: IuranMonth) -> None:
    assert earliest_month(fields, until, TODAY) == first
    assert change_faults(Saying(first, fields), until, TODAY) == ()
    assert change_faults(Saying(first.plus(-1), fields), until, TODAY) == (
        (ChangeFault.MONTH_PAID,) if first > NOVEMBER else (ChangeFault.MONTH_PAST,)
    )


@pytest.mark.parametrize(
    ("saying", "faults"),
    [
        (Saying(NOVEMBER), (ChangeFault.EMPTY,)),
        (Saying(NOVEMBER, {"phone"}, EndCause.OWN_WISH), (ChangeFault.END_APART,)),
        (Saying(month(13), {"phone"}), (ChangeFault.MONTH_TOO_FAR,)),
        (Saying(month(12), {"phone"}), ()),
        (Saying(NOVEMBER, end=EndCause.OWN_WISH), ()),
        (Saying(month(-1), end=EndCause.DEATH), (ChangeFault.MONTH_PAST,)),
        (Saying(month(-1), end=EndCause.DEATH, ended_on=date(2026, 10, 2)), ()),
        (Saying(NOVEMBER, end=EndCause.DEATH, ended_on=date(2026, 10, 2)), ()),
        (Saying(month(1), end=EndCause.DEATH, ended_on=date(2026, 10, 2)), (ChangeFault.END_DATE,)),
        (Saying(month(-2), end=EndCause.EMPLOYMENT, ended_on=date(2026, 10, 2)), (ChangeFault.END_DATE,)),
        (Saying(month(1), end=EndCause.EMPLOYMENT, ended_on=date(2026, 12, 1)), ()),
        (Saying(month(1), end=EndCause.DEATH, ended_on=date(2026, 12, 1)), (ChangeFault.END_DATE,)),
    ],
)
def test_what_a_change_may_say(saying: Saying, faults: tuple[ChangeFault, ...]) -> None:
    assert change_faults(saying, JANUARY, TODAY) == faults
