"""The receipt's window by keyboard: paper, printer, sheets, PDF, text and folder; and on a small screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.paper import PaperSize
from perisai_desktop.domain.printing import PrintChoice
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.printers import NoPrinters
from perisai_desktop.ui.screens.receipt.screen import receipt_window
from perisai_desktop.ui.screens.receipt.view import ReceiptWindow
from perisai_desktop.ui.widgets.select_field import SelectField
from tests.desktop.ui.screens.receipt.conftest import Showing, Table
from tests.support.fake_printers import FakePrinters
from tests.support.typist import CONTROL


def test_paper_printer_and_sheets_are_chosen_by_keyboard(table: Table, printers: FakePrinters) -> None:
    table.go("receipt_paper_a5")
    table.typist.press(Qt.Key.Key_Down)
    assert table.typist.place == "receipt_paper_roll80"
    assert table.chosen == [PrintChoice(PaperSize.ROLL_80)]
    field = table.part("receipt_printer")
    assert isinstance(field, SelectField)
    assert field.text() == "Struk, ready"
    table.typist.press(Qt.Key.Key_Tab)
    assert table.typist.place == "receipt_printer"
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        table.typist.press(key)
    assert field.text() == "Kantor, ready"
    assert table.chosen[-1] == PrintChoice(PaperSize.ROLL_80, roll_printer="Kantor")
    assert printers.sent == []
    table.typist.press(Qt.Key.Key_Tab)
    assert table.typist.place == "receipt_sheets"
    table.typist.press(Qt.Key.Key_2)
    assert table.says("Original and 1 SALINAN")
    table.typist.press(Qt.Key.Key_Return)
    assert [(name, document.paper) for name, document in printers.sent] == [("Kantor", PaperSize.ROLL_80)] * 2
    assert table.says("Next: SALINAN 2")


def test_letters_are_shortcuts_wherever_the_cursor_is(table: Table, receipt: Receipt) -> None:
    for name in ("receipt_sheets", "receipt_printer", "receipt_paper_a5"):
        table.go(name)
        QGuiApplication.clipboard().clear()
        table.typist.press(Qt.Key.Key_B)
        assert receipt.link in QGuiApplication.clipboard().text()
    table.go("receipt_sheets")
    table.typist.press(Qt.Key.Key_S)
    assert [path.name for path in table.folder.iterdir()] == [f"{receipt.number}.pdf"]


def test_without_a_printer_enter_saves_and_printing_says_why_not(
    lay: Callable[..., Table], receipt: Receipt
) -> None:
    table = lay(NoPrinters())
    field = table.part("receipt_printer")
    assert isinstance(field, SelectField)
    assert (field.text(), field.value()) == ("No printer for this paper", "")
    assert table.typist.place == "receipt_save"
    table.typist.press(Qt.Key.Key_P, CONTROL)
    assert table.said.startswith("This laptop has no printer for this paper.")
    assert table.typist.place == "receipt_save"
    table.typist.press(Qt.Key.Key_Return)
    assert [path.name for path in table.folder.iterdir()] == [f"{receipt.number}.pdf"]
    assert table.typist.place == "receipt_next"
    table.typist.press(Qt.Key.Key_Return)
    assert table.following == [True]


def test_an_older_receipt_is_reprinted_and_enter_does_not_print_twice(
    lay: Callable[..., Table], printers: FakePrinters
) -> None:
    table = lay(printers, fresh=False)
    assert not table.part("receipt_next").isVisible()
    assert table.typist.place == "receipt_print"
    table.typist.press(Qt.Key.Key_Return)
    table.typist.press(Qt.Key.Key_Return)
    assert len(printers.sent) == 1
    assert not table.window.isVisible()


def test_a_roll_is_longer_than_the_window_and_turns(
    lay: Callable[..., Table], printers: FakePrinters
) -> None:
    table = lay(printers, choice=PrintChoice(PaperSize.ROLL_58))
    table.window.resize(860, 420)
    QApplication.processEvents()
    bar = table.window._well.verticalScrollBar()
    assert bar.maximum() > 0
    table.typist.press(Qt.Key.Key_PageDown)
    down = bar.value()
    assert down > 0
    table.typist.press(Qt.Key.Key_PageUp)
    assert bar.value() < down


def test_the_text_to_share_holds_number_amount_and_link(table: Table, receipt: Receipt) -> None:
    table.go("receipt_share")
    table.typist.press(Qt.Key.Key_Space)
    text = QGuiApplication.clipboard().text()
    assert receipt.number in text
    assert "Rp33.600" in text
    assert receipt.link in text
    assert receipt.received_from not in text
    assert text.startswith("PRACTICE, no money was paid.")
    assert table.said.startswith("Copied")


def test_another_folder_is_chosen_and_told(
    table: Table, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Path] = []
    table.window.folder_chosen.connect(told.append)
    answers = iter(["", str(tmp_path)])
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_asked: next(answers))
    table.go("receipt_folder")
    table.typist.press(Qt.Key.Key_Space)
    assert told == []
    table.typist.press(Qt.Key.Key_Space)
    assert told == [tmp_path]
    table.typist.press(Qt.Key.Key_S, CONTROL)
    assert table.said.endswith(str(tmp_path / f"{table.window._receipt.number}.pdf"))


def test_escape_closes_and_tab_reaches_everything(table: Table) -> None:
    visited = [table.typist.place]
    for _ in range(10):
        table.typist.press(Qt.Key.Key_Tab)
        visited.append(table.typist.place)
    names = {
        "receipt_print",
        "receipt_save",
        "receipt_share",
        "receipt_next",
        "receipt_close",
        "receipt_folder",
        "receipt_printer",
        "receipt_sheets",
        "receipt_paper_a5",
    }
    assert names <= set(visited)
    assert all(table.part(name).accessibleName() for name in names)
    table.typist.press(Qt.Key.Key_Escape)
    assert not table.window.isVisible()


def test_the_window_fits_a_small_screen(
    desk: AgentDesk,
    receipt: Receipt,
    printers: FakePrinters,
    tmp_path: Path,
    showing: Showing,
    qtbot: QtBot,
) -> None:
    owner = showing(QWidget())
    owner.resize(683, 384)
    jobs = HandRunJobs()
    window = receipt_window(desk.printing, printers, jobs, receipt, tmp_path, fresh=True, parent=owner)
    window.open()
    jobs.run_all()
    qtbot.waitUntil(window.isVisible)
    assert window.width() <= 683
    assert window.height() <= 384
    for name in ("receipt_print", "receipt_save", "receipt_next", "receipt_close"):
        button = window.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        qtbot.waitUntil(lambda button=button: button.visibleRegion().boundingRect().size() == button.size())  # type: ignore[misc]
    assert window._paper.width() <= window._well.viewport().width()
    assert isinstance(window, ReceiptWindow)
    window.reject()
