"""What the tasks screen shows."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.task import Task
from sync.rules.enrolment import Assessment, EnrolmentForm
from sync.rules.reactions import Finding
from sync.rules.regions import Place

FIXED = frozenset({"first_month", "months", "consents", "declaration", "ktp_photo"})
"""What is not typed anew here: money that was taken, what was agreed to, and a picture."""


@dataclass(frozen=True, slots=True)
class TasksState:
    """The list, the task that is open, its form as it was sent and as it stands now.

    `opened` are fields that the branch did not mark and the agent wants to correct too.
    """

    tasks: tuple[Task, ...] = field(default=(), repr=False)
    loaded: bool = False
    chosen: str | None = None
    before: EnrolmentForm | None = field(default=None, repr=False)
    form: EnrolmentForm | None = field(default=None, repr=False)
    assessment: Assessment | None = field(default=None, repr=False)
    reasons: Mapping[str, str] = field(default_factory=dict)
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
    def changed(self) -> frozenset[str]:
        """The fields that differ from what was sent."""
        if self.before is None or self.form is None:
            return frozenset()
        names = EnrolmentForm.__dataclass_fields__
        return frozenset(name for name in names if getattr(self.before, name) != getattr(self.form, name))

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
