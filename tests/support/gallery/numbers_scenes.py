"""Scenes of new receipt numbers: the dialog with its question, and what a laptop is told of copies and gaps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.standing import EpochQuestion, LaptopStanding
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.enrolment.view import EnrolmentView
from perisai_desktop.ui.screens.numbers.dialog import NumbersDialog
from perisai_desktop.ui.screens.numbers.notices_card import NoticesCard
from perisai_desktop.ui.screens.numbers.state import NumbersState
from perisai_desktop.ui.screens.sync.view import SyncView
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

QUESTION = EpochQuestion("7Q2FK-03", "K7M2QX", "(0266) 221 345")
ASKING = NumbersState(question=QUESTION, loaded=True)


def _dialog(stage: Stage, state: NumbersState) -> NumbersDialog:
    window = stage.screen("sync")
    window.numbers.show()
    dialog = window.numbers.dialog
    assert dialog is not None
    wait_for(dialog.isVisible, "dialog open")
    stage.calm()
    dialog.show_state(state)
    return dialog


@shot("numbers")
def numbers(stage: Stage) -> QWidget:
    """Nomor kuitansi baru: pertanyaan untuk cabang"""
    return _dialog(stage, ASKING)


@shot("numbers")
def numbers_wrong(stage: Stage) -> QWidget:
    """Nomor kuitansi baru: kode salah"""
    failure = Failure(FailureCode.EPOCH_CODE_WRONG, tries_left=3)
    return _dialog(stage, replace(ASKING, code="5N2M4GT8DFK3", failure=failure))


@shot("numbers")
def numbers_begun(stage: Stage) -> QWidget:
    """Nomor kuitansi baru: sudah dimulai"""
    return _dialog(stage, replace(ASKING, begun=4))


def _told(stage: Stage, standing: LaptopStanding) -> QWidget:
    window = stage.screen("sync")
    window.pages.sync.refresh()
    stage.calm()
    stage.part(stage.part(window, SyncView), NoticesCard).show_standing(standing)
    return window


@shot("numbers")
def numbers_shut(stage: Stage) -> QWidget:
    """Sinkron: laptop perlu nomor baru"""
    return _told(stage, LaptopStanding(shut=True, device="7Q2FK", epoch=3))


@shot("numbers")
def numbers_told(stage: Stage) -> QWidget:
    """Sinkron: sesudah dipulihkan"""
    since = stage.agent().desk.clock.now() - timedelta(hours=2)
    standing = LaptopStanding(
        device="7Q2FK",
        epoch=3,
        epoch_since=since,
        returned=214,
        returned_rupiah=1_814_400,
        forks=4,
        held=8,
        held_rupiah=33_600,
        missing=12,
    )
    return _told(stage, standing)


@shot("numbers")
def numbers_paused(stage: Stage) -> QWidget:
    """Sinkron: laptop dijeda oleh cabang"""
    return _told(stage, LaptopStanding(device="7Q2FK", apart=Failure(FailureCode.DEVICE_PAUSED)))


@shot("numbers")
def numbers_form(stage: Stage) -> QWidget:
    """Daftar baru: laptop ditarik dan perlu nomor baru"""
    window = stage.screen("enrolment")
    stage.calm()
    card = stage.part(stage.part(window, EnrolmentView), NoticesCard)
    card.show_standing(LaptopStanding(shut=True, device="7Q2FK", apart=Failure(FailureCode.DEVICE_REVOKED)))
    return window
