"""Cameras that a test holds in its hand: it plugs them in, says what they see, and looks whether their light is on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QTimer
from PySide6.QtGui import QImage, QImageWriter

from perisai_desktop.background.cameras import PREVIEW_SIDE, Watcher
from perisai_desktop.domain.camera import Camera
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.page_image import PageImage

BUILT_IN = Camera("usb-1:1", "Kamera Laptop")
ON_TABLE = Camera("usb-2:7", "Kamera Meja")


class FakeViewing:
    """A camera that is on until it is closed, has taken its picture, or fails."""

    def __init__(self, key: str, watcher: Watcher) -> None:
        self.key = key
        self.lit = True
        self._watcher = watcher
        self._wanted = False

    def take(self) -> None:
        self._wanted = True

    def close(self) -> None:
        self.lit = False

    def see(self, image: QImage) -> None:
        """This is before the lens now."""
        if not self.lit:
            return
        if self._wanted:
            self.close()
            self._watcher.taken(_jpeg(image))
        else:
            self._watcher.seen(_pixels(image))

    def fail(self, code: FailureCode) -> None:
        """It gives no picture any longer."""
        if self.lit:
            self.close()
            self._watcher.failed(Failure(code))


class FakeSighting:
    """Somebody who is told, until it is closed."""

    def __init__(self, told: Callable[[tuple[Camera, ...]], None]) -> None:
        self.told: Callable[[tuple[Camera, ...]], None] | None = told

    def close(self) -> None:
        self.told = None


class FakeCameras:
    """See `Cameras`; `opened` holds every camera that was ever turned on."""

    def __init__(self, *plugged: Camera) -> None:
        self.plugged = plugged
        self.opened: list[FakeViewing] = []
        self.sightings: list[FakeSighting] = []

    def watch(self, told: Callable[[tuple[Camera, ...]], None]) -> FakeSighting:
        sighting = FakeSighting(told)
        self.sightings.append(sighting)
        told(self.plugged)
        return sighting

    def open(self, camera: str, watcher: Watcher) -> FakeViewing:
        keys = [each.key for each in self.plugged]
        viewing = FakeViewing(camera if camera in keys else next(iter(keys), ""), watcher)
        self.opened.append(viewing)
        if not keys:
            QTimer.singleShot(0, lambda: viewing.fail(FailureCode.CAMERA_MISSING))
        return viewing

    def plug(self, *plugged: Camera) -> None:
        """These are there from now on; one that is on and no longer there fails."""
        self.plugged = plugged
        for viewing in self.opened:
            if viewing.key not in [each.key for each in plugged]:
                viewing.fail(FailureCode.CAMERA_GONE)
        for sighting in self.sightings:
            if sighting.told is not None:
                sighting.told(plugged)

    @property
    def lit(self) -> list[str]:
        """Keys of the cameras whose light is on."""
        return [viewing.key for viewing in self.opened if viewing.lit]

    def see(self, image: QImage) -> None:
        """This is before every lens now."""
        for viewing in self.opened:
            viewing.see(image)


def _pixels(image: QImage) -> PageImage:
    shown = image if image.width() <= PREVIEW_SIDE else image.scaledToWidth(PREVIEW_SIDE)
    plain = shown.convertToFormat(QImage.Format.Format_RGB32)
    return PageImage(plain.width(), plain.height(), plain.bytesPerLine(), bytes(plain.constBits()))


def _jpeg(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpeg")).write(image)
    return bytes(buffer.data().data())
