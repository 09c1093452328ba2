"""Scenes of a file on a USB stick: out, back, brought for a colleague, and what may go wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.bundle import CarriedBundle, ReadAnswer, SavedBundle
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.printing import PrintChoice
from perisai_desktop.services.printers import NoPrinters
from perisai_desktop.ui.screens.bundle.screen import bundle_window
from perisai_desktop.ui.screens.bundle.state import BundleState, Errand, SheetStep
from perisai_desktop.ui.shell.stick_stand import agent_ports
from perisai_desktop.ui.widgets.practice_frame import PracticeFrame
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage

NAME = "perisai-0Q2FK-20261122-0915.perisai"
MARK = "7KQ2-9WXM-4T0Z-H3RB"


def _window(stage: Stage, state: BundleState) -> QWidget:
    """The window over the sync screen, in one of its states."""
    owner = stage.screen("sync")
    stage.calm()
    ports = agent_ports(owner.desk, NoPrinters(), PrintChoice)
    window, _ = bundle_window(
        ports, stage.program.jobs, state, owner.stick.moment, lambda: None, Path.home, owner
    )
    PracticeFrame(window)
    window.show_state(state)
    window.open()
    return owner


def _saved(stage: Stage) -> SavedBundle:
    return SavedBundle(
        f"/media/flashdisk/{NAME}", "0Q2FK", _now(stage), 96, 1_243_200, 33_600, MARK, 41_000, actions=37
    )


def _carried(stage: Stage) -> CarriedBundle:
    return CarriedBundle(
        NAME,
        "0Q2FK",
        _now(stage),
        96,
        1_243_200,
        0,
        MARK,
        0,
        0,
        b"",
        f"{NAME}-jawaban",
        f"/media/flashdisk/{NAME}-jawaban",
    )


def _now(stage: Stage) -> datetime:
    return stage.agent().desk.clock.now()


def _read(stage: Stage, **changes: object) -> ReadAnswer:
    read = ReadAnswer(_now(stage), 96, 1_243_200, 96, 110, 12, 0, (), False, False, "active")
    return replace(read, **changes)  # type: ignore[arg-type]


@shot("bundle")
def bundle_saving(stage: Stage) -> QWidget:
    """Flashdisk: sedang menyimpan"""
    return _window(stage, BundleState(Errand.SAVE, running=True))


@shot("bundle")
def bundle_saved(stage: Stage) -> QWidget:
    """Flashdisk: tersimpan, lembar tercetak"""
    return _window(stage, BundleState(Errand.SAVE, saved=_saved(stage), sheet=SheetStep.PRINTED))


@shot("bundle")
def bundle_not_saved(stage: Stage) -> QWidget:
    """Flashdisk: penuh"""
    failure = Failure(FailureCode.BUNDLE_NO_ROOM, needed=3)
    return _window(stage, BundleState(Errand.SAVE, failure=failure))


@shot("bundle")
def bundle_read(stage: Stage) -> QWidget:
    """Flashdisk: jawaban dibaca"""
    return _window(stage, BundleState(Errand.READ, read=_read(stage, settings=True)))


@shot("bundle")
def bundle_refused(stage: Stage) -> QWidget:
    """Flashdisk: sebagian ditolak cabang"""
    read = _read(stage, settled=48, refused=("batch_id_reused",))
    return _window(stage, BundleState(Errand.READ, read=read))


@shot("bundle")
def bundle_of_another(stage: Stage) -> QWidget:
    """Flashdisk: jawaban untuk laptop lain"""
    failure = Failure(FailureCode.ANSWER_FOR_ANOTHER)
    return _window(stage, BundleState(Errand.READ, failure=failure))


@shot("bundle")
def bundle_carried(stage: Stage) -> QWidget:
    """Flashdisk: berkas teman diterima cabang"""
    return _window(stage, BundleState(Errand.CARRY, carried=_carried(stage)))


@shot("bundle")
def bundle_answer_homeless(stage: Stage) -> QWidget:
    """Flashdisk: jawaban belum tersimpan, printer tidak ada"""
    carried = replace(_carried(stage), answer_place="")
    failure = Failure(FailureCode.NO_PRINTER)
    return _window(stage, BundleState(Errand.CARRY, carried=carried, sheet_failure=failure))
