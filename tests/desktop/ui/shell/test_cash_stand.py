"""Everything that moves cash, by keyboard over a real store: what the dialogs say is what the journal holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.domain.till import DENOMINATIONS, CashStep
from perisai_desktop.domain.till_book import CashSort
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.cash_paper.view import CashPaperWindow
from perisai_desktop.ui.screens.closing.view import ClosingDialog
from perisai_desktop.ui.screens.refund.view import RefundDialog
from perisai_desktop.ui.screens.voiding.view import VoidDialog
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.table import Table
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.fake_printers import FakePrinters
from tests.support.typist import CONTROL, Typist

PICTURE = b"\xff\xd8\xff" + bytes(64)


class Till:
    """The agent's window with the cash screen in sight, its jobs run by hand."""

    def __init__(self, desk: AgentDesk, theme: Theme, folder: Path, clock: HandClock) -> None:
        self.desk, self.clock, self.folder = desk, clock, folder
        self.hand = MoneyHand(desk)
        self.jobs = HandRunJobs()
        self.printers = FakePrinters()
        looks = Looks(theme, "en", lambda _language: None)
        self.window = AgentWindow(desk, self.jobs, looks, folder, self.printers)
        self.typist = Typist(self.jobs)

    @property
    def dialog(self) -> QDialog:
        assert self.window.till.dialog is not None
        return self.window.till.dialog

    @property
    def paper(self) -> CashPaperWindow:
        assert isinstance(self.dialog, CashPaperWindow)
        return self.dialog

    def open(self, key: Qt.Key | None = None) -> None:
        """Go to the cash and open what a key opens."""
        self.window.frame.go("cash")
        self.jobs.run_all()
        if key is not None:
            self.typist.press(key, CONTROL)

    def press(self, name: str) -> None:
        button = self.window.findChild(Button, name)
        assert button is not None
        button.click()
        self.jobs.run_all()

    def act(self) -> None:
        self.typist.press(Qt.Key.Key_Return, CONTROL)

    def says(self, name: str) -> str:
        label = self.dialog.findChild(QLabel, name)
        assert label is not None
        return label.text()


@pytest.fixture
def till(tmp_path: Path, theme: Theme, showing: Showing) -> Iterator[Till]:
    clock = HandClock()
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), clock)
    made = Till(desk, theme, tmp_path / "papers", clock)
    showing(made.window)
    made.window.start()
    made.jobs.run_all()
    yield made
    made.window.close()
    made.jobs.run_all()
    desk.close()


@pytest.fixture
def paid(till: Till) -> Receipt:
    """A worker who paid Rp33.600."""
    return till.desk.enrolling.enrol(filled_draft(till.desk))


def focus(till: Till, name: str) -> None:
    """Tab until the field has the focus; a window that has just come to the front has none for a moment."""
    wait_for(lambda: QApplication.focusWidget() is not None, "focus")
    for _ in range(40):
        if till.typist.place == name:
            return
        till.typist.press(Qt.Key.Key_Tab)
    raise AssertionError(f"{name} is not reached by Tab")


def test_a_short_deposit_leaves_the_rest_in_hand(
    till: Till, paid: Receipt, tmp_path: Path, qtbot: QtBot
) -> None:
    till.open(Qt.Key.Key_D)
    assert "1 of 1 chosen: Rp33.600" in till.says("deposit_sum")
    focus(till, "deposit_amount")
    till.typist.press(Qt.Key.Key_A, CONTROL)
    till.typist.press(Qt.Key.Key_Delete)
    focus(till, "deposit_code")
    assert till.says("deposit_effect").startswith("Rp33.600 of 1 receipts")
    focus(till, "deposit_amount")
    till.typist.press(Qt.Key.Key_A, CONTROL)
    till.typist.press(Qt.Key.Key_Delete)
    till.typist.type("33100")
    assert till.says("deposit_effect").startswith("Rp33.100 of 1 receipts")
    assert "Rp500 is in hand" in till.says("deposit_effect")
    focus(till, "deposit_reason")
    till.typist.press(Qt.Key.Key_Down)
    till.typist.press(Qt.Key.Key_Return)
    focus(till, "deposit_code")
    till.typist.type("123456789012")
    slip = tmp_path / "slip.jpg"
    slip.write_bytes(PICTURE)
    _drop(till.dialog, slip)
    till.jobs.run_all()
    assert till.says("deposit_slip_name").startswith("slip.jpg")
    till.act()
    assert till.hand.cash() == 500
    paper = till.paper
    qtbot.waitUntil(lambda: paper.drawn)
    (file,) = till.folder.glob("Setoran-*.pdf")
    assert file.name in " ".join(label.text() for label in paper.findChildren(QLabel))
    till.typist.press(Qt.Key.Key_P, CONTROL)
    ((printer, document),) = till.printers.sent
    assert (printer, document.content) == ("Kantor", file.read_bytes())
    till.typist.press(Qt.Key.Key_Escape)
    assert till.window.till.dialog is None
    book = till.window.pages.cash.state.book
    assert book is not None
    assert (book.rupiah, book.undeposited) == (500, 0)


def _drop(dialog: QDialog, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    dialog.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), *held))
    dialog.dropEvent(QDropEvent(QPointF(5, 5), *held))


def test_receipts_are_ticked_by_space_and_a_wrong_code_is_told(till: Till, paid: Receipt) -> None:
    till.open(Qt.Key.Key_D)
    focus(till, "deposit_receipts")
    till.typist.press(Qt.Key.Key_Space)
    assert "0 of 1 chosen: Rp0" in till.says("deposit_sum")
    assert not till.window.findChild(Button, "act").isEnabled()  # type: ignore[union-attr]
    till.press("deposit_every")
    focus(till, "deposit_code")
    till.typist.type("12")
    till.act()
    words = " ".join(label.text() for label in till.dialog.findChildren(QLabel))
    assert "8 to 20 digits" in words
    assert till.hand.cash() == 33_600


def test_missed_days_are_closed_in_order_down_the_list(till: Till, paid: Receipt, qtbot: QtBot) -> None:
    till.clock.move(days=1)
    till.desk.adjusting.adjust(CashStep.OPENING_FLOAT, 50_000, "opening_float")
    till.open(Qt.Key.Key_K)
    dialog = till.dialog
    assert isinstance(dialog, ClosingDialog)
    assert dialog.expected.text() == "Rp33.600"
    counts = {20_000: "1", 10_000: "1", 2_000: "1", 1_000: "1", 500: "1"}
    for value in DENOMINATIONS:
        assert till.typist.place == f"count_{value}"
        till.typist.type(counts.get(value, ""))
        till.typist.press(Qt.Key.Key_Return)
    assert (dialog.counted.text(), dialog.difference.text()) == ("Rp33.500", "Rp100 too little")
    assert till.typist.place == "closing_reason"
    till.typist.press(Qt.Key.Key_Down)
    till.typist.press(Qt.Key.Key_Return)
    till.act()
    assert till.paper.drawn
    assert (till.folder / "Tutup-kas-2026-11-22.pdf").exists()
    till.press("paper_onward")
    dialog = till.dialog
    assert isinstance(dialog, ClosingDialog)
    assert dialog.expected.text() == "Rp83.600"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    till.typist.type("x")
    assert not till.window.findChild(Button, "act").isEnabled()  # type: ignore[union-attr]
    till.typist.press(Qt.Key.Key_Backspace)
    till.typist.press(Qt.Key.Key_Up)
    assert till.typist.place == "count_100000"
    days = till.desk.till_book.look().days
    assert [bool(day.closing) for day in days] == [False, True]


def test_a_shortage_is_recorded_and_too_much_is_refused(till: Till, paid: Receipt) -> None:
    till.open()
    till.press("cash_adjustment")
    focus(till, "adjustment_what")
    till.typist.press(Qt.Key.Key_Right)
    till.typist.press(Qt.Key.Key_Right)
    focus(till, "adjustment_amount")
    till.typist.type("40000")
    assert "after" in till.says("adjustment_after")
    till.act()
    assert "less cash in hand" in " ".join(label.text() for label in till.dialog.findChildren(QLabel))
    till.typist.press(Qt.Key.Key_A, CONTROL)
    till.typist.type("600")
    assert "Rp33.000 after" in till.says("adjustment_after")
    till.act()
    assert till.window.till.dialog is None
    assert till.hand.cash() == 33_000


def test_a_void_is_asked_for_from_the_receipt_and_its_refund_is_signed_for(till: Till, paid: Receipt) -> None:
    till.window.show_receipt(paid.number)
    till.jobs.run_all()
    till.press("receipt_void")
    dialog = till.dialog
    assert isinstance(dialog, VoidDialog)
    assert dialog.amount.text() == "Rp33.600"
    assert "first paid month" in " ".join(label.text() for label in dialog.findChildren(QLabel))
    focus(till, "void_reason")
    till.typist.press(Qt.Key.Key_Down)
    till.typist.press(Qt.Key.Key_Return)
    focus(till, "void_no_cash")
    till.typist.press(Qt.Key.Key_Right)
    till.typist.press(Qt.Key.Key_Space)
    till.act()
    assert till.window.till.dialog is None
    till.open()
    book = till.window.pages.cash.state.book
    assert book is not None
    assert (book.rupiah, book.voids_awaiting) == (33_600, 33_600)
    (request,) = till.hand.written_kind("void_request")
    assert request.value["body"]["cash"] == "cash_taken"
    till.hand.decide(request.entry_id, "approved", grants=True)
    till.open()
    till.press("cash_refund")
    dialog = till.dialog
    assert isinstance(dialog, RefundDialog)
    assert dialog.amount.text() == "Rp33.600"
    focus(till, "refund_pad")
    till.typist.draw()
    till.act()
    assert till.hand.cash() == 0
    assert till.paper.drawn
    assert list(till.folder.glob("Pengembalian-*.pdf"))
    till.typist.press(Qt.Key.Key_Escape)
    refunds = till.desk.till_book.movements(CashSort.REFUND)
    assert [(one.rupiah, one.receipt) for one in refunds] == [(-33_600, paid.number)]


def test_a_sum_opens_its_entries_and_an_entry_its_receipt(till: Till, paid: Receipt) -> None:
    till.open()
    presenter = till.window.pages.cash
    assert till.typist.place == "cash_sorts"
    till.typist.press(Qt.Key.Key_Up)
    assert presenter.state.sort is CashSort.RECEIPT
    till.typist.press(Qt.Key.Key_Return)
    assert till.typist.place == "cash_entries"
    till.typist.press(Qt.Key.Key_Return)
    assert till.window.receipt_window is not None
    till.window.receipt_window.reject()
    till.window.activateWindow()
    focus(till, "cash_grouping")
    till.typist.press(Qt.Key.Key_Right)
    till.typist.press(Qt.Key.Key_Tab)
    assert till.typist.place == "cash_days"
    assert presenter.state.on == till.clock.today()


def test_the_chosen_entry_stays_chosen_when_the_screen_is_read_again(till: Till, paid: Receipt) -> None:
    till.desk.adjusting.adjust(CashStep.SURPLUS, 500, "surplus")
    till.open()
    entries = till.window.findChild(Table, "cash_entries")
    assert entries is not None
    assert entries.chosen_row == 0
    entries.setCurrentIndex(entries.model().index(1, 0))
    chosen = entries.words(1, 1)
    till.desk.adjusting.adjust(CashStep.SHORTAGE, 100, "shortage")
    till.window.refresh()
    till.jobs.run_all()
    assert entries.words(entries.chosen_row, 1) == chosen
