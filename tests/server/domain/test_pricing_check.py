"""Prices that lines are held against: computed once while the reference data holds, in a list that does not grow for ever."""

from __future__ import annotations

import pytest

from sync.rules.pricing import PriceLine, price_line
from sync.rules.programmes import Offer
from sync.server.domain import pricing_check
from sync.server.domain.pricing_check import Basis, PriceList
from tests.support.reference_data import reference

BASES = [Basis(income, Offer.JKK_JKM, False, "2026-11") for income in (1_000_000, 2_000_000, 3_000_000)]
VERSION = reference().tariffs[0].version


@pytest.fixture
def computed(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The incomes that a price was computed for, in order."""
    incomes: list[int] = []

    def counted(*args: object, income: int, **named: object) -> PriceLine:
        incomes.append(income)
        return price_line(*args, income=income, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pricing_check, "price_line", counted)
    return incomes


def test_a_price_is_computed_once(computed: list[int]) -> None:
    prices = PriceList(reference())
    first = [prices.price(basis, "2026-11", "self", VERSION) for basis in BASES]
    assert [prices.price(basis, "2026-11", "self", VERSION) for basis in BASES] == first
    assert None not in first
    assert computed == [1_000_000, 2_000_000, 3_000_000]


def test_a_full_list_begins_anew(computed: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pricing_check, "MOST_PRICES", 2)
    prices = PriceList(reference())
    first = [prices.price(basis, "2026-11", "self", VERSION) for basis in (*BASES, BASES[2], BASES[0])]
    assert first[0] == first[4] != first[2] == first[3]
    assert computed == [1_000_000, 2_000_000, 3_000_000, 1_000_000]
