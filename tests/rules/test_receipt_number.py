"""The receipt number, its check character, and the base 32 of device codes."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sync.rules import crockford
from sync.rules.receipt_number import ReceiptNumber, check_character

NUMBERS = st.builds(
    ReceiptNumber,
    st.text(crockford.ALPHABET, min_size=5, max_size=5),
    st.integers(1, 99),
    st.integers(1, 999_999),
)
CHARACTERS = string.digits + string.ascii_uppercase


def test_the_sample_of_the_records() -> None:
    number = ReceiptNumber("7Q2FK", 1, 123)
    assert str(number) == "7Q2FK-01-000123-Q"
    assert number.body == "7Q2FK01000123"
    assert ReceiptNumber.parse("7Q2FK-01-000123-Q") == number


def test_a_published_sample_of_the_same_check() -> None:
    assert check_character("A12425GABC1234002") == "M"


@given(NUMBERS)
def test_printed_numbers_read_back(number: ReceiptNumber) -> None:
    assert ReceiptNumber.parse(str(number)) == number
    assert ReceiptNumber.parse(f" {str(number).lower().replace('-', ' ')} ") == number


@given(NUMBERS, st.integers(0, 13), st.sampled_from(CHARACTERS))
def test_one_wrong_character_is_found(number: ReceiptNumber, place: int, wrong: str) -> None:
    printed = str(number).replace("-", "")
    meant = wrong if place == 13 else wrong.translate(str.maketrans("ILO", "110"))
    assume(meant != printed[place])
    with pytest.raises(ValueError):
        ReceiptNumber.parse(printed[:place] + wrong + printed[place + 1 :])


@given(NUMBERS)
def test_look_alikes_are_read_as_meant(number: ReceiptNumber) -> None:
    printed = str(number)
    body, check = printed[:-1], printed[-1]
    assert ReceiptNumber.parse(body.replace("0", "O").replace("1", "l") + check) == number


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "receipt_number_malformed"),
        ("7Q2FK-01-000123", "receipt_number_malformed"),
        ("7Q2FK-0A-000123-Q", "receipt_number_malformed"),
        ("7Q2FK-01-00012A-Q", "receipt_number_malformed"),
        ("7Q2FU-01-000123-Q", "not_crockford"),
        ("7Q2FK-01-000123-R", "receipt_check_character"),
        ("7Q2FK-00-000123-Q", "receipt_epoch_out_of_range"),
        ("7Q2FK-01-000000-Q", "receipt_counter_out_of_range"),
    ],
)
def test_what_is_no_number_is_refused(text: str, code: str) -> None:
    with pytest.raises(ValueError, match=code):
        ReceiptNumber.parse(text)


@pytest.mark.parametrize(
    ("device", "epoch", "counter", "code"),
    [
        ("7Q2F", 1, 1, "receipt_device_malformed"),
        ("7Q2FI", 1, 1, "receipt_device_malformed"),
        ("7q2fk", 1, 1, "receipt_device_malformed"),
        ("7Q2FK", 100, 1, "receipt_epoch_out_of_range"),
        ("7Q2FK", 1, 1_000_000, "receipt_counter_out_of_range"),
    ],
)
def test_numbers_outside_their_form_cannot_be_made(device: str, epoch: int, counter: int, code: str) -> None:
    with pytest.raises(ValueError, match=code):
        ReceiptNumber(device, epoch, counter)


def test_practice_devices_begin_with_zero() -> None:
    assert ReceiptNumber("0Q2FK", 1, 1).practice
    assert not ReceiptNumber("7Q2FK", 1, 1).practice


@given(st.integers(0, 2**50 - 1))
def test_base_32_reads_back(number: int) -> None:
    assert crockford.decode(crockford.encode(number, 10)) == number


def test_base_32_is_forgiving_and_bounded() -> None:
    assert crockford.normalise("o1-il 7q") == "01117Q"
    assert crockford.encode(31, 2) == "0Z"
    for number, length in ((32, 1), (-1, 1)):
        with pytest.raises(ValueError, match="number_does_not_fit"):
            crockford.encode(number, length)
    with pytest.raises(ValueError, match="not_crockford"):
        crockford.normalise("U")
