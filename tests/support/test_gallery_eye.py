"""The eye sees what is planted before it, and nothing where all is well."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.labels import Elided, Text
from tests.support.gallery.contrast import faint_texts
from tests.support.gallery.eye import look_at
from tests.support.gallery.language import foreign_words
from tests.support.gallery.painted import overheard

LONG = "Kuitansi ini sudah tersimpan di laptop ini"


def faults(qtbot: QtBot, window: QWidget, language: str = "id") -> list[str]:
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    with overheard() as heard:
        window.grab()
    return [finding.fault for finding in look_at(window, heard, language)]


def window_of(*parts: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for part in parts:
        column.addWidget(part)
    window.resize(400, 200)
    return window


def test_a_window_where_all_is_well(qtbot: QtBot) -> None:
    assert faults(qtbot, window_of(Text("Peserta"), Text(LONG, wrap=True), Button("Simpan"))) == []


def test_a_label_too_narrow_for_its_words(qtbot: QtBot) -> None:
    label = Text(LONG)
    label.setFixedWidth(80)
    assert faults(qtbot, window_of(label)) == ["cut"]


def test_a_wrapped_label_too_low_for_its_lines(qtbot: QtBot) -> None:
    label = Text(LONG, wrap=True)
    label.setFixedSize(90, 20)
    assert faults(qtbot, window_of(label)) == ["cut"]


def test_a_button_with_dots_and_no_tooltip(qtbot: QtBot) -> None:
    button = Button(LONG)
    button.setFixedWidth(120)
    button.setToolTip("")
    window = window_of(button)
    assert faults(qtbot, window) in (["cut"], [])
    button.setToolTip(LONG)
    assert faults(qtbot, window) == []


def test_dots_that_the_tooltip_makes_good(qtbot: QtBot) -> None:
    label = Elided(LONG)
    label.setFixedWidth(80)
    assert faults(qtbot, window_of(label)) == []


def test_parts_that_lie_on_each_other(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(200, 100)
    for left in (10, 60):
        QLabel("Peserta", window).setGeometry(left, 10, 80, 20)
    assert faults(qtbot, window) == ["overlap"]


def test_a_part_outside_its_window(qtbot: QtBot) -> None:
    window = QWidget()
    window.resize(200, 100)
    QLabel("Peserta", window).setGeometry(150, 10, 80, 20)
    assert faults(qtbot, window) == ["outside"]


def test_content_that_is_wider_than_its_place(qtbot: QtBot) -> None:
    content = QWidget()
    row = QHBoxLayout(content)
    row.addWidget(Text(LONG))
    area = QScrollArea()
    area.setWidget(content)
    window = window_of(area)
    window.resize(160, 120)
    assert faults(qtbot, window) == ["sideways"]


@pytest.mark.parametrize(
    ("words", "language", "found"),
    [
        ("Workers", "id", ["english"]),
        ("Kirim your kuitansi", "id", ["english"]),
        ("Peserta", "id", []),
        ("Workers", "en", []),
    ],
)
def test_words_of_the_wrong_language(qtbot: QtBot, words: str, language: str, found: list[str]) -> None:
    assert faults(qtbot, window_of(Text(words)), language) == found


def faint(qtbot: QtBot, window: QWidget) -> list[str]:
    qtbot.addWidget(window)
    window.setStyleSheet(
        "QWidget { background: #FFFFFF; } QLabel { color: #888888; } QLineEdit { color: #999999; }"
    )
    with qtbot.waitExposed(window):
        window.show()
    with overheard() as heard:
        pixmap = window.grab()
    return [words for _part, words in faint_texts(window, pixmap, heard)]


def test_grey_text_on_white_is_told_with_its_ratio(qtbot: QtBot) -> None:
    label = QLabel("Peserta")
    assert faint(qtbot, window_of(label)) == ["'Peserta': #888888 on #ffffff is 3.54:1"]


def test_text_that_is_painted_or_typed_is_seen_too(qtbot: QtBot) -> None:
    typed = QLineEdit("Sri Wartini")
    told = faint(qtbot, window_of(Elided("Kuitansi"), typed))
    assert [words.split(":")[0] for words in told] == ["'Kuitansi'", "'Kuitansi'", "'Sri Wartini'"]


def test_large_and_disabled_text_may_be_fainter(qtbot: QtBot) -> None:
    large, off = QLabel("Rp476.000"), QLabel("Tutup")
    large.setStyleSheet("font-size: 24px;")
    off.setEnabled(False)
    assert faint(qtbot, window_of(large, off)) == []


@pytest.mark.parametrize("drawn", ["Kunci server: WRK47-ARE5A", "Laptop ARE5A", "0WF60-THE2A-YOU4B"])
def test_what_was_drawn_by_chance_spells_no_english(drawn: str) -> None:
    assert list(foreign_words(drawn, "id")) == []
    assert list(foreign_words(f"{drawn} are here", "id")) != []
