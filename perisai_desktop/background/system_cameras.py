"""The cameras of the system, where the part that knows them is installed; it is loaded when a photo is asked for."""

from __future__ import annotations

from collections.abc import Callable

from perisai_desktop.background.cameras import Cameras, NoCameras, Sighting, Viewing, Watcher
from perisai_desktop.domain.camera import Camera


class SystemCameras:
    """Costs nothing until it is asked for the first time. `load` gives the adapter; it raises ImportError without it."""

    def __init__(self, load: Callable[[], Cameras] | None = None) -> None:
        self._load = load or _qt
        self._loaded: Cameras | None = None

    def watch(self, told: Callable[[tuple[Camera, ...]], None]) -> Sighting:
        """See `Cameras`."""
        return self._cameras().watch(told)

    def open(self, camera: str, watcher: Watcher) -> Viewing:
        """See `Cameras`."""
        return self._cameras().open(camera, watcher)

    def _cameras(self) -> Cameras:
        if self._loaded is None:
            try:
                self._loaded = self._load()
            except ImportError:
                # Not installed, or a library of the system that it needs is not: nobody has to have it.
                self._loaded = NoCameras()
        return self._loaded


def _qt() -> Cameras:
    from perisai_desktop.background.camera.device_cameras import DeviceCameras
    from perisai_desktop.background.camera.privacy import camera_forbidden
    from perisai_desktop.background.camera.qt_devices import QtDevices

    return DeviceCameras(QtDevices(), camera_forbidden)
