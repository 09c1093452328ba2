"""A device code is read in groups of five however it was typed or pasted."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from perisai_desktop.ui.widgets.code_input import CodeInput
from tests.desktop.ui.conftest import Showing

CODE = "W3EANTS988RVDCBBREKG"


@pytest.mark.parametrize(
    "typed", ["W3EAN-TS988-RVDCB-BREKG", "w3ean ts988 rvdcb brekg", CODE.lower(), "w3ean–ts988—rvdcb-brekg"]
)
def test_case_dashes_and_spaces_do_not_matter(showing: Showing, typed: str) -> None:
    line = CodeInput()
    showing(line)
    told: list[str] = []
    line.value_edited.connect(told.append)
    if typed.isascii():
        QTest.keyClicks(line, typed)
    else:
        line.insert(typed)
    assert line.value() == CODE
    assert line.shown() == "W3EAN-TS988-RVDCB-BREKG"
    assert not typed.isascii() or told[-1] == CODE


def test_a_code_from_a_message_is_pasted_whole(showing: Showing) -> None:
    line = CodeInput()
    showing(line)
    QApplication.clipboard().setText("  w3ean-ts988-\nrvdcb-brekg ")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert line.value() == CODE


def test_a_sign_in_the_middle_lands_there(showing: Showing) -> None:
    line = CodeInput()
    showing(line)
    line.set_value("w3ean-s988")
    line.setCursorPosition(5)
    QTest.keyClicks(line, "-t")
    assert (line.value(), line.cursorPosition()) == ("W3EANTS988", 6)


@pytest.mark.parametrize("typed", ["W3EAN?", CODE + "X"])
def test_what_is_no_code_is_kept_and_stands_without_gaps(showing: Showing, typed: str) -> None:
    line = CodeInput()
    showing(line)
    QTest.keyClicks(line, typed)
    assert line.shown() == line.value() == typed
