"""A disk that is full or may not be written says so at the moment of saving, and the form keeps everything."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from perisai_desktop.domain.draft import Source
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.tour.enrolment_walk import EnrolmentWalk
from perisai_desktop.tour.hand import Hand
from perisai_desktop.tour.keyboard import CONTROL
from perisai_desktop.tour.pictures import Pictures
from perisai_desktop.tour.roster import RosterRow, read_roster
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.explain import explain
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState
from perisai_desktop.ui.shell.agent_window import AgentWindow
from perisai_desktop.ui.theme.theme import Theme
from tests.support.centres import running_centre
from tests.support.programs import practice_at, running_program, signed_in, words_on
from tests.support.rosters import every_reaction, write_roster
from tests.support.stores import dump

KEPT = ("journal", "entry_status", "outbox", "worker", "ledger", "receipt", "action_source")


class Moments(Pictures):
    """Does something at a moment of the walk, in place of taking its picture."""

    def __init__(self, folder: Path, theme: Theme) -> None:
        super().__init__(folder, theme)
        self.acts: dict[str, Callable[[QWidget], None]] = {}

    def take(self, name: str, window: QWidget) -> None:
        if name in self.acts:
            self.acts.pop(name)(window)


@dataclass
class Market:
    """The agent's window, a hand for it, and rows of the market that lead to a receipt."""

    window: AgentWindow
    moments: Moments
    walk: EnrolmentWalk
    rows: list[RosterRow]
    receipts: Path

    @property
    def state(self) -> EnrolmentState:
        state = self.window.pages.enrolment.state
        assert state is not None
        return state

    def enter(self) -> str:
        """Enrol the next person; whatever is to happen on the way happens. The receipt's number."""
        row = self.rows.pop(0)
        number = self.walk.enter(row, Source("e" * 64, row.line)).receipt
        assert not self.moments.acts, "the moment did not come"
        assert number is not None
        return number

    def books(self) -> list[str]:
        """Every row of the books."""
        with self.window.desk.enrolling.database.transaction() as session:
            return dump(session, KEPT)

    @contextmanager
    def stopped(self, before: str, after: str) -> Iterator[None]:
        """A store that can't be written for a while."""
        with self.window.desk.enrolling.database.transaction() as session:
            link = session.connection().connection.driver_connection
        assert link is not None
        (pages,) = link.execute("PRAGMA page_count").fetchone()
        link.execute(f"PRAGMA {before.format(pages=pages)}")
        try:
            yield
        finally:
            link.execute(f"PRAGMA {after}")


@pytest.fixture(scope="module")
def market(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Market]:
    folder = tmp_path_factory.mktemp("market")
    (folder / "receipts").mkdir()
    rows = read_roster(write_roster(folder / "roster.csv", every_reaction())).rows
    with (
        running_centre(folder / "centre") as centre,
        running_program(folder, practice_at(centre)) as program,
    ):
        window = signed_in(program)
        moments = Moments(folder / "screens", program.ready.theme)
        paid = [row for row in rows if row.expected_amount]
        walk = EnrolmentWalk(window, moments, folder / "receipts")
        yield Market(window, moments, walk, paid, folder / "receipts")


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("max_page_count = {pages}", "max_page_count = 1073741823", FailureCode.DISK_FULL),
        ("query_only = ON", "query_only = OFF", FailureCode.STORE_READ_ONLY),
    ],
    ids=["full", "read-only"],
)
def test_saving_says_so_and_the_form_keeps_everything(
    market: Market, before: str, after: str, code: FailureCode
) -> None:
    def refused(window: QWidget) -> None:
        kept, books = market.state, market.books()
        with market.stopped(before, after):
            Hand(window).shortcut(Qt.Key.Key_Return, CONTROL)
            wait_for(lambda: market.state.failure is not None, "refusal")
        assert market.state.failure == Failure(code)
        words = explain(Failure(code))
        assert f"{words.what} {words.advice}" in words_on(window)
        assert (market.state.form, market.state.reasons, market.state.signature) == (
            kept.form,
            kept.reasons,
            kept.signature,
        )
        assert market.window.receipt_window is None
        assert market.books() == books

    market.moments.acts["enrolment"] = refused
    issued = market.window.desk.receipting.recent(99)
    number = market.enter()
    receipts = market.window.desk.receipting.recent(99)
    assert [receipt.number for receipt in receipts] == [number, *(receipt.number for receipt in issued)]


def test_a_folder_of_receipts_that_is_gone_says_so_and_the_receipt_stands(market: Market) -> None:
    def refused(window: QWidget) -> None:
        aside = market.receipts.with_name("aside")
        market.receipts.rename(aside)
        market.receipts.write_bytes(b"")
        Hand(window).press("receipt_save")
        words = explain(Failure(FailureCode.STORE_READ_ONLY))
        wait_for(lambda: words.what in words_on(window), "refusal")
        market.receipts.unlink()
        aside.rename(market.receipts)

    market.moments.acts["receipt"] = refused
    number = market.enter()
    assert (market.receipts / f"{number}.pdf").exists()
    assert market.window.desk.receipting.receipt(number).number == number
