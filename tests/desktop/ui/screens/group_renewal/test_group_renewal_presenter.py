"""What the dialog of a kelompok that pays on does, over a real store: listed, opened, ticked, paid receipt by receipt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.group_renewal import PayerDue
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.group_renewing import GroupRenewing
from perisai_desktop.ui.screens.group_renewal.presenter import GroupRenewalPresenter
from perisai_desktop.ui.screens.group_renewal.state import GroupRenewalState
from perisai_desktop.ui.screens.group_renewal.words import member_cells
from sync.protocol.signatures import SigningKey
from sync.rules import kelompok as rule
from tests.support.desks import SIGNATURE, HandClock, desk_of, make_profile
from tests.support.kelompok_lists import SPONSOR, enrolled
from tests.support.round_desks import enrol


@dataclass
class Table:
    """A presenter at a desk, and what it told."""

    desk: AgentDesk
    clock: HandClock
    folder: Path
    jobs: HandRunJobs = field(default_factory=HandRunJobs)
    issued: list[Receipt] = field(default_factory=list)
    written: list[bool] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presenter = GroupRenewalPresenter(
            self.desk.payers,
            self.desk.group_renewing,
            self.jobs,
            lambda _state: None,
            self.issued.append,
            lambda: self.written.append(True),
        )

    @property
    def state(self) -> GroupRenewalState:
        self.jobs.run_all()
        return self.presenter.state

    def open(self, place: int = 0) -> GroupRenewalState:
        """The kelompok at a place of the list, opened."""
        self.presenter.load()
        self.presenter.open(self.state.found[place].steps)
        return self.state

    def do(self, act: Callable[[], None]) -> GroupRenewalState:
        act()
        return self.state


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    """A sponsor's three, who owe February on 2027-02-05."""
    clock = HandClock()
    desk = desk_of(make_profile(tmp_path / "profile", SigningKey.generate()), clock)
    enrolled(desk, tmp_path, (1, 2, 3))
    clock.move(days=75)
    yield Table(desk, clock, tmp_path)
    desk.close()


def test_whoever_owes_is_ticked_and_paid_by_one_receipt(table: Table) -> None:
    state = table.open()
    assert (len(state.chosen), state.total, state.barred) == (3, 50_400, ())
    table.presenter.pay()
    table.presenter.pay()
    assert table.presenter.state.busy
    state = table.state
    (receipt,) = table.issued
    assert (receipt.received_from, receipt.total, len(receipt.people)) == (SPONSOR, 50_400, 3)
    assert (state.outlook, state.paying, table.written) == (None, 0, [True])
    assert table.open().chosen == ()
    table.do(table.presenter.pay)
    assert len(table.issued) == 1


def test_who_took_the_consent_back_is_not_ticked(table: Table) -> None:
    first = table.open().members[0]
    table.desk.withdrawing.withdraw(first.worker_id, ["enrolment"], SIGNATURE)
    state = table.open()
    assert (state.chosen, state.barred) == (state.members[1:], ())
    standing = member_cells(state.members[0], state.option(state.members[0]), ticked=False)[2]
    assert standing.detail == "consent withdrawn"
    assert table.do(lambda: table.presenter.tick(0)).total == 50_400


def test_members_are_left_out_and_months_go_for_one_or_for_all(table: Table) -> None:
    table.open()
    act = table.presenter
    state = table.do(lambda: act.tick(0))
    assert (len(state.chosen), state.total, state.row) == (2, 33_600, 0)
    assert table.do(lambda: act.tick(7)) == state
    assert len(table.do(act.tick_all).chosen) == 3
    assert table.do(act.tick_all).chosen == ()
    table.do(act.tick_all)
    assert table.do(lambda: act.step_all(-1)).ahead == 0
    table.do(lambda: act.step_all(1))
    assert table.do(lambda: act.step_all(1)).ahead == 3
    act.choose(1)
    state = table.do(lambda: act.step(1))
    (one, two, three) = (state.option(each) for each in state.members)
    assert one is not None
    assert two is not None
    assert three is not None
    assert (one.months, two.months, three.months) == (3, 6, 3)
    assert state.total == sum(each.quote.total for each in (one, two, three))
    for _ in range(9):
        table.do(lambda: act.step(1))
    act.choose(99)
    table.do(lambda: act.step(1))
    assert table.do(lambda: act.step_all(-1)).own == {}


def test_the_kelompok_of_a_person_is_asked_for_and_others_are_searched(table: Table) -> None:
    enrolled(table.desk, table.folder, (8, 9), payer="Andi Wijaya")
    alone = enrol(table.desk, 20, "Ujang", first_month="2027-02")
    asked = table.do(lambda: table.presenter.load(alone))
    assert asked.wanted is None
    member = table.open(0).members[0].worker_id
    state = table.do(lambda: table.presenter.load(member))
    assert state.wanted == state.found[0].steps[0]
    assert [one.name for one in table.do(lambda: table.presenter.search("andi w")).found] == ["Andi Wijaya"]
    assert len(table.do(lambda: table.presenter.search("SUKAMAJU")).found) == 2
    assert table.do(lambda: table.presenter.search("bengkel")).found == ()


def test_what_changed_meanwhile_is_told_and_read_again(table: Table) -> None:
    state = table.open()
    first = state.members[0]
    table.desk.collecting.collect(first.worker_id, first.options[0].first, 1, first.options[0].quote.total)
    state = table.do(table.presenter.pay)
    assert state.failure == Failure(FailureCode.MEMBERS_NOT_PAYABLE, count=1)
    assert (state.busy, table.issued) == (False, [])
    assert [str(one.options[0].first) for one in state.members] == ["2027-03", "2027-02", "2027-02"]
    assert (state.chosen, state.total) == (state.members[1:], 33_600)
    table.do(table.presenter.pay)
    assert [receipt.total for receipt in table.issued] == [33_600]


def test_who_pays_ahead_of_the_others_stays_ticked_where_it_breaks_off(table: Table) -> None:
    table.open()
    table.do(table.presenter.pay)
    state = table.open()
    table.do(table.presenter.tick_all)
    first = state.members[0]
    table.desk.collecting.collect(first.worker_id, first.options[0].first, 1, first.options[0].quote.total)
    state = table.do(table.presenter.pay)
    assert state.failure == Failure(FailureCode.MEMBERS_NOT_PAYABLE, count=1)
    assert (state.chosen, state.total) == (state.members[1:], 33_600)


def test_a_kelompok_that_is_gone_leaves_the_list(table: Table) -> None:
    table.presenter.load()
    _ = table.state
    state = table.do(lambda: table.presenter.open((999,)))
    assert (state.failure, state.outlook) == (Failure(FailureCode.KELOMPOK_GONE), None)
    state = table.do(lambda: table.presenter.open(state.found[0].steps))
    assert state.failure is None
    assert table.do(table.presenter.back).outlook is None


def test_more_than_a_receipt_covers_goes_on_several(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "MOST_WORKERS", 2)
    state = table.open()
    assert [len(part) for part in state.receipts] == [2, 1]
    state = table.do(table.presenter.pay)
    assert ([one.total for one in state.issued], table.issued) == ([33_600, 16_800], [])
    assert (state.kelompok[0].due, len(table.written)) == (0, 2)


def test_a_run_that_breaks_off_shows_who_is_left(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rule, "MOST_WORKERS", 2)
    state = table.open()
    third = state.members[2]
    table.desk.collecting.collect(third.worker_id, third.options[0].first, 1, 16_800)
    state = table.do(table.presenter.pay)
    assert state.failure == Failure(FailureCode.MEMBERS_NOT_PAYABLE, count=1)
    assert (len(state.issued), state.outlook, state.kelompok[0].due, state.busy) == (1, None, 0, False)


def test_nothing_is_turned_while_money_is_taken(table: Table) -> None:
    table.open()
    act = table.presenter
    act.pay()
    busy = act.state
    act.tick(0)
    act.tick_all()
    act.take_months(3)
    act.step(1)
    act.back()
    act.open((1,))
    assert act.state == busy


def test_a_store_that_fails_is_told(table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = Failure(FailureCode.STORE_DAMAGED)

    class Broken:
        def all(self) -> tuple[PayerDue, ...]:
            raise broken

        def step_of(self, worker_id: str) -> int | None:
            raise broken

    states: list[GroupRenewalState] = []
    renewing = table.desk.group_renewing
    presenter = GroupRenewalPresenter(
        Broken(), renewing, table.jobs, states.append, table.issued.append, lambda: None
    )
    presenter.load("somebody")
    table.jobs.run_all()
    assert (states[-1].loaded, states[-1].failure) == (True, broken)
    steps = table.open().found[0].steps
    presenter.open(steps)
    table.jobs.run_all()
    presenter.pay()
    monkeypatch.setattr(GroupRenewing, "renew", _refuse(broken))
    monkeypatch.setattr(GroupRenewing, "outlook", _refuse(broken))
    table.jobs.run_all()
    assert (presenter.state.outlook, presenter.state.failure) == (None, broken)


def _refuse(failure: Failure) -> Callable[..., None]:
    def refuse(*_told: object) -> None:
        raise failure

    return refuse
