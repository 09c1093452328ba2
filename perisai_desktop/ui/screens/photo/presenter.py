"""What the dialog for a picture does: opens a file, turns and cuts it, and hands over what is to be kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.photo import Crop, OpenedPicture, PhotoSubject, PreparedPhoto
from perisai_desktop.ui.screens.photo.state import PhotoState


@dataclass(frozen=True, slots=True)
class PhotoPorts:
    """How pictures are opened, turned by quarters clockwise, and prepared. Opening raises Failure."""

    open_file: Callable[[Path], OpenedPicture]
    turned: Callable[[OpenedPicture, int], OpenedPicture]
    prepare: Callable[[OpenedPicture, Crop, PhotoSubject], PreparedPhoto]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What a job made: the file as it was opened, how it stands, and what would be kept."""

    source: OpenedPicture
    picture: OpenedPicture
    prepared: PreparedPhoto
    crop: Crop
    quarters: int


class PhotoPresenter:
    """Only the answer to the newest wish is shown. `done` hears the picture that was taken."""

    def __init__(
        self,
        ports: PhotoPorts,
        jobs: Jobs,
        show: Callable[[PhotoState], None],
        subject: PhotoSubject,
        done: Callable[[PreparedPhoto], None],
    ) -> None:
        self._ports = ports
        self._jobs = jobs
        self._show = show
        self._done = done
        self._source: OpenedPicture | None = None
        self._quarters = 0
        self._wish = 0
        self.state = PhotoState(subject)

    def open(self, path: Path) -> None:
        """Show the picture in a file."""
        self._make(lambda: self._ports.open_file(path), 0, Crop())

    def turn(self, quarters: int) -> None:
        """Turn it by so many quarters clockwise; the part that is kept turns with it."""
        source, crop = self._source, self.state.crop
        if source is None or self.state.busy:
            return
        for _ in range(quarters % 4):
            crop = Crop(1 - crop.bottom, crop.left, 1 - crop.top, crop.right)
        self._make(lambda: source, (self._quarters + quarters) % 4, crop)

    def cut(self, crop: Crop) -> None:
        """Keep this part alone."""
        source = self._source
        if source is not None and crop != self.state.crop:
            self._present(replace(self.state, crop=crop))
            self._make(lambda: source, self._quarters, crop)

    def take(self) -> None:
        """Hand over what would be kept."""
        if self.state.prepared is not None and not self.state.busy:
            self._done(self.state.prepared)

    def _make(self, source: Callable[[], OpenedPicture], quarters: int, crop: Crop) -> None:
        self._wish += 1
        wish, subject = self._wish, self.state.subject
        self._present(replace(self.state, busy=True, failure=None))

        def work() -> _Shown:
            opened = source()
            picture = self._ports.turned(opened, quarters)
            return _Shown(opened, picture, self._ports.prepare(picture, crop, subject), crop, quarters)

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
        self._present(replace(state, busy=False, failure=None))

    def _present(self, state: PhotoState) -> None:
        self.state = state
        self._show(state)
