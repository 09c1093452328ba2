"""The next record is read while this one is looked at, and a decision that fails brings its record back."""

from dataclasses import replace

from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.laptop import LaptopGap
from perisai_desktop.ui.screens.review.queue_menu import late_laptops
from perisai_desktop.ui.screens.review.queues import QueueFilter, Tally
from sync.rules.states import ReviewState
from tests.desktop.ui.screens.review.conftest import Branch
from tests.support.fake_reviewing import RECORDED_AT


def test_the_next_record_is_on_screen_before_the_decision_has_arrived(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.approve()
    early = branch.state
    assert early.record is not None
    assert (early.record.entry_id, early.unclaimed, early.busy) == ("entry-2", True, False)
    assert early.sending == {"entry-1"}
    assert not early.decidable
    assert [each.entry_id for each in early.records] == ["entry-2", "entry-3"]
    state = branch.run()
    assert (state.decidable, state.sending, state.decided) == (True, frozenset(), 1)
    assert branch.session.records["entry-2"].state is ReviewState.IN_REVIEW


def test_the_first_page_is_on_screen_while_the_others_are_read(branch: Branch) -> None:
    branch.session.paged = True
    branch.presenter.load()
    branch.run()
    pages = [[one.entry_id for one in shown.records] for shown in branch.shown if shown.loaded]
    assert pages[0] == ["entry-1"]
    assert pages[-1] == ["entry-1", "entry-2", "entry-3"]
    assert branch.state.record is not None
    assert branch.state.record.entry_id == "entry-1"


def test_pages_of_a_reading_that_was_begun_anew_are_dropped(branch: Branch) -> None:
    branch.session.paged = True
    branch.presenter.load()
    del branch.session.records["entry-1"]
    branch.presenter.load()
    state = branch.run()
    assert [one.entry_id for one in state.records] == ["entry-2", "entry-3"]


def test_a_page_that_does_not_come_is_told_and_the_others_stay(branch: Branch) -> None:
    branch.session.paged = True
    branch.presenter.load()
    for _work in ("page", "gaps", "open"):
        branch.jobs.run_next(Lane.NETWORK)
    branch.session.failure = Failure(FailureCode.BRANCH_SILENT)
    state = branch.run()
    assert state.failure == Failure(FailureCode.BRANCH_SILENT)
    assert "entry-1" in [one.entry_id for one in state.records]


def test_a_record_that_was_left_does_not_come_back_when_its_answer_arrives(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.step(1)
    branch.presenter.open("entry-1")
    state = branch.run()
    assert state.record is not None
    assert (state.record.entry_id, state.unclaimed) == ("entry-1", False)


def test_a_duplicate_is_taken_back(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.undo()
    branch.presenter.mark_duplicate()
    assert branch.run().undoable is not None
    branch.session.failure = Failure(FailureCode.BRANCH_SILENT)
    branch.presenter.undo()
    assert branch.run().failure == Failure(FailureCode.BRANCH_SILENT)
    branch.presenter.undo()
    state = branch.run()
    assert state.record is not None
    assert (state.record.entry_id, state.record.state) == ("entry-1", ReviewState.IN_REVIEW)
    assert (state.undoable, state.tally(QueueFilter.DUPLICATES).count) == (None, 0)


def test_a_decision_that_fails_while_the_next_is_written_disturbs_nothing_but_says_so(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.approve()
    branch.session.failure = Failure(FailureCode.BRANCH_SILENT)
    assert branch.jobs.run_next(Lane.NETWORK)
    failed = branch.state
    assert failed.record is not None
    assert (failed.record.entry_id, failed.failure) == ("entry-1", Failure(FailureCode.BRANCH_SILENT))
    assert failed.decidable
    branch.run()
    branch.presenter.approve()
    assert branch.run().decided == 1


def test_laptops_that_are_late_are_told_beside_the_queues(branch: Branch) -> None:
    gap = LaptopGap("Nining", "A-3", "7Q2FK", 1, 13, 20, RECORDED_AT, RECORDED_AT, left=False)
    branch.session.missing = (gap, replace(gap, epoch=2))
    branch.presenter.load()
    assert late_laptops(branch.run().gaps) == Tally(1, RECORDED_AT)


def test_what_is_called_a_duplicate_is_only_taken_back_or_refused(branch: Branch) -> None:
    found = branch.session.records["entry-2"]
    branch.session.records["entry-2"] = replace(found, state=ReviewState.DUPLICATE)
    branch.presenter.load()
    branch.run()
    branch.presenter.open("entry-2")
    state = branch.run()
    assert (state.approvable, state.correctable, state.called_duplicate) == (False, False, True)
    branch.presenter.mark_duplicate()
    after = branch.run()
    assert after.record is not None
    assert (after.record.entry_id, after.record.state) == ("entry-2", ReviewState.IN_REVIEW)
