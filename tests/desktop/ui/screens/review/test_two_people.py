"""A decision that takes two reviewers, and a record that a colleague has open."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.review import Proposal
from perisai_desktop.ui.screens.review.queues import QueueFilter
from perisai_desktop.ui.screens.review.standing_words import standing_words
from perisai_desktop.ui.screens.review.state import Decision
from sync.rules.states import ReviewState
from tests.desktop.ui.screens.review.conftest import Branch, Screen
from tests.support.fake_reviewing import RECORDED_AT, FakeReviewing
from tests.support.typist import CONTROL

APPROVED = Proposal("approve", "Rina", False, RECORDED_AT, None, "Sudah ditelepon")


def loaded(branch: Branch) -> FakeReviewing:
    """The session, with the queue on screen."""
    branch.presenter.load()
    branch.run()
    return branch.session


def proposed(branch: Branch, proposal: Proposal) -> None:
    """The first record on screen, with a decision that waits."""
    found = branch.session.records["entry-1"]
    branch.session.records["entry-1"] = replace(found, proposal=proposal)
    loaded(branch)


def test_the_first_half_of_a_decision_leaves_the_record_to_a_colleague(branch: Branch) -> None:
    branch.session.two_people = True
    loaded(branch)
    branch.presenter.approve()
    state = branch.run()
    assert (state.decided, branch.session.decided) == (1, [])
    assert [each.entry_id for each in state.records] == ["entry-2", "entry-3"]
    branch.presenter.narrow(QueueFilter.ALL)
    branch.presenter.open("entry-1")
    mine = branch.run()
    assert (mine.proposed, mine.decidable, mine.declinable) == (True, False, True)


def test_a_colleague_agrees_with_one_key(branch: Branch) -> None:
    branch.session.two_people = True
    proposed(branch, APPROVED)
    branch.presenter.approve()
    branch.run()
    assert [(entry, state) for entry, state, *_ in branch.session.decided] == [("entry-1", "approved")]


def test_a_refusal_that_was_proposed_brings_its_reason(branch: Branch) -> None:
    branch.session.two_people = True
    proposed(branch, replace(APPROVED, move="refuse", reason="employed_elsewhere"))
    branch.presenter.begin(Decision.REFUSE)
    branch.presenter.send()
    branch.run()
    assert [(state, reason) for _, state, _, _, reason in branch.session.decided] == [
        ("refused", "employed_elsewhere")
    ]


def test_n_declines_for_a_reason_in_words(screen: Screen) -> None:
    proposed(screen, APPROVED)
    screen.presenter.open("entry-1")
    screen.run()
    assert screen.part("decide_decline").isVisible()
    assert not screen.part("decide_take_over").isVisible()
    screen.typist.press(Qt.Key.Key_N)
    assert screen.typist.place == "decision_note"
    screen.typist.press(Qt.Key.Key_Return, CONTROL)
    assert screen.state.failure == Failure(FailureCode.NOTE_MISSING)
    screen.typist.type("nanti")
    screen.typist.press(Qt.Key.Key_Return, CONTROL)
    assert screen.session.records["entry-1"].proposal is None
    after = screen.run()
    assert (after.deciding, after.failure, after.decidable) == (None, None, True)


def test_what_a_colleague_has_open_is_read_and_taken_over(branch: Branch) -> None:
    found = branch.session.records["entry-3"]
    branch.session.records["entry-3"] = replace(found, state=ReviewState.IN_REVIEW, claimed_by="Rina")
    loaded(branch)
    branch.presenter.narrow(QueueFilter.ALL)
    branch.presenter.open("entry-3")
    state = branch.run()
    assert state.failure == Failure(FailureCode.RECORD_TAKEN)
    assert state.record is not None
    assert (state.record.entry_id, state.decidable, state.takeable) == ("entry-3", False, True)
    branch.presenter.begin(Decision.TAKE_OVER)
    branch.presenter.write_note("Bu Rina cuti")
    branch.presenter.send()
    taken = branch.run()
    assert taken.record is not None
    assert (taken.record.entry_id, taken.record.mine, taken.decidable) == ("entry-3", True, True)


@pytest.mark.parametrize(
    ("proposal", "words"),
    [
        (APPROVED, ("Rina approved this", "Sudah ditelepon · A: you agree")),
        (replace(APPROVED, move="refuse", reason="other"), ("Rina refused this", "<other> · Sudah")),
        (replace(APPROVED, mine=True), ("You approved this", "N takes it back")),
        (replace(APPROVED, mine=True, move="refuse"), ("You refused this", "N takes it back")),
    ],
)
def test_both_reviewers_are_told(branch: Branch, proposal: Proposal, words: tuple[str, str]) -> None:
    found = replace(branch.session.records["entry-1"], proposal=proposal)
    told = standing_words(found, 420, lambda code: f"<{code}>")
    assert told is not None
    assert told[0].startswith(words[0])
    assert words[1] in told[1]
    assert standing_words(replace(found, proposal=None), 420, str) is None
    taken = standing_words(replace(found, claimed_by="Rina"), 420, str)
    assert taken is not None
    assert taken[0] == "Rina has this record open"
