"""The frame: sections by key, one screen at a time, help everywhere, and room in a narrow window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.config.resources import resource
from perisai_desktop.ui.shell.entry_window import EntryWindow
from perisai_desktop.ui.shell.frame import Frame
from perisai_desktop.ui.shell.help_entries import page_text
from perisai_desktop.ui.shell.help_window import HelpWindow
from perisai_desktop.ui.theme.tokens import METRICS
from perisai_desktop.ui.widgets.rail import Section
from tests.desktop.ui.conftest import Showing

CONTROL = Qt.KeyboardModifier.ControlModifier
SCREENS = (
    "sign_in",
    "first_run",
    "lock",
    "workers",
    "enrolment",
    "sync",
    "tasks",
    "review",
    "review_sign_in",
    "general",
)


class Sheet:
    """A screen that notes what the shell asks of it."""

    def __init__(self, name: str, *, searches: bool = False) -> None:
        self.name = name
        self.searches = searches
        self.calls: list[str] = []

    def title(self) -> str:
        return self.name

    def subtitle(self) -> str:
        return ""

    def arrive(self) -> None:
        self.calls.append("arrive")

    def seek(self) -> bool:
        self.calls.append("seek")
        return self.searches


@pytest.fixture
def frame(showing: Showing) -> tuple[Frame, dict[str, Sheet]]:
    """Two screens, of which the first can be searched."""
    made = Frame(
        (
            Section("workers", "users", "Peserta", 0, "Ctrl+1"),
            Section("sync", "refresh-cw", "Sinkronisasi", 1, "Ctrl+2"),
            Section("help", "circle-question-mark", "Bantuan", -1, "F1", show_key=True),
        )
    )
    sheets = {"workers": Sheet("Peserta", searches=True), "sync": Sheet("Sinkronisasi")}
    for name, sheet in sheets.items():
        made.add(name, QWidget(), sheet)
    showing(made)
    made.go("workers")
    return made, sheets


def test_sections_open_by_key(qtbot: QtBot, frame: tuple[Frame, dict[str, Sheet]]) -> None:
    made, sheets = frame
    QTest.keyClick(made, Qt.Key.Key_2, CONTROL)
    qtbot.waitUntil(lambda: made.current == "sync")
    assert sheets["sync"].calls == ["arrive"]
    assert made.windowTitle() == "Sinkronisasi · Perisai"
    assert made.rail.item("sync").isChecked()
    assert not made.rail.item("workers").isChecked()


def test_find_goes_where_one_can_search(frame: tuple[Frame, dict[str, Sheet]]) -> None:
    made, sheets = frame
    made.go("sync")
    QTest.keyClick(made, Qt.Key.Key_F, CONTROL)
    assert made.current == "workers"
    assert sheets["workers"].calls[-1] == "seek"


def test_a_planned_screen_is_built_when_it_is_first_shown(frame: tuple[Frame, dict[str, Sheet]]) -> None:
    made, _sheets = frame
    sheet, built = Sheet("Koreksi"), []

    def build() -> None:
        built.append("tasks")
        made.add("tasks", QWidget(), sheet)

    made.plan("tasks", build)
    assert not made.built("tasks")
    for name in ("tasks", "sync", "tasks"):
        made.go(name)
    assert built == ["tasks"]
    assert made.built("tasks")
    assert sheet.calls == ["arrive", "arrive"]


def test_an_unknown_screen_is_refused(frame: tuple[Frame, dict[str, Sheet]]) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        frame[0].go("nowhere")


def test_f1_asks_for_help_on_the_screen_in_sight(qtbot: QtBot, frame: tuple[Frame, dict[str, Sheet]]) -> None:
    made, _sheets = frame
    asked: list[str] = []
    made.help_asked.connect(asked.append)
    made.go("sync")
    QTest.keyClick(made, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: asked == ["sync"])
    made.rail.item("help").click()
    assert asked == ["sync", "sync"]


def test_a_narrow_window_keeps_icons_and_names_for_readers(frame: tuple[Frame, dict[str, Sheet]]) -> None:
    made, _sheets = frame
    made.resize(683, 384)
    assert made.rail.width() == METRICS.rail_narrow
    made.rail.show_count("sync", 3)
    assert made.rail.item("sync").accessibleName() == "Sinkronisasi 3"
    made.resize(1366, 768)
    assert made.rail.width() == METRICS.rail


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_has_its_page_of_help(language: str, screen: str) -> None:
    page = resource("help", language, f"{screen}.md").read_text(encoding="utf-8")
    assert page.startswith("# ")
    assert page_text(language, screen).startswith(page.rstrip())


def test_a_screen_without_a_page_gets_the_general_one(showing: Showing) -> None:
    window = HelpWindow("id", "nothing")
    showing(window)
    page = window.findChild(QTextBrowser, "help_text")
    assert page is not None
    assert "Belum terkirim" in page.toPlainText()


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize("practice", [True, False])
def test_practice_is_told_before_signing_in(showing: Showing, practice: bool) -> None:
    window = EntryWindow("id", practice=practice)
    showing(window)
    seen = [label for label in window.findChildren(QLabel) if label.text() == "LATIHAN" and label.isVisible()]
    assert bool(seen) is practice
