"""The round's presenter over a real desk: one person at a time, one payment at a time, then on to the next."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.collection import DueFilter, DuePage, Hurdle, Stranger, Terms
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.ui.screens.collection.presenter import PAGE, CollectionPresenter, Rounds
from perisai_desktop.ui.screens.collection.state import CollectionState
from sync.protocol.signatures import SigningKey
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Offer
from tests.support.desks import HandClock, desk_of, make_profile
from tests.support.round_desks import CARDED, ELSEWHERE, enrol, take_card

TOLD = Terms(1_000_000, Offer.JKK_JKM, "Petani/Pekebun", "self")


class Round:
    """A presenter with its answers run by hand; `shown` are its states, `issued` the receipts it told of."""

    def __init__(self, desk: AgentDesk, clock: HandClock, rounds: Rounds | None = None) -> None:
        self.desk, self.clock, self.jobs = desk, clock, HandRunJobs()
        self.shown: list[CollectionState] = []
        self.issued: list[Receipt] = []
        self.presenter = CollectionPresenter(
            rounds or desk.rounds, desk.collecting, self.jobs, self.shown.append, self.issued.append
        )

    @property
    def state(self) -> CollectionState:
        """What is on screen."""
        return self.shown[-1]

    @property
    def names(self) -> list[str]:
        """The list, by name."""
        return [row.name for row in self.state.rows]

    def open(self) -> None:
        """The screen comes into sight."""
        self.presenter.refresh()
        self.jobs.run_all()


class Small:
    """The round of a desk in pages of two; `failure` is raised in place of every page but the first."""

    def __init__(self, desk: AgentDesk) -> None:
        self._rounds = desk.rounds
        self.row, self.totals = desk.rounds.row, desk.rounds.totals
        self.failure: Failure | None = None

    def page(
        self, text: str = "", part: DueFilter = DueFilter.DUE, limit: int = PAGE, after: str | None = None
    ) -> DuePage:
        """Two people."""
        assert limit >= PAGE
        if self.failure is not None:
            raise self.failure
        return self._rounds.page(text, part, 2, after)


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def desk(tmp_path: Path, clock: HandClock) -> Iterator[AgentDesk]:
    opened = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), clock)
    yield opened
    opened.close()


@pytest.fixture
def round_(desk: AgentDesk, clock: HandClock) -> Round:
    """Budi, Ani and Wati owe December on 2027-01-17."""
    for number, (name, village) in enumerate((("Wati", ""), ("Ani", ""), ("Budi", ELSEWHERE)), 1):
        enrol(desk, number, name, **({"village": village} if village else {}))
    clock.move(days=56)
    return Round(desk, clock)


def test_the_list_opens_with_sums_and_the_first_who_owes(round_: Round) -> None:
    round_.open()
    state = round_.state
    assert (round_.names, state.chosen_row) == (["Budi", "Ani", "Wati"], 0)
    assert state.totals is not None
    assert state.totals.whole.expected == 3 * 8_400
    assert state.payment is not None
    assert (state.payment.months, state.payment.quote.total) == (1, 8_400)


def test_a_payment_marks_the_person_and_the_next_one_is_chosen(round_: Round) -> None:
    round_.open()
    round_.presenter.collect()
    assert round_.state.busy
    round_.presenter.collect()
    round_.presenter.step(1)
    round_.jobs.run_all()
    assert [receipt.total for receipt in round_.issued] == [8_400]
    state = round_.state
    assert (state.busy, state.rows[0].paid, state.rows[0].overdue) == (False, 8_400, 0)
    assert state.totals is not None
    assert (state.totals.whole.paid, state.totals.whole.expected) == (8_400, 3 * 8_400)
    round_.presenter.receipt_closed()
    round_.jobs.run_all()
    assert round_.state.rows[round_.state.chosen_row].name == "Ani"
    assert round_.state.payment is not None


def test_behind_the_last_one_it_goes_on_at_the_top_until_nobody_is_left(round_: Round) -> None:
    round_.open()
    round_.presenter.choose(round_.state.rows[2].worker_id)
    paid = []
    for _ in range(3):
        round_.jobs.run_all()
        paid.append(round_.state.rows[round_.state.chosen_row].name)
        round_.presenter.collect()
        round_.jobs.run_all()
        round_.presenter.receipt_closed()
    assert paid == ["Wati", "Budi", "Ani"]
    round_.jobs.run_all()
    assert round_.state.rows[round_.state.chosen_row].name == "Ani"


def test_months_are_stepped_between_the_first_option_and_the_last(round_: Round) -> None:
    round_.presenter.step(1)
    round_.open()
    for _ in range(9):
        round_.presenter.step(1)
    assert round_.state.option == len(round_.state.outlook.options) - 1  # type: ignore[union-attr]
    for _ in range(9):
        round_.presenter.step(-1)
    assert round_.state.option == 0


def test_what_changed_meanwhile_is_told_and_read_again(round_: Round) -> None:
    round_.open()
    worker, payment = round_.state.chosen or "", round_.state.payment
    assert payment is not None
    round_.desk.collecting.collect(worker, payment.first, 1, payment.quote.total)
    round_.presenter.collect()
    round_.jobs.run_all()
    state = round_.state
    assert state.failure is not None
    assert state.failure.code is FailureCode.MONTHS_NOT_PAYABLE
    assert state.payment is not None
    assert state.payment.first == IuranMonth(2027, 1)
    assert round_.issued == []


def test_search_and_parts_narrow_the_list_and_only_the_newest_answer_counts(round_: Round) -> None:
    round_.open()
    round_.presenter.search("w")
    round_.presenter.search("wati")
    round_.presenter.search("wati")
    round_.jobs.run_all()
    assert round_.names == ["Wati"]
    round_.presenter.search("nobody")
    round_.presenter.narrow(DueFilter.OVERDUE)
    round_.jobs.run_all()
    assert (round_.names, round_.state.outlook, round_.state.chosen) == ([], None, None)
    round_.presenter.collect()
    round_.presenter.receipt_closed()
    assert round_.issued == []


def test_more_is_loaded_once_when_the_end_comes_near(desk: AgentDesk, clock: HandClock) -> None:
    round_ = Round(desk, clock, Small(desk))
    taken = [f"w{place}" for place in range(3)]
    for number, name in enumerate(taken, 1):
        enrol(desk, number, name)
    clock.move(days=56)
    round_.open()
    assert len(round_.state.rows) == 2
    round_.presenter.more()
    round_.presenter.more()
    round_.jobs.run_all()
    assert (round_.names, round_.state.following) == (taken, None)
    round_.presenter.more()
    assert round_.jobs.waiting(Lane.LOCAL) == 0


def test_somebody_from_the_workers_list_is_found_among_all(round_: Round) -> None:
    ahead = enrol(round_.desk, 4, "Citra", months="12", first_month="2027-01")
    round_.presenter.reveal(ahead, "3202081408900004")
    round_.jobs.run_all()
    assert (round_.names, round_.state.part, round_.state.chosen) == (["Citra"], DueFilter.ALL, ahead)
    assert round_.state.outlook is not None
    assert round_.state.outlook.name == "Citra"


def test_terms_that_are_told_price_who_was_enrolled_elsewhere(desk: AgentDesk, clock: HandClock) -> None:
    take_card(desk)
    round_ = Round(desk, clock)
    round_.open()
    assert round_.state.outlook is not None
    assert round_.state.outlook.hurdle is Hurdle.TERMS_UNKNOWN
    round_.presenter.take_terms(TOLD)
    round_.jobs.run_all()
    assert round_.state.payment is not None
    round_.presenter.collect()
    round_.jobs.run_all()
    assert [(one.worker_id, one.total) for one in round_.issued] == [(CARDED, 8_400)]


def test_a_stranger_pays_and_stands_in_the_list_as_paid(round_: Round) -> None:
    round_.open()
    stranger = Stranger("3202081408900077", "Joko", IuranMonth(2026, 12))
    round_.presenter.take_terms(TOLD, stranger)
    round_.jobs.run_all()
    assert round_.state.chosen is None
    round_.presenter.refresh()
    round_.jobs.run_all()
    assert round_.state.outlook is not None
    assert round_.state.outlook.name == "Joko"
    round_.presenter.collect()
    round_.jobs.run_all()
    assert round_.state.stranger is None
    paid = [(row.name, row.paid) for row in round_.state.rows if row.paid]
    assert paid == [("Joko", round_.issued[0].total)]
    round_.presenter.receipt_closed()
    round_.jobs.run_all()
    assert round_.state.rows[round_.state.chosen_row].name == "Budi"


def test_a_list_that_cannot_be_read_is_told_and_what_is_there_stays(
    desk: AgentDesk, clock: HandClock
) -> None:
    small = Small(desk)
    round_ = Round(desk, clock, small)
    for number in range(3):
        enrol(desk, number + 1, f"Orang {number}")
    clock.move(days=56)
    round_.open()
    small.failure = Failure(FailureCode.STORE_BUSY)
    round_.presenter.more()
    round_.jobs.run_all()
    assert (round_.state.failure, len(round_.state.rows)) == (small.failure, 2)
    round_.presenter.search("o")
    round_.jobs.run_all()
    assert (round_.state.failure, len(round_.state.rows)) == (small.failure, 2)


def test_somebody_who_was_handed_over_cannot_be_opened(round_: Round) -> None:
    round_.open()
    round_.presenter.reveal("nobody", "3202081408900055")
    round_.jobs.run_next(Lane.LOCAL)
    round_.presenter.choose("nobody else")
    round_.jobs.run_all()
    assert round_.state.outlook is None
