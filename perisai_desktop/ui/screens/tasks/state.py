"""What the tasks screen shows."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.photo import FIELD_OF, PhotoSubject, Picture
from perisai_desktop.domain.task import Task
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.reactions import Finding
from sync.rules.regions import Place

FIXED = frozenset({"first_month", "months", "consents", "declaration", "ktp_photo"})
"""What is not typed anew here: money that was taken, and what was agreed to. A picture is taken anew."""
ILLEGIBLE = "document_unreadable"
"""The branch's reason for a picture that nobody can read; often it says no more."""


@dataclass(frozen=True, slots=True)
class TasksState:
    """The list, the task that is open, its form as it was sent and as it stands now.

    `opened` are fields that the branch did not mark and the agent wants to correct too; `sent_pictures` stand with what
    was sent, `pictures` are new ones.
    """

    tasks: tuple[Task, ...] = field(default=(), repr=False)
    loaded: bool = False
    chosen: str | None = None
    before: EnrolmentForm | None = field(default=None, repr=False)
    form: EnrolmentForm | None = field(default=None, repr=False)
    assessment: Assessment | None = field(default=None, repr=False)
    reasons: Mapping[str, str] = field(default_factory=dict)
    sent_pictures: tuple[Picture, ...] = ()
    pictures: tuple[Picture, ...] = ()
    opened: tuple[str, ...] = ()
    place: Place | None = None
    offers: tuple[str, tuple[Place, ...]] = ("", ())
    sending: bool = False
    sent: int = 0
    failure: Failure | None = None

    @property
    def task(self) -> Task | None:
        """The task that is open."""
        return next((task for task in self.tasks if task.entry_id == self.chosen), None)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields to show: those the branch marked, then those the agent opened or the rules stop at."""
        if self.task is None or self.form is None:
            return ()
        marked = [comment.field for comment in self.task.comments]
        wrong = [finding.field for finding in self.problems]
        names = dict.fromkeys([*marked, *self.opened, *wrong])
        return tuple(
            name for name in names if isinstance(getattr(self.form, name, None), str) and name not in FIXED
        )

    @property
    def subjects(self) -> tuple[PhotoSubject, ...]:
        """The pictures to show: at what the branch marked, the agent opened or the rules stop, and where one is new.

        What proves the consent is shown anew as it was given: nothing is asked for where a signature was drawn.
        """
        task = self.task
        if task is None or self.form is None:
            return ()
        named = {comment.field for comment in task.comments} | set(self.opened)
        named |= {finding.field for finding in self.problems}
        named |= {FIELD_OF[picture.kept.shows] for picture in self.pictures}
        named |= {FIELD_OF[PhotoSubject.KTP]} if task.reason == ILLEGIBLE else set()
        there = {picture.kept.shows for picture in self.sent_pictures} | {PhotoSubject.KTP}
        return tuple(subject for subject, name in FIELD_OF.items() if name in named and subject in there)

    def choosable(self, typed: Iterable[str]) -> tuple[str, ...]:
        """The fields that may be corrected of one's own accord: those `typed`, and the pictures that there may be."""
        there = {PhotoSubject.KTP, *(picture.kept.shows for picture in self.sent_pictures)}
        photos = dict.fromkeys(name for subject, name in FIELD_OF.items() if subject in there)
        return (*typed, *photos)

    def picture(self, subject: PhotoSubject) -> Picture | None:
        """The new picture of a kind, None where there is none."""
        return _of(self.pictures, subject)

    def sent_picture(self, subject: PhotoSubject) -> Picture | None:
        """The picture of a kind that stands with what was sent, None where there is none."""
        return _of(self.sent_pictures, subject)

    @property
    def changed(self) -> frozenset[str]:
        """The fields that differ from what was sent."""
        if self.before is None or self.form is None:
            return frozenset()
        names = EnrolmentForm.__dataclass_fields__
        differing = {name for name in names if getattr(self.before, name) != getattr(self.form, name)}
        return frozenset(differing | {FIELD_OF[picture.kept.shows] for picture in self.pictures})

    @property
    def problems(self) -> tuple[Finding, ...]:
        """Errors, and warnings that need a reason."""
        return () if self.assessment is None else self.assessment.errors + self.assessment.warnings

    @property
    def unexplained(self) -> tuple[Finding, ...]:
        """Warnings that still lack a reason."""
        warnings = () if self.assessment is None else self.assessment.warnings
        return tuple(each for each in warnings if not self.reasons.get(each.reaction.value, "").strip())

    @property
    def ready(self) -> bool:
        """Whether sending leads to a correction."""
        complete = self.assessment is not None and not self.assessment.errors and not self.unexplained
        return bool(self.changed) and complete and not self.sending


def with_pictures(state: TasksState, pictures: tuple[Picture, ...]) -> TasksState:
    """The same with these new pictures; the form names that of the KTP, or the one that was sent."""
    if state.form is None or state.before is None:
        return state
    cards = (one.kept.sha256 for one in pictures if one.kept.shows is PhotoSubject.KTP)
    form = replace(state.form, ktp_photo=next(cards, state.before.ktp_photo))
    return replace(state, pictures=pictures, form=form)


def _of(pictures: tuple[Picture, ...], subject: PhotoSubject) -> Picture | None:
    return next((one for one in pictures if one.kept.shows is subject), None)
