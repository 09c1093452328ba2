"""Scenes of the dialog for a picture."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image
from PySide6.QtWidgets import QWidget

from perisai_desktop.domain.photo import Crop, PhotoSubject
from perisai_desktop.tour.waiting import wait_for
from perisai_desktop.ui.screens.photo.view import PhotoDialog
from tests.support.card_pictures import blurred, card, file_of
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _dialog(stage: Stage, picture: Image.Image | None = None) -> PhotoDialog:
    window = stage.screen("enrolment")
    wait_for(lambda: window.pages.enrolment.state is not None, "draft open")
    stage.calm()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "card.jpg"
        if picture is not None:
            file.write_bytes(file_of(picture))
        window.pages.photos.ask(PhotoSubject.KTP, str(file) if picture is not None else "")
        stage.calm()
    dialog = window.pages.photos.dialog
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
