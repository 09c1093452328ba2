"""Dates as typed and printed, ages, and the iuran month."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.rules.dates import birthday, birthday_reached, format_date, format_short_date, parse_date
from sync.rules.iuran_month import IuranMonth, months_from

MONTHS = st.builds(IuranMonth, st.integers(2000, 2100), st.integers(1, 12))


@pytest.mark.parametrize(
    "text", ["1993-10-08", "08-10-1993", "08/10/1993", "08.10.1993", "08101993", " 8-10-1993 "]
)
def test_one_date_can_be_typed_in_many_ways(text: str) -> None:
    assert parse_date(text) == date(1993, 10, 8)


@pytest.mark.parametrize(
    "text", ["", "1993", "31-02-1993", "8/10-1993", "081093", "1993-13-01", "kemarin", "٠٨١٠١٩٩٣"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.dates())
def test_printed_dates_read_back(day: date) -> None:
    assert parse_date(format_short_date(day)) == day
    assert parse_date(day.isoformat()) == day


def test_dates_are_said_in_bahasa_indonesia() -> None:
    assert format_date(date(2026, 11, 22)) == "22 November 2026"
    assert format_date(date(2026, 8, 1)) == "1 Agustus 2026"
    assert format_short_date(date(2026, 1, 2)) == "02-01-2026"


def test_a_birthday_on_29_february_is_kept_on_1_march_of_common_years() -> None:
    born = date(1960, 2, 29)
    assert birthday(born, 65) == date(2025, 3, 1)
    assert birthday(born, 64) == date(2024, 2, 29)
    assert not birthday_reached(born, 65, date(2025, 2, 28))
    assert birthday_reached(born, 65, date(2025, 3, 1))


@given(st.dates(date(1900, 1, 1), date(2020, 1, 1)), st.integers(0, 100))
def test_an_age_is_reached_on_the_birthday_and_not_the_day_before(born: date, years: int) -> None:
    reached = birthday(born, years)
    assert birthday_reached(born, years, reached)
    assert not birthday_reached(born, years, reached - timedelta(days=1))


def test_an_iuran_month_is_text_and_words() -> None:
    month = IuranMonth.parse("2026-11")
    assert (month.year, month.month, str(month), month.label) == (2026, 11, "2026-11", "November 2026")
    assert IuranMonth.of(date(2026, 11, 30)) == month


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2026-1", "26-11", "2026-11-01", "", "2026/11"])
def test_what_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="iuran_month_malformed"):
        IuranMonth.parse(text)


@pytest.mark.parametrize(("year", "month"), [(0, 1), (2026, 0), (2026, 13), (10_000, 1)])
def test_months_outside_the_calendar_are_refused(year: int, month: int) -> None:
    with pytest.raises(ValueError, match="iuran_month_out_of_range"):
        IuranMonth(year, month)


@given(MONTHS, st.integers(-200, 200))
def test_counting_months_there_and_back(month: IuranMonth, count: int) -> None:
    later = month.plus(count)
    assert later.minus(month) == count
    assert later.plus(-count) == month
    assert (later > month) == (count > 0)
    assert IuranMonth.parse(str(later)) == later


def test_a_month_is_due_until_the_15th_of_the_next() -> None:
    december = IuranMonth(2026, 12)
    assert december.due_on == date(2027, 1, 15)
    assert not december.overdue(date(2027, 1, 15))
    assert december.overdue(date(2027, 1, 16))


def test_consecutive_months_cross_the_year() -> None:
    assert [str(month) for month in months_from(IuranMonth(2026, 11), 3)] == ["2026-11", "2026-12", "2027-01"]
    assert months_from(IuranMonth(2026, 11), 0) == ()
