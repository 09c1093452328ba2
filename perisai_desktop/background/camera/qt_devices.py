"""The cameras as QtMultimedia finds and opens them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtMultimedia import QCamera, QCameraDevice, QMediaCaptureSession, QMediaDevices, QMediaFormat

from perisai_desktop.background.camera.formats import Shape, best
from perisai_desktop.background.camera.ports import Source
from perisai_desktop.domain.camera import Camera


class QtDevices:
    """See `Devices`. Raises ImportError where QtMultimedia lacks the plug-in that it does everything with."""

    def __init__(self) -> None:
        if not QMediaFormat().supportedFileFormats(QMediaFormat.ConversionMode.Decode):
            raise ImportError("QtMultimedia has no plug-in")

    def listed(self) -> tuple[Camera, ...]:
        """Those that are plugged in, the system's usual one first."""
        usual = QMediaDevices.defaultVideoInput()
        found = sorted(QMediaDevices.videoInputs(), key=lambda device: device != usual)
        return tuple(Camera(_key(device), device.description()) for device in found)

    def changed(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call `act` whenever one is plugged in or out."""
        devices = QMediaDevices()
        devices.videoInputsChanged.connect(act)

        def end() -> None:
            devices.videoInputsChanged.disconnect(act)

        return end

    def source(self, key: str) -> Source:
        """The pictures of one of them; of none where it has gone meanwhile."""
        found = (device for device in QMediaDevices.videoInputs() if _key(device) == key)
        return CameraSource(next(found, QCameraDevice()))


class CameraSource:
    """One camera, in the format that suits a card. A null device, which Qt takes for the usual one, fails."""

    def __init__(self, device: QCameraDevice) -> None:
        self._device = device
        self._camera: QCamera | None = None

    @property
    def active(self) -> bool:
        """Whether the system has opened it."""
        return self._camera is not None and self._camera.isActive()

    def start(self, session: QMediaCaptureSession, failed: Callable[[], None]) -> None:
        """Turn it on for `session`."""
        if self._device.isNull():
            failed()
            return
        camera = self._camera = QCamera(self._device)
        camera.errorOccurred.connect(lambda *_: failed())
        formats = self._device.videoFormats()
        sizes = [each.resolution() for each in formats]
        rates = [each.maxFrameRate() for each in formats]
        place = best(
            [Shape(size.width(), size.height(), rate) for size, rate in zip(sizes, rates, strict=True)]
        )
        if place is not None:
            camera.setCameraFormat(formats[place])
        if camera.isFocusModeSupported(QCamera.FocusMode.FocusModeAutoNear):
            camera.setFocusMode(QCamera.FocusMode.FocusModeAutoNear)
        session.setCamera(camera)
        camera.start()

    def stop(self) -> None:
        """Turn it and its light off, and let the device go."""
        if self._camera is not None:
            self._camera.stop()
            self._camera.deleteLater()
            self._camera = None


def _key(device: QCameraDevice) -> str:
    return bytes(device.id().data()).decode("utf-8", "replace")
