"""What would keep a dialog from writing is told before anything is typed into it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.standing import LaptopStanding
from perisai_desktop.services import catching_up
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.numbers.notices_card import NoticesCard
from perisai_desktop.ui.screens.numbers.notices_words import cash_bars, hindrance
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.shell.looks import Looks
from perisai_desktop.ui.theme.theme import Theme
from perisai_desktop.ui.widgets.act_dialog import ActDialog
from sync.protocol.signatures import SigningKey
from tests.desktop.ui.conftest import Showing
from tests.support.desks import MARKET_DAY, HandClock, desk_of, make_profile


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), HandClock())
    yield opened
    opened.close()


def test_what_hinders_is_told_by_weight() -> None:
    leaving, paused = Failure(FailureCode.DEVICE_LEAVING), Failure(FailureCode.DEVICE_PAUSED)
    assert hindrance(LaptopStanding(apart=paused), cash_out=True) is None
    behind = hindrance(LaptopStanding(catching_up=True), cash_out=True)
    assert behind is not None
    assert "brought back from an old copy" in behind.title
    assert hindrance(LaptopStanding(catching_up=True), cash_out=False) is None
    shut = hindrance(LaptopStanding(shut=True, catching_up=True), cash_out=True)
    assert shut is not None
    assert "new receipt numbers" in shut.title
    gone = hindrance(LaptopStanding(apart=leaving, shut=True), cash_out=False)
    assert gone is not None
    assert "taking this laptop back" in gone.title
    told = cash_bars(LaptopStanding(apart=paused, catching_up=True), MARKET_DAY, MARKET_DAY - MARKET_DAY)
    assert [one.title == behind.title for one in told] == [False, True]


def test_a_dialog_for_cash_that_goes_out_tells_it_first(
    desk: AgentDesk, theme: Theme, tmp_path: Path, showing: Showing
) -> None:
    with desk.enrolling.database.transaction() as session:
        catching_up.begin(session)
    jobs = HandRunJobs()
    window = AgentWindow(desk, jobs, Looks(theme, "en", lambda _language: None), tmp_path)
    showing(window)
    window.frame.go("cash")
    jobs.run_all()
    words: list[str] = []
    for ask in (window.till.deposit, window.till.refund, window.till.close_day):
        ask()
        jobs.run_all()
        dialog = window.till.dialog
        assert isinstance(dialog, ActDialog)
        words.append(dialog.first.words)
        dialog.reject()
    assert ["old copy" in one for one in words] == [True, True, False]
    window.close()
    jobs.run_all()


def test_a_paused_laptop_is_told_on_the_first_screen_and_beside_the_cash(
    desk: AgentDesk, theme: Theme, tmp_path: Path, showing: Showing
) -> None:
    desk.standings.pen.gate.word = BranchWord("paused")
    jobs = HandRunJobs()
    window = AgentWindow(desk, jobs, Looks(theme, "en", lambda _language: None), tmp_path)
    showing(window)
    for name in ("home", "workers", "collection", "cash"):
        window.frame.go(name)
        jobs.run_all()
        told = [card for card in window.findChildren(NoticesCard) if card.isVisible()]
        assert [card.words[0].partition(".")[0] for card in told] == ["The branch has paused this laptop"]
    window.close()
    jobs.run_all()
