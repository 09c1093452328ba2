"""The help as a small reader: the screen's page, all keys, all messages, the glossary, searched as one types."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.ui.explain import reaction_words
from perisai_desktop.ui.key_places import PLACES, place_words
from perisai_desktop.ui.keys import KEYS, key_words
from perisai_desktop.ui.shell.help_entries import (
    found,
    glossary_entries,
    key_entries,
    message_entries,
    page_text,
)
from perisai_desktop.ui.shell.help_window import STANDARD, HelpWindow
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from perisai_desktop.ui.theme.tokens import DARK, LIGHT
from sync.rules.reactions import Reaction
from tests.desktop.ui.conftest import Showing

CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., HelpWindow]


@pytest.fixture
def owner(showing: Showing) -> QWidget:
    return showing(QWidget())


@pytest.fixture
def opened(owner: QWidget, qtbot: QtBot) -> Open:
    """Opens the help above a window."""

    def open_help(page: str = "enrolment", size: str = "") -> HelpWindow:
        window = HelpWindow("id", page, owner, size)
        window.open()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return open_help


def _search(window: HelpWindow) -> QLineEdit:
    line = window.findChild(QLineEdit, "help_search")
    assert isinstance(line, QLineEdit)
    return line


@pytest.mark.usefixtures("indonesian")
def test_the_page_of_the_screen_ends_in_its_keys(opened: Open) -> None:
    text = opened().words
    assert "Isi dari atas ke bawah" in text
    for use in KEYS["enrolment"]:
        assert use.key in text
        assert key_words(use) in text
    assert page_text("id", "nowhere") == page_text("id", "general")
    assert "|" not in page_text("id", "consent")


@pytest.mark.usefixtures("indonesian")
def test_parts_by_key(opened: Open) -> None:
    window = opened()
    for key, words in (
        (Qt.Key.Key_2, "Di mana saja"),
        (Qt.Key.Key_3, "Kata sandi salah."),
        (Qt.Key.Key_4, "Peserta BPU"),
        (Qt.Key.Key_1, "Isi dari atas ke bawah"),
    ):
        QTest.keyClick(window, key, CONTROL)
        assert words in window.words


@pytest.mark.usefixtures("indonesian")
def test_messages_are_found_as_one_types(opened: Open) -> None:
    window = opened()
    window.choose(2)
    QTest.keyClicks(_search(window), "DISK penuh")
    assert "Aman?" in window.words
    assert "Kata sandi salah." not in window.words
    QTest.keyClicks(_search(window), " zzz")
    assert "Tidak ditemukan" in window.words


def test_on_the_page_of_the_screen_everything_is_searched(opened: Open) -> None:
    window = opened()
    QTest.keyClick(window, Qt.Key.Key_F, CONTROL)
    line = _search(window)
    assert window.focusWidget() is line
    QTest.keyClicks(line, "price")
    assert "The price has changed from … to …" in window.words
    line.clear()
    QTest.keyClicks(line, "F8")
    assert "open the worker who has this NIK already" in window.words


def test_arrows_scroll_while_one_searches(opened: Open) -> None:
    window = opened()
    window.choose(2)
    bar = window.findChildren(QTextBrowser)[0].verticalScrollBar()
    QTest.keyClick(_search(window), Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(_search(window), Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_another_theme_gives_the_page_its_colours(opened: Open, theme: Theme) -> None:
    window = opened()
    window.choose(2)
    browser = window.findChildren(QTextBrowser)[0]
    assert LIGHT.muted.lower() in browser.toHtml()
    theme.choose(ThemeChoice.DARK)
    assert DARK.muted.lower() in browser.toHtml()
    assert LIGHT.muted.lower() not in browser.toHtml()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F1])
def test_it_closes_and_tells_the_size_it_was_given(qtbot: QtBot, opened: Open, key: Qt.Key) -> None:
    window = opened(size="640x420")
    assert (window.width(), window.height()) == (640, 420)
    window.resize(700, 500)
    with qtbot.waitSignal(window.sized) as told:
        QTest.keyClick(window, key)
    assert told.args == ["700x500"]


@pytest.mark.parametrize("size", ["", "760", "widexhigh", "-1x20"])
def test_a_size_that_is_none_gives_the_standard_one(opened: Open, size: str) -> None:
    assert opened(size=size).size() == STANDARD


@pytest.mark.usefixtures("indonesian")
def test_every_message_of_the_program_is_listed() -> None:
    entries = message_entries()
    titles = [entry.title for entry in entries]
    assert len([entry for entry in entries if len(entry.lines) == 2]) >= len(FailureCode)
    assert {reaction_words(reaction) for reaction in Reaction} <= set(titles)
    assert not any("{" in words or "–" in words for entry in entries for _, words in entry.lines)
    told = [entry.title for entry in found(entries, "kata SANDI salah")]
    assert "Kata sandi salah." in told
    assert len(told) < 6


@pytest.mark.usefixtures("indonesian")
def test_every_key_is_listed_with_its_place() -> None:
    assert list(KEYS) == list(PLACES)
    uses = [(place, use) for place in PLACES for use in KEYS[place]]
    for entry, (where, use) in zip(key_entries(), uses, strict=True):
        assert entry.group == place_words(where) != ""
        assert entry.title == use.key
        assert entry.lines == (("", key_words(use)),)
        assert key_words(use) != use.words


def test_both_glossaries_explain_the_same_words() -> None:
    indonesian, english = glossary_entries("id"), glossary_entries("en")
    assert len(indonesian) == len(english) > 20
    assert all(entry.lines[0][1].endswith(".") for entry in (*indonesian, *english))
