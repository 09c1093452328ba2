"""QtMultimedia's session beyond the contract: silence, trouble, mirrors, the disk, and the devices of this machine."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from perisai_desktop.domain.failure import Failure, FailureCode
from tests.support.camera_studio import LACKS, Looker, QtStudio, red_left, sees, shown
from tests.support.fake_cameras import BUILT_IN

pytest.importorskip("PySide6.QtMultimedia", reason=LACKS, exc_type=ImportError)

from PySide6.QtMultimedia import QMediaCaptureSession, QMediaDevices, QVideoFrame, QVideoFrameFormat

from perisai_desktop.background.camera.device_cameras import DeviceCameras
from perisai_desktop.background.camera.device_viewing import Patience
from perisai_desktop.background.camera.qt_devices import QtDevices

pytestmark = pytest.mark.usefixtures("qapp")


def _opened(studio: QtStudio) -> Looker:
    studio.plug(BUILT_IN)
    looker = Looker()
    studio.cameras.open(BUILT_IN.key, looker.watcher)
    return looker


@pytest.mark.parametrize(
    ("forbidden", "expected"), [(False, FailureCode.CAMERA_BUSY), (True, FailureCode.CAMERA_FORBIDDEN)]
)
def test_one_that_the_system_does_not_open_is_told_with_the_likely_reason(
    qtbot: QtBot, forbidden: bool, expected: FailureCode
) -> None:
    studio = QtStudio(opens=False, forbidden=forbidden, patience=Patience(opening=20))
    looker = _opened(studio)
    qtbot.waitUntil(lambda: bool(looker.failures))
    assert looker.failures == [Failure(expected)]


def test_one_that_says_that_it_fails_is_told_once(qtbot: QtBot) -> None:
    studio = QtStudio()
    looker = _opened(studio)
    sees(qtbot, studio, lambda: bool(looker.frames))
    studio.devices.sources[BUILT_IN.key].trouble()
    studio.devices.sources[BUILT_IN.key].trouble()
    qtbot.waitUntil(lambda: bool(looker.failures))
    QApplication.processEvents()
    assert looker.failures == [Failure(FailureCode.CAMERA_BUSY)]
    assert studio.lit == []


def test_one_that_falls_silent_is_not_waited_for_for_ever(qtbot: QtBot) -> None:
    looker = _opened(QtStudio(patience=Patience(silence=50)))
    qtbot.waitUntil(lambda: bool(looker.failures))
    assert (looker.failures, looker.frames) == ([Failure(FailureCode.CAMERA_BUSY)], [])


def test_one_that_is_opened_and_closed_in_a_breath_is_never_turned_on(qtbot: QtBot) -> None:
    studio = QtStudio()
    studio.plug(BUILT_IN)
    looker = Looker()
    studio.cameras.open(BUILT_IN.key, looker.watcher).close()
    qtbot.waitUntil(lambda: not studio.devices.acts)
    QApplication.processEvents()
    assert (studio.lit, looker.failures) == ([], [])


def test_where_none_is_there_and_none_may_be_used_the_reason_is_told(qtbot: QtBot) -> None:
    looker = Looker()
    QtStudio(forbidden=True).cameras.open("", looker.watcher)
    qtbot.waitUntil(lambda: bool(looker.failures))
    assert looker.failures == [Failure(FailureCode.CAMERA_FORBIDDEN)]


def _frame(kind: str) -> QVideoFrame:
    """A frame as real cameras give it: bright on the left, dark on the right."""
    frame = QVideoFrame(QVideoFrameFormat(QSize(640, 480), QVideoFrameFormat.PixelFormat[f"Format_{kind}"]))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    if kind == "NV12":
        planes = [bytes([200] * 320 + [50] * 320) * 480, bytes([128]) * 640 * 240]
    elif kind == "YUYV":
        planes = [bytes([200, 128] * 320 + [50, 128] * 320) * 480]
    else:
        image = QImage(640, 480, QImage.Format.Format_RGB32)
        image.fill(QColor(50, 50, 50))
        painter = QPainter(image)
        painter.fillRect(0, 0, 320, 480, QColor(200, 200, 200))
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, QByteArray(b"jpeg")).write(image)
        planes = [bytes(buffer.data().data())]
    for place, plane in enumerate(planes):
        bits = frame.bits(place)
        assert isinstance(bits, memoryview)
        bits[: len(plane)] = plane
    frame.unmap()
    return frame


@pytest.mark.parametrize("kind", ["NV12", "YUYV", "Jpeg"])
def test_a_picture_is_taken_of_what_real_cameras_give(qtbot: QtBot, kind: str) -> None:
    studio = QtStudio()
    studio.plug(BUILT_IN)
    looker = Looker()
    viewing = studio.cameras.open(BUILT_IN.key, looker.watcher)

    def seen() -> bool:
        source = studio.devices.sources[BUILT_IN.key]
        if source.active:
            source.give(_frame(kind))
        return bool(looker.pictures)

    viewing.take()
    qtbot.waitUntil(seen, timeout=10_000)
    picture = QImage.fromData(looker.pictures[0])
    assert (picture.width(), picture.height()) == (640, 480)
    assert picture.pixelColor(160, 240).lightness() > 150 > 90 > picture.pixelColor(480, 240).lightness()


def test_a_card_is_never_seen_in_a_mirror(qtbot: QtBot) -> None:
    studio = QtStudio()
    looker = Looker()
    studio.plug(BUILT_IN)
    viewing = studio.cameras.open(BUILT_IN.key, looker.watcher)
    studio.devices.sources[BUILT_IN.key].mirrored = True
    sees(qtbot, studio, lambda: bool(looker.frames))
    assert red_left(shown(looker.frames[0]))
    viewing.take()
    sees(qtbot, studio, lambda: bool(looker.pictures))
    assert red_left(QImage.fromData(looker.pictures[0]))


def test_a_picture_that_is_taken_writes_no_file(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Every place that a capture could fall back on is made this empty folder; nothing is in it afterwards."""
    for name in ("HOME", "USERPROFILE", "TMPDIR", "TEMP", "TMP", "XDG_PICTURES_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    studio = QtStudio()
    studio.plug(BUILT_IN)
    looker = Looker()
    viewing = studio.cameras.open(BUILT_IN.key, looker.watcher)
    sees(qtbot, studio, lambda: bool(looker.frames))
    viewing.take()
    sees(qtbot, studio, lambda: bool(looker.pictures))
    assert list(tmp_path.iterdir()) == []


def test_the_devices_of_this_machine_are_told() -> None:
    devices = QtDevices()
    listed = devices.listed()
    assert len(listed) == len(QMediaDevices.videoInputs())
    assert all(each.key and each.name for each in listed)
    devices.changed(lambda: None)()


def test_a_device_that_has_gone_says_so_and_never_lights_up() -> None:
    source = QtDevices().source("gone")
    told: list[str] = []
    source.start(QMediaCaptureSession(), lambda: told.append("failed"))
    source.stop()
    assert (told, source.active) == (["failed"], False)


def test_one_that_has_gone_since_it_was_listed_is_told(qtbot: QtBot) -> None:
    class Stale(QtDevices):
        """Still lists what is no longer there."""

        def listed(self):  # type: ignore[no-untyped-def]
            return (BUILT_IN,)

    looker = Looker()
    DeviceCameras(Stale(), lambda: False).open(BUILT_IN.key, looker.watcher)
    qtbot.waitUntil(lambda: bool(looker.failures))
    assert looker.failures == [Failure(FailureCode.CAMERA_BUSY)]
