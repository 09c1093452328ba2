"""The list of accounts keeps its choice; an act is done once; a new account or agent is made of what fits."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.branch_account import AccountBook
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.accounts.acts import Act, ActPresenter, Asked, offered
from perisai_desktop.ui.screens.accounts.new import AGENT, Draft, Gap, NewPresenter
from perisai_desktop.ui.screens.accounts.presenter import AccountsPresenter
from tests.support.fake_accounts import PASSWORD, FakeAccounts, account, book

SILENT, UNCERTAIN = Failure(FailureCode.BRANCH_SILENT), Failure(FailureCode.ACCOUNT_UNCERTAIN)


@dataclass
class Rig:
    branch: FakeAccounts = field(default_factory=FakeAccounts)
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    heard: list[str] = field(default_factory=list)

    def listed(self) -> AccountsPresenter:
        return AccountsPresenter(self.branch, self.jobs, lambda _state: None)

    def act(self, act: Act) -> ActPresenter:
        asked = Asked(act, account(1))
        return ActPresenter(self.branch, self.jobs, asked, lambda _state: None, lambda: self.heard.append(""))

    def new(self, told: AccountBook | None = None) -> NewPresenter:
        return NewPresenter(self.branch, self.jobs, told or book(), lambda _state: None, self.heard.append)


def test_accounts_are_listed_by_name_and_the_choice_stays() -> None:
    rig = Rig()
    listed = rig.listed()
    listed.load()
    listed.load()
    rig.jobs.run_all()
    names = [one.name for one in listed.state.accounts]
    assert (names, rig.branch.asked) == (sorted(names), 1)
    assert listed.state.account == listed.state.accounts[0]
    listed.choose("account-3")
    listed.choose("account-3")
    rig.branch.failure = SILENT
    listed.load()
    rig.jobs.run_all()
    assert (listed.state.failure, listed.state.chosen, listed.state.busy) == (SILENT, "account-3", False)
    listed.load("account-1")
    rig.jobs.run_all()
    assert (listed.state.failure, listed.state.chosen) == (None, "account-1")
    rig.branch.told = AccountBook(())
    listed.load()
    rig.jobs.run_all()
    assert listed.state.accounts == ()
    assert listed.state.place == -1


@pytest.mark.parametrize("act", list(Act))
def test_an_act_that_failed_is_done_again_and_one_that_was_done_is_not(act: Act) -> None:
    rig = Rig()
    presenter = rig.act(act)
    rig.branch.failure = UNCERTAIN
    presenter.act()
    rig.jobs.run_all()
    assert (presenter.state.failure, rig.heard, rig.branch.told) == (UNCERTAIN, [""], book())
    for _ in range(3):
        presenter.act()
        rig.jobs.run_all()
    assert (presenter.state.done, presenter.state.failure, rig.heard) == (True, None, ["", ""])
    assert presenter.state.password == (PASSWORD if act is Act.PASSWORD else "")
    assert PASSWORD not in repr(presenter.state)
    changed = rig.branch.told.accounts[1]
    assert (changed.suspended, changed.temporary) == (act is Act.SUSPEND, act is Act.PASSWORD)


def test_what_is_offered_fits_how_an_account_stands() -> None:
    assert offered(account(1)) == (Act.PASSWORD, Act.SUSPEND)
    assert offered(account(1, suspended=True)) == (Act.PASSWORD, Act.RESTORE)
    assert offered(account(1, reached=False)) == ()


def test_an_account_is_made_once_of_what_fits() -> None:
    rig = Rig()
    presenter = rig.new()
    presenter.make()
    assert presenter.state.gaps == {Gap.NAME, Gap.LOGIN}
    presenter.type(name="D\u0435de Rohaeti", login="dede.lain")
    presenter.make()
    assert presenter.state.gaps == {Gap.NAME}
    presenter.type(name=" Dede  Rohaeti ", login="")
    presenter.type(name="Dede Rohaeti")
    assert (presenter.state.gaps, presenter.state.draft.wanted_login) == (frozenset(), "dede.rohaeti")
    presenter.type(login="de de")
    presenter.make()
    assert presenter.state.gaps == {Gap.LOGIN}
    presenter.type(login="rina.kartika")
    presenter.make()
    presenter.type(name="Lain")
    rig.jobs.run_all()
    assert (presenter.state.failure, presenter.state.draft.name) == (
        Failure(FailureCode.LOGIN_TAKEN),
        "Dede Rohaeti",
    )
    presenter.type(login="dede")
    for _ in range(2):
        presenter.make()
        rig.jobs.run_all()
    assert (presenter.state.password, presenter.state.done) == (PASSWORD, True)
    assert PASSWORD not in repr(presenter.state)
    assert rig.heard == ["", "account-dede"]
    made = rig.branch.told.accounts[-1]
    assert (made.login, made.name, made.role, made.temporary) == ("dede", "Dede Rohaeti", "reviewer", True)
    presenter.type(name="Lain")
    assert presenter.state.draft.name == "Dede Rohaeti"


def test_an_agent_needs_a_number_and_an_office() -> None:
    rig = Rig()
    presenter = rig.new()
    presenter.type(role=AGENT, name="Dede Rohaeti")
    presenter.make()
    assert presenter.state.gaps == {Gap.NUMBER, Gap.OFFICE}
    presenter.type(number="A-0017", office="Kantor Cibadak")
    presenter.make()
    rig.jobs.run_all()
    assert (presenter.state.agent_id, presenter.state.password, presenter.state.done) == (
        "agent-A-0017",
        "",
        True,
    )
    assert rig.branch.agents == [("A-0017", "Dede Rohaeti", "Kantor Cibadak")]
    assert rig.heard == [""]


def test_the_only_office_is_chosen_already() -> None:
    rig = Rig()
    assert rig.new(replace(book(), offices=("Kantor Cibadak",))).state.draft == Draft(office="Kantor Cibadak")
