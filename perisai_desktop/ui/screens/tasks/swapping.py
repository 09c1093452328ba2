"""The new pictures of a correction: kept as soon as they are taken, each in the place of one of its kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.photo import PhotoSubject, Picture, PreparedPhoto
from perisai_desktop.ui.screens.tasks.ports import PhotoShelf
from perisai_desktop.ui.screens.tasks.state import TasksState, with_pictures


class Swapping:
    """Changes the state that `read` gives: `change` hears what is to be kept, `show` what is on screen only.

    A picture that is kept after another task was opened is not taken.
    """

    def __init__(
        self,
        shelf: PhotoShelf,
        jobs: Jobs,
        read: Callable[[], TasksState],
        change: Callable[[TasksState], None],
        show: Callable[[TasksState], None],
    ) -> None:
        self._shelf = shelf
        self._jobs = jobs
        self._read = read
        self._change = change
        self._show = show

    def take(self, subject: PhotoSubject, photo: PreparedPhoto) -> None:
        """Keep a picture that was prepared."""
        asked = self._read()
        if asked.form is not None and not asked.sending:
            self._jobs.run(
                Lane.LOCAL,
                lambda: Picture(self._shelf.keep(photo.content, subject), photo.content, photo.faults),
                lambda outcome: self._kept(outcome, asked.chosen),
            )

    def drop(self, subject: PhotoSubject) -> None:
        """Leave the new picture out: the one that was sent stands."""
        state = self._read()
        if state.picture(subject) is not None and not state.sending:
            self._change(with_pictures(state, _others(state, subject)))

    def _kept(self, outcome: Ok[Picture] | Err, entry_id: str | None) -> None:
        state = self._read()
        if state.chosen != entry_id or state.form is None:
            return
        if isinstance(outcome, Err):
            self._show(replace(state, failure=outcome.failure))
            return
        picture = outcome.value
        pictures = (*_others(state, picture.kept.shows), picture)
        self._change(replace(with_pictures(state, pictures), failure=None))


def _others(state: TasksState, subject: PhotoSubject) -> tuple[Picture, ...]:
    return tuple(one for one in state.pictures if one.kept.shows is not subject)
