"""Paid until, arrears, what can be paid at once, and when a membership has ended."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.membership import (
    PaymentOption,
    arrears,
    breaks_run,
    check_payment,
    consecutive_months,
    first_not_overdue,
    membership_ended,
    paid_until,
    payable,
)
from sync.rules.reactions import Reaction

OFFERED = (1, 3, 6, 12)
JULY = IuranMonth(2026, 7)
TODAY = date(2026, 11, 22)
DAYS = st.dates(date(2016, 1, 1), date(2040, 1, 1))
MONTHS = st.builds(IuranMonth, st.integers(2016, 2039), st.integers(1, 12))


def run(first: str, count: int) -> tuple[IuranMonth, ...]:
    """Consecutive months."""
    return months_from(IuranMonth.parse(first), count)


def test_the_arrears_of_the_records() -> None:
    assert arrears(JULY, TODAY) == 3
    assert not membership_ended(JULY, TODAY)
    assert [
        (str(option.first), option.months, str(option.last)) for option in payable(JULY, TODAY, OFFERED)
    ] == [
        ("2026-08", 1, "2026-08"),
        ("2026-08", 2, "2026-09"),
        ("2026-08", 3, "2026-10"),
        ("2026-08", 4, "2026-11"),
        ("2026-08", 6, "2027-01"),
        ("2026-08", 9, "2027-04"),
        ("2026-08", 15, "2027-10"),
    ]
    assert arrears(JULY, date(2026, 12, 15)) == 3
    assert arrears(JULY, date(2026, 12, 16)) == 4
    assert membership_ended(JULY, date(2026, 12, 16))
    assert payable(JULY, date(2026, 12, 16), OFFERED) == ()


def test_without_arrears_the_offered_numbers_are_paid_from_the_next_month() -> None:
    october = IuranMonth(2026, 10)
    assert payable(october, TODAY, OFFERED) == tuple(
        PaymentOption(IuranMonth(2026, 11), count, 0) for count in OFFERED
    )


def test_nobody_pays_further_ahead_than_twelve_months_after_this_one() -> None:
    until = IuranMonth(2027, 8)
    assert [option.months for option in payable(until, TODAY, OFFERED)] == [1, 3]
    assert payable(IuranMonth(2027, 11), TODAY, OFFERED) == ()


def test_paid_until_is_the_end_of_the_unbroken_run() -> None:
    first = IuranMonth(2026, 1)
    assert paid_until(first, run("2026-01", 4)) == IuranMonth(2026, 4)
    assert paid_until(first, [*run("2026-01", 2), *run("2026-04", 3)]) == IuranMonth(2026, 2)
    assert paid_until(first, run("2026-02", 5)) is None
    assert paid_until(first, ()) is None


def test_a_voided_first_month_breaks_the_run_and_the_last_does_not() -> None:
    first, paid = IuranMonth(2026, 1), run("2026-01", 4)
    assert breaks_run(first, paid, run("2026-01", 1))
    assert breaks_run(first, paid, run("2026-03", 1))
    assert not breaks_run(first, paid, run("2026-04", 1))
    assert not breaks_run(first, paid, paid)


def check(
    months: tuple[IuranMonth, ...],
    *,
    until: str = "2026-10",
    amount: int = 100,
    price: int = 100,
    on: date = TODAY,
) -> set[str]:
    """The reactions to a payment of a participant who paid from January 2026."""
    last = IuranMonth.parse(until)
    first = IuranMonth(2026, 1)
    paid = months_from(first, last.minus(first) + 1)
    return {r.value for r in check_payment(last, paid, months, on, OFFERED, amount=amount, price=price)}


def test_a_payment_that_is_right() -> None:
    assert check(run("2026-11", 3)) == set()
    assert check(run("2026-08", 2), until="2026-07") == set()
    assert check(run("2026-08", 4), until="2026-07") == set()


def test_what_is_refused() -> None:
    assert check(run("2026-10", 3)) == {"month_already_paid"}
    assert check(run("2026-12", 1)) == {"month_hole"}
    assert check((IuranMonth(2026, 11), IuranMonth(2027, 1), IuranMonth(2027, 2))) == {"month_hole"}
    assert check(run("2026-11", 1), amount=99) == {"amount_differs"}
    assert check(run("2026-11", 14)) == {"too_far_ahead"}
    assert check(run("2026-11", 2)) == {"months_not_offered"}
    assert check(()) == {"months_not_offered"}
    assert check(run("2026-08", 5), until="2026-07") == {"months_not_offered"}
    assert check(run("2026-07", 3), until="2026-06") == {"membership_ended"}


def test_all_reasons_are_told_in_order_of_precedence() -> None:
    found = check_payment(IuranMonth(2026, 5), (), run("2028-01", 1), TODAY, OFFERED, amount=1, price=2)
    assert found == (
        Reaction.MONTH_HOLE,
        Reaction.AMOUNT_DIFFERS,
        Reaction.TOO_FAR_AHEAD,
        Reaction.MEMBERSHIP_ENDED,
    )


def test_a_month_paid_behind_a_hole_is_paid() -> None:
    until = IuranMonth(2026, 10)
    months = run("2026-11", 3)
    found = check_payment(until, [IuranMonth(2026, 12)], months, TODAY, OFFERED, amount=1, price=1)
    assert found == (Reaction.MONTH_ALREADY_PAID,)


@given(MONTHS, DAYS)
def test_arrears_are_the_overdue_months_and_no_others(until: IuranMonth, on: date) -> None:
    count = arrears(until, on)
    assert all(month.overdue(on) for month in months_from(until.plus(1), count))
    assert not until.plus(count + 1).overdue(on)
    assert not first_not_overdue(on).overdue(on)
    assert first_not_overdue(on).plus(-1).overdue(on)


@given(MONTHS, DAYS)
def test_whatever_is_payable_passes_the_check(until: IuranMonth, on: date) -> None:
    for option in payable(until, on, OFFERED):
        months = months_from(option.first, option.months)
        assert check_payment(until, (), months, on, OFFERED, amount=1, price=1) == ()
        assert consecutive_months(option.first, months) == option.months
        assert option.last.minus(IuranMonth.of(on)) <= 12
