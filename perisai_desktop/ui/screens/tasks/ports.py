"""What the tasks screen asks of services."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.photo import KeptPhoto, PhotoSubject
from perisai_desktop.domain.task import Task
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.regions import Place


class Correcting(Protocol):
    """Where tasks are read and corrections written."""

    def tasks(self) -> tuple[Task, ...]:
        """Everything the branch wants the agent to look at."""

    def draft(self, entry_id: str) -> EnrolmentForm:
        """The form as it was sent; raises Failure."""

    def kept(self, entry_id: str) -> EnrolmentDraft | None:
        """What was typed and taken so far."""

    def keep(
        self, entry_id: str, form: EnrolmentForm, reasons: Mapping[str, str], taken: Sequence[KeptPhoto] = ()
    ) -> None:
        """Keep what is typed, and the pictures taken."""

    def assess(self, entry_id: str, form: EnrolmentForm) -> Assessment:
        """What the rules say of the corrected form."""

    def correct(
        self, entry_id: str, form: EnrolmentForm, reasons: Mapping[str, str], taken: Sequence[KeptPhoto] = ()
    ) -> None:
        """Write the correction; raises Failure."""


class PlaceBook(Protocol):
    """Where villages are found."""

    def places(self, text: str) -> tuple[Place, ...]:
        """Villages by name or code."""

    def place(self, code: str) -> Place | None:
        """The village of a dotted code."""


class PhotoShelf(Protocol):
    """Where pictures are kept."""

    def keep(self, content: bytes, subject: PhotoSubject) -> KeptPhoto:
        """Keep a picture, durable when this returns; raises Failure."""

    def read(self, sha256: str) -> bytes:
        """A picture that was kept; raises Failure where it is not here any more."""
