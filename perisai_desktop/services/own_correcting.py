"""Corrects one worker's enrolment of the agent's own accord."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from perisai_desktop.domain.draft import EnrolmentDraft
from perisai_desktop.domain.photo import KeptPhoto
from perisai_desktop.domain.task import Task
from perisai_desktop.services.correcting import Correcting
from sync.rules.enrolment import Assessment, EnrolmentForm


@dataclass(frozen=True, slots=True)
class OwnCorrecting:
    """What is wrong in one worker's enrolment, whether the branch saw it or not."""

    correcting: Correcting
    worker_id: str

    def tasks(self) -> tuple[Task, ...]:
        """The enrolment, as the one thing to correct. Raises Failure(task_unknown)."""
        return (self.correcting.of_worker(self.worker_id),)

    def draft(self, entry_id: str) -> EnrolmentForm:
        """As `Correcting.draft`."""
        return self.correcting.draft(entry_id)

    def kept(self, entry_id: str) -> EnrolmentDraft | None:
        """As `Correcting.kept`."""
        return self.correcting.kept(entry_id)

    def keep(
        self,
        entry_id: str,
        form: EnrolmentForm,
        reasons: Mapping[str, str],
        taken: Sequence[KeptPhoto] = (),
    ) -> None:
        """As `Correcting.keep`."""
        self.correcting.keep(entry_id, form, reasons, taken)

    def assess(self, entry_id: str, form: EnrolmentForm) -> Assessment:
        """As `Correcting.assess`."""
        return self.correcting.assess(entry_id, form)

    def correct(
        self,
        entry_id: str,
        form: EnrolmentForm,
        reasons: Mapping[str, str],
        taken: Sequence[KeptPhoto] = (),
    ) -> None:
        """As `Correcting.correct`."""
        self.correcting.correct(entry_id, form, reasons, taken)
