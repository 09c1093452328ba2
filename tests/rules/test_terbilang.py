"""Amounts in words and figures."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from num2words import num2words

from sync.rules.rupiah import format_number, format_rupiah
from sync.rules.terbilang import number_words, terbilang


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "nol rupiah"),
        (11, "sebelas rupiah"),
        (12, "dua belas rupiah"),
        (100, "seratus rupiah"),
        (1_000, "seribu rupiah"),
        (1_001, "seribu satu rupiah"),
        (11_000, "sebelas ribu rupiah"),
        (16_800, "enam belas ribu delapan ratus rupiah"),
        (1_000_000, "satu juta rupiah"),
        (
            44_323_950,
            "empat puluh empat juta tiga ratus dua puluh tiga ribu sembilan ratus lima puluh rupiah",
        ),
    ],
)
def test_amounts_are_said_as_on_a_receipt(amount: int, words: str) -> None:
    assert terbilang(amount) == words


def oracle(number: int) -> str:
    """The words of num2words, which after a million says `satu ribu` where the language has `seribu`."""
    return re.sub(r"\b(juta|miliar|triliun) satu ribu\b", r"\1 seribu", num2words(number, lang="id"))


@example(1_001_000)
@example(479_001_000)
@example(121_101_000)
@given(st.integers(0, 10**15 - 1))
def test_every_number_is_said_as_the_oracle_says_it(number: int) -> None:
    assert number_words(number) == oracle(number)


@given(st.integers(0, 2_000))
def test_small_numbers_too(number: int) -> None:
    assert number_words(number) == num2words(number, lang="id")


@pytest.mark.parametrize("amount", [-1, 10**15])
def test_what_has_no_words_is_refused(amount: int) -> None:
    with pytest.raises(ValueError, match="terbilang_out_of_range"):
        terbilang(amount)


def test_figures_have_dots_for_thousands() -> None:
    assert format_rupiah(16_800) == "Rp16.800"
    assert format_rupiah(44_323_950) == "Rp44.323.950"
    assert format_rupiah(-8_400) == "-Rp8.400"
    assert format_rupiah(0) == "Rp0"
    assert format_number(999) == "999"
