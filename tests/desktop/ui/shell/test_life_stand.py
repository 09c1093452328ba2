"""A worker's life by keyboard over a real store: what the dialogs say is what the card tells."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.life.view import LifeDialog
from perisai_desktop.ui.screens.withdrawal.view import WithdrawalDialog
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme
from perisai_desktop.ui.widgets.button import Button
from perisai_desktop.ui.widgets.check_row import CheckRow
from sync.protocol.signatures import SigningKey
from sync.rules.changes import EndCause
from tests.desktop.ui.conftest import Showing
from tests.support.desks import HandClock, desk_of, filled_draft, make_profile
from tests.support.typist import CONTROL, Typist


class Card:
    """The agent's window with the card of its one worker in sight."""

    def __init__(self, desk: AgentDesk, theme: Theme, folder: Path) -> None:
        self.desk, self.jobs = desk, HandRunJobs()
        self.window = AgentWindow(desk, self.jobs, Looks(theme, "en", lambda _language: None), folder)
        self.typist = Typist(self.jobs)

    def press(self, name: str) -> None:
        button = self.window.findChild(Button, name)
        assert button is not None
        button.click()
        self.jobs.run_all()
        wait_for(lambda: QApplication.focusWidget() is not None, "focus")

    def reach(self, name: str) -> None:
        """Tab until the field has the focus."""
        for _ in range(30):
            if self.typist.place == name:
                return
            self.typist.press(Qt.Key.Key_Tab)
        raise AssertionError(f"{name} is not reached by Tab")

    def act(self) -> None:
        self.typist.press(Qt.Key.Key_Return, CONTROL)

    @property
    def dialog(self) -> QDialog | None:
        return self.window.pages.life.dialog

    @property
    def asked(self) -> bool:
        return self.dialog is not None

    @property
    def worker_id(self) -> str:
        return self.desk.finding.search().rows[0].worker_id

    @property
    def words(self) -> str:
        return " ".join(label.text() for label in self.window.findChildren(QLabel) if label.isVisible())


@pytest.fixture
def shown_card(tmp_path: Path, theme: Theme, showing: Showing) -> Iterator[Card]:
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    desk.enrolling.enrol(filled_draft(desk))
    made = Card(desk, theme, tmp_path)
    showing(made.window)
    made.window.start()
    made.jobs.run_all()
    yield made
    made.window.close()
    made.jobs.run_all()
    desk.close()


def test_a_new_income_an_end_and_a_withdrawal_are_told_on_the_card(shown_card: Card) -> None:
    card = shown_card
    card.press("workers_change")
    dialog = card.dialog
    assert isinstance(dialog, LifeDialog)
    card.reach("life_income")
    card.typist.press(Qt.Key.Key_A, CONTROL)
    card.typist.type("2000000")
    told = {label.text() for label in dialog.prices.findChildren(QLabel)}
    assert {"February 2027", "Rp16.800", "Rp26.800"} <= told
    assert dialog.month.value() == "2027-02"
    card.act()
    assert not card.asked
    assert "From February 2027: Income a month" in card.words

    card.press("workers_change")
    card.reach("life_which")
    card.typist.press(Qt.Key.Key_Right)
    card.reach("life_death")
    card.typist.press(Qt.Key.Key_Space)
    card.reach("life_day")
    card.typist.type("20112026")
    card.act()
    assert "Nothing is owed from December 2026 on: died" in card.words
    assert card.desk.finding.card(card.worker_id).life[-1].end is EndCause.DEATH

    card.press("workers_withdraw")
    withdrawing = card.dialog
    assert isinstance(withdrawing, WithdrawalDialog)
    first = withdrawing.findChild(CheckRow)
    assert isinstance(first, CheckRow)
    assert QApplication.focusWidget() is first
    assert not withdrawing.act.isEnabled()
    purpose = first.objectName().removeprefix("withdraw_")
    card.typist.press(Qt.Key.Key_Space)
    card.reach("withdrawal_pad")
    card.typist.draw()
    card.act()
    assert "Consent taken back" in card.words
    assert purpose not in card.desk.withdrawing.purposes(card.worker_id)
