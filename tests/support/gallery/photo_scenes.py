"""Scenes of the dialog for a picture."""

from __future__ import annotations

import tempfile
from dataclasses import astuple, replace
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from perisai_desktop.background.cameras import Cameras, NoCameras
from perisai_desktop.domain.camera import aim
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.photo import Crop, PhotoSubject
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.photo.view import PhotoDialog
from tests.support.card_pictures import blurred, card, file_of, on_table
from tests.support.fake_cameras import BUILT_IN, ON_TABLE, FakeCameras
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _dialog(stage: Stage, picture: Image.Image | None = None, cameras: Cameras | None = None) -> PhotoDialog:
    window = stage.screen("enrolment")
    wait_for(lambda: window.pages.enrolment.state is not None, "draft open")
    stage.calm()
    photos = window.pages.photos
    photos.laptop = replace(photos.laptop, cameras=cameras or NoCameras())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "card.jpg"
        if picture is not None:
            file.write_bytes(file_of(picture))
        photos.ask(PhotoSubject.KTP, str(file) if picture is not None else "")
        stage.calm()
    dialog = photos.dialog
    assert dialog is not None
    return dialog


@shot("photo")
def photo(stage: Stage) -> QWidget:
    """Foto KTP: belum ada"""
    return _dialog(stage)


@shot("photo")
def photo_chosen(stage: Stage) -> QWidget:
    """Foto KTP: dipilih dan dipotong"""
    dialog = _dialog(stage, card())
    dialog.cut.emit(Crop(0.02, 0.03, 0.97, 0.98))
    stage.calm()
    return dialog


@shot("photo")
def photo_blurred(stage: Stage) -> QWidget:
    """Foto KTP: kabur"""
    return _dialog(stage, blurred().rotate(90, expand=True))


def _live(stage: Stage, cameras: FakeCameras) -> PhotoDialog:
    dialog = _dialog(stage, cameras=cameras)
    wait_for(dialog.camera.isVisible, "camera found")
    dialog.camera.click()
    return dialog


def _held(width: int, height: int) -> QImage:
    """A card as it is held before a camera."""
    frame = aim(PhotoSubject.KTP, width, height)
    assert frame is not None
    return QImage.fromData(file_of(on_table(width, height, astuple(frame))))


@shot("photo")
def photo_no_camera(stage: Stage) -> QWidget:
    """Foto KTP: tidak ada kamera"""
    cameras = FakeCameras()
    dialog = _dialog(stage, cameras=cameras)
    wait_for(lambda: bool(cameras.sightings), "cameras told")
    return dialog


@shot("photo")
def photo_live(stage: Stage) -> QWidget:
    """Foto KTP: kamera menyala"""
    cameras = FakeCameras(BUILT_IN)
    dialog = _live(stage, cameras)
    cameras.see(_held(1920, 1080))
    return dialog


@shot("photo")
def photo_live_starting(stage: Stage) -> QWidget:
    """Foto KTP: satu dari dua kamera sedang menyala"""
    return _live(stage, FakeCameras(BUILT_IN, ON_TABLE))


@shot("photo")
def photo_taken(stage: Stage) -> QWidget:
    """Foto KTP: diambil dengan kamera"""
    cameras = FakeCameras(BUILT_IN, ON_TABLE)
    dialog = _live(stage, cameras)
    dialog.shoot.click()
    cameras.see(_held(1920, 1080))
    stage.calm()
    return dialog


@shot("photo")
def photo_camera_busy(stage: Stage) -> QWidget:
    """Foto KTP: kamera dipakai program lain"""
    cameras = FakeCameras(BUILT_IN)
    dialog = _live(stage, cameras)
    cameras.opened[-1].fail(FailureCode.CAMERA_BUSY)
    return dialog
