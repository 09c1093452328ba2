"""Reads a task as it is opened: the form as it was sent and as it was left, and the pictures of both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.photo import KeptPhoto, Picture
from perisai_desktop.domain.task import Task
from perisai_desktop.ui.screens.tasks.ports import Correcting, PhotoShelf, PlaceBook
from perisai_desktop.ui.screens.tasks.state import TasksState, with_pictures
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.regions import Place


@dataclass(frozen=True, slots=True)
class Opened:
    """`sent` are the pictures that stand with the enrolment, without bytes where they are not here any more."""

    entry_id: str
    before: EnrolmentForm = field(repr=False)
    form: EnrolmentForm = field(repr=False)
    reasons: Mapping[str, str] = field(repr=False)
    assessment: Assessment = field(repr=False)
    place: Place | None
    sent: tuple[Picture, ...]
    pictures: tuple[Picture, ...]

    def shown_in(self, state: TasksState) -> TasksState:
        """The screen's state with the task open."""
        opened = replace(
            state, before=self.before, form=self.form, reasons=self.reasons, sent_pictures=self.sent
        )
        return replace(with_pictures(opened, self.pictures), assessment=self.assessment, place=self.place)


def read_task(task: Task, correcting: Correcting, places: PlaceBook, shelf: PhotoShelf) -> Opened:
    """A task with what was typed and taken for it so far. Raises Failure."""
    before = correcting.draft(task.entry_id)
    kept = correcting.kept(task.entry_id)
    form = before if kept is None else kept.form
    taken = () if kept is None else tuple(_pictures(kept.photos, shelf))
    return Opened(
        task.entry_id,
        before,
        form,
        {} if kept is None else dict(kept.reasons),
        correcting.assess(task.entry_id, form),
        places.place(form.village),
        tuple(_pictures(task.photos, shelf)),
        tuple(picture for picture in taken if picture.content),
    )


def _pictures(photos: Iterable[KeptPhoto], shelf: PhotoShelf) -> Iterable[Picture]:
    for photo in photos:
        try:
            yield Picture(photo, shelf.read(photo.sha256))
        except Failure:
            yield Picture(photo)
