"""What cleaning makes of a machine's slips, and that it makes nothing up."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perisai_desktop.reading.cleaning import (
    clean_birth,
    clean_marital,
    clean_nik,
    clean_rt_rw,
    clean_sex,
    clean_street,
    clean_words,
)
from sync.rules.dates import format_short_date

NIK = st.text("0123456789", min_size=16, max_size=16)
LOOKALIKES = {"0": "OoQD", "1": "Il|!", "2": "Zz", "5": "Ss", "6": "b", "8": "B"}
NAMES = st.lists(st.text("ABCDEFGHIJKLMNOPRSTUWY", min_size=2, max_size=9), min_size=1, max_size=4)


@given(NIK, st.randoms(use_true_random=False))
def test_digits_survive_letters_that_look_like_them(nik: str, chance: object) -> None:
    choice = chance.choice  # type: ignore[attr-defined]
    read = "".join(choice(LOOKALIKES.get(digit, digit) + digit) for digit in nik)
    assert clean_nik(f": {read[:6]} {read[6:]}") == nik


@given(st.text(max_size=40))
def test_a_nik_is_sixteen_digits_or_nothing(text: str) -> None:
    assert len(clean_nik(text)) in (0, 16)
    assert all(sign in "0123456789" for sign in clean_nik(text))


@given(st.text("0123456789", max_size=15))
def test_a_missing_digit_is_not_made_up(digits: str) -> None:
    assert clean_nik(digits) == ""


@given(NAMES)
def test_a_name_keeps_its_letters_whatever_figures_stand_among_them(words: list[str]) -> None:
    name = " ".join(words)
    assert clean_words(f": {name.replace('O', '0').replace('I', '1')} ").upper() == name


@given(st.dates(date(1920, 1, 1), date(2015, 12, 31)), NAMES)
def test_place_and_date_of_birth_are_told_apart(born: date, words: list[str]) -> None:
    place = " ".join(words)
    figures = f"{born:%d-%m-%Y}"
    for text in (f"{place}, {figures}", f"{place},{figures}", f"{place}, {figures.replace('0', 'O')}"):
        assert clean_birth(text) == (clean_words(place), format_short_date(born))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("JAKARTA TIMUR 14-08-1990", ("Jakarta Timur", "14-08-1990")),
        ("SUKABUMI, 14 08 1990", ("Sukabumi", "14-08-1990")),
        ("SUKABUMI. 14-08-1990", ("Sukabumi", "14-08-1990")),
        ("SUKABUMI, 31-02-1990", ("Sukabumi", "")),
        ("SUKABUMI, 14-08-19", ("Sukabumi", "")),
        ("SUKABUMI", ("Sukabumi", "")),
        ("PAREPARE, l4-O8-I990", ("Parepare", "14-08-1990")),
        ("", ("", "")),
    ],
)
def test_births(text: str, found: tuple[str, str]) -> None:
    assert clean_birth(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LAKI-LAKI", "L"),
        ("LAKI-LAKI Gol. Darah : O", "L"),
        ("LAK1-LAK1 Gol.Darah:-", "L"),
        ("PEREMPUAN", "P"),
        ("PEREMPUAM", "P"),
        ("ISLAM", ""),
        ("", ""),
    ],
)
def test_sexes(text: str, found: str) -> None:
    assert clean_sex(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("BELUM KAWIN", "single"),
        ("BELUMKAWIN", "single"),
        ("KAWIN", "married"),
        ("KAW1N", "married"),
        ("CERAI HIDUP", "divorced"),
        ("CERAI MATI", "widowed"),
        ("WIRASWASTA", ""),
    ],
)
def test_marital_states(text: str, found: str) -> None:
    assert clean_marital(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("003/004", ("003", "004")),
        ("OO3/0I4", ("003", "014")),
        ("003 / 004", ("003", "004")),
        ("003004", ("003", "004")),
        ("03/004", ("", "")),
        ("-", ("", "")),
    ],
)
def test_neighbourhoods(text: str, found: tuple[str, str]) -> None:
    assert clean_rt_rw(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("JL. MELATI NO.5", "Jl. Melati No. 5"),
        ("KP CIKARET", "Kp. Cikaret"),
        ("DUSUN KRAJAN II", "Dusun Krajan II"),
        ("BLOK C2 JL SA'ADAH", "Blok C2 Jl. Sa'adah"),
        ("", ""),
    ],
)
def test_streets(text: str, found: str) -> None:
    assert clean_street(text) == found
