"""Who was passed over by a kelompok that paid on is told from the months alone."""

from __future__ import annotations

import pytest

from perisai_desktop.domain.group_renewal import passed_over
from sync.rules.iuran_month import IuranMonth

JANUARY, FEBRUARY, MARCH, APRIL = (IuranMonth(2027, month) for month in (1, 2, 3, 4))


@pytest.mark.parametrize(
    ("until", "month", "today", "out"),
    [
        (JANUARY, MARCH, MARCH, True),
        (FEBRUARY, MARCH, MARCH, False),
        (FEBRUARY, MARCH, APRIL, True),
        (MARCH, MARCH, APRIL, False),
    ],
)
def test_what_was_begun_this_month_may_still_go_on(
    until: IuranMonth, month: IuranMonth, today: IuranMonth, out: bool
) -> None:
    assert passed_over(until, month, today) is out
