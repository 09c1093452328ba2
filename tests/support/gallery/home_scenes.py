"""Scenes of the first screen: an ordinary day, cash that is late, a laptop on its first day, a store that is busy."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.collection import Radar, RadarLine
from perisai_desktop.domain.counters import CashInHand, Tally
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.overview import DataStand, MonthResult, Overview, TodayFigures
from perisai_desktop.domain.task import FieldComment, Task
from perisai_desktop.ui.screens.home.state import HomeState
from perisai_desktop.ui.screens.home.view import HomeView
from perisai_desktop.ui.shell.agent_window import AgentWindow
from sync.rules.branch_settings import MonthlyTarget
from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.states import ReviewState
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 22, 2, 15, tzinfo=UTC)
JUNE = IuranMonth(2026, 6)
RESULTS = ((22, 30), (27, 30), (36, 35), (33, 35), (41, 40), (31, 40))
MONTHS = tuple(
    MonthResult(month, enrolled, enrolled * 69_600, MonthlyTarget(month, wanted, 2_000_000))
    for month, (enrolled, wanted) in zip(months_from(JUNE, 6), RESULTS, strict=True)
)
TASKS = (
    Task(
        entry_id="e1",
        worker_id="w1",
        worker_name="Dewi Sumiyati",
        receipt_number="0Q2FK-01-000118-Q",
        rupiah=8_400,
        state=ReviewState.RETURNED,
        reason="other",
        note="",
        comments=(FieldComment("mother_name", "Nama ibu kandung tidak sama dengan kartu keluarga"),),
        reviewer="Penyelia Contoh",
        decided_at=AT - timedelta(days=3),
        correctable=True,
    ),
    Task(
        entry_id="e2",
        worker_id="w2",
        worker_name="Joko Waluyan",
        receipt_number="0Q2FK-01-000119-R",
        rupiah=33_600,
        state=ReviewState.DUPLICATE,
        reason=None,
        note="",
        comments=(),
        reviewer="Penyelia Contoh",
        decided_at=AT - timedelta(hours=26),
        correctable=False,
    ),
)
OVERVIEW = Overview(
    today=TodayFigures(TODAY, 4, 9, 117_600),
    months=MONTHS,
    days_left=8,
    cash=CashInHand(1_243_200, AT - timedelta(days=2), 0, alert=True, red=False),
    cash_days=2,
    tasks=TASKS,
    to_fix=3,
    refunds=1,
    refunds_rupiah=8_400,
    data=DataStand(
        entries=1_284,
        copied_at=AT - timedelta(hours=1),
        unsent=Tally(12, 302_400, AT - timedelta(days=2)),
        waiting=Tally(7, 117_600, AT - timedelta(days=1)),
        photos=9,
        photo_bytes=1_600_000,
        confirmed_at=AT - timedelta(days=2, hours=3),
    ),
)
RADAR = Radar(
    (
        RadarLine(0, 31, 260_400),
        RadarLine(1, 12, 100_800),
        RadarLine(2, 5, 84_000),
        RadarLine(3, 2, 50_400),
    ),
    4,
    date(2026, 12, 15),
)


def _home(stage: Stage, state: HomeState) -> AgentWindow:
    window = stage.screen("home")
    stage.calm()
    stage.part(window, HomeView).show_state(state)
    return window


@shot("home")
def home(stage: Stage) -> QWidget:
    """Beranda: hari biasa"""
    return _home(stage, HomeState(OVERVIEW, RADAR, 633_820))


@shot("home")
def home_read(stage: Stage) -> QWidget:
    """Beranda: dari catatan laptop ini"""
    window = stage.screen("home")
    stage.calm()
    return window


@shot("home")
def home_late(stage: Stage) -> QWidget:
    """Beranda: kas lama, target tercapai"""
    late = replace(OVERVIEW.cash, red=True, oldest_at=AT - timedelta(days=6))
    reached = replace(MONTHS[-1], enrolled=44)
    overview = replace(
        OVERVIEW, cash=late, cash_days=6, months=(*MONTHS[:-1], reached), days_left=0, refunds=0
    )
    return _home(stage, HomeState(overview, RADAR, 1_284_500))


@shot("home")
def home_new(stage: Stage) -> QWidget:
    """Beranda: hari pertama, tanpa target"""
    months = tuple(MonthResult(month.month, 0, 0, None) for month in MONTHS)
    nothing = Tally(0, 0, None)
    overview = Overview(
        TodayFigures(TODAY, 0, 0, 0),
        months,
        8,
        CashInHand(0, None, 0, alert=False, red=False),
        0,
        (),
        0,
        0,
        0,
        DataStand(0, None, nothing, nothing, 0, 0, None),
    )
    lines = tuple(RadarLine(overdue) for overdue in range(4))
    return _home(stage, HomeState(overview, Radar(lines, 0, date(2026, 12, 15)), 0))


@shot("home")
def home_failure(stage: Stage) -> QWidget:
    """Beranda: tidak bisa dibaca"""
    return _home(stage, HomeState(OVERVIEW, RADAR, 633_820, Failure(FailureCode.STORE_BUSY)))
