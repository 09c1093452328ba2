"""Scenes of the sync: nothing waits, a mixed list, a run, a pause, what may go wrong, a very long list."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.counters import Connection, LinkState, Pause, Tally
from perisai_desktop.domain.exchange import (
    Answers,
    ItemDetail,
    Phase,
    PhotoTally,
    Pressing,
    Run,
    SyncItem,
    SyncProgress,
    SyncReport,
)
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.worker import Station, TimelineStep
from perisai_desktop.ui.screens.sync.pause_button import PauseButton
from perisai_desktop.ui.screens.sync.state import SyncState
from perisai_desktop.ui.screens.sync.view import SyncView
from sync.rules.states import ClientState, Counter, ReviewState
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage
from tests.support.screen_values import overview, sync_item

ACKNOWLEDGED = ClientState.ACKNOWLEDGED
MIXED = (
    sync_item(0, ClientState.TASK, ReviewState.RETURNED, "document_unreadable"),
    sync_item(1, ClientState.TASK, ReviewState.DUPLICATE),
    sync_item(2, ClientState.REFUSED, ReviewState.REFUSED, "not_working"),
    sync_item(3, reason="set_aside"),
    replace(sync_item(4), kind="contribution", bytes=2210),
    replace(sync_item(5), kind="closing", worker_name="", receipt_number=None, rupiah=0),
    replace(sync_item(6), kind="consent_withdrawal", receipt_number=None, rupiah=0),
    sync_item(7, ACKNOWLEDGED, ReviewState.RECEIVED),
    sync_item(8, ACKNOWLEDGED, ReviewState.FLAGGED, "price_unchecked"),
    sync_item(9, ACKNOWLEDGED, ReviewState.IN_REVIEW),
    replace(sync_item(10, ACKNOWLEDGED, ReviewState.PARKED), kind="contribution"),
    sync_item(11, ACKNOWLEDGED, ReviewState.HELD, "fork"),
)


def _state(stage: Stage, *items: SyncItem, chosen: int = 0, link: LinkState = LinkState.ONLINE) -> SyncState:
    """Invented items, as old at the stage's clock as they are at the clock of the tests."""
    now = stage.agent().desk.clock.now()
    aged = [
        replace(item, recorded_at=now - timedelta(hours=3 * (place + 1))) for place, item in enumerate(items)
    ]
    whole = overview(*aged)
    known = replace(
        whole,
        verified_at=now - timedelta(hours=5),
        photos=PhotoTally(waiting=3, bytes=412_000, arrived=96_000, held=link is LinkState.OFFLINE),
        connection=Connection(link, now - timedelta(minutes=40), 0),
        heard_at=now - timedelta(minutes=4 if link is LinkState.ONLINE else 45),
        proof=None if whole.proof is None else replace(whole.proof, at=now - timedelta(minutes=4)),
        today=Answers(approved=14, registered=9, returned=2, refused=1, money=1),
    )
    detail = _detail(aged[chosen]) if aged else None
    shown = aged[chosen].action_id if aged else ""
    rows = {item.action_id: item for item in aged}
    return SyncState(known, items=rows, chosen=shown, detail=detail)


def _detail(item: SyncItem) -> ItemDetail:
    at = item.recorded_at
    sent = None if item.counter is Counter.UNSENT else at + timedelta(minutes=50)
    decided = at + timedelta(hours=2) if item.counter is Counter.TO_FIX else None
    return ItemDetail(
        item,
        (
            TimelineStep(Station.SAVED, at),
            TimelineStep(Station.COPIED, at + timedelta(minutes=20)),
            TimelineStep(Station.SENT, sent),
            TimelineStep(Station.RECEIVED, sent),
            TimelineStep(Station.DECIDED, decided, item.review if decided else None, item.reason),
            TimelineStep(Station.REGISTERED, None),
            TimelineStep(Station.POSTED, None),
        ),
    )


def _show(stage: Stage, state: SyncState) -> QWidget:
    window = stage.screen("sync")
    stage.calm()
    stage.part(window, SyncView).show_state(state)
    return window


@shot("sync")
def sync(stage: Stage) -> QWidget:
    """Sinkronisasi: hari pasar"""
    window = stage.screen("sync")
    window.pages.sync.refresh()
    stage.calm()
    return window


@shot("sync")
def sync_mixed(stage: Stage) -> QWidget:
    """Sinkronisasi: dari tiap keadaan satu"""
    return _show(stage, _state(stage, *MIXED))


@shot("sync")
def sync_unsent_item(stage: Stage) -> QWidget:
    """Sinkronisasi: yang belum terkirim, tanpa sambungan"""
    state = _state(stage, *MIXED, chosen=4, link=LinkState.OFFLINE)
    return _show(stage, state)


@shot("sync")
def sync_empty(stage: Stage) -> QWidget:
    """Sinkronisasi: tidak ada yang menunggu"""
    report = SyncReport(
        20, 420_000, 6, 3, 20_000, cancelled=False, at=stage.agent().desk.clock.now(), arrived=5
    )
    return _show(stage, replace(_state(stage), run=Run(report=report, ended=1)))


@shot("sync")
def sync_running(stage: Stage) -> QWidget:
    """Sinkronisasi: sedang mengirim"""
    progress = SyncProgress(Phase.SENDING, 32, 1000, 0, 8, 242, 13_400, 412_000, 7_800.0)
    return _show(stage, replace(_state(stage, *MIXED, chosen=7), run=Run(running=True, progress=progress)))


@shot("sync")
def sync_paused(stage: Stage) -> QWidget:
    """Sinkronisasi: dijeda, padahal ada yang mendesak"""
    now = stage.agent().desk.clock.now()
    state = _state(stage, *MIXED, chosen=6)
    assert state.overview is not None
    pressing = Pressing(withdrawal_at=now - timedelta(hours=30), receipt_at=now - timedelta(hours=30))
    whole = replace(state.overview, pressing=pressing)
    return _show(stage, replace(state, overview=whole, pause=Pause(now + timedelta(hours=1))))


@shot("sync")
def sync_pause_menu(stage: Stage) -> QWidget:
    """Sinkronisasi: berapa lama dijeda"""
    window = _show(stage, _state(stage, *MIXED))
    stage.part(window, PauseButton).findChild(QWidget, "sync_pause").click()  # type: ignore[union-attr]
    return window


@shot("sync")
def sync_failure(stage: Stage) -> QWidget:
    """Sinkronisasi: tidak ada jaringan"""
    failure = Failure(FailureCode.NO_NETWORK, detail="timeout")
    state = _state(stage, *MIXED, link=LinkState.OFFLINE)
    return _show(stage, replace(state, run=Run(failure=failure, ended=1)))


@shot("sync")
def sync_stopped(stage: Stage) -> QWidget:
    """Sinkronisasi: dihentikan"""
    report = SyncReport(
        20, 420_000, 6, 3, 20_000, cancelled=True, at=stage.agent().desk.clock.now(), arrived=5
    )
    return _show(stage, replace(_state(stage, *MIXED, chosen=3), run=Run(report=report, ended=1)))


@shot("sync")
def sync_many(stage: Stage) -> QWidget:
    """Sinkronisasi: seratus ribu"""
    state = _state(stage, *MIXED)
    assert state.overview is not None
    now = stage.agent().desk.clock.now()
    waiting = Tally(99_990, 99_990 * 16_800, now - timedelta(days=9))
    many = replace(
        state.overview,
        tallies={**state.overview.tallies, Counter.WAITING: waiting},
        listing=(*state.overview.listing, *(f"b{place}" for place in range(99_983))),
        unsent_bytes=1_640_000_000,
    )
    return _show(stage, replace(state, overview=many))
