"""The receipt's window follows its papers: printed, refused, cancelled, not come out; Enter leads on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.printing import PrinterState, PrintStage
from tests.desktop.ui.screens.receipt.conftest import Table
from tests.support.fake_printers import FakePrinters
from tests.support.typist import CONTROL


def test_enter_prints_and_enter_leads_to_the_next_person(table: Table, printers: FakePrinters) -> None:
    assert table.window.drawn
    assert table.typist.place == "receipt_print"
    table.typist.press(Qt.Key.Key_Return)
    assert [name for name, _document in printers.sent] == ["Kantor"]
    assert table.said.startswith("In the printer's queue")
    assert table.typist.place == "receipt_next"
    table.typist.press(Qt.Key.Key_Return)
    assert table.following == [True]
    assert not table.window.isVisible()
    assert table.typist.keys == 2


def test_going_on_waits_until_the_paper_is_handed_over(table: Table, printers: FakePrinters) -> None:
    table.window.print_pressed.emit()
    table.window._press_next()
    assert table.window.isVisible()
    table.jobs.run_all()
    assert table.following == [True]
    assert not table.window.isVisible()


def test_a_refusal_is_seen_though_the_agent_wanted_to_go_on(
    table: Table, printers: FakePrinters, qtbot: QtBot
) -> None:
    printers.refuse_at = 0
    table.window.print_pressed.emit()
    table.window._press_next()
    table.jobs.run_all()
    assert table.window.isVisible()
    assert table.said.startswith("The printer did not take the receipt.")
    assert table.typist.place == "receipt_print"
    printers.refuse_at = None
    table.typist.press(Qt.Key.Key_Return)
    assert table.window.isVisible()
    table.typist.press(Qt.Key.Key_N, CONTROL)
    qtbot.waitUntil(lambda: table.following == [True])


def test_a_second_press_does_not_wait_for_a_spooler_that_hangs(table: Table) -> None:
    table.window.print_pressed.emit()
    table.window._press_next()
    table.window._press_next()
    assert table.following == [True]
    assert not table.window.isVisible()


def test_the_banner_says_how_far_the_paper_is_and_never_more(table: Table, printers: FakePrinters) -> None:
    table.typist.press(Qt.Key.Key_Return)
    for stage, state, words in (
        (PrintStage.PRINTING, PrinterState.READY, "The printer is printing"),
        (PrintStage.WAITING, PrinterState.ERROR, "The printer stopped: check paper and cover"),
        (PrintStage.WAITING, PrinterState.PAUSED, "The printer is paused"),
        (PrintStage.WAITING, PrinterState.OFFLINE, "The printer is off or not connected"),
        (PrintStage.WAITING, PrinterState.READY, "The printer holds the receipt back"),
        (PrintStage.DONE, PrinterState.READY, "Out of the printer's queue Look at the paper"),
    ):
        printers.tell("Kantor-1", stage, state)
        table.look()
        assert table.said.startswith(words)


def test_the_window_asks_by_itself_until_the_paper_is_through(
    table: Table, printers: FakePrinters, qtbot: QtBot
) -> None:
    table.window._clock.setInterval(1)
    table.typist.press(Qt.Key.Key_Return)
    printers.tell("Kantor-1", PrintStage.DONE)
    with qtbot.waitSignal(table.window.looked):
        assert table.window._clock.isActive()
    table.jobs.run_all()
    assert not table.window._clock.isActive()


def test_a_cancelled_print_is_the_same_paper_again(table: Table, printers: FakePrinters) -> None:
    table.typist.press(Qt.Key.Key_Return)
    assert table.says("Next: SALINAN 1")
    printers.tell("Kantor-1", PrintStage.FAILED)
    table.look()
    assert table.said.startswith("The printing was cancelled. The receipt and the money are saved")
    assert table.says("Reprints say SALINAN")
    assert table.typist.place == "receipt_print"


def test_the_agent_says_that_nothing_came_out(table: Table, printers: FakePrinters) -> None:
    assert not table.part("receipt_again").isVisible()
    table.typist.press(Qt.Key.Key_Return)
    table.go("receipt_again")
    table.typist.press(Qt.Key.Key_Space)
    assert table.said.startswith("The next paper is the same again")
    assert table.typist.place == "receipt_print"
    table.typist.press(Qt.Key.Key_Return)
    assert len(printers.sent) == 2
    assert printers.sent[0][1] == printers.sent[1][1]
