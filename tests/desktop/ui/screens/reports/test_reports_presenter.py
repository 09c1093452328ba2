"""The screen of reports follows what was chosen last, and writes one file at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from perisai_desktop.background.hand_run import HandRunJobs
from perisai_desktop.background.ports import Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.report import FileKind, Grouping, Period, Report, Span, period_of
from perisai_desktop.ui.screens.reports.presenter import ReportsPresenter
from perisai_desktop.ui.screens.reports.state import Measure, ReportsState
from tests.support.sample_reports import TODAY, by_village

PATH = Path("Laporan.xlsx")


class Reporting:
    """Fulfils `Reporting`."""

    failure: Failure | None = None

    def __init__(self) -> None:
        self.written: list[tuple[Path, FileKind]] = []

    def period(self, span: Span, day: date | None = None) -> Period:
        return period_of(span, day or TODAY, date(2026, 3, 1))

    def report(self, period: Period, grouping: Grouping) -> Report:
        if self.failure is not None:
            raise self.failure
        return replace(by_village(), period=period, grouping=grouping)

    def save(
        self,
        _report: Report,
        path: Path,
        kind: FileKind,
        told: Callable[[int, int], None],
        stopped: Callable[[], bool],
    ) -> Path | None:
        if self.failure is not None:
            raise self.failure
        for done in (1, 100, 250):
            told(done, 250)
        if stopped():
            return None
        self.written.append((path, kind))
        return path


def rig() -> tuple[Reporting, HandRunJobs, list[ReportsState], ReportsPresenter]:
    reporting, jobs, seen = Reporting(), HandRunJobs(), list[ReportsState]()
    presenter = ReportsPresenter(reporting, jobs, seen.append, lambda act: act())
    presenter.load()
    jobs.run_all()
    return reporting, jobs, seen, presenter


def test_a_late_answer_never_replaces_what_was_chosen_since() -> None:
    _, jobs, seen, presenter = rig()
    presenter.group(Grouping.VILLAGE)
    presenter.group(Grouping.PROGRAMME)
    presenter.group(Grouping.PROGRAMME)
    jobs.run_all()
    read = {state.report.grouping for state in seen if state.report is not None}
    assert read == {Grouping.DAY, Grouping.PROGRAMME}


def test_periods_are_stepped_through_and_all_of_time_has_no_other() -> None:
    _, jobs, _, presenter = rig()
    presenter.step(-2)
    jobs.run_all()
    assert presenter.state.period == period_of(Span.MONTH, date(2026, 9, 1), TODAY)
    presenter.choose_span(Span.YEAR)
    presenter.choose_span(Span.YEAR)
    jobs.run_all()
    assert presenter.state.period == period_of(Span.YEAR, TODAY, TODAY)
    presenter.choose_span(Span.ALL)
    jobs.run_all()
    presenter.step(1)
    assert jobs.waiting(Lane.LOCAL) == 0
    assert presenter.state.period == Period(Span.ALL, date(2026, 3, 1), TODAY)
    presenter.show(Span.DAY, Grouping.VILLAGE)
    jobs.run_all()
    assert presenter.state.period == period_of(Span.DAY, TODAY, TODAY)


def test_lines_are_ordered_by_any_column() -> None:
    _, _, _, presenter = rig()
    usual = presenter.state.lines
    presenter.sort("kept", False)
    assert [line.kept for line in presenter.state.lines] == sorted(line.kept for line in usual)
    presenter.sort("key", True)
    assert presenter.state.lines[0].name == max(line.name for line in usual)
    presenter.measure(Measure.ENROLLED)
    assert presenter.state.measure is Measure.ENROLLED


def test_a_file_tells_how_far_it_is_and_where_it_went() -> None:
    reporting, jobs, seen, presenter = rig()
    presenter.save(PATH, FileKind.XLSX)
    presenter.save(PATH, FileKind.PDF)
    jobs.run_all()
    assert reporting.written == [(PATH, FileKind.XLSX)]
    assert {state.saving.done for state in seen if state.saving is not None} == {0, 100, 250}
    assert (presenter.state.saving, presenter.state.saved) == (None, str(PATH))


def test_a_file_is_given_up() -> None:
    reporting, jobs, seen, presenter = rig()
    presenter.stop()
    presenter.save(PATH, FileKind.XLSX)
    presenter.stop()
    jobs.run_all()
    assert any(state.saving is not None and state.saving.stopping for state in seen)
    assert (reporting.written, presenter.state.saving, presenter.state.saved) == ([], None, "")


def test_what_fails_is_told_and_the_report_stays() -> None:
    reporting, jobs, _, presenter = rig()
    reporting.failure = Failure(FailureCode.EXPORT_FILE_OPEN)
    presenter.save(PATH, FileKind.XLSX)
    jobs.run_all()
    assert presenter.state.failure == reporting.failure
    reporting.failure = Failure(FailureCode.STORE_BUSY)
    presenter.load()
    jobs.run_all()
    assert presenter.state.failure == reporting.failure
    assert presenter.state.report is not None
