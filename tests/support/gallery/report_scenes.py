"""Scenes of reports: by day, by month with targets, by village, a file under way, one that can't be replaced, nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.report import FileKind, Grouping, Report, Span
from perisai_desktop.ui.screens.reports.state import Measure, ReportsState, Saving
from perisai_desktop.ui.screens.reports.view import ReportsView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage
from tests.support.sample_reports import by_day, by_month, by_village


def _showing(stage: Stage, report: Report, **more: object) -> AgentWindow:
    window = stage.screen("reports")
    stage.calm()
    state = ReportsState(report.period.span, report.grouping, period=report.period, report=report)
    stage.part(window, ReportsView).show_state(replace(state, **more))  # type: ignore[arg-type]
    return window


@shot("reports")
def reports(stage: Stage) -> QWidget:
    """Laporan: November per hari"""
    return _showing(stage, by_day())


@shot("reports")
def reports_read(stage: Stage) -> QWidget:
    """Laporan: dari catatan laptop ini, per program"""
    window = stage.screen("reports")
    window.figures.reports.show(Span.ALL, Grouping.PROGRAMME)
    stage.calm()
    return window


@shot("reports")
def reports_months(stage: Stage) -> QWidget:
    """Laporan: setahun per bulan, dengan target"""
    return _showing(stage, by_month(), measure=Measure.ENROLLED)


@shot("reports")
def reports_villages(stage: Stage) -> QWidget:
    """Laporan: per desa, tersimpan"""
    return _showing(
        stage,
        by_village(),
        sorted_by="kept",
        descending=True,
        saved="/media/flashdisk/Laporan-desa-2026-11.pdf",
    )


@shot("reports")
def reports_saving(stage: Stage) -> QWidget:
    """Laporan: berkas sedang ditulis"""
    return _showing(stage, by_day(), saving=Saving(FileKind.XLSX, 4_200, 12_840))


@shot("reports")
def reports_failure(stage: Stage) -> QWidget:
    """Laporan: berkas masih terbuka di Excel"""
    return _showing(stage, by_village(), failure=Failure(FailureCode.EXPORT_FILE_OPEN))


@shot("reports")
def reports_empty(stage: Stage) -> QWidget:
    """Laporan: tidak ada catatan"""
    report = by_day()
    nothing = replace(report.total, enrolled=0, payers=0, received=0, given_back=0)
    return _showing(stage, replace(report, lines=(), total=nothing))
