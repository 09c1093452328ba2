"""The screen of targets and regions reads, steps through months, groups, orders and saves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.domain.coverage import CoverageGroup
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.report import FileKind, Period, Span
from perisai_desktop.ui.screens.coverage.presenter import CoveragePresenter
from perisai_desktop.ui.screens.coverage.state import CoverageState
from tests.support.fake_coverage import HEAD, FakeCoverage

NOVEMBER = Period(Span.MONTH, date(2026, 11, 1), date(2026, 11, 30))


@dataclass
class Rig:
    coverage: FakeCoverage = field(default_factory=FakeCoverage)
    jobs: HandRunJobs = field(default_factory=HandRunJobs)

    def __post_init__(self) -> None:
        self.presenter = CoveragePresenter(self.coverage, self.jobs, lambda _state: None, lambda: HEAD)
        self.presenter.load()
        self.jobs.run_all()

    @property
    def state(self) -> CoverageState:
        return self.presenter.state


def test_the_month_of_the_server_is_shown_first_and_then_others_are_asked_for() -> None:
    rig = Rig()
    assert rig.coverage.asked == [(CoverageGroup.AGENT, None)]
    rig.presenter.renew()
    rig.jobs.run_all()
    assert (rig.coverage.asked[1:], rig.coverage.fresh) == ([(CoverageGroup.AGENT, NOVEMBER)], [False, True])
    assert (rig.state.period, rig.state.chosen) == (NOVEMBER, "agent-0")
    rig.presenter.step(-1)
    rig.jobs.run_all()
    october = Period(Span.MONTH, date(2026, 10, 1), date(2026, 10, 31))
    assert rig.coverage.asked[-1] == (CoverageGroup.AGENT, october)
    rig.presenter.choose_span(Span.YEAR)
    rig.jobs.run_all()
    assert rig.coverage.asked[-1] == (
        CoverageGroup.AGENT,
        Period(Span.YEAR, date(2026, 1, 1), date(2026, 12, 31)),
    )
    rig.presenter.choose_span(Span.YEAR)
    rig.presenter.choose_span(Span.MONTH)
    rig.jobs.run_all()
    assert rig.coverage.asked[-1] == (CoverageGroup.AGENT, NOVEMBER)


def test_a_late_answer_does_not_replace_what_was_chosen_since() -> None:
    rig = Rig()
    rig.presenter.group(CoverageGroup.REGION)
    rig.presenter.group(CoverageGroup.REGION)
    rig.presenter.group(CoverageGroup.MONTH)
    rig.jobs.run_all()
    assert len(rig.coverage.asked) == 3
    assert rig.state.sheet is not None
    assert rig.state.sheet.grouping is CoverageGroup.MONTH
    assert rig.state.aimable is None


def test_lines_are_ordered_and_the_chosen_one_stays_chosen() -> None:
    rig = Rig()
    rig.presenter.choose("agent-3")
    rig.presenter.choose("agent-3")
    rig.presenter.sort("enrolled", False)
    assert [one.enrolled for one in rig.state.lines][:2] == [5, 7]
    assert rig.state.lines[rig.state.place].key == "agent-3"
    rig.presenter.sort("name", False)
    assert rig.state.lines[0].name == "Dadang Suhendar"
    rig.presenter.load()
    rig.jobs.run_all()
    assert rig.state.aimable is not None
    assert rig.state.aimable.key == "agent-3"


def test_regions_stand_as_they_are_ranked_and_one_that_nobody_knows_gets_no_target() -> None:
    rig = Rig()
    rig.presenter.group(CoverageGroup.REGION)
    rig.jobs.run_all()
    assert [one.key for one in rig.state.lines] == ["32.02", "33.74", "35.14", ""]
    rig.presenter.choose("")
    assert rig.state.place == 3
    assert rig.state.aimable is None
    rig.presenter.sort("coverage", False)
    assert rig.state.lines[-1].key == "32.02"


def test_what_is_in_sight_is_saved_once() -> None:
    rig = Rig()
    rig.presenter.save(Path("Capaian.pdf"), FileKind.PDF)
    rig.presenter.save(Path("again.pdf"), FileKind.PDF)
    rig.jobs.run_all()
    assert rig.coverage.saved == [(rig.state.sheet, HEAD, Path("Capaian.pdf"), FileKind.PDF)]
    assert (rig.state.saved, rig.state.saving) == ("Capaian.pdf", False)
    rig.presenter.step(1)
    rig.jobs.run_all()
    assert rig.state.saved == ""
    rig.coverage.failure = Failure(FailureCode.EXPORT_NO_ROOM)
    rig.presenter.save(Path("Capaian.xlsx"), FileKind.XLSX)
    rig.jobs.run_all()
    assert rig.state.failure == Failure(FailureCode.EXPORT_NO_ROOM)


def test_a_server_that_does_not_answer_leaves_what_was_read() -> None:
    rig = Rig()
    rig.coverage.failure = Failure(FailureCode.BRANCH_SILENT)
    rig.presenter.load()
    rig.jobs.run_all()
    assert rig.state.failure == Failure(FailureCode.BRANCH_SILENT)
    assert rig.state.sheet is not None


def test_nothing_is_stepped_or_saved_before_something_was_read() -> None:
    coverage, jobs = FakeCoverage(), HandRunJobs()
    presenter = CoveragePresenter(coverage, jobs, lambda _state: None, lambda: HEAD)
    presenter.step(1)
    presenter.choose_span(Span.YEAR)
    presenter.save(Path("Capaian.pdf"), FileKind.PDF)
    jobs.run_all()
    assert (coverage.asked, coverage.saved, presenter.state) == ([], [], CoverageState())
