"""A tooltip says what somebody wrote, whatever it looks like."""

import pytest
from PySide6.QtGui import Qt, QTextDocument
from PySide6.QtWidgets import QLabel

from perisai_desktop.ui.widgets.labels import Elided
from perisai_desktop.ui.widgets.text_input import TextInput
from perisai_desktop.ui.widgets.tips import plain_tip
from perisai_desktop.ui.widgets.whole_words import tell_whole
from tests.desktop.ui.conftest import Showing

NAME = "Siti <img src='/etc/hostname'> <b>LUNAS</b>"


@pytest.mark.parametrize("words", [NAME, "<b>Rp0</b>", "Ma'rifah & Wijaya", "a < b", "<h1>", "Siti\nRahayu"])
def test_words_are_read_as_they_were_written(words: str) -> None:
    tip = plain_tip(words)
    if not Qt.mightBeRichText(tip):
        assert tip == words
        return
    read = QTextDocument()
    read.setHtml(tip)
    assert read.toPlainText() == words
    assert "<img" not in tip


def test_a_name_cut_short_tells_itself_and_no_markup(showing: Showing) -> None:
    line, label = Elided(NAME), QLabel()
    showing(line)
    line.resize(40, 20)
    line.grab()
    tell_whole(label, NAME, "Siti…")
    assert line.toolTip() == label.toolTip() == plain_tip(NAME)
    typed = TextInput()
    typed.resize(60, 30)
    typed.propose(NAME)
    assert typed.toolTip() == plain_tip(f"↵ {NAME}")
    tell_whole(label, NAME, NAME)
    assert label.toolTip() == ""
