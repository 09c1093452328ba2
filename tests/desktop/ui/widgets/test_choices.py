"""Choices by keyboard: offered ones are chosen, others stay as text."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from perisai_desktop.ui.widgets.choice_field import ChoiceField
from perisai_desktop.ui.widgets.search_field import SearchField
from perisai_desktop.ui.widgets.segmented import SegmentedField
from perisai_desktop.ui.widgets.suggestions import Option
from perisai_desktop.ui.widgets.text_input import TextInput
from tests.desktop.ui.conftest import Showing

MONTHS = [Option(each, each) for each in ("1", "3", "6", "12")]
OFFERS = [Option("JKK+JKM", "JKK + JKM"), Option("JKK+JKM+JHT", "JKK + JKM + JHT")]
SEXES = [Option("L", "Laki-laki"), Option("P", "Perempuan")]
JOBS = [Option(each, each) for each in ("Guru", "Guru Ngaji", "Nelayan", "Petani", "Petani Tambak")]


def _beside(widget: QWidget) -> tuple[QWidget, TextInput]:
    """A window with the widget and another input to go to."""
    window, other = QWidget(), TextInput()
    column = QVBoxLayout(window)
    column.addWidget(widget)
    column.addWidget(other)
    return window, other


@pytest.mark.parametrize(
    ("options", "typed", "value", "index"),
    [
        (MONTHS, "1", "1", 0),
        (MONTHS, "12", "12", 3),
        (MONTHS, "5", "5", -1),
        (MONTHS, "24", "24", -1),
        (OFFERS, "jkk+jkm", "JKK+JKM", 0),
        (OFFERS, "JKK+JKM+JHT", "JKK+JKM+JHT", 1),
        (OFFERS, "JKK+JP", "JKK+JP", -1),
        (SEXES, "p", "P", 1),
        (SEXES, "Laki-laki", "L", 0),
        (SEXES, "X", "X", -1),
    ],
)
def test_a_segment_is_chosen_by_typing(
    showing: Showing, options: list[Option], typed: str, value: str, index: int
) -> None:
    segments = SegmentedField(options)
    window, other = _beside(segments)
    showing(window)
    segments.setFocus()
    QTest.keyClicks(segments, typed)
    other.setFocus()
    assert (segments.value(), segments.index) == (value, index)
    assert segments.text() == (options[index].label if index >= 0 else typed)


def test_the_beginning_of_one_option_completes_on_leaving_and_of_two_does_not(showing: Showing) -> None:
    segments = SegmentedField(OFFERS)
    window, other = _beside(segments)
    showing(window)
    segments.setFocus()
    QTest.keyClicks(segments, "JKK")
    other.setFocus()
    assert segments.value() == "JKK"
    segments.setFocus()
    QTest.keyClicks(segments, "jkk+jkm+j")
    other.setFocus()
    assert segments.value() == "JKK+JKM+JHT"


def test_arrows_move_the_segment_and_delete_empties_it(showing: Showing) -> None:
    segments = SegmentedField(MONTHS)
    showing(segments)
    segments.set_value("3")
    told: list[str] = []
    segments.value_edited.connect(told.append)
    QTest.keyClick(segments, Qt.Key.Key_Right)
    QTest.keyClick(segments, Qt.Key.Key_End)
    QTest.keyClick(segments, Qt.Key.Key_Left)
    QTest.keyClick(segments, Qt.Key.Key_Delete)
    assert told == ["6", "12", "6", ""]
    assert segments.index == -1


def test_a_segment_is_chosen_with_the_mouse(showing: Showing) -> None:
    segments = SegmentedField(SEXES)
    showing(segments)
    place = segments.rect().center()
    place.setX(segments.width() - 20)
    QTest.mouseClick(segments, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert segments.value() == "P"


def test_a_choice_is_found_by_any_part_of_its_name(showing: Showing) -> None:
    choice = ChoiceField(JOBS)
    window, _other = _beside(choice)
    showing(window)
    choice.setFocus()
    QTest.keyClicks(choice, "tam")
    assert choice.open
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert (choice.value(), choice.open) == ("Petani Tambak", False)


def test_an_exact_name_is_chosen_without_picking_and_a_longer_one_with_the_arrows(showing: Showing) -> None:
    choice = ChoiceField(JOBS)
    window, other = _beside(choice)
    showing(window)
    choice.setFocus()
    QTest.keyClicks(choice, "guru")
    assert choice.value() == "Guru"
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert choice.value() == "Guru Ngaji"
    other.setFocus()
    assert choice.text() == "Guru Ngaji"


def test_a_text_that_is_no_choice_stays(showing: Showing) -> None:
    choice = ChoiceField(JOBS)
    window, other = _beside(choice)
    showing(window)
    choice.setFocus()
    QTest.keyClicks(choice, "Peta")
    QTest.keyClick(choice, Qt.Key.Key_Tab)
    assert other.hasFocus()
    assert (choice.value(), choice.text(), choice.open) == ("Peta", "Peta", False)


def test_a_choice_shows_the_label_and_keeps_the_value(showing: Showing) -> None:
    choice = ChoiceField([Option("2026-11", "November 2026"), Option("2026-12", "Desember 2026")])
    window, other = _beside(choice)
    showing(window)
    choice.set_value("2026-11")
    assert choice.text() == "November 2026"
    choice.setFocus()
    choice.selectAll()
    QTest.keyClicks(choice, "2026-12")
    other.setFocus()
    assert (choice.value(), choice.text()) == ("2026-12", "Desember 2026")


def test_escape_closes_the_offers_and_keeps_the_text(showing: Showing) -> None:
    choice = ChoiceField(JOBS)
    window, _other = _beside(choice)
    showing(window)
    choice.setFocus()
    QTest.keyClicks(choice, "pet")
    QTest.keyClick(choice, Qt.Key.Key_Escape)
    assert (choice.open, choice.value()) == (False, "pet")


PLACES = [Option("32.02.01.2001", "Desa Sukamaju", "Kec. Cibadak"), Option("32.02.01.2002", "Desa Sukajadi")]


def test_a_search_asks_and_offers_what_is_answered(showing: Showing) -> None:
    search = SearchField()
    window, _other = _beside(search)
    showing(window)
    search.setFocus()
    asked: list[str] = []
    search.asked.connect(asked.append)
    QTest.keyClicks(search, "suka")
    assert asked == ["s", "su", "suk", "suka"]
    search.show_results("suk", PLACES)
    assert not search.open, "an answer to an older question is not shown"
    search.show_results("suka", PLACES)
    QTest.keyClick(search, Qt.Key.Key_Down)
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert (search.value(), search.text()) == ("32.02.01.2002", "Desa Sukajadi")


def test_a_code_typed_in_full_chooses_by_itself(showing: Showing) -> None:
    search = SearchField()
    window, other = _beside(search)
    showing(window)
    search.setFocus()
    QTest.keyClicks(search, "32.02.01.2001")
    other.setFocus()
    picked: list[str] = []
    search.picked.connect(picked.append)
    search.show_results("32.02.01.2001", PLACES[:1])
    assert picked == ["32.02.01.2001"]
    assert (search.value(), search.text()) == ("32.02.01.2001", "Desa Sukamaju")


def test_a_search_that_finds_nothing_keeps_the_text(showing: Showing) -> None:
    search = SearchField()
    window, _other = _beside(search)
    showing(window)
    search.setFocus()
    QTest.keyClicks(search, "99.99")
    search.show_results("99.99", [])
    assert (search.value(), search.open) == ("99.99", False)
