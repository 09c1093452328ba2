"""What the cameras ask of QtMultimedia's devices, so that tests can put pictures of their own in their place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtMultimedia import QMediaCaptureSession

from perisai_desktop.domain.camera import Camera


class Source(Protocol):
    """What gives the pictures of a session."""

    @property
    def active(self) -> bool:
        """Whether it gives pictures, or is about to."""

    def start(self, session: QMediaCaptureSession, failed: Callable[[], None]) -> None:
        """Give pictures to `session`; `failed` is called where it can't, or can't any longer."""

    def stop(self) -> None:
        """Give none any longer and let the device go."""


class Devices(Protocol):
    """The devices of this laptop."""

    def listed(self) -> tuple[Camera, ...]:
        """Those that are plugged in, the usual one first."""

    def changed(self, act: Callable[[], None]) -> Callable[[], None]:
        """Call `act` whenever the list may be another; what is given back ends that."""

    def source(self, key: str) -> Source:
        """The pictures of one of them."""
