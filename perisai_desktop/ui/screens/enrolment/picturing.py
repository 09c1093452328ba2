"""The pictures on the form: kept with the draft as soon as they are taken, and shown small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.photo import PhotoSubject, Picture, PreparedPhoto
from perisai_desktop.services.draft_photos import DraftPhotos
from perisai_desktop.ui.screens.enrolment.state import EnrolmentState

PROOFS = frozenset({PhotoSubject.THUMB, PhotoSubject.SIGNED_PAPER})
"""Of these a form has one at most, and no signature beside it: each is a way to give the same consent."""


class Picturing:
    """Changes the state that `read` gives: `change` hears what is to be kept as a draft, `show` what is on screen only.

    An answer about pictures of another draft than the one on screen is not taken.
    """

    def __init__(
        self,
        photos: DraftPhotos,
        jobs: Jobs,
        read: Callable[[], EnrolmentState | None],
        change: Callable[[EnrolmentState], None],
        show: Callable[[EnrolmentState], None],
    ) -> None:
        self._photos = photos
        self._jobs = jobs
        self._read = read
        self._change = change
        self._show = show

    def take(self, subject: PhotoSubject, photo: PreparedPhoto) -> None:
        """Keep a picture that was prepared, in the place of one of the same kind."""
        asked = self._read()
        if asked is not None and not asked.saving:
            self._jobs.run(
                Lane.LOCAL,
                lambda: Picture(self._photos.keep(photo.content, subject), photo.content, photo.faults),
                lambda outcome: self._kept(outcome, asked.draft_id),
            )

    def drop(self, subject: PhotoSubject) -> None:
        """Leave a picture out."""
        state = self._read()
        if state is not None and not state.saving:
            pictures = tuple(one for one in state.pictures if one.kept.shows is not subject)
            self._change(_with(state, pictures))

    def load(self) -> None:
        """Read the pictures of the draft on screen; one that is gone is left out."""
        asked = self._read()
        if asked is not None and asked.pictures:
            self._jobs.run(
                Lane.LOCAL,
                lambda: self._found(asked.pictures),
                lambda outcome: self._loaded(outcome, asked.draft_id),
            )

    def _found(self, pictures: tuple[Picture, ...]) -> tuple[Picture, ...]:
        found: list[Picture] = []
        for picture in pictures:
            try:
                found.append(replace(picture, content=self._photos.read(picture.kept.sha256)))
            except Failure:
                continue
        return tuple(found)

    def _kept(self, outcome: Ok[Picture] | Err, draft_id: str) -> None:
        state = self._read()
        if state is None or state.draft_id != draft_id:
            return
        if isinstance(outcome, Err):
            self._show(replace(state, failure=outcome.failure, focus=None))
            return
        picture = outcome.value
        others = PROOFS if picture.kept.shows in PROOFS else {picture.kept.shows}
        pictures = tuple(one for one in state.pictures if one.kept.shows not in others)
        signature = () if picture.kept.shows in PROOFS else state.signature
        self._change(replace(_with(state, (*pictures, picture)), signature=signature, failure=None))

    def _loaded(self, outcome: Ok[tuple[Picture, ...]] | Err, draft_id: str) -> None:
        state = self._read()
        if state is None or state.draft_id != draft_id or isinstance(outcome, Err):
            return
        read = {picture.kept: picture for picture in outcome.value}
        pictures = tuple(read[one.kept] for one in state.pictures if one.kept in read)
        tell = self._show if len(pictures) == len(state.pictures) else self._change
        tell(_with(state, pictures))


def _with(state: EnrolmentState, pictures: tuple[Picture, ...]) -> EnrolmentState:
    cards = (one.kept.sha256 for one in pictures if one.kept.shows is PhotoSubject.KTP)
    form = replace(state.form, ktp_photo=next(cards, ""))
    return replace(state, pictures=pictures, form=form, focus=None)
