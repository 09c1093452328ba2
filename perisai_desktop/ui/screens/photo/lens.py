"""The camera of the dialog: which there are, the one that is on, and the picture that it takes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from perisai_desktop.background.cameras import Cameras, Nothing, Sighting, Viewing, Watcher
from perisai_desktop.domain.camera import Camera
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.ui.screens.photo.state import LensState


@dataclass(frozen=True, slots=True)
class LensPorts:
    """The cameras, and the key of the one that was used last: empty for none."""

    cameras: Cameras
    remembered: Callable[[], str]
    remember: Callable[[str], None]


class Lens:
    """`show` hears the state, `seen` what the camera sees, `taken` its JPEG, `failed` why there is none."""

    def __init__(
        self,
        ports: LensPorts,
        show: Callable[[LensState], None],
        seen: Callable[[PageImage], None],
        taken: Callable[[bytes], None],
        failed: Callable[[Failure], None],
    ) -> None:
        self._ports = ports
        self._show = show
        self._seen = seen
        self._taken = taken
        self._failed = failed
        self._sighting: Sighting | None = None
        self._viewing: Viewing = Nothing()
        self.state = LensState()

    def look(self) -> None:
        """Begin to ask which cameras there are; asked again, nothing is done."""
        if self._sighting is None:
            self._sighting = self._ports.cameras.watch(self._told)

    def open(self) -> None:
        """Turn the camera on."""
        self._viewing.close()
        watcher = Watcher(self._seen, self._took, self._gave_up)
        self._viewing = self._ports.cameras.open(self.state.used, watcher)
        self._present(replace(self.state, live=True, taking=False))

    def use(self, key: str) -> None:
        """Use another camera, now and from now on."""
        if key == self.state.used:
            return
        self._ports.remember(key)
        self.state = replace(self.state, used=key)
        if self.state.live:
            self.open()
        else:
            self._show(self.state)

    def take(self) -> None:
        """Take the picture of this moment."""
        if self.state.live and not self.state.taking:
            self._present(replace(self.state, taking=True))
            self._viewing.take()

    def close(self) -> None:
        """Turn the camera off."""
        self._viewing.close()
        if self.state.live:
            self._present(replace(self.state, live=False, taking=False))

    def leave(self) -> None:
        """Turn the camera off and ask no further; nothing is shown of it: the dialog has gone."""
        self._viewing.close()
        if self._sighting is not None:
            self._sighting.close()

    def _told(self, cameras: tuple[Camera, ...]) -> None:
        keys = [each.key for each in cameras]
        wanted = self._ports.remembered()
        used = wanted if wanted in keys else next(iter(keys), "")
        if self.state.live and self.state.used in keys:
            used = self.state.used
        self._present(replace(self.state, cameras=cameras, used=used))

    def _took(self, picture: bytes) -> None:
        self._off()
        self._taken(picture)

    def _gave_up(self, failure: Failure) -> None:
        self._off()
        self._failed(failure)

    def _off(self) -> None:
        self._present(replace(self.state, live=False, taking=False))

    def _present(self, state: LensState) -> None:
        self.state = state
        self._show(state)
