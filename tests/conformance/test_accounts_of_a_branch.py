"""An administrator's program, its fake and the real server agree about the accounts of a branch."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from perisai_desktop.domain.branch_account import AccountBook
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.branch_accounts import BranchAccounts
from perisai_desktop.services.reviewing import Reviewing
from sync.client.review_client import ReviewClient, ReviewFault
from tests.conformance.test_agents_of_a_branch import StraightChannel
from tests.support.branch_house import PASSWORD
from tests.support.fake_accounts import FakeAccounts
from tests.support.server_app import running_server

Branch = BranchAccounts | FakeAccounts


def refusal(act: Callable[[], object]) -> FailureCode:
    with pytest.raises(Failure) as failed:
        act()
    return failed.value.code


def walk(branch: Branch, own: str, other: str) -> None:
    """What every branch answers: `own` is the login that asks, `other` that of a reviewer."""

    def told() -> AccountBook:
        return branch.book()

    def of(login: str) -> str:
        return next(one.account_id for one in told().accounts if one.login == login)

    book = told()
    assert book.roles == ("reviewer", "auditor", "agent")
    (mine,) = (one for one in book.accounts if one.own)
    assert (mine.login, mine.reached, mine.role) == (own, False, "branch_admin")
    made = branch.add("Dede.Rohaeti", "Dede Rohaeti", "reviewer")
    assert len(made.password) == 17
    assert made.password not in repr(made)
    fresh = next(one for one in told().accounts if one.account_id == made.account_id)
    assert (fresh.login, fresh.temporary, fresh.signed_in_at, fresh.made_by == mine.name) == (
        "dede.rohaeti",
        True,
        None,
        True,
    )
    assert fresh.lapses_at is not None
    assert refusal(lambda: branch.add("dede.rohaeti", "Lain", "reviewer")) is FailureCode.LOGIN_TAKEN
    assert refusal(lambda: branch.add("lain", "DEDE ROHAET1", "reviewer")) is FailureCode.NAME_TAKEN
    branch.suspend(of(other))
    branch.suspend(of(other))
    assert next(one for one in told().accounts if one.login == other).suspended
    branch.restore(of(other))
    assert len(branch.give_password(of(other))) == 17
    after = next(one for one in told().accounts if one.login == other)
    assert (after.suspended, after.temporary, after.given_by) == (False, True, mine.name)
    for act in (branch.suspend, branch.restore, branch.give_password):
        assert refusal(partial(act, mine.account_id)) is FailureCode.ACCOUNT_OUT_OF_REACH
        assert refusal(partial(act, "tidak-ada")) is FailureCode.ACCOUNT_UNKNOWN
    assert branch.add_agent("A-0017", "Dede Rohaeti", book.offices[0])
    for number, office, code in (
        ("A-0017", book.offices[0], FailureCode.AGENT_NUMBER_TAKEN),
        ("A-0018", "Kantor Antah", FailureCode.OFFICE_UNKNOWN),
    ):
        assert refusal(partial(branch.add_agent, number, "Lain", office)) is code


def test_the_fake_answers_as_the_server_does(tmp_path: Path) -> None:
    walk(FakeAccounts(), "hendra.gunawan", "rina.kartika")
    with running_server(tmp_path / "server") as server:
        admin = Reviewing(ReviewClient(StraightChannel(server)))
        admin.sign_in("branch_admin", PASSWORD)
        walk(admin.accounts, "branch_admin", "reviewer")
        unknown = refusal(lambda: admin.accounts.add("lain", "Lain", "reviewer", "A-9999"))
        assert unknown is FailureCode.AGENT_NUMBER_UNKNOWN
        assert refusal(lambda: admin.accounts.add("lain", "Lain", "operator")) is FailureCode.NOT_ALLOWED
        reviewer = Reviewing(ReviewClient(StraightChannel(server)))
        server.server.accounts.reset_password("reviewer", PASSWORD, "test")
        assert reviewer.sign_in("reviewer", PASSWORD).must_change
        assert refusal(reviewer.accounts.book) is FailureCode.NOT_ALLOWED


def test_an_answer_that_was_lost_is_not_taken_for_a_refusal() -> None:
    class Silent:
        def __getattr__(self, _name: str) -> Callable[..., object]:
            def lost(*_asked: object) -> object:
                raise ReviewFault("no_network", {"detail": "timeout"})

            return lost

    def asked(ask: Callable[[], object]) -> object:
        try:
            return ask()
        except ReviewFault:
            raise Failure(FailureCode.BRANCH_SILENT, detail="timeout") from None

    accounts = BranchAccounts(Silent(), asked)  # type: ignore[arg-type]
    for act in (
        lambda: accounts.add("lain", "Lain", "reviewer"),
        lambda: accounts.add_agent("A-1", "Lain", "Kantor"),
        lambda: accounts.suspend("a"),
        lambda: accounts.restore("a"),
        lambda: accounts.give_password("a"),
    ):
        assert refusal(act) is FailureCode.ACCOUNT_UNCERTAIN
    assert refusal(accounts.book) is FailureCode.BRANCH_SILENT
