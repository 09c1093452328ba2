"""The workers' list: newest question answered, pages on demand, the card of who is chosen."""

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.worker import StateFilter
from perisai_desktop.ui.screens.workers.presenter import PAGE, WorkersPresenter
from perisai_desktop.ui.screens.workers.state import WorkersState
from tests.support.screen_values import ListOfWorkers


def _opened(count: int) -> tuple[WorkersPresenter, ListOfWorkers, HandRunJobs, list[WorkersState]]:
    shown: list[WorkersState] = []
    found, jobs = ListOfWorkers(count), HandRunJobs()
    presenter = WorkersPresenter(found, jobs, shown.append)
    presenter.refresh()
    jobs.run_all()
    return presenter, found, jobs, shown


def test_the_list_opens_with_counts_and_the_first_card() -> None:
    _presenter, _found, _jobs, shown = _opened(3)
    state = shown[-1]
    assert (len(state.rows), state.total, state.chosen) == (3, 3, "w0")
    assert state.card is not None
    assert state.card.row.worker_id == "w0"


def test_an_empty_store_has_no_card() -> None:
    _presenter, _found, _jobs, shown = _opened(0)
    assert (shown[-1].loaded, shown[-1].rows, shown[-1].card) == (True, (), None)


def test_only_the_newest_question_is_answered() -> None:
    presenter, found, jobs, _shown = _opened(5)
    presenter.search("d")
    presenter.search("dewi")
    jobs.run_all()
    assert [asked[0] for asked in found.asked] == ["", "d", "dewi"]
    assert [row.worker_id for row in presenter.state.rows] == ["w2"]
    assert presenter.state.chosen == "w2"


def test_pages_are_loaded_when_the_end_comes_near_and_once() -> None:
    presenter, found, jobs, _shown = _opened(PAGE * 2 + 5)
    assert presenter.state.total == PAGE * 2 + 5
    presenter.more()
    presenter.more()
    jobs.run_all()
    assert len(presenter.state.rows) == PAGE * 2
    presenter.more()
    jobs.run_all()
    presenter.more()
    jobs.run_all()
    assert (len(presenter.state.rows), presenter.state.following) == (PAGE * 2 + 5, None)
    assert len(found.asked) == 3


def test_a_page_of_an_older_question_is_dropped() -> None:
    presenter, _found, jobs, _shown = _opened(PAGE + 5)
    presenter.more()
    presenter.search("dewi")
    jobs.run_all()
    assert all("Dewi" in row.name for row in presenter.state.rows)


def test_a_filter_asks_again() -> None:
    presenter, found, jobs, _shown = _opened(2)
    presenter.narrow(StateFilter.TO_FIX)
    jobs.run_all()
    assert found.asked[-1][1] is StateFilter.TO_FIX


def test_the_card_on_screen_is_of_who_is_chosen_last() -> None:
    presenter, _found, jobs, _shown = _opened(3)
    presenter.choose("w1")
    presenter.choose("w2")
    jobs.run_next(Lane.LOCAL)
    assert presenter.state.card is not None
    assert presenter.state.card.row.worker_id == "w0"
    jobs.run_all()
    assert presenter.state.card.row.worker_id == "w2"


def test_who_is_gone_is_told() -> None:
    presenter, found, jobs, _shown = _opened(3)
    found.rows.pop()
    presenter.choose("w2")
    jobs.run_all()
    assert presenter.state.failure is not None
    assert presenter.state.failure.code is FailureCode.WORKER_UNKNOWN


def test_what_is_chosen_stays_chosen_when_the_list_is_read_again() -> None:
    presenter, _found, jobs, _shown = _opened(3)
    presenter.choose("w1")
    presenter.refresh()
    jobs.run_all()
    assert (presenter.state.chosen, presenter.state.chosen_row) == ("w1", 1)
