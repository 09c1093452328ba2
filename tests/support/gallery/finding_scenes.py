"""Scenes of what the checks found."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.branch_finding import FindingBook, FoundDays, FoundSpan
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.ui.screens.findings.state import FindingsState, Grouping
from perisai_desktop.ui.screens.findings.view import FindingsView
from tests.support.fake_findings import ON, book
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

DAYS = FoundDays(FoundSpan.WEEK, ON)


def _findings(stage: Stage, state: FindingsState) -> QWidget:
    window = stage.review()
    window.frame.go("findings")
    stage.calm()
    stage.part(window, FindingsView).show_state(state)
    return window


@shot("findings")
def findings(stage: Stage) -> QWidget:
    """Temuan menurut jenis: uang dahulu, setiap temuan dengan catatan yang menunjukkannya"""
    state = FindingsState(DAYS, book())
    return _findings(stage, FindingsState(DAYS, book(), chosen=state.lines[2]))


@shot("findings")
def findings_by_agent(stage: Stage) -> QWidget:
    """Temuan menurut agen: hari seorang agen, tanpa jaringan saat dimuat ulang"""
    state = FindingsState(DAYS, book(), Grouping.AGENT)
    failure = Failure(FailureCode.BRANCH_SILENT, detail="timeout")
    return _findings(stage, FindingsState(DAYS, book(), Grouping.AGENT, state.lines[4], failure=failure))


@shot("findings")
def findings_nothing(stage: Stage) -> QWidget:
    """Temuan: tidak ada yang ditemukan"""
    return _findings(stage, FindingsState(DAYS, FindingBook(DAYS.since, ON, ())))
