"""The cash screen reads the newest entries first and all of them after, and never shows what is no longer open."""

from __future__ import annotations

from datetime import date

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.till import ClosingOutlook
from perisai_desktop.domain.till_book import CashBook, CashMovement, CashSort, cash_days, cash_lines
from perisai_desktop.ui.screens.cash.presenter import A_PAGE, AT_ONCE, CashPresenter
from perisai_desktop.ui.screens.cash.state import CashState

TODAY = date(2026, 11, 22)
MANY = AT_ONCE + A_PAGE + 50
BOOK = CashBook(
    rupiah=MANY * 8_400,
    lines=cash_lines([(CashSort.RECEIPT, MANY, MANY * 8_400)]),
    days=cash_days([(TODAY, CashSort.RECEIPT, MANY * 8_400)], {}),
    oldest_on=TODAY,
    oldest_days=0,
    late=False,
    red=False,
    voids_awaiting=0,
    undeposited=MANY,
    refunds_due=0,
    closing=ClosingOutlook(TODAY, MANY * 8_400, ()),
)


class Books:
    """Fulfils `Books`."""

    failure: Failure | None = None

    def __init__(self) -> None:
        self.read: list[int | None] = []

    def look(self) -> CashBook:
        if self.failure is not None:
            raise self.failure
        return BOOK

    def movements(
        self,
        sort: CashSort | None = None,
        on: date | None = None,
        limit: int | None = None,
        behind: CashMovement | None = None,
    ) -> tuple[CashMovement, ...]:
        self.read.append(limit)
        some = (CashMovement(f"{place}", CashSort.RECEIPT, 8_400, TODAY) for place in range(MANY))
        found = tuple(some) if sort in (None, CashSort.RECEIPT) and on in (None, TODAY) else ()
        first = 0 if behind is None else int(behind.entry_id) + 1
        return found[first:][:limit]


def test_the_newest_are_there_at_once_and_all_of_them_after() -> None:
    jobs, seen = HandRunJobs(), list[CashState]()
    books = Books()
    presenter = CashPresenter(books, jobs, seen.append)
    presenter.load()
    jobs.run_all()
    assert books.read == [AT_ONCE, A_PAGE, A_PAGE]
    assert [len(state.movements) for state in seen] == [AT_ONCE, MANY]
    assert {state.shown for state in seen} == {BOOK.rupiah}


def test_a_late_answer_never_replaces_what_was_chosen_since() -> None:
    jobs, seen = HandRunJobs(), list[CashState]()
    presenter = CashPresenter(Books(), jobs, seen.append)
    presenter.load()
    presenter.open_sort(CashSort.REFUND)
    jobs.run_all()
    assert presenter.state.movements == ()
    assert presenter.state.shown == 0
    presenter.open_day(TODAY)
    jobs.run_all()
    assert (presenter.state.sort, len(presenter.state.movements)) == (None, MANY)


def test_a_store_that_is_busy_is_told_and_what_was_read_stays() -> None:
    jobs, books = HandRunJobs(), Books()
    presenter = CashPresenter(books, jobs, lambda _state: None)
    presenter.load()
    jobs.run_all()
    books.failure = Failure(FailureCode.STORE_BUSY)
    presenter.load()
    jobs.run_all()
    assert presenter.state.failure == books.failure
    assert presenter.state.book == BOOK
