"""The reviewer's presenter: one record after the other, each decision bound to what was read."""

from dataclasses import replace

import pytest

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.review.queues import QueueFilter
from perisai_desktop.ui.screens.review.state import Decision
from sync.rules.states import ReviewState
from tests.desktop.ui.screens.review.conftest import Branch
from tests.support.fake_reviewing import record
from tests.support.reference_data import reference

RETURN = next(each.code for each in reference().reasons if each.kind == "return")
REFUSE = next(each.code for each in reference().reasons if each.kind == "refuse")


def test_loading_opens_the_first_record(branch: Branch) -> None:
    branch.presenter.load()
    assert branch.state.busy
    state = branch.run()
    assert (state.loaded, state.busy) == (True, False)
    assert state.record is not None
    assert state.record.entry_id == "entry-1"
    assert state.record.state is ReviewState.IN_REVIEW


def test_steps_stop_at_both_ends(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    visited = []
    for by in (-1, 1, 1, 1, -1):
        branch.presenter.step(by)
        opened = branch.run().record
        assert opened is not None
        visited.append(opened.entry_id)
    assert visited == ["entry-1", "entry-2", "entry-3", "entry-3", "entry-2"]


def test_a_filter_narrows_the_list(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.narrow(QueueFilter.FLAGGED)
    assert [each.worker_name for each in branch.state.records] == ["Maria Kewa"]
    assert (
        branch.state.tally(QueueFilter.TO_REVIEW).count,
        branch.state.tally(QueueFilter.FLAGGED).count,
    ) == (3, 1)
    assert branch.state.visible[0].rupiah == 8_400
    branch.presenter.narrow(QueueFilter.DUPLICATES)
    assert branch.state.visible == ()


def test_approving_names_the_hash_and_opens_the_next(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.approve()
    state = branch.run()
    assert branch.session.decided == [("entry-1", "approved", f"{1:064x}", (), "")]
    assert state.decided == 1
    assert state.record is not None
    assert state.record.entry_id == "entry-2"


def test_what_was_sent_back_is_shown_among_all_and_only_read(branch: Branch) -> None:
    waiting = branch.session.records["entry-2"]
    branch.session.records["entry-2"] = replace(waiting, state=ReviewState.RETURNED)
    branch.presenter.load()
    branch.run()
    assert [each.entry_id for each in branch.state.records] == ["entry-1", "entry-3"]
    assert branch.state.tally(QueueFilter.ALL).count == 3
    branch.presenter.narrow(QueueFilter.ALL)
    branch.presenter.step(1)
    state = branch.run()
    assert state.record is not None
    assert (state.record.entry_id, state.record.state) == ("entry-2", ReviewState.RETURNED)
    assert (state.failure, state.decidable) == (None, False)
    branch.presenter.approve()
    branch.run()
    assert branch.session.decided == []


def test_a_void_request_is_approved_or_refused_and_not_sent_back(branch: Branch) -> None:
    first = branch.session.records["entry-1"]
    branch.session.records["entry-1"] = replace(first, kind="void_request")
    branch.presenter.load()
    branch.run()
    branch.presenter.begin(Decision.SEND_BACK)
    branch.presenter.comment_on("phone")
    branch.presenter.mark_duplicate()
    state = branch.run()
    assert (state.decidable, state.correctable) == (True, False)
    assert (state.deciding, state.comments, branch.session.decided) == (None, (), [])
    branch.presenter.begin(Decision.REFUSE)
    assert branch.state.deciding is Decision.REFUSE


def test_nothing_waits_is_said_only_once_the_branch_has_answered(branch: Branch) -> None:
    assert not branch.state.idle
    branch.presenter.load()
    assert not branch.state.idle
    branch.session.records.clear()
    assert branch.run().idle


def test_the_last_record_leaves_an_empty_screen(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    for _ in range(3):
        branch.presenter.approve()
        branch.run()
    assert (branch.state.record, branch.state.records, branch.state.decided) == (None, (), 3)
    branch.presenter.approve()
    branch.presenter.step(1)
    assert branch.run().decided == 3


def test_content_that_changed_is_not_approved(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.session.records["entry-1"] = replace(branch.session.records["entry-1"], hash="f" * 64)
    branch.presenter.approve()
    state = branch.run()
    assert state.failure == Failure(FailureCode.RECORD_CHANGED)
    assert (branch.session.decided, state.decided, state.busy) == ([], 0, False)


def test_a_send_back_carries_comments_reason_and_note(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.begin(Decision.SEND_BACK)
    branch.presenter.comment_on("mother_name")
    branch.presenter.comment_on("mother_name")
    branch.presenter.comment_on("phone")
    branch.presenter.comment_on("street")
    branch.presenter.write_comment("mother_name", "Cocokkan dengan KK")
    branch.presenter.drop_comment("street")
    branch.presenter.give_reason(RETURN)
    branch.presenter.write_note("Segera")
    assert [comment.value for comment in branch.state.comments] == ["Euis Rohaeti", "081200004417"]
    branch.presenter.send()
    branch.run()
    ((entry, state, _, comments, reason),) = branch.session.decided
    assert (entry, state, reason) == ("entry-1", "returned", RETURN)
    assert [(comment.field, comment.text) for comment in comments] == [("mother_name", "Cocokkan dengan KK")]


def test_a_failed_decision_keeps_what_was_typed(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.begin(Decision.SEND_BACK)
    branch.presenter.comment_on("phone")
    branch.presenter.write_comment("phone", "Nomor salah")
    branch.presenter.give_reason(RETURN)
    branch.session.failure = Failure(FailureCode.BRANCH_SILENT)
    branch.presenter.send()
    state = branch.run()
    assert state.failure == Failure(FailureCode.BRANCH_SILENT)
    assert [comment.text for comment in state.comments] == ["Nomor salah"]
    assert (state.deciding, state.reason) == (Decision.SEND_BACK, RETURN)
    branch.presenter.send()
    assert branch.run().decided == 1


def test_a_refusal_needs_its_reason(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.begin(Decision.REFUSE)
    branch.presenter.send()
    assert branch.run().failure == Failure(FailureCode.REASON_UNKNOWN)
    branch.presenter.give_reason(REFUSE)
    branch.presenter.send()
    branch.run()
    assert [(entry, state, reason) for entry, state, _, _, reason in branch.session.decided] == [
        ("entry-1", "refused", REFUSE)
    ]


def test_nothing_is_decided_while_the_server_is_asked(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.approve()
    branch.presenter.approve()
    branch.presenter.mark_duplicate()
    branch.presenter.begin(Decision.REFUSE)
    assert branch.state.deciding is None
    branch.run()
    assert len(branch.session.decided) == 1


def test_moving_on_forgets_the_decision_that_was_begun(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.begin(Decision.REFUSE)
    branch.presenter.give_reason(REFUSE)
    branch.presenter.step(1)
    state = branch.run()
    assert (state.deciding, state.reason) == (None, "")
    branch.presenter.begin(Decision.SEND_BACK)
    branch.presenter.cancel()
    branch.presenter.send()
    branch.run()
    assert branch.session.decided == []


def test_a_duplicate_stays_in_the_queue(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.mark_duplicate()
    branch.run()
    assert branch.state.tally(QueueFilter.DUPLICATES).count == 1


def test_a_duplicate_is_read_without_being_claimed(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.presenter.mark_duplicate()
    branch.run()
    (duplicate,) = (each for each in branch.session.records.values() if each.state is ReviewState.DUPLICATE)
    branch.presenter.open(duplicate.entry_id)
    state = branch.run()
    assert state.failure is None
    assert state.record == duplicate


@pytest.mark.parametrize("code", [FailureCode.BRANCH_SILENT, FailureCode.SESSION_OVER])
def test_a_queue_that_does_not_come_is_said(branch: Branch, code: FailureCode) -> None:
    branch.session.failure = Failure(code)
    branch.presenter.load()
    state = branch.run()
    assert (state.failure, state.busy, state.loaded) == (Failure(code), False, False)
    branch.presenter.load()
    assert branch.run().failure is None


def test_a_record_somebody_else_has_is_said(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.session.failure = Failure(FailureCode.RECORD_TAKEN)
    branch.presenter.open("entry-3")
    state = branch.run()
    assert state.failure == Failure(FailureCode.RECORD_TAKEN)
    assert state.record is not None
    assert (state.record.entry_id, state.decidable) == ("entry-3", False)


def test_reading_again_shows_what_came_meanwhile(branch: Branch) -> None:
    branch.presenter.load()
    branch.run()
    branch.session.records["entry-4"] = record(4, "Baru Datang")
    branch.presenter.load()
    state = branch.run()
    assert [each.entry_id for each in state.records] == ["entry-1", "entry-2", "entry-3", "entry-4"]
    assert state.record is not None
    assert state.record.entry_id == "entry-1"
