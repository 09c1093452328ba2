"""The price of iuran months: the table, the dated reliefs, and who pays."""

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.rules.iuran_month import IuranMonth
from sync.rules.pricing import Quote, price_line, quote
from sync.rules.programmes import Offer, PayerKind, Programme
from sync.rules.reliefs import relief_for
from sync.rules.tariff import income_of
from tests.support.reference_data import reference

NOVEMBER = IuranMonth(2026, 11)
RELIEVED = {PayerKind.SELF, PayerKind.ENTERPRISE, PayerKind.COMPANY}


def price(
    month: str,
    *,
    transport: bool = False,
    payer: PayerKind = PayerKind.SELF,
    income: int = 1_000_000,
    offer: Offer = Offer.JKK_JKM,
    enrolled: str | None = None,
) -> int:
    """The price of one month, rupiah."""
    return price_line(
        reference(),
        IuranMonth.parse(month),
        income=income,
        offer=offer,
        transport=transport,
        payer=payer,
        enrolled=None if enrolled is None else IuranMonth.parse(enrolled),
    ).total


def three_months(*, transport: bool) -> Quote:
    """The worked case: bracket 1, two programmes, November to January."""
    return quote(
        reference(),
        income=1_000_000,
        offer=Offer.JKK_JKM,
        transport=transport,
        payer=PayerKind.SELF,
        first=NOVEMBER,
        months=3,
    )


def test_the_farmer_of_the_worked_case_pays_january_in_full() -> None:
    quoted = three_months(transport=False)
    assert [line.total for line in quoted.lines] == [8_400, 8_400, 16_800]
    assert [line.relief for line in quoted.lines] == ["pp50-2025", "pp50-2025", None]
    assert (quoted.total, quoted.full) == (33_600, 50_400)


def test_the_motorcycle_taxi_driver_of_the_worked_case_has_the_relief_in_january_too() -> None:
    quoted = three_months(transport=True)
    assert [line.total for line in quoted.lines] == [8_400] * 3
    assert {line.relief for line in quoted.lines} == {"pp50-2025-t"}
    assert quoted.total == 25_200


def test_bracket_ten_of_the_worked_case() -> None:
    assert price("2026-11", income=2_700_000) == 18_150


def test_the_lowest_prices() -> None:
    assert price("2027-01") == 16_800
    assert price("2027-01", offer=Offer.JKK_JKM_JHT) == 36_800


@pytest.mark.parametrize(
    ("month", "others", "transport"),
    [
        ("2025-12", 16_800, 16_800),
        ("2026-01", 16_800, 8_400),
        ("2026-03", 16_800, 8_400),
        ("2026-04", 8_400, 8_400),
        ("2026-12", 8_400, 8_400),
        ("2027-01", 16_800, 8_400),
        ("2027-03", 16_800, 8_400),
        ("2027-04", 16_800, 16_800),
    ],
)
def test_the_relief_of_2025_begins_and_ends_by_sector(month: str, others: int, transport: int) -> None:
    assert price(month) == others
    assert price(month, transport=True) == transport


@pytest.mark.parametrize(("payer", "transport"), list(product(PayerKind, [True, False])))
def test_who_pays_decides(payer: PayerKind, transport: bool) -> None:
    assert price("2026-11", payer=payer, transport=transport) == (8_400 if payer in RELIEVED else 16_800)


@pytest.mark.parametrize("payer", list(PayerKind))
def test_a_branch_may_count_the_village_budget_as_a_company(payer: PayerKind) -> None:
    of_branch = reference()
    of_branch = replace(of_branch, settings=replace(of_branch.settings, village_budget_relief=True))
    line = price_line(
        of_branch, NOVEMBER, income=1_000_000, offer=Offer.JKK_JKM, transport=False, payer=payer
    )
    assert line.total == (8_400 if payer in RELIEVED | {PayerKind.VILLAGE_BUDGET} else 16_800)


def test_old_age_savings_have_no_relief() -> None:
    line = price_line(
        reference(),
        NOVEMBER,
        income=1_000_000,
        offer=Offer.JKK_JKM_JHT,
        transport=False,
        payer=PayerKind.SELF,
    )
    assert dict(line.amounts) == {Programme.JKK: 5_000, Programme.JKM: 3_400, Programme.JHT: 20_000}
    assert (line.total, line.full) == (28_400, 36_800)
    assert line.relief_of(Programme.JKK) == line.relief_of(Programme.JKM) == "pp50-2025"
    assert line.relief_of(Programme.JHT) is None
    assert (line.bracket, line.tariff_version) == (1, "BPU-2015")


@pytest.mark.parametrize(
    ("month", "enrolled", "total"),
    [
        ("2020-07", None, 16_800),
        ("2020-08", None, 168),
        ("2021-01", "2019-03", 168),
        ("2021-02", None, 16_800),
        ("2020-08", "2020-08", 16_800),
        ("2020-09", "2020-08", 16_800),
        ("2020-10", "2020-08", 168),
        ("2020-08", "2020-07", 168),
        ("2021-01", "2020-12", 16_800),
        ("2021-01", "2020-11", 168),
    ],
)
def test_the_relief_of_2020_and_the_first_two_months_of_new_participants(
    month: str, enrolled: str | None, total: int
) -> None:
    assert price(month, enrolled=enrolled) == total


@pytest.mark.parametrize("payer", list(PayerKind))
def test_the_relief_of_2020_was_for_every_payer(payer: PayerKind) -> None:
    assert price("2020-08", payer=payer) == 168


def test_every_price_of_every_bracket_is_whole_rupiah_and_follows_the_law() -> None:
    assert len(reference().tariff.brackets) == 33
    for bracket in reference().tariff.brackets:
        assert (bracket.jkk * 100, bracket.jht * 100, bracket.jkm) == (
            bracket.basis,
            bracket.basis * 2,
            6_800,
        )
        for relief in reference().reliefs:
            for programme in relief.programmes:
                paid = relief.price(bracket.amount(programme))
                assert paid * relief.paid_denominator == bracket.amount(programme) * relief.paid_numerator


def test_a_part_of_a_rupiah_is_never_rounded() -> None:
    with pytest.raises(ValueError, match="relief_not_whole_rupiah"):
        reference().reliefs[0].price(3)


@given(st.integers(1_000, 60_000))
def test_the_bracket_is_chosen_by_its_lower_bound(thousands: int) -> None:
    income = thousands * 1_000
    bracket = reference().tariff.bracket_for(income)
    assert bracket.income_from <= income
    assert bracket.income_to is None or income <= bracket.income_to
    later = [b for b in reference().tariff.brackets if b.number == bracket.number + 1]
    assert all(income < b.income_from for b in later)


def test_inferred_rows_are_marked() -> None:
    inferred = [bracket.number for bracket in reference().tariff.brackets if bracket.inferred]
    assert inferred == [31, 32, 33]
    quoted = quote(
        reference(),
        income=18_200_000,
        offer=Offer.JKK_JKM,
        transport=False,
        payer=PayerKind.SELF,
        first=NOVEMBER,
        months=1,
    )
    assert quoted.inferred
    assert not three_months(transport=False).inferred


def test_an_income_below_every_bracket_has_none() -> None:
    with pytest.raises(ValueError, match="income_below_every_bracket"):
        reference().tariff.bracket_for(-1)


def test_a_month_before_the_law_has_no_price() -> None:
    with pytest.raises(ValueError, match="no_tariff_for_month"):
        price("2015-06")
    assert price("2015-07") == 16_800


def test_reliefs_are_tried_in_order_and_for_their_programmes_alone() -> None:
    reliefs = reference().reliefs
    found = relief_for(reliefs, NOVEMBER, Programme.JKK, True, PayerKind.SELF)
    assert found is not None
    assert found.code == "pp50-2025-t"
    assert relief_for(reliefs, NOVEMBER, Programme.JHT, True, PayerKind.SELF) is None
    assert relief_for((), NOVEMBER, Programme.JKK, True, PayerKind.SELF) is None


@pytest.mark.parametrize(
    ("text", "income"),
    [
        ("2600000", 2_600_000),
        ("2.600.000", 2_600_000),
        ("Rp 2.600.000", 2_600_000),
        (" 1 000 000 ", 1_000_000),
        ("0", 0),
        ("", None),
        ("Rp", None),
        ("dua juta", None),
        ("-1000000", None),
        ("1000.000", None),
        ("1.00.000", None),
        (".000", None),
        ("1,5", None),
        ("٢٦٠٠٠٠٠", None),
        ("9" * 13, None),
    ],
)
def test_incomes_as_typed(text: str, income: int | None) -> None:
    assert income_of(text) == income
