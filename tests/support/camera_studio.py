"""A studio for each implementation of `Cameras`: what is plugged in and what is before the lens is in a test's hand.

That of QtMultimedia has no camera but all that comes after one: frames enter the session where a camera's would.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from perisai_desktop.background.cameras import Cameras, Watcher
from perisai_desktop.domain.camera import Camera
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.page_image import PageImage
from tests.support.fake_cameras import FakeCameras

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaCaptureSession, QVideoFrame, QVideoFrameInput

    from perisai_desktop.background.camera.device_viewing import Patience


class Studio(Protocol):
    """What a test of the contract needs of an implementation."""

    @property
    def cameras(self) -> Cameras:
        """What is tested."""

    def plug(self, *cameras: Camera) -> None:
        """These are there from now on."""

    def see(self, image: QImage) -> None:
        """This is before the lens now; where a camera is on, it gives a picture of it."""

    @property
    def lit(self) -> list[str]:
        """Keys of the cameras whose light is on."""


class FakeStudio:
    """The fake itself."""

    def __init__(self) -> None:
        self.cameras = FakeCameras()

    def plug(self, *cameras: Camera) -> None:
        self.cameras.plug(*cameras)

    def see(self, image: QImage) -> None:
        self.cameras.see(image)

    @property
    def lit(self) -> list[str]:
        return self.cameras.lit


class FrameSource:
    """Gives a session's sink the frames of a test, in a camera's place."""

    def __init__(self, *, opens: bool = True) -> None:
        self.active = False
        self.mirrored = False
        self.trouble: Callable[[], None] = lambda: None
        self._opens = opens
        self._input: QVideoFrameInput | None = None

    def start(self, session: QMediaCaptureSession, failed: Callable[[], None]) -> None:
        from PySide6.QtMultimedia import QVideoFrameInput

        self.active, self.trouble = self._opens, failed
        self._input = QVideoFrameInput()
        session.setVideoFrameInput(self._input)

    def stop(self) -> None:
        self.active = False

    def see(self, image: QImage) -> None:
        from PySide6.QtMultimedia import QVideoFrame

        frame = QVideoFrame(image)
        frame.setMirrored(self.mirrored)
        self.give(frame)

    def give(self, frame: QVideoFrame) -> None:
        if self._input is not None:
            self._input.sendVideoFrame(frame)


class FrameDevices:
    """See `Devices`; `opens` says whether the system lets a program have them."""

    def __init__(self, *, opens: bool = True) -> None:
        self.plugged: tuple[Camera, ...] = ()
        self.sources: dict[str, FrameSource] = {}
        self.acts: list[Callable[[], None]] = []
        self._opens = opens

    def listed(self) -> tuple[Camera, ...]:
        return self.plugged

    def changed(self, act: Callable[[], None]) -> Callable[[], None]:
        self.acts.append(act)
        return lambda: self.acts.remove(act)

    def source(self, key: str) -> FrameSource:
        self.sources[key] = FrameSource(opens=self._opens)
        return self.sources[key]


class QtStudio:
    """QtMultimedia's own session and sink."""

    def __init__(
        self, *, opens: bool = True, forbidden: bool = False, patience: Patience | None = None
    ) -> None:
        from perisai_desktop.background.camera.device_cameras import DeviceCameras

        self.devices = FrameDevices(opens=opens)
        self.cameras = DeviceCameras(self.devices, lambda: forbidden, patience)

    def plug(self, *cameras: Camera) -> None:
        self.devices.plugged = cameras
        for act in tuple(self.devices.acts):
            act()

    def see(self, image: QImage) -> None:
        for source in self.devices.sources.values():
            if source.active:
                source.see(image)

    @property
    def lit(self) -> list[str]:
        return [key for key, source in self.devices.sources.items() if source.active]


LACKS = "QtMultimedia is not installed: perisai_desktop/background/camera/requirements.lock"


@dataclass
class Looker:
    """Whoever looks, and all that was told."""

    frames: list[PageImage] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)

    @property
    def watcher(self) -> Watcher:
        return Watcher(self.frames.append, self.pictures.append, self.failures.append)


def scene(width: int = 1920, height: int = 1080) -> QImage:
    """Red on the left, blue on the right."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(20, 20, 220))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height, QColor(220, 20, 20))
    painter.end()
    return image


def shown(frame: PageImage) -> QImage:
    pixels = QImage(frame.pixels, frame.width, frame.height, frame.stride, QImage.Format.Format_RGB32)
    return pixels.copy()


def red_left(image: QImage) -> bool:
    left = image.pixelColor(image.width() // 4, image.height() // 2)
    right = image.pixelColor(3 * image.width() // 4, image.height() // 2)
    return left.red() > 150 > left.blue() and right.blue() > 150 > right.red()


def sees(qtbot: QtBot, studio: Studio, until: Callable[[], bool]) -> None:
    """Frames come until there is what is waited for."""

    def seen() -> bool:
        studio.see(scene())
        return until()

    qtbot.waitUntil(seen, timeout=10_000)
