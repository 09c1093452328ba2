"""The NIK: the table of findings, and what the digits say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.rules.nik import format_nik, mask_nik, read_nik, strip_nik
from sync.rules.programmes import Sex
from sync.rules.reactions import Reaction

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "findings"),
    [
        ("3202081408900004", ()),
        ("", (Reaction.NIK_LENGTH,)),
        ("320208140890004", (Reaction.NIK_LENGTH,)),
        ("32020814089000041", (Reaction.NIK_LENGTH,)),
        ("32020814O8900004", (Reaction.NIK_NOT_DIGITS,)),
        ("32020814O890", (Reaction.NIK_NOT_DIGITS, Reaction.NIK_LENGTH)),
        ("٣٢٠٢٠٨١٤٠٨٩٠٠٠٠٤", (Reaction.NIK_NOT_DIGITS,)),
        ("1111111111111111", (Reaction.NIK_ALL_EQUAL,)),
        ("3333333333333333", (Reaction.NIK_ALL_EQUAL, Reaction.NIK_IMPOSSIBLE_DATE)),
        (
            "0000000000000000",
            (Reaction.NIK_ALL_EQUAL, Reaction.NIK_IMPOSSIBLE_DATE, Reaction.NIK_SERIAL_ZERO),
        ),
        ("3202080008900004", (Reaction.NIK_IMPOSSIBLE_DATE,)),
        ("3202083208900004", (Reaction.NIK_IMPOSSIBLE_DATE,)),
        ("3202084008900004", (Reaction.NIK_IMPOSSIBLE_DATE,)),
        ("3202087208900004", (Reaction.NIK_IMPOSSIBLE_DATE,)),
        ("3202081413900004", (Reaction.NIK_IMPOSSIBLE_DATE,)),
        ("3202081400900004", (Reaction.NIK_IMPOSSIBLE_DATE,)),
        ("3202082902010004", (Reaction.NIK_IMPOSSIBLE_DATE,)),
        ("3202082902000004", ()),
        ("3202086902040004", ()),
        ("3202081408900000", (Reaction.NIK_SERIAL_ZERO,)),
        (" 320208.140890-0004", (Reaction.SPACES_AND_DOTS,)),
        ("320208\u2013140890\u00a00004 ", (Reaction.SPACES_AND_DOTS,)),
        ("320208 14089", (Reaction.NIK_LENGTH, Reaction.SPACES_AND_DOTS)),
    ],
)
def test_the_table_of_findings(typed: str, findings: tuple[Reaction, ...]) -> None:
    reading = read_nik(typed, TODAY)
    assert reading.findings == findings
    assert reading.valid is not any(found is not Reaction.SPACES_AND_DOTS for found in findings)


def test_the_digits_say_birth_date_sex_and_region() -> None:
    reading = read_nik("320208 540890 0004", TODAY)
    assert reading.digits == "3202085408900004"
    assert (reading.birth_date, reading.sex) == (date(1990, 8, 14), Sex.P)
    assert (reading.regency, reading.district) == ("32.02", "32.02.08")


@pytest.mark.parametrize(
    ("birth", "born"),
    [
        ("221111", date(2011, 11, 22)),
        ("231111", None),
        ("010100", date(2000, 1, 1)),
        ("290200", date(2000, 2, 29)),
        ("221126", date(1926, 11, 22)),
        ("231125", date(1925, 11, 23)),
        ("221125", None),
        ("231126", date(1926, 11, 23)),
        ("010115", None),
        ("311299", date(1999, 12, 31)),
    ],
)
def test_the_century_makes_the_age_15_to_100(birth: str, born: date | None) -> None:
    assert read_nik(f"320208{birth}0004", TODAY).birth_date == born


def test_unreadable_digits_suggest_nothing() -> None:
    for typed in ("", "abc", "3202083208900004"):
        reading = read_nik(typed, TODAY)
        assert (reading.birth_date, reading.sex) == (None, None)
        assert reading.born_on_possible(date(1990, 1, 1))


def test_a_birth_date_agrees_with_the_digits_or_not() -> None:
    reading = read_nik("3202081408900004", TODAY)
    assert reading.born_on_possible(date(1990, 8, 14))
    assert not reading.born_on_possible(date(1890, 8, 14))
    assert not reading.born_on_possible(date(1990, 8, 15))


@pytest.mark.parametrize(("digits", "born"), [("3202081401150004", 14), ("3202085401150004", 14)])
def test_where_no_century_fits_the_last_two_digits_of_the_year_are_compared(digits: str, born: int) -> None:
    reading = read_nik(digits, TODAY)
    assert reading.birth_date is None
    assert reading.born_on_possible(date(2015, 1, born))
    assert reading.born_on_possible(date(1915, 1, born))
    assert not reading.born_on_possible(date(2015, 1, born + 1))


@given(st.dates(date(1927, 1, 1), date(2011, 11, 22)), st.sampled_from(Sex), st.integers(1, 9999))
def test_every_possible_nik_reads_back(born: date, sex: Sex, serial: int) -> None:
    day = born.day + (40 if sex is Sex.P else 0)
    reading = read_nik(f"351406{day:02d}{born:%m%y}{serial:04d}", TODAY)
    assert reading.valid
    assert (reading.birth_date, reading.sex) == (born, sex)


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading(text: str) -> None:
    reading = read_nik(text, TODAY)
    assert reading.digits is None or len(reading.digits) == 16
    assert (reading.digits is None) == (reading.regency is None)


def test_a_nik_is_shown_in_groups_or_masked() -> None:
    assert format_nik("3202081408900004") == "320208 140890 0004"
    assert mask_nik("3202081408900004") == "•••••• •••••• 0004"
    assert strip_nik(" 320208.14-0890 0004") == "3202081408900004"


def test_no_digits_in_the_repr() -> None:
    assert "140890" not in repr(read_nik("3202081408900004", TODAY))
