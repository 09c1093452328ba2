"""Scenes of a record's photos: below its form, and large in the viewer. The card is drawn, and nobody's."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from perisai_desktop.background.drawing_pictures import draw_picture
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.review import RecordPhoto
from perisai_desktop.ui.screens.pictures.presenter import LARGE, SMALL
from perisai_desktop.ui.screens.pictures.state import PicturesState, Sight
from perisai_desktop.ui.screens.pictures.viewer import PictureViewer
from tests.support.card_pictures import blurred, card, file_of
from tests.support.gallery.branch_scenes import review
from tests.support.gallery.shots import shot
from tests.support.gallery.stage import Stage


def _pictures(stage: Stage) -> tuple[QWidget, PicturesState]:
    """The reviewer's window with a record whose photos stand each in another way."""
    window = review(stage)
    record = stage.review().review.state.record
    assert record is not None
    here = RecordPhoto("1" * 64, 90_000, "ktp")
    sights = (
        Sight(here, draw_picture(file_of(card()), SMALL)),
        Sight(RecordPhoto("5" * 64, 90_000, "ktp", previous=True), draw_picture(file_of(blurred()), SMALL)),
        Sight(RecordPhoto("2" * 64, 90_000, "signed_paper", arrived=False)),
        Sight(RecordPhoto("3" * 64, 90_000, "slip", arrived=False, lost="missing")),
        Sight(RecordPhoto("4" * 64, 90_000, "thumb"), fault=Failure(FailureCode.PHOTO_DIFFERS)),
    )
    return window, PicturesState(record, sights)


def _viewer(stage: Stage, looking: int) -> QWidget:
    window, state = _pictures(stage)
    large = draw_picture(file_of(card()), LARGE) if looking == 0 else None
    stage.review().pictures.show_state(replace(state, looking=looking, large=large))
    return stage.part(window, PictureViewer)


@shot("pictures")
def review_photos(stage: Stage) -> QWidget:
    """Tinjauan: foto di bawah formulir"""
    window, state = _pictures(stage)
    stage.review().pictures.show_state(state)
    return window


@shot("pictures")
def review_photo(stage: Stage) -> QWidget:
    """Tinjauan: KTP besar, di samping isi formulir"""
    return _viewer(stage, 0)


@shot("pictures")
def review_photo_lost(stage: Stage) -> QWidget:
    """Tinjauan: foto yang tidak akan datang"""
    return _viewer(stage, 3)
