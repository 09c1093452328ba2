"""A collection round by keyboard: how many keys a renewal takes, who comes back, and who is not known on the laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.payer_terms.view import PayerTermsDialog
from perisai_desktop.ui.screens.receipt.view import ReceiptWindow
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme, ThemeChoice
from perisai_desktop.ui.widgets.button import Button
from sync.protocol.signatures import SigningKey
from sync.rules.iuran_month import IuranMonth
from tests.support.desk_money import MoneyHand
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.fake_printers import FakePrinters
from tests.support.round_desks import CARDED, ELSEWHERE, enrol, take_card
from tests.support.typist import CONTROL, Typist

BEST_KEYS = 3
"""Keys from the list to a printed receipt, measured; four would still do."""


class Street:
    """The agent's window with the round in sight: Budi, Ani and Wati owe December."""

    def __init__(self, desk: AgentDesk, clock: HandClock, folder: Path, qapp: QApplication) -> None:
        self.desk, self.clock, self.jobs = desk, clock, HandRunJobs()
        self.printers = FakePrinters()
        looks = Looks(Theme(qapp, ThemeChoice.LIGHT, lambda _choice: None), "en", lambda _language: None)
        self.window = AgentWindow(desk, self.jobs, looks, folder, printers=self.printers)
        self.typist = Typist(self.jobs)

    def begin(self, qtbot: QtBot, screen: str = "collection") -> None:
        """Show the window with a screen in sight."""
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.start()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.window.frame.go(screen)
        self.jobs.run_all()

    def await_place(self, qtbot: QtBot, name: str) -> None:
        """Wait until the next key goes to the widget `name`."""
        qtbot.waitUntil(lambda: _place() == name)

    def receipt(self) -> ReceiptWindow | None:
        """The receipt in sight."""
        return self.window.receipt_window

    def asking(self) -> PayerTermsDialog | None:
        """The dialog about a payer in sight."""
        return self.window.pages.round.dialog

    @property
    def chosen(self) -> str:
        """The name of who is chosen."""
        state = self.window.pages.collection.state
        return state.rows[state.chosen_row].name


def _place() -> str:
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), clock)
    yield opened
    opened.close()


@pytest.fixture
def people(desk: AgentDesk, clock: HandClock) -> dict[str, str]:
    """Budi, Ani and Wati, who owe December on 2027-01-17."""
    found = {
        "Wati": enrol(desk, 1, "Wati"),
        "Ani": enrol(desk, 2, "Ani"),
        "Budi": enrol(desk, 3, "Budi", ELSEWHERE),
    }
    clock.move(days=56)
    return found


@pytest.fixture
def street(desk: AgentDesk, clock: HandClock, tmp_path: Path, qapp: QApplication) -> Street:
    return Street(desk, clock, tmp_path, qapp)


def test_a_renewal_takes_no_more_keys_than_the_best(
    street: Street,
    people: dict[str, str],
    qtbot: QtBot,
    record_property: Callable[[str, object], None],
) -> None:
    street.begin(qtbot)
    typist = street.typist
    assert (typist.place, street.chosen) == ("due_list", "Budi")
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_Return)
    street.await_place(qtbot, "receipt_print")
    typist.press(Qt.Key.Key_Return)
    assert [document.title for _printer, document in street.printers.sent] == ["0Q2FK-01-000004-O"]
    record_property("measure", f"one renewal, list to printed receipt: {typist.keys} keys")
    assert typist.keys <= BEST_KEYS
    assert MoneyHand(street.desk).paid_until(people["Budi"]) == "2026-12"

    typist.press(Qt.Key.Key_Return)
    assert street.receipt() is None
    street.window.activateWindow()
    street.await_place(qtbot, "due_list")
    assert (street.window.frame.current, street.chosen) == ("collection", "Ani")
    assert [row.paid for row in street.window.pages.collection.state.rows] == [8_400, 0, 0]
    typist.press(Qt.Key.Key_Right)
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_Return)
    street.await_place(qtbot, "receipt_print")
    assert street.desk.rounds.totals().whole.paid == 8_400 + 8_400 + 16_800
    receipt = street.receipt()
    assert receipt is not None
    receipt.reject()
    street.window.close()


def test_somebody_unknown_pays_by_keyboard(street: Street, people: dict[str, str], qtbot: QtBot) -> None:
    street.begin(qtbot)
    typist = street.typist
    typist.press(Qt.Key.Key_F9)
    street.await_place(qtbot, "payer_nik")
    typist.type("320208140890")
    typist.press(Qt.Key.Key_Return, CONTROL)
    assert street.asking() is not None
    typist.type("0077")
    typist.press(Qt.Key.Key_Tab)
    typist.type("Joko")
    typist.press(Qt.Key.Key_Tab)
    assert typist.place == "payer_until"
    typist.press(Qt.Key.Key_Tab)
    typist.type("petani")
    typist.press(Qt.Key.Key_Return)
    typist.press(Qt.Key.Key_Tab)
    typist.type("1000000")
    typist.press(Qt.Key.Key_Return, CONTROL)
    assert street.asking() is None
    state = street.window.pages.collection.state
    assert state.outlook is not None
    assert (state.outlook.name, str(state.outlook.paid_until)) == ("Joko", "2026-12")
    street.window.pages.collection.collect()
    street.jobs.run_all()
    holder = street.desk.collecting.holder("3202081408900077")
    assert holder is not None
    assert MoneyHand(street.desk).paid_until(holder) == "2027-01"
    receipt = street.receipt()
    assert receipt is not None
    receipt.reject()
    street.jobs.run_all()

    street.window.pages.round.ask_stranger()
    dialog = street.asking()
    assert dialog is not None
    dialog.typed.emit("nik", "3202081408900001")
    dialog.acted.emit()
    street.jobs.run_all()
    assert street.chosen == "Wati"
    street.window.close()


def test_terms_are_asked_of_who_was_enrolled_elsewhere(street: Street, qtbot: QtBot) -> None:
    take_card(street.desk)
    street.begin(qtbot)
    street.typist.press(Qt.Key.Key_Return)
    street.typist.press(Qt.Key.Key_F8)
    dialog = street.asking()
    assert dialog is not None
    dialog.typed.emit("occupation", "Petani/Pekebun")
    dialog.typed.emit("income", "1000000")
    dialog.acted.emit()
    street.jobs.run_all()
    state = street.window.pages.collection.state
    assert (state.chosen, state.payment is None) == (CARDED, False)
    street.window.close()


def test_who_was_away_too_long_is_enrolled_again_on_the_form_as_it_was(
    street: Street, people: dict[str, str], qtbot: QtBot
) -> None:
    street.clock.move(days=120)
    street.begin(qtbot)
    street.typist.press(Qt.Key.Key_F8)
    assert street.window.frame.current == "enrolment"
    state = street.window.pages.enrolment.state
    assert state is not None
    assert (state.form.name, state.form.nik) == ("Budi", "3202081408900003")
    assert (state.form.first_month, state.ended) == ("2027-05", True)
    street.window.close()


def test_the_card_of_a_worker_leads_to_the_round(
    street: Street, people: dict[str, str], qtbot: QtBot
) -> None:
    street.begin(qtbot, "workers")
    street.window.pages.workers.reveal(people["Ani"], "3202081408900002")
    street.jobs.run_all()
    QApplication.processEvents()
    (button,) = (each for each in street.window.findChildren(Button, "workers_pay") if each.isVisible())
    button.click()
    street.jobs.run_all()
    state = street.window.pages.collection.state
    assert (street.window.frame.current, street.chosen) == ("collection", "Ani")
    assert state.payment is not None
    assert state.payment.first == IuranMonth(2026, 12)
    street.window.refresh()
    street.jobs.run_all()
    assert street.chosen == "Ani"
    street.window.close()
