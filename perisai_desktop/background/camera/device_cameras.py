"""Opens the devices for whoever looks through them, and says why one gives no picture."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from perisai_desktop.background.camera.device_viewing import DeviceViewing, Patience
from perisai_desktop.background.camera.ports import Devices
from perisai_desktop.background.cameras import Nothing, Sighting, Viewing, Watcher
from perisai_desktop.domain.camera import Camera
from perisai_desktop.domain.failure import Failure, FailureCode


class DeviceCameras:
    """See `Cameras`. `forbidden` tells whether the system keeps programs from the camera."""

    def __init__(
        self, devices: Devices, forbidden: Callable[[], bool], patience: Patience | None = None
    ) -> None:
        self._devices = devices
        self._forbidden = forbidden
        self._patience = patience or Patience()

    def watch(self, told: Callable[[tuple[Camera, ...]], None]) -> Sighting:
        """Tell the list now and whenever it is another."""
        told(self._devices.listed())
        return _Sighting(self._devices.changed(lambda: told(self._devices.listed())))

    def open(self, camera: str, watcher: Watcher) -> Viewing:
        """Turn it on, or the usual one where it is not there."""
        keys = [each.key for each in self._devices.listed()]
        if not keys:
            QTimer.singleShot(0, lambda: watcher.failed(Failure(self._why(FailureCode.CAMERA_MISSING))))
            return Nothing()
        key = camera if camera in keys else keys[0]
        viewing = DeviceViewing(self._devices.source(key), watcher, lambda: self._reason(key), self._patience)
        viewing.until(self._devices.changed(lambda: None if self._there(key) else viewing.fail()))
        return viewing

    def _there(self, key: str) -> bool:
        return any(each.key == key for each in self._devices.listed())

    def _reason(self, key: str) -> Failure:
        gone = FailureCode.CAMERA_BUSY if self._there(key) else FailureCode.CAMERA_GONE
        return Failure(self._why(gone))

    def _why(self, otherwise: FailureCode) -> FailureCode:
        return FailureCode.CAMERA_FORBIDDEN if self._forbidden() else otherwise


class _Sighting:
    def __init__(self, end: Callable[[], None]) -> None:
        self._end: Callable[[], None] | None = end

    def close(self) -> None:
        end, self._end = self._end, None
        if end is not None:
            end()
