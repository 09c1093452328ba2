"""Cash in hand, its age, and the estimate of commission."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.rules.branch_settings import BranchSettings, CommissionRates
from sync.rules.cash import CashAlert, CashFacts, cash_alert, cash_in_hand
from sync.rules.commission import acquisition_fee, office_fee, payment_fee

RATES = CommissionRates()
TODAY = date(2026, 11, 22)


def test_the_formula_of_cash_in_hand() -> None:
    facts = CashFacts(
        opening_float=100_000,
        receipts=500_000,
        voids_without_cash=16_800,
        refunds=8_400,
        deposits=300_000,
        hand_overs=50_000,
        adjustments=-1_000,
    )
    assert cash_in_hand(facts) == 223_800
    assert cash_in_hand(CashFacts()) == 0


AMOUNTS = st.integers(0, 10**9)


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_depositing_everything_leaves_nothing(opening_float: int, receipts: int, refunds: int) -> None:
    before = CashFacts(opening_float=opening_float, receipts=receipts, refunds=refunds)
    after = CashFacts(
        opening_float=opening_float, receipts=receipts, refunds=refunds, deposits=cash_in_hand(before)
    )
    assert cash_in_hand(after) == 0


@pytest.mark.parametrize(
    ("oldest", "alert"),
    [
        (None, CashAlert.CALM),
        (date(2026, 11, 22), CashAlert.CALM),
        (date(2026, 11, 21), CashAlert.CALM),
        (date(2026, 11, 20), CashAlert.ALERT),
        (date(2026, 11, 19), CashAlert.ALERT),
        (date(2026, 11, 18), CashAlert.RED),
    ],
)
def test_cash_is_alerted_after_one_day_and_red_after_three(oldest: date | None, alert: CashAlert) -> None:
    assert cash_alert(oldest, TODAY, BranchSettings()) is alert


@pytest.mark.parametrize(
    ("two", "three", "fee"),
    [(24, 0, 0), (20, 4, 0), (25, 0, 250_000), (20, 5, 275_000), (0, 30, 450_000), (0, 0, 0)],
)
def test_the_acquisition_fee_counts_from_the_first_once_there_are_25(two: int, three: int, fee: int) -> None:
    assert acquisition_fee(two, three, RATES) == fee


def test_the_fee_on_payments_goes_by_the_month_of_membership() -> None:
    assert payment_fee([(1, 16_800)], RATES) == 2_520
    assert payment_fee([(24, 16_800), (25, 16_800)], RATES) == 3_360
    assert payment_fee([(60, 16_800), (61, 16_800)], RATES) == 840
    assert payment_fee([], RATES) == 0


def test_the_fee_is_rounded_down_once_for_each_payment() -> None:
    assert payment_fee([(1, 8_403)], RATES) == 1_260
    assert payment_fee([(1, 8_403), (2, 8_404)], RATES) == 2_521
    assert office_fee(10_009, RATES) == 1_000


def test_the_office_gets_a_tenth() -> None:
    assert office_fee(250_000, RATES) == 25_000


def test_stamp_duty_is_noted_above_five_million() -> None:
    assert not BranchSettings().stamp_duty_applies(5_000_000)
    assert BranchSettings().stamp_duty_applies(5_000_001)
