"""What a photo asks of the system's cameras: which there are, and the picture of one while it is on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from perisai_desktop.domain.camera import Camera
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.page_image import PageImage

PREVIEW_SIDE = 1280
"""Pixels of the longer side of what is shown while a camera is on; what is taken has all that the camera gives."""


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who looks through a camera; all are called on the screen's thread, and none after the camera was closed.

    `seen` gets the moment as it is, never mirrored, several times a second. `taken` gets the JPEG that was asked for;
    `failed` why there is none: camera_missing, camera_busy, camera_forbidden, camera_gone. After either the camera is off.
    """

    seen: Callable[[PageImage], None]
    taken: Callable[[bytes], None]
    failed: Callable[[Failure], None]


class Viewing(Protocol):
    """A camera that is on. Its pictures are in memory alone: nothing of them is written to a disk."""

    def take(self) -> None:
        """Ask for the picture of this moment. Where it is asked for twice, or too late, nothing further comes."""

    def close(self) -> None:
        """Turn the camera and its light off, at once; may be called again."""


class Sighting(Protocol):
    """Somebody is told of the cameras."""

    def close(self) -> None:
        """Tell no further; may be called again."""


class Cameras(Protocol):
    """The cameras of this laptop. Everything here is called on the screen's thread."""

    def watch(self, told: Callable[[tuple[Camera, ...]], None]) -> Sighting:
        """Tell the cameras that there are, the usual one first, now and whenever one is plugged in or out.

        Where the part of the program that knows cameras is not installed, nothing is ever told.
        """

    def open(self, camera: str, watcher: Watcher) -> Viewing:
        """Turn on the camera with that key, the usual one where it is not there. Whatever fails is told to `watcher`, later
        than this returns.
        """


class Nothing:
    """A camera that is off, or cameras that nobody is told of."""

    def take(self) -> None:
        """There is nothing to take."""

    def close(self) -> None:
        """There is nothing to close."""


class NoCameras:
    """A program without the part that knows cameras."""

    def watch(self, told: Callable[[tuple[Camera, ...]], None]) -> Sighting:  # noqa: ARG002
        """Nobody is told anything."""
        return Nothing()

    def open(self, camera: str, watcher: Watcher) -> Viewing:  # noqa: ARG002
        """None is there to be opened, and none was offered."""
        return Nothing()
