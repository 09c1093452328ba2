"""Scenes of a worker's life: what is different, an end, consent that is taken back, and the card that tells it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QDialog, QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.handover import HandoverTask
from perisai_desktop.domain.life import LifeEvent
from perisai_desktop.domain.portfolio import LineFault, Participant, PortfolioFile, UnfitLine
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.handover.notice import HandoverNotice
from perisai_desktop.ui.screens.handover.state import HandoverState
from perisai_desktop.ui.screens.handover.view import HandoverDialog
from perisai_desktop.ui.screens.life.view import LifeDialog
from perisai_desktop.ui.screens.portfolio.state import PortfolioState
from perisai_desktop.ui.screens.portfolio.view import PortfolioDialog
from perisai_desktop.ui.screens.tasks.correction_dialog import CorrectionDialog
from perisai_desktop.ui.screens.tasks.state import TasksState
from perisai_desktop.ui.screens.withdrawal.state import WithdrawalState
from perisai_desktop.ui.screens.withdrawal.view import WithdrawalDialog
from perisai_desktop.ui.screens.workers.view import WorkersView
from perisai_desktop.ui.shell.life_stand import LifeStand
from sync.rules.changes import EndCause
from sync.rules.iuran_month import IuranMonth
from sync.rules.reactions import Reaction, finding
from sync.rules.states import ClientState, ReviewState
from tests.support.desks import SIGNATURE
from tests.support.gallery.agent_scenes import all_workers
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage, W
from tests.support.reference_data import filled_form
from tests.support.screen_values import task

TODAY = date(2026, 11, 22)
AT = datetime(2026, 11, 20, 3, 40, tzinfo=UTC)
NAMES = ("Asep Saepudin", "Cecep Hidayat", "Siti Aminah binti Karta Sudirja", "Ujang Sobarna")
GIVING = HandoverTask("d1", True, "Agus Setiawan", "L-0007", 4, AT, NAMES, 134_400)
EVENTS = (
    LifeEvent("e1", AT, ClientState.APPROVED, ReviewState.APPROVED, None, fields=frozenset({"income"})),
    LifeEvent("e2", AT, ClientState.REFUSED, ReviewState.REFUSED, "not_justified", end=EndCause.OWN_WISH),
    LifeEvent("e3", AT, ClientState.SEALED, None, None, purposes=("contact",)),
)


def _dialog(stage: Stage, ask: Callable[[LifeStand, str], None], kind: type[W]) -> W:
    window = all_workers(stage)
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


@shot("tasks")
def correction_photo(stage: Stage) -> QWidget:
    """Perbaiki data: foto KTP menyusul"""
    dialog = _dialog(stage, LifeStand.correct, CorrectionDialog)
    dialog.desk.field_opened.emit("ktp_photo")
    stage.calm()
    return dialog


@shot("tasks")
def correction_cleaned(stage: Stage) -> QWidget:
    """Perbaiki data: formulir sudah dibersihkan dari laptop"""
    dialog = _dialog(stage, LifeStand.correct, CorrectionDialog)
    cleaned = replace(task(0), state=ReviewState.APPROVED, correctable=False, cleaned=True)
    dialog.show_state(TasksState(tasks=(cleaned,), loaded=True, chosen=cleaned.entry_id))
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
    window = all_workers(stage)
    state = window.pages.workers.state
    assert state.card is not None
    events = tuple(
        one if one.purposes else replace(one, month=IuranMonth(2026, 12).plus(place))
        for place, one in enumerate(EVENTS)
    )
    view = stage.part(window, WorkersView)
    view.show_state(replace(state, card=replace(state.card, life=events)))
    return window


def _told(stage: Stage, state: PortfolioState) -> QWidget:
    dialog = _dialog(stage, lambda stand, _worker: stand.take_list(), PortfolioDialog)
    dialog.show_state(state)
    return dialog


def _passing(stage: Stage, *tasks: HandoverTask) -> QWidget:
    dialog = _dialog(stage, lambda stand, _worker: stand.hand_over(), HandoverDialog)
    dialog.show_state(HandoverState(tasks, loaded=True))
    return dialog


@shot("handover")
def handover_give(stage: Stage) -> QWidget:
    """Serah terima peserta: diserahkan, uangnya masih di tangan"""
    return _passing(stage, GIVING)


@shot("handover")
def handover_take(stage: Stage) -> QWidget:
    """Serah terima peserta: diterima"""
    return _passing(stage, replace(GIVING, giving=False, names=NAMES[:2], in_hand=0))


@shot("handover")
def handover_none(stage: Stage) -> QWidget:
    """Serah terima peserta: sudah selesai semua"""
    return _passing(stage)


@shot("workers")
def workers_passing(stage: Stage) -> QWidget:
    """Peserta: cabang memindahkan beberapa peserta"""
    window = all_workers(stage)
    stage.part(window, HandoverNotice).show_state(HandoverState((GIVING,), loaded=True))
    return window


@shot("portfolio")
def portfolio_read(stage: Stage) -> QWidget:
    """Peserta yang sudah dilayani: sebagian baris tidak bisa masuk"""
    ready = Participant(filled_form(), IuranMonth(2026, 10), "26000000011")
    unfit = (
        UnfitLine(7, "Asep Saepudin", (finding(Reaction.NIK_LENGTH),), (LineFault.UNTIL_UNREADABLE,)),
        UnfitLine(19, "Siti Aminah binti Karta Sudirja", (), (LineFault.TWICE,)),
    )
    return _told(stage, PortfolioState(PortfolioFile("peserta pasar.xlsx", (ready,) * 182, unfit, 12)))


@shot("portfolio")
def portfolio_reading(stage: Stage) -> QWidget:
    """Peserta yang sudah dilayani: daftar sedang dibaca"""
    return _told(stage, PortfolioState(busy=True, lines=1_200, of=5_000))


@shot("portfolio")
def portfolio_empty(stage: Stage) -> QWidget:
    """Peserta yang sudah dilayani: daftar tidak dikenali"""
    return _told(stage, PortfolioState(failure=Failure(FailureCode.LIST_COLUMNS_UNKNOWN)))


@shot("portfolio")
def portfolio_kept(stage: Stage) -> QWidget:
    """Peserta yang sudah dilayani: sudah masuk"""
    return _told(stage, PortfolioState(PortfolioFile("peserta pasar.xlsx"), kept=182))


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
