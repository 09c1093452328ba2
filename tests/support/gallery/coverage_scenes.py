"""Scenes of targets and regions."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.coverage import CoverageGroup
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.report import Span
from perisai_desktop.ui.screens.coverage.aim_dialog import AimDialog
from perisai_desktop.ui.screens.coverage.aiming import Aimed, AimState
from perisai_desktop.ui.screens.coverage.state import CoverageState
from perisai_desktop.ui.screens.coverage.view import CoverageView
from tests.support.fake_coverage import ON, sheet
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _coverage(stage: Stage, state: CoverageState) -> QWidget:
    window = stage.review()
    window.frame.go("coverage")
    stage.calm()
    stage.part(window, CoverageView).show_state(state)
    return window


def _state(grouping: CoverageGroup, **fields: object) -> CoverageState:
    told = sheet(grouping)
    chosen = told.lines[1].key
    return CoverageState(grouping, period=told.period, sheet=told, chosen=chosen, **fields)  # type: ignore[arg-type]


@shot("coverage")
def coverage(stage: Stage) -> QWidget:
    """Target dan wilayah: peserta baru setiap agen terhadap targetnya, dan uang yang belum disetor"""
    return _coverage(stage, _state(CoverageGroup.AGENT))


@shot("coverage")
def coverage_regions(stage: Stage) -> QWidget:
    """Target dan wilayah: kabupaten dan kota menurut cakupannya"""
    return _coverage(stage, _state(CoverageGroup.REGION, sorted_by="coverage", descending=True))


@shot("coverage")
def coverage_offices(stage: Stage) -> QWidget:
    """Target dan wilayah: kantor dengan perkiraan bagiannya dari komisi agen"""
    return _coverage(stage, _state(CoverageGroup.OFFICE, sorted_by="office_share", descending=True))


@shot("coverage")
def coverage_months(stage: Stage) -> QWidget:
    """Target dan wilayah: bulan demi bulan dalam setahun, tanpa jaringan saat dimuat ulang"""
    failure = Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    return _coverage(stage, _state(CoverageGroup.MONTH, span=Span.YEAR, failure=failure))


@shot("coverage")
def coverage_aim(stage: Stage) -> QWidget:
    """Target sebuah kabupaten dan jumlah pekerjanya, dengan tahun dan sumbernya"""
    dialog = AimDialog(Aimed(CoverageGroup.REGION, sheet(CoverageGroup.REGION).lines[0], ON), stage.review())
    texts = {"enrolled": "40", "collected": "1500000", "first": "2026-12", "workers": "412"}
    dialog.show_state(AimState({**texts, "year": "2025", "source": "BPS Sakernas"}, counts=True))
    dialog.open()
    return dialog
