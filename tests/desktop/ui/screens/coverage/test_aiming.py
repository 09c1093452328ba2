"""A target and the workers of a region are set whole, or not at all where something is half typed."""

from __future__ import annotations

import pytest

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.coverage import Aim, CoverageGroup, WorkerCount
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.coverage.aiming import Aimed, AimPresenter, AimState
from sync.rules.iuran_month import IuranMonth
from tests.support.fake_coverage import ON, FakeCoverage, sheet


class Rig:
    """The dialog for the first line of a grouping."""

    def __init__(self, grouping: CoverageGroup) -> None:
        self.branch, self.jobs, self.told = FakeCoverage(), HandRunJobs(), 0
        self.aimed = Aimed(grouping, sheet(grouping).lines[0], ON)
        self.presenter = AimPresenter(self.branch, self.jobs, self.aimed, lambda _state: None, self._hear)

    def _hear(self) -> None:
        self.told += 1

    @property
    def state(self) -> AimState:
        return self.presenter.state

    def type(self, **texts: str) -> None:
        for name, text in texts.items():
            self.presenter.type(name, text)

    def act(self) -> None:
        self.presenter.act()
        self.jobs.run_all()


def test_a_target_holds_from_this_month_on_unless_another_is_chosen() -> None:
    rig = Rig(CoverageGroup.AGENT)
    assert (rig.aimed.firsts[0], rig.aimed.firsts[-1]) == (IuranMonth(2025, 11), IuranMonth(2027, 10))
    rig.act()
    assert rig.branch.targets == []
    rig.type(enrolled="25", collected="0")
    rig.act()
    rig.act()
    assert rig.branch.targets == [(CoverageGroup.AGENT, "agent-0", Aim(IuranMonth(2026, 11), 25, 0))]
    assert (rig.state.done, rig.told, rig.branch.counts) == (True, 1, [])


def test_workers_of_a_region_need_their_year_and_source() -> None:
    rig = Rig(CoverageGroup.REGION)
    assert rig.state.count == WorkerCount(2025, 412, "BPS Sakernas")
    rig.type(source=" ")
    assert not rig.state.ready
    rig.type(source="Disnaker ", workers="9000", first="2027-01", collected="1500000")
    rig.act()
    assert rig.branch.targets == [(CoverageGroup.REGION, "32.02", Aim(IuranMonth(2027, 1), 0, 1_500_000))]
    assert rig.branch.counts == [("32.02", WorkerCount(2025, 9_000, "Disnaker"))]


@pytest.mark.parametrize(
    "typed",
    [
        {"enrolled": "dua"},
        {"collected": "1,5"},
        {"enrolled": "1" * 13},
        {"workers": "banyak"},
        {"year": "26"},
        {"workers": ""},
    ],
)
def test_what_is_no_number_is_not_set(typed: dict[str, str]) -> None:
    rig = Rig(CoverageGroup.REGION)
    rig.type(**typed)
    assert not rig.state.ready


def test_a_try_that_failed_is_tried_again_whole() -> None:
    rig = Rig(CoverageGroup.DISTRICT)
    rig.type(enrolled="5")
    rig.branch.failure = Failure(FailureCode.TARGET_UNKNOWN)
    rig.act()
    assert rig.state.failure == Failure(FailureCode.TARGET_UNKNOWN)
    rig.act()
    assert (len(rig.branch.targets), len(rig.branch.counts), rig.told) == (1, 1, 1)
