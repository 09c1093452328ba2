"""What an agent is told of the laptop's numbers, of copies of it, and of what the branch lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.standing import LaptopStanding
from perisai_desktop.ui.screens.numbers.notices_card import NoticesCard
from perisai_desktop.ui.screens.numbers.notices_presenter import NoticesPresenter
from perisai_desktop.ui.screens.numbers.notices_words import TOLD_FOR, bars, notices
from perisai_desktop.ui.widgets.cards import Banner

NOW = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
WIB = timedelta(hours=7)
CALM = LaptopStanding(device="7Q2FK")


def told(**facts: object) -> list[str]:
    standing = LaptopStanding(device="7Q2FK", epoch=3, **facts)  # type: ignore[arg-type]
    return [f"{one.title} {one.detail}" for one in notices(standing, NOW, WIB)]


def test_a_calm_laptop_is_told_nothing() -> None:
    assert CALM.quiet
    assert notices(CALM, NOW, WIB) == ()


def test_new_numbers_are_told_with_what_came_back_and_only_for_a_while() -> None:
    (plain,) = told(epoch_since=NOW)
    assert plain == "Receipts begin with 7Q2FK-03 since 09:15 The older receipts stay valid."
    (back,) = told(epoch_since=NOW - timedelta(hours=1), returned=214, returned_rupiah=1_814_400)
    assert "214 records, Rp1.814.400" in back
    assert told(epoch_since=NOW - TOLD_FOR, returned=214, forks=3) == []


def test_a_shut_laptop_hears_that_first_and_nothing_of_numbers() -> None:
    words = told(shut=True, epoch_since=NOW, missing=12)
    assert len(words) == 2
    assert "needs new receipt numbers" in words[0]
    assert "12 records" in words[1]


def test_collisions_say_that_the_money_is_kept() -> None:
    (held,) = told(held=8, held_rupiah=33_600)
    assert "8 records" in held
    assert "keeps both, with Rp33.600" in held
    beside, begun = told(forks=4, epoch_since=NOW)
    assert "other records: 4" in beside
    assert "count in your figures" in beside
    assert begun


@pytest.mark.usefixtures("indonesian")
@pytest.mark.parametrize(
    ("code", "what", "safe", "todo"),
    [
        (FailureCode.DEVICE_PAUSED, "menghentikan laptop ini untuk sementara", "aman", "hubungi cabang"),
        (FailureCode.DEVICE_REVOKED, "menarik laptop ini", "aman", "hubungi cabang"),
        (FailureCode.DEVICE_LEAVING, "laptop ini", "dikosongkan", "hubungi cabang"),
    ],
)
def test_the_branchs_word_on_this_laptop_comes_first(
    code: FailureCode, what: str, safe: str, todo: str
) -> None:
    words = told(apart=Failure(code), shut=True, missing=12)
    assert len(words) == 3
    assert what in words[0]
    assert safe in words[0]
    assert todo in words[0]


def test_a_form_is_told_only_what_stands_before_it() -> None:
    standing = LaptopStanding(
        shut=True, missing=12, held=8, epoch_since=NOW, apart=Failure(FailureCode.DEVICE_PAUSED)
    )
    paused, shut = bars(standing, NOW, WIB)
    assert paused.title == "The branch has paused this laptop."
    assert shut.title == "This laptop needs new receipt numbers"
    assert bars(LaptopStanding(missing=12, held=8, epoch_since=NOW), NOW, WIB) == ()


@dataclass
class Standings:
    value: LaptopStanding = CALM
    failure: Failure | None = None

    def look(self) -> LaptopStanding:
        if self.failure is not None:
            raise self.failure
        return self.value


@pytest.fixture
def card(showing: Callable[[QWidget], QWidget]) -> Iterator[NoticesCard]:
    window = QWidget()
    column = QVBoxLayout(window)
    made = NoticesCard(lambda: NOW, 420)
    column.addWidget(made)
    column.addStretch(1)
    showing(window)
    yield made
    window.close()


def test_the_card_hides_while_there_is_nothing_to_tell(card: NoticesCard, qtbot: QtBot) -> None:
    standings, jobs = Standings(), HandRunJobs()
    presenter = NoticesPresenter(standings, jobs, card.show_standing)
    presenter.look()
    jobs.run_all()
    assert not card.isVisible()
    standings.value = LaptopStanding(device="7Q2FK", shut=True)
    presenter.look()
    jobs.run_all()
    assert card.isVisible()
    assert "needs new receipt numbers" in " ".join(card.words)
    ask = card.findChild(QPushButton, "numbers_ask")
    assert ask is not None
    with qtbot.waitSignal(card.numbers_asked):
        ask.click()
    card.show_standing(standings.value)
    standings.value = LaptopStanding(device="7Q2FK", missing=2)
    presenter.look()
    jobs.run_all()
    assert not ask.isVisible()
    assert "2 records" in card.words[0]
    standings.value = LaptopStanding(device="7Q2FK", missing=2, held=1)
    presenter.look()
    jobs.run_all()
    onward, banner = card.findChild(QPushButton, "notices_next"), card.findChild(Banner)
    assert onward is not None
    assert banner is not None
    assert "1 of 2" in onward.accessibleName()
    assert banner.words == card.words[0]
    onward.click()
    assert banner.words == card.words[1]
    onward.click()
    assert banner.words == card.words[0]
    standings.failure = Failure(FailureCode.STORE_BUSY)
    presenter.look()
    jobs.run_all()
    assert "2 records" in card.words[0]
