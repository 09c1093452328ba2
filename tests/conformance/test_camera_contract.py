"""What every implementation of `Cameras` keeps: the fake of the tests, and QtMultimedia's session from frame to bytes."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perisai_desktop.background.cameras import PREVIEW_SIDE
from perisai_desktop.domain.camera import Camera
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.preparing_photos import open_picture
from tests.support.camera_studio import (
    LACKS,
    FakeStudio,
    Looker,
    QtStudio,
    Studio,
    red_left,
    scene,
    sees,
    shown,
)
from tests.support.fake_cameras import BUILT_IN, ON_TABLE


@pytest.fixture(params=["fake", "qt"])
def studio(request: pytest.FixtureRequest, qapp: object) -> Studio:
    if request.param == "fake":
        return FakeStudio()
    pytest.importorskip("PySide6.QtMultimedia", reason=LACKS, exc_type=ImportError)
    return QtStudio()


def test_whoever_is_told_hears_of_every_change_until_the_end(studio: Studio) -> None:
    told: list[tuple[Camera, ...]] = []
    sighting = studio.cameras.watch(told.append)
    studio.plug(BUILT_IN)
    studio.plug(BUILT_IN, ON_TABLE)
    sighting.close()
    sighting.close()
    studio.plug()
    assert told == [(), (BUILT_IN,), (BUILT_IN, ON_TABLE)]


def test_the_moment_is_seen_as_it_is_and_taken_whole(qtbot: QtBot, studio: Studio) -> None:
    studio.plug(BUILT_IN)
    looker = Looker()
    viewing = studio.cameras.open(BUILT_IN.key, looker.watcher)
    sees(qtbot, studio, lambda: bool(looker.frames))
    assert studio.lit == [BUILT_IN.key]
    frame = looker.frames[0]
    assert (frame.width, frame.height) == (PREVIEW_SIDE, 720)
    assert red_left(shown(frame))
    viewing.take()
    viewing.take()
    sees(qtbot, studio, lambda: bool(looker.pictures))
    assert studio.lit == []
    (content,) = looker.pictures
    picture = QImage.fromData(content)
    assert (picture.width(), picture.height()) == (1920, 1080)
    assert red_left(picture)
    opened = open_picture(content)
    assert (opened.width, opened.height) == (1920, 1080)
    seen = len(looker.frames)
    studio.see(scene())
    QApplication.processEvents()
    assert (len(looker.frames), len(looker.pictures), looker.failures) == (seen, 1, [])


def test_one_that_is_closed_tells_nothing_further(qtbot: QtBot, studio: Studio) -> None:
    studio.plug(BUILT_IN)
    looker = Looker()
    viewing = studio.cameras.open(BUILT_IN.key, looker.watcher)
    sees(qtbot, studio, lambda: bool(looker.frames))
    viewing.take()
    viewing.close()
    viewing.close()
    assert studio.lit == []
    seen = len(looker.frames)
    studio.see(scene())
    studio.plug()
    QApplication.processEvents()
    assert (len(looker.frames), looker.pictures, looker.failures) == (seen, [], [])


def test_one_that_is_not_there_is_replaced_by_the_usual_one(qtbot: QtBot, studio: Studio) -> None:
    studio.plug(ON_TABLE, BUILT_IN)
    looker = Looker()
    viewing = studio.cameras.open("gone", looker.watcher)
    sees(qtbot, studio, lambda: bool(looker.frames))
    assert studio.lit == [ON_TABLE.key]
    viewing.close()


def test_where_there_is_none_that_is_told_once_the_caller_knows_what_it_holds(
    qtbot: QtBot, studio: Studio
) -> None:
    looker = Looker()
    viewing = studio.cameras.open("", looker.watcher)
    assert looker.failures == []
    qtbot.waitUntil(lambda: bool(looker.failures))
    viewing.take()
    viewing.close()
    assert looker.failures == [Failure(FailureCode.CAMERA_MISSING)]
    assert studio.lit == []


def test_one_that_is_pulled_out_is_told_and_dark(qtbot: QtBot, studio: Studio) -> None:
    studio.plug(BUILT_IN, ON_TABLE)
    looker = Looker()
    viewing = studio.cameras.open(ON_TABLE.key, looker.watcher)
    sees(qtbot, studio, lambda: bool(looker.frames))
    viewing.take()
    studio.plug(BUILT_IN)
    studio.plug(BUILT_IN)
    qtbot.waitUntil(lambda: bool(looker.failures))
    assert looker.failures == [Failure(FailureCode.CAMERA_GONE)]
    assert (studio.lit, looker.pictures) == ([], [])


def test_another_that_is_pulled_out_changes_nothing(qtbot: QtBot, studio: Studio) -> None:
    studio.plug(BUILT_IN, ON_TABLE)
    looker = Looker()
    viewing = studio.cameras.open(BUILT_IN.key, looker.watcher)
    sees(qtbot, studio, lambda: bool(looker.frames))
    studio.plug(BUILT_IN)
    assert studio.lit == [BUILT_IN.key]
    viewing.close()
    assert looker.failures == []
