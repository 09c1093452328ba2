"""Inputs keep what is typed and show it readably."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from perisai_desktop.ui.theme.tokens import Tone
from perisai_desktop.ui.widgets.date_input import DateInput
from perisai_desktop.ui.widgets.field import Field
from perisai_desktop.ui.widgets.nik_input import NikInput
from perisai_desktop.ui.widgets.password_input import PasswordInput
from perisai_desktop.ui.widgets.phone_input import PhoneInput
from perisai_desktop.ui.widgets.rupiah_input import RupiahInput, grouped, typed_amount
from perisai_desktop.ui.widgets.text_input import TextInput
from tests.desktop.ui.conftest import Showing


@pytest.mark.parametrize(
    "typed",
    ["3202081408900004", "3202 0814.0890-0004", "32O2081408900004", "32020814089", "32020814089000041"],
)
def test_a_nik_is_kept_as_it_was_typed(showing: Showing, typed: str) -> None:
    line = NikInput()
    showing(line)
    told: list[str] = []
    line.value_edited.connect(told.append)
    QTest.keyClicks(line, typed)
    assert line.value() == typed
    assert told[-1] == typed


def test_the_gaps_of_a_nik_are_drawn_and_not_typed(showing: Showing) -> None:
    line, plain = NikInput(), NikInput()
    showing(line)
    showing(plain)
    line.set_value("3202081408900004")
    plain.set_value("32020814089000041")  # seventeen digits stand without gaps
    line.setCursorPosition(16)
    plain.setCursorPosition(16)
    assert line.cursorRect().x() > plain.cursorRect().x() + 8
    line.selectAll()
    line.copy()
    assert QApplication.clipboard().text() == "3202081408900004"


def test_a_digit_typed_in_the_middle_of_a_nik_lands_there(showing: Showing) -> None:
    line = NikInput()
    showing(line)
    line.set_value("320208140890004")
    line.setCursorPosition(12)
    QTest.keyClicks(line, "0")
    assert line.value() == "3202081408900004"
    assert line.cursorPosition() == 13


@pytest.mark.parametrize(
    ("typed", "shown", "value"),
    [
        ("1000000", "Rp1.000.000", "1000000"),
        ("1.500.000", "1.500.000", "1500000"),
        ("900", "Rp900", "900"),
        ("1,5 juta", "1,5 juta", "1500000"),
        ("", "", ""),
    ],
)
def test_an_amount_reads_with_dots(showing: Showing, typed: str, shown: str, value: str) -> None:
    line = RupiahInput()
    showing(line)
    QTest.keyClicks(line, typed)
    assert line.text() == typed
    assert (line.shown(), line.value()) == (shown, value)


def test_the_dots_of_an_amount_are_drawn_where_they_belong(showing: Showing) -> None:
    line, plain = RupiahInput(), RupiahInput()
    for each in (line, plain):
        showing(each)
        each.clearFocus()
    line.set_value("1000000")
    plain.setText("Rp1.000.000")
    assert _ink(line) == pytest.approx(_ink(plain), rel=0.06)


def test_an_amount_can_be_taken_back(showing: Showing) -> None:
    line = RupiahInput()
    showing(line)
    QTest.keyClicks(line, "1000")
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.value() == "1000"


def _ink(widget: TextInput) -> int:
    """How many pixels inside the frame are darker than the ground."""
    picture = widget.grab().toImage()
    inside = [
        picture.pixelColor(x, y).lightness()
        for x in range(4, picture.width() - 4)
        for y in range(picture.height() // 2 - 12, picture.height() // 2 + 12)
    ]
    return sum(255 - light for light in inside)


def test_amounts_in_words_and_digits() -> None:
    assert grouped("007000") == "Rp007.000"
    assert typed_amount("Rp 1.099.000") == "1099000"
    assert typed_amount("satu juta") == "satu juta"


@pytest.mark.parametrize(
    ("typed", "rupiah"),
    [
        ("1j", "1000000"),
        ("Rp 1,25 jt", "1250000"),
        ("1.5JT", "1500000"),
        ("750rb", "750000"),
        ("1.500rb", "1.500rb"),
        ("jt", "jt"),
        ("1jtx", "1jtx"),
    ],
)
def test_thousands_and_millions_are_written_out_and_a_doubtful_part_is_not(typed: str, rupiah: str) -> None:
    assert typed_amount(typed) == rupiah


def test_a_short_amount_stands_in_figures_once_the_cursor_has_left(showing: Showing) -> None:
    line = RupiahInput()
    showing(line)
    QTest.keyClicks(line, "1,5jt")
    line.clearFocus()
    assert (line.text(), line.shown()) == ("1500000", "Rp1.500.000")


@pytest.mark.parametrize(
    ("typed", "number"), [("81200004417", "081200004417"), ("0812", "0812"), ("+62812", "+62812")]
)
def test_a_phone_number_gets_its_nought(showing: Showing, typed: str, number: str) -> None:
    line = PhoneInput()
    showing(line)
    told: list[str] = []
    line.value_edited.connect(told.append)
    QTest.keyClicks(line, typed)
    assert (line.value(), told[-1]) == (number, number)


@pytest.mark.parametrize("typed", ["14081990", "14-08-1990", "14/08/1990", "1990-08-14"])
def test_a_date_is_read_back_when_the_line_is_left(showing: Showing, typed: str) -> None:
    line = DateInput()
    showing(line)
    QTest.keyClicks(line, typed)
    assert line.value() == typed
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.value() == "14-08-1990"


def test_what_is_no_date_stays(showing: Showing) -> None:
    line = DateInput()
    showing(line)
    QTest.keyClicks(line, "31-02-1990")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.value() == "31-02-1990"


def test_a_password_leaves_its_line_when_it_is_taken(showing: Showing) -> None:
    line = PasswordInput()
    showing(line)
    QTest.keyClicks(line, "kapal di laut")
    assert line.displayText() != "kapal di laut"
    line.set_seen(seen=True)
    assert line.displayText() == "kapal di laut"
    assert line.take() == "kapal di laut"
    assert line.text() == ""


def test_a_field_says_its_state_with_an_icon_in_words_and_to_screen_readers(showing: Showing) -> None:
    line = TextInput()
    field = Field("NIK", line, "16 angka")
    showing(field)
    assert line.accessibleName() == "NIK"
    field.show_state(Tone.ERROR, "NIK harus 16 angka")
    assert line.property("state") == "error"
    assert line.textMargins().right() > 0, "the icon has room"
    assert field.message == "NIK harus 16 angka"
    assert "NIK harus 16 angka" in line.accessibleDescription()
    field.show_state()
    assert (line.property("state"), field.message) == ("plain", "")
