"""The small inputs of the receipt's window by keyboard: a count, a list to choose from, cards with a ring."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from perisai_desktop.ui.widgets.button import Button, Kind
from perisai_desktop.ui.widgets.count_input import CountInput
from perisai_desktop.ui.widgets.radio_card import RadioCard
from perisai_desktop.ui.widgets.select_field import SelectField
from perisai_desktop.ui.widgets.suggestions import Option
from tests.desktop.ui.conftest import Showing

PRINTERS = [Option("Kantor", "Kantor, siap"), Option("Struk", "Struk, mati")]


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("3", 3),
        ("0", 1),
        ("9", 5),
        ("u", 2),
        ("uu", 3),
        ("ud", 1),
        ("d", 1),
        ("24", 4),
        ("uuuuuuuu", 5),
        ("x", 1),
        ("b", 1),
    ],
)
def test_a_count_stays_within_its_reach(showing: Showing, keys: str, expected: int) -> None:
    field = CountInput(5)
    told: list[str] = []
    field.value_edited.connect(told.append)
    showing(field)
    named = {"u": Qt.Key.Key_Up, "d": Qt.Key.Key_Down, "b": Qt.Key.Key_Backspace}
    for key in keys:
        if key in named:
            QTest.keyClick(field, named[key])
        else:
            QTest.keyClicks(field, key)
    assert field.count == expected
    assert told == [] if expected == 1 and keys != "ud" else told[-1] == str(expected)


def test_a_list_opens_moves_picks_and_closes(showing: Showing) -> None:
    field = SelectField(PRINTERS, icon="printer")
    picked: list[str] = []
    field.picked.connect(picked.append)
    field.set_value("Kantor")
    window = QWidget()
    QVBoxLayout(window).addWidget(field)
    showing(window)
    field.setFocus(Qt.FocusReason.TabFocusReason)
    assert field.selectedText() == ""
    QTest.keyClicks(field, "xyz")
    assert field.text() == "Kantor, siap"
    QTest.keyClick(field, Qt.Key.Key_Down)
    opened = [field.open]
    QTest.keyClick(field, Qt.Key.Key_Escape)
    opened.append(field.open)
    assert opened == [True, False]
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (picked, field.value(), field.text()) == (["Struk"], "Struk", "Struk, mati")


def test_cards_are_one_choice_for_arrows_and_mouse(showing: Showing) -> None:
    window = QWidget()
    row = QHBoxLayout(window)
    cards = [RadioCard(text, "struk", parent=window) for text in ("80 mm", "58 mm")]
    for card in cards:
        row.addWidget(card)
    cards[0].setChecked(True)
    showing(window)
    cards[0].setFocus()
    QTest.keyClick(cards[0], Qt.Key.Key_Right)
    assert [card.isChecked() for card in cards] == [False, True]
    QTest.mouseClick(cards[0], Qt.MouseButton.LeftButton)
    assert [card.isChecked() for card in cards] == [True, False]
    assert cards[0].accessibleDescription() == "struk"
    assert RadioCard("A4", "2 kuitansi sehalaman").sizeHint().width() > cards[0].sizeHint().width()
    assert not window.grab().isNull()


def test_a_quiet_button_is_as_small_as_its_icon_and_a_cap_changes(showing: Showing) -> None:
    cross = Button("", Kind.QUIET, icon="x")
    showing(cross)
    assert cross.sizeHint().width() < 40
    main = Button("Cetak", Kind.MAIN, key="Enter", bind=False)
    wide = main.sizeHint().width()
    main.show_key("Ctrl+P")
    assert main.sizeHint().width() > wide
    assert main.shortcut().isEmpty()
