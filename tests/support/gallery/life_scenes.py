"""Scenes of a worker's life: what is different, an end, consent that is taken back, and the card that tells it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.life import LifeEvent
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.life.view import LifeDialog
from perisai_desktop.ui.screens.tasks.correction_dialog import CorrectionDialog
from perisai_desktop.ui.screens.withdrawal.state import WithdrawalState
from perisai_desktop.ui.screens.withdrawal.view import WithdrawalDialog
from perisai_desktop.ui.screens.workers.view import WorkersView
from perisai_desktop.ui.shell.life_stand import LifeStand
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ClientState, ReviewState
from tests.support.desks import SIGNATURE
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage, W

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 20, 3, 40, tzinfo=UTC)
EVENTS = (
    LifeEvent("e1", AT, ClientState.APPROVED, ReviewState.APPROVED, None, fields=frozenset({"income"})),
    LifeEvent("e2", AT, ClientState.REFUSED, ReviewState.REFUSED, "not_justified", end=EndCause.OWN_WISH),
    LifeEvent("e3", AT, ClientState.SEALED, None, None, purposes=("contact",)),
)


def _dialog(stage: Stage, ask: Callable[[LifeStand, str], None], kind: type[W]) -> W:
    window = stage.screen("workers")
    stage.calm()
    row = window.pages.workers.state.rows[0]
    ask(window.pages.life, row.worker_id)
    dialog = window.pages.life.dialog
    assert isinstance(dialog, kind)
    assert isinstance(dialog, QDialog)
    wait_for(dialog.isVisible, "dialog open")
    stage.calm()
    return dialog


def _change(stage: Stage) -> LifeDialog:
    return _dialog(stage, LifeStand.change, LifeDialog)


@shot("life")
def life_begun(stage: Stage) -> QWidget:
    """Perubahan: belum ada yang diubah"""
    return _change(stage)


@shot("tasks")
def correction_begun(stage: Stage) -> QWidget:
    """Perbaiki data: isian mana yang salah"""
    return _dialog(stage, LifeStand.correct, CorrectionDialog)


@shot("tasks")
def correction_typed(stage: Stage) -> QWidget:
    """Perbaiki data: satu isian diperbaiki"""
    dialog = _dialog(stage, LifeStand.correct, CorrectionDialog)
    dialog.desk.field_opened.emit("mother_name")
    dialog.desk.typed.emit("mother_name", "Siti Rohaeti")
    stage.calm()
    return dialog


@shot("life")
def life_priced(stage: Stage) -> QWidget:
    """Perubahan: penghasilan baru, harga baru"""
    dialog = _change(stage)
    dialog.typed.emit("income", "3500000")
    dialog.typed.emit("offer", "JKK+JKM+JHT")
    stage.calm()
    dialog.prices.setFocus()
    return dialog


@shot("life")
def life_wrong(stage: Stage) -> QWidget:
    """Perubahan: isian salah, bulan sudah lunas"""
    dialog = _change(stage)
    dialog.typed.emit("income", "1500500")
    dialog.typed.emit("phone", "0812")
    dialog.month_chosen.emit("2026-11")
    stage.calm()
    return dialog


@shot("life")
def life_end(stage: Stage) -> QWidget:
    """Perubahan: peserta meninggal, bulan sesudahnya sudah dibayar"""
    dialog = _change(stage)
    dialog.switched.emit(True)
    dialog.cause_chosen.emit(EndCause.DEATH.value)
    dialog.day_typed.emit("02-11-2026")
    stage.calm()
    return dialog


@shot("life")
def life_stop(stage: Stage) -> QWidget:
    """Perubahan: peserta ingin berhenti"""
    dialog = _change(stage)
    dialog.switched.emit(True)
    dialog.cause_chosen.emit(EndCause.OWN_WISH.value)
    stage.calm()
    return dialog


@shot("workers")
def workers_life(stage: Stage) -> QWidget:
    """Peserta: kartu dengan perubahan"""
    window = stage.screen("workers")
    stage.calm()
    state = window.pages.workers.state
    assert state.card is not None
    events = tuple(
        one if one.purposes else replace(one, month=IuranMonth(2026, 12).plus(place))
        for place, one in enumerate(EVENTS)
    )
    view = stage.part(window, WorkersView)
    view.show_state(replace(state, card=replace(state.card, life=events)))
    return window


@shot("withdrawal")
def withdrawal(stage: Stage) -> QWidget:
    """Pencabutan persetujuan: dengan yang wajib"""
    dialog = _dialog(
        stage, lambda stand, worker: stand.withdraw(worker, "Ujang Sobarna bin Karta"), WithdrawalDialog
    )
    purposes = stage.agent().desk.reference.consent.purposes
    codes = tuple(one.code for one in purposes)
    chosen = frozenset(codes[:1])
    dialog.show_state(WithdrawalState(codes, loaded=True, chosen=chosen, signature=SIGNATURE))
    return dialog


@shot("withdrawal")
def withdrawal_unsigned(stage: Stage) -> QWidget:
    """Pencabutan persetujuan: belum ditandatangani"""
    dialog = _dialog(stage, lambda stand, worker: stand.withdraw(worker, "Ujang Sobarna"), WithdrawalDialog)
    failure = Failure(FailureCode.WITHDRAWAL_UNSIGNED)
    dialog.show_state(WithdrawalState(loaded=True, failure=failure))
    return dialog
