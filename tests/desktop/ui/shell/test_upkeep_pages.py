"""Start of the day and settings in the agent's window, over a real encrypted store with its password."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintChoice, Printer
from perisai_desktop.domain.readiness import Check, PrinterStanding
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.printers import NoPrinters
from perisai_desktop.ui.screens.ready_for_work.words import Act
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.laptop import Laptop
from perisai_desktop.ui.shell.licences_window import LicencesWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.support.desks import HandClock, filled_draft
from tests.support.vaults import PASSWORD, locked_profile, opened_by

CONTROL = Qt.KeyboardModifier.ControlModifier


class TwoPrinters(NoPrinters):
    """One for sheets, one for rolls."""

    def listed(self) -> tuple[Printer, ...]:
        return (Printer("Blueprint", raw=True), Printer("EPSON L3210", default=True))


class Rig:
    """A window whose jobs are run by hand."""

    def __init__(self, desk: AgentDesk, theme: Theme, folder: Path, **kept: str) -> None:
        self.desk = desk
        self.jobs = HandRunJobs()
        self.spoken: list[str] = []
        self.restarts: list[str] = []
        self.laptop = Laptop(restart=lambda: self.restarts.append("again"))
        self.laptop.choices.keep(**kept)
        self.window = AgentWindow(
            desk,
            self.jobs,
            Looks(theme, "id", self.spoken.append),
            folder,
            printers=TwoPrinters(),
            laptop=self.laptop,
        )

    def go(self, name: str) -> None:
        self.window.frame.go(name)
        self.jobs.run_all()

    def part(self, name: str) -> QWidget:
        found = self.window.findChild(QWidget, name)
        assert isinstance(found, QWidget)
        return found


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AgentDesk]:
    """An agent with one worker enrolled, behind a password."""
    clock = HandClock()
    made = opened_by(
        locked_profile(tmp_path_factory.mktemp("agent"), SigningKey.generate(), clock), PASSWORD, clock
    )
    made.enrolling.enrol(filled_draft(made))
    yield made
    made.close()


@pytest.fixture
def rig(desk: AgentDesk, tmp_path: Path, theme: Theme, indonesian: None, showing: Showing) -> Iterator[Rig]:
    """The agent's window before it is started."""
    made = Rig(desk, theme, tmp_path)
    showing(made.window)
    yield made
    made.window.close()
    made.jobs.run_all()


def test_the_day_begins_with_the_page_once(rig: Rig) -> None:
    window, today = rig.window, rig.desk.clock.today()
    assert window.upkeep.first(today) == "ready_for_work"
    assert window.upkeep.first(today) == "home"
    assert window.upkeep.first(today.replace(day=23)) == "ready_for_work"


def test_enter_leads_on_to_where_the_work_was_left(qtbot: QtBot, rig: Rig) -> None:
    window = rig.window
    window.start(first="ready_for_work")
    rig.jobs.run_all()
    assert set(window.upkeep.ready.state.found) == set(Check)
    standing = window.upkeep.ready.state.found[Check.PRINTER]
    assert standing == PrinterStanding(Printer("EPSON L3210", default=True), "")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.current == "home")
    rig.go("sync")
    QTest.keyClick(window, Qt.Key.Key_0, CONTROL)
    qtbot.waitUntil(lambda: window.frame.current == "ready_for_work")
    window.refresh()
    rig.jobs.run_all()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.current == "sync")
    window.rest()
    assert rig.laptop.choices.read().screen == "sync"


def test_a_day_begins_with_the_overview_wherever_the_last_one_ended(qtbot: QtBot, rig: Rig) -> None:
    window = rig.window
    window.frame.go("sync")
    window.start(first=window.upkeep.first(rig.desk.clock.today()))
    rig.jobs.run_all()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame.current == "home")
    rig.jobs.run_all()


def test_a_screen_that_is_no_more_leads_to_the_first_one(
    desk: AgentDesk, theme: Theme, tmp_path: Path, showing: Showing
) -> None:
    today = desk.clock.today()
    made = Rig(desk, theme, tmp_path, screen="gone", ready_on=today.isoformat())
    showing(made.window)
    assert made.window.upkeep.first(today) == "home"


def test_the_buttons_of_the_page_do_something(
    rig: Rig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = rig.window
    window.start(first="ready_for_work")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path / "stick"))
    (tmp_path / "stick").mkdir()
    window.upkeep._act(Act.BACK_UP)
    assert window.frame.current == "settings"
    rig.jobs.run_all()
    made = rig.desk.upkeep.backing_up.standing().newest
    assert made is not None
    assert Path(made.place).parent == tmp_path / "stick"
    window.upkeep._act(Act.CHOOSE_PRINTER)
    assert window.focusWidget() is rig.part("settings_printer")
    window.upkeep._act(Act.SEND)
    assert (window.frame.current, window.pages.sync.state.run.running) == ("sync", True)
    rig.jobs.run_all()


def test_the_settings_reach_what_they_set(qtbot: QtBot, rig: Rig, theme: Theme) -> None:
    window = rig.window
    window.start()
    QTest.keyClick(window, Qt.Key.Key_Comma, CONTROL)
    qtbot.waitUntil(lambda: window.frame.current == "settings")
    rig.jobs.run_all()
    assert window.frame.rail.item("settings").isChecked()
    QTest.keyClick(rig.part("settings_theme"), Qt.Key.Key_End)
    assert theme.choice is ThemeChoice.DARK
    QTest.keyClick(rig.part("settings_paper"), Qt.Key.Key_End)
    assert rig.laptop.printing == PrintChoice(PaperSize.ROLL_58)
    QTest.keyClick(rig.part("settings_scale"), Qt.Key.Key_End)
    assert rig.laptop.choices.read().scale == 200
    QTest.keyClick(rig.part("settings_restart"), Qt.Key.Key_Space)
    assert rig.restarts == ["again"]
    QTest.keyClick(rig.part("settings_language"), Qt.Key.Key_End)
    assert rig.spoken == ["en"]
    rig.jobs.run_all()


def test_a_copy_is_given_up_where_the_agent_leaves(rig: Rig, tmp_path: Path) -> None:
    rig.window.start()
    rig.go("settings")
    settings = rig.window.upkeep.settings
    settings.backup_folder(tmp_path)
    settings.back_up()
    rig.window.end()
    rig.jobs.run_all()
    assert not settings.state.copying
    assert list(tmp_path.iterdir()) == []


def test_the_licences_are_read_by_arrows(qtbot: QtBot, rig: Rig) -> None:
    rig.window.start()
    rig.go("settings")
    QTest.keyClick(rig.part("settings_licences"), Qt.Key.Key_Space)
    opened = rig.window.findChildren(LicencesWindow)[0]
    names, text = opened.findChild(QListWidget), opened.findChild(QPlainTextEdit)
    assert isinstance(names, QListWidget)
    assert isinstance(text, QPlainTextEdit)
    assert "Apache License" in text.toPlainText()
    QTest.keyClick(names, Qt.Key.Key_Down)
    assert "SIL OPEN FONT LICENSE" in text.toPlainText()
    QTest.keyClick(opened, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not rig.window.findChildren(LicencesWindow))


def test_every_section_stays_in_a_window_that_is_too_low(rig: Rig) -> None:
    rig.window.start()
    rig.window.resize(683, 384)
    QTest.qWait(0)
    rail = rig.window.frame.rail
    items = [rail.item(name) for name in ("ready_for_work", "workers", "settings", "leave")]
    assert all(22 <= item.height() <= 36 for item in items)
    assert items[-1].geometry().bottom() <= rail.height()
