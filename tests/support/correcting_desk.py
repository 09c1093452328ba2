"""Tasks from the branch with their pictures, in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.photo import KeptPhoto, PhotoSubject
from perisai_desktop.domain.task import Task
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.nik import read_nik
from sync.rules.reactions import Reaction, finding
from sync.rules.regions import Place
from tests.support.screen_values import NOW, SENT_FORM, SUKAMAJU, TODAY


class HandShelf:
    """Pictures in memory; `full`: there is no room for one more."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.full = False

    def put(self, content: bytes, subject: PhotoSubject = PhotoSubject.KTP) -> KeptPhoto:
        """One that is there already."""
        digest = hashlib.sha256(content).hexdigest()
        self.files[digest] = content
        return KeptPhoto(subject, digest, len(content))

    def keep(self, content: bytes, subject: PhotoSubject) -> KeptPhoto:
        """Keep one."""
        if self.full:
            raise Failure(FailureCode.DISK_FULL)
        return self.put(content, subject)

    def read(self, sha256: str) -> bytes:
        """One that was kept."""
        if sha256 not in self.files:
            raise Failure(FailureCode.PHOTO_UNFIT, bytes=0)
        return self.files[sha256]


class CorrectingDesk:
    """Tasks in a list; a correction takes its task away. A mother called Salah is an error, Mirip a warning."""

    def __init__(self, *tasks: Task) -> None:
        self.waiting = list(tasks)
        self.drafts: dict[str, EnrolmentDraft] = {}
        self.corrected: list[tuple[str, EnrolmentForm, dict[str, str]]] = []
        self.taken: list[tuple[KeptPhoto, ...]] = []
        self.shelf = HandShelf()

    def tasks(self) -> tuple[Task, ...]:
        """What waits."""
        return tuple(self.waiting)

    def draft(self, entry_id: str) -> EnrolmentForm:
        """The form as sent."""
        return SENT_FORM

    def kept(self, entry_id: str) -> EnrolmentDraft | None:
        """What was kept."""
        return self.drafts.get(entry_id)

    def keep(
        self, entry_id: str, form: EnrolmentForm, reasons: Mapping[str, str], taken: Sequence[KeptPhoto] = ()
    ) -> None:
        """Keep it."""
        self.drafts[entry_id] = EnrolmentDraft(entry_id, form, dict(reasons), (), NOW, photos=tuple(taken))

    def assess(self, entry_id: str, form: EnrolmentForm) -> Assessment:
        """Two words are known to be wrong."""
        found = {"Salah": Reaction.MOTHER_NAME_MISSING, "Mirip": Reaction.LIKELY_DUPLICATE}.get(
            form.mother_name
        )
        return Assessment(
            () if found is None else (finding(found, "mother_name"),), read_nik(form.nik, TODAY), None
        )

    def correct(
        self, entry_id: str, form: EnrolmentForm, reasons: Mapping[str, str], taken: Sequence[KeptPhoto] = ()
    ) -> None:
        """Write it."""
        self.corrected.append((entry_id, form, dict(reasons)))
        self.taken.append(tuple(taken))
        self.waiting = [each for each in self.waiting if each.entry_id != entry_id]

    def places(self, text: str) -> tuple[Place, ...]:
        """One village is known."""
        return (SUKAMAJU,) if text else ()

    def place(self, code: str) -> Place | None:
        """The one village."""
        return SUKAMAJU if code == SUKAMAJU.code else None
