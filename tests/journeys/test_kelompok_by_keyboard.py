"""A family and a sponsor's list on the real screen: typed cell by cell, read from a file, put right in place, paid once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.kelompok.columns_dialog import ColumnsDialog
from perisai_desktop.ui.screens.kelompok.discard_dialog import DiscardDialog
from perisai_desktop.ui.screens.kelompok.state import KelompokState, Part
from perisai_desktop.ui.screens.kelompok.view import KelompokView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.marks import Chip
from perisai_desktop.ui.widgets.search_field import SearchField
from sync.protocol.signatures import SigningKey
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.fake_printers import FakePrinters
from tests.support.kelompok_lists import person, write_workbook
from tests.support.typist import CONTROL, Typist

ALT = Qt.KeyboardModifier.AltModifier


class Market:
    """The agent's window with the kelompok in sight."""

    def __init__(self, desk: AgentDesk, folder: Path, qapp: QApplication) -> None:
        self.desk, self.jobs = desk, HandRunJobs()
        looks = Looks(Theme(qapp, ThemeChoice.LIGHT, lambda _choice: None), "en", lambda _language: None)
        self.window = AgentWindow(desk, self.jobs, looks, folder, printers=FakePrinters())
        self.typist = Typist(self.jobs)

    def begin(self, qtbot: QtBot) -> None:
        """Show the window with the kelompok in sight."""
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.start()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.frame.go("kelompok")
        self.settle()

    def settle(self) -> None:
        self.jobs.run_all()
        QApplication.processEvents()

    @property
    def state(self) -> KelompokState:
        self.settle()
        return self.window.pages.kelompok.state

    @property
    def view(self) -> KelompokView:
        found = self.window.findChild(KelompokView)
        assert found is not None
        return found

    def sign(self, folder: Path) -> None:
        """A photographed page is chosen."""
        page = folder / "halaman.png"
        if not page.exists():
            self.view.grab().save(str(page))
        self.view.side.pages_named.emit([str(page)])
        self.settle()

    def dialog(self, kind: type[QDialog]) -> QDialog:
        """The dialog that is open over the screen."""
        found = self.view.findChild(kind)
        assert found is not None
        return found


@pytest.fixture
def market(tmp_path: Path, qapp: QApplication) -> Iterator[Market]:
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    yield Market(desk, tmp_path, qapp)
    desk.close()


def test_a_family_is_typed_by_keyboard_and_paid_with_one_receipt(
    market: Market, qtbot: QtBot, tmp_path: Path
) -> None:
    market.begin(qtbot)
    typist = market.typist
    typist.press(Qt.Key.Key_1, ALT)
    assert typist.place == "grid_nik"
    market.window.pages.kelompok.share("occupation", "Petani/Pekebun")
    market.window.pages.kelompok.share("village", "32.02.10.2006")
    market.window.pages.kelompok.share("street", "Jl. Melati No. 7")
    market.settle()
    for number in (1, 2):
        typed = person(number)
        typist.type(typed["nik"])
        for name in ("name", "birth_place", "mother_name", "phone", "income"):
            typist.press(Qt.Key.Key_Return)
            assert typist.place == f"grid_{name}"
            typist.type(typed[name])
        typist.press(Qt.Key.Key_Return)
        assert typist.place == "grid_nik"
    typist.press(Qt.Key.Key_Escape)
    seat = market.view.findChild(SearchField, "kelompok_captured_in")
    assert seat is not None
    seat.setFocus()
    typist.type("32.02.10.2006")
    (kept,) = market.desk.grouping.all()
    assert (kept.captured_in, seat.text()) == ("32.02.10.2006", "Desa Sukamaju")
    market.sign(tmp_path)
    assert market.state.counts[Part.READY] == 2
    typist.press(Qt.Key.Key_Return, CONTROL)
    receipt = market.window.receipt_window
    assert receipt is not None
    (issued,) = market.desk.receipting.recent()
    assert (issued.received_from, issued.total, len(issued.people)) == (person(1)["name"], 67_200, 2)
    assert market.desk.drafting.new().captured_in == "32.02.10.2006"
    receipt.reject()
    market.settle()
    assert (market.window.frame.current, market.state.kelompok) == ("kelompok", None)
    (link,) = (each for each in market.view.findChildren(Button) if each.words == issued.number)
    link.click()
    market.settle()
    again = market.window.receipt_window
    assert again is not None
    again.reject()
    market.window.close()


def test_a_list_is_read_put_right_in_place_and_paid(market: Market, qtbot: QtBot, tmp_path: Path) -> None:
    people = [person(number) for number in range(1, 5)]
    people[1] = {**people[1], "phone": "123", "sex": "P"}
    people[3] = {**people[3], "nik": people[0]["nik"]}
    market.begin(qtbot)
    market.typist.press(Qt.Key.Key_3, ALT)
    assert market.typist.place == "kelompok_payer_name"
    market.typist.type("PT Contoh")
    market.view.file_named.emit(str(write_workbook(tmp_path / "daftar.xlsx", people, title="Daftar")))
    market.settle()
    columns = market.dialog(ColumnsDialog)
    assert isinstance(columns, ColumnsDialog)
    assert columns.columns() == {name: place for place, name in enumerate(person(1))}
    columns.acted.emit()
    market.settle()
    market.sign(tmp_path)
    state = market.state
    assert state.kelompok is not None
    assert (state.kelompok.payer_name, state.kelompok.file_name) == ("PT Contoh", "daftar.xlsx")
    assert [one.ready for one in state.people] == [True, False, True, False]

    typist, grid = market.typist, market.view.grid
    market.window.activateWindow()
    qtbot.waitUntil(market.window.isActiveWindow)
    grid.setFocus()
    typist.press(Qt.Key.Key_F6)
    assert (grid.words(grid.chosen_row, grid.currentIndex().column()), grid.chosen_row) == ("Female", 1)
    typist.press(Qt.Key.Key_F6)
    assert (grid.words(grid.chosen_row, grid.currentIndex().column()), grid.chosen_row) == ("123", 1)
    typist.type(people[2]["phone"].replace("3", "9"))
    typist.press(Qt.Key.Key_Return)
    assert typist.place == "kelompok_reason_sex_differs"
    typist.type("Sesuai KTP")
    assert [one.ready for one in market.state.people] == [True, True, True, False]
    chip = market.view.findChild(Chip, "kelompok_wrong")
    assert isinstance(chip, Chip)
    chip.click()
    assert [one.member.row for one in market.state.shown] == [7]
    assert grid.words(0, 0) == "7"
    grid.setFocus()
    typist.press(Qt.Key.Key_Return, CONTROL)
    receipt = market.window.receipt_window
    assert receipt is not None
    receipt.reject()
    market.window.activateWindow()
    qtbot.waitUntil(market.window.isActiveWindow)
    assert [one.member.row for one in market.state.people] == [7]
    typist.press(Qt.Key.Key_Escape)
    market.settle()
    assert market.state.unpaid[0].lines == 1

    market.view.start.discarded.emit(0)
    discard = market.dialog(DiscardDialog)
    assert isinstance(discard, DiscardDialog)
    discard.acted.emit()
    assert market.state.unpaid == ()
    market.window.close()


def test_columns_that_name_nobody_are_not_read(market: Market, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "aneh.csv"
    path.write_text("Apa;Siapa\n1;Budi\n", encoding="utf-8")
    market.begin(qtbot)
    market.typist.press(Qt.Key.Key_2, ALT)
    market.view.file_named.emit(str(path))
    market.settle()
    dialog = market.dialog(ColumnsDialog)
    assert isinstance(dialog, ColumnsDialog)
    dialog.acted.emit()
    assert (dialog.isVisible(), dialog.note.isVisible()) == (True, True)
    dialog.reject()
    assert market.state.people == ()
    market.window.close()
