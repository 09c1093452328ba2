"""What the dialog for a picture does: takes or opens it, turns and cuts it, and hands over what is to be kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.camera import kept
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.page_image import PageImage
from perisai_desktop.domain.photo import Crop, OpenedPicture, PhotoSubject, PreparedPhoto
from perisai_desktop.ui.screens.photo.lens import Lens, LensPorts
from perisai_desktop.ui.screens.photo.state import LensState, PhotoState


@dataclass(frozen=True, slots=True)
class PhotoPorts:
    """How pictures are opened, turned by quarters clockwise, and prepared. Opening raises Failure."""

    open_file: Callable[[Path], OpenedPicture]
    open_picture: Callable[[bytes], OpenedPicture]
    turned: Callable[[OpenedPicture, int], OpenedPicture]
    prepare: Callable[[OpenedPicture, Crop, PhotoSubject], PreparedPhoto]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a job made: the picture as it was opened, how it stands, and what would be kept."""

    source: OpenedPicture
    picture: OpenedPicture
    prepared: PreparedPhoto
    crop: Crop
    quarters: int
    by_camera: bool


class PhotoPresenter:
    """Only the answer to the newest wish is shown. `done` hears the picture that is used, `seen` what the camera sees."""

    def __init__(
        self,
        ports: PhotoPorts,
        jobs: Jobs,
        show: Callable[[PhotoState], None],
        subject: PhotoSubject,
        done: Callable[[PreparedPhoto], None],
        lens: LensPorts,
        seen: Callable[[PageImage], None],
    ) -> None:
        self._ports = ports
        self._jobs = jobs
        self._show = show
        self._done = done
        self._source: OpenedPicture | None = None
        self._quarters = 0
        self._wish = 0
        self.state = PhotoState(subject)
        self.lens = Lens(lens, self._focused, seen, self._taken, self._failed)

    def open(self, path: Path) -> None:
        """Show the picture in a file; a camera that is on goes off."""
        self.lens.close()
        self._make(lambda: self._ports.open_file(path), 0, lambda _: Crop(), by_camera=False)

    def switch(self) -> None:
        """Turn the camera on, or off."""
        if self.state.lens.live:
            self.lens.close()
        elif self.state.lens.cameras:
            self._present(replace(self.state, failure=None))
            self.lens.open()

    def turn(self, quarters: int) -> None:
        """Turn it by so many quarters clockwise; the part that is kept turns with it."""
        source, crop = self._source, self.state.crop
        if source is None or self.state.busy or self.state.lens.live:
            return
        for _ in range(quarters % 4):
            crop = Crop(1 - crop.bottom, crop.left, 1 - crop.top, crop.right)
        self._again(source, (self._quarters + quarters) % 4, crop)

    def cut(self, crop: Crop) -> None:
        """Keep this part alone."""
        source = self._source
        if source is not None and crop != self.state.crop:
            self._present(replace(self.state, crop=crop))
            self._again(source, self._quarters, crop)

    def take(self) -> None:
        """Hand over what would be kept."""
        if self.state.prepared is not None and not self.state.busy and not self.state.lens.live:
            self._done(self.state.prepared)

    def _focused(self, lens: LensState) -> None:
        self._present(replace(self.state, lens=lens))

    def _taken(self, picture: bytes) -> None:
        """What the camera took goes the way of a file's picture, cut to the frame that was aimed at."""
        subject = self.state.subject
        self._make(
            lambda: self._ports.open_picture(picture),
            0,
            lambda opened: kept(subject, opened.width, opened.height),
            by_camera=True,
        )

    def _failed(self, failure: Failure) -> None:
        self._present(replace(self.state, failure=failure))

    def _again(self, source: OpenedPicture, quarters: int, crop: Crop) -> None:
        self._make(lambda: source, quarters, lambda _: crop, by_camera=self.state.by_camera)

    def _make(
        self,
        source: Callable[[], OpenedPicture],
        quarters: int,
        cropped: Callable[[OpenedPicture], Crop],
        *,
        by_camera: bool,
    ) -> None:
        self._wish += 1
        wish, subject = self._wish, self.state.subject
        self._present(replace(self.state, busy=True, failure=None))

        def work() -> _Shown:
            opened = source()
            picture, crop = self._ports.turned(opened, quarters), cropped(opened)
            prepared = self._ports.prepare(picture, crop, subject)
            return _Shown(opened, picture, prepared, crop, quarters, by_camera)

        self._jobs.run(Lane.LOCAL, work, lambda outcome: self._made(outcome, wish))

    def _made(self, outcome: Ok[_Shown] | Err, wish: int) -> None:
        if wish != self._wish:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        made = outcome.value
        self._source, self._quarters = made.source, made.quarters
        state = replace(self.state, picture=made.picture, crop=made.crop, prepared=made.prepared)
        self._present(replace(state, by_camera=made.by_camera, busy=False, failure=None))

    def _present(self, state: PhotoState) -> None:
        self.state = state
        self._show(state)
