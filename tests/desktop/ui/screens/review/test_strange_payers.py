"""Money that names somebody unknown: the reviewer looks for the worker and gives it to the one that was meant."""

from dataclasses import replace

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.review import StrangePayer
from perisai_desktop.ui.screens.review.state import Decision
from sync.rules.states import ReviewState
from tests.desktop.ui.screens.review.conftest import Branch


def test_money_for_somebody_unknown_is_given_to_who_is_found(branch: Branch) -> None:
    payers = (StrangePayer("u-1", "", "Maria", 8_400), StrangePayer("u-2", "", "", 8_400))
    found = branch.session.records["entry-1"]
    branch.session.records["entry-1"] = replace(
        found, kind="contribution", state=ReviewState.SUSPENSE, strangers=payers
    )
    branch.presenter.load("entry-1")
    branch.run()
    branch.presenter.begin(Decision.ATTRIBUTE)
    assert branch.run().found is not None
    assert branch.session.sought == ["Maria"]
    branch.presenter.seek("  ")
    branch.presenter.send()
    branch.presenter.seek("asep")
    branch.presenter.send()
    state = branch.run()
    assert [one.name for one in state.found or ()] == ["Asep Contoh"]
    branch.presenter.give("entry-3")
    state = branch.run()
    assert branch.session.given == [("entry-1", "u-1", "entry-3")]
    assert state.record is not None
    assert (state.record.entry_id, state.record.state) == ("entry-1", ReviewState.IN_REVIEW)
    assert (state.deciding, state.found, state.payer) == (None, None, payers[1])
    branch.presenter.begin(Decision.ATTRIBUTE)
    assert (branch.run().found, branch.session.sought) == (None, ["Maria", "asep"])


def test_a_search_that_fails_and_money_that_found_its_owner_meanwhile_are_explained(branch: Branch) -> None:
    found = branch.session.records["entry-1"]
    branch.session.records["entry-1"] = replace(
        found, kind="contribution", strangers=(StrangePayer("u-1", "", "Maria", 8_400),)
    )
    branch.presenter.load("entry-1")
    branch.run()
    branch.session.failure = Failure(FailureCode.BRANCH_SILENT)
    branch.presenter.begin(Decision.ATTRIBUTE)
    failure = branch.run().failure
    assert failure is not None
    assert failure.code is FailureCode.BRANCH_SILENT
    branch.session.records["entry-1"] = replace(found, kind="contribution")
    branch.presenter.give("entry-3")
    failure = branch.run().failure
    assert failure is not None
    assert failure.code is FailureCode.RECORD_CHANGED
    branch.presenter.open("entry-2")
    branch.run()
    branch.presenter.begin(Decision.ATTRIBUTE)
    branch.presenter.give("entry-3")
    assert branch.state.deciding is None
    assert branch.session.given == []
