"""An enrolment and the corrections that count, as the form that the rules assess."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from sync.protocol.bodies.consent import Consent
from sync.protocol.bodies.contribution import Contribution, ContributionLine
from sync.protocol.bodies.correction import Correction, CorrectionPersonal
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.entry import DecodedEntry
from sync.protocol.forms import changed_fields, corrected, form_of
from sync.rules.enrolment_form import EnrolmentForm

SENSITIVE = frozenset({"nik", "birth_date", "bank"})
"""Fields that are never merged on an outdated version (sync/README.md, "Conflicts")."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One correction that counts: its content hash and what it changes."""

    hash: str
    correction: Correction = field(repr=False)
    personal: CorrectionPersonal | None = field(repr=False)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that get new values."""
        return changed_fields(self.correction, self.personal)


@dataclass(frozen=True, slots=True)
class EnrolmentHistory:
    """An enrolment as first written and the corrections that count, oldest first.

    `lines` are what was paid for the worker in the enrolment's action; `purged`: the personal part is gone.
    """

    entry_id: str
    hash: str
    worker_id: str
    agent_id: str
    recorded_on: date
    first: EnrolmentForm = field(repr=False)
    lines: tuple[ContributionLine, ...] = field(repr=False)
    purged: bool = False
    revisions: tuple[Revision, ...] = ()

    @property
    def newest_hash(self) -> str:
        """The hash of the newest content, to which a decision is bound."""
        return self.revisions[-1].hash if self.revisions else self.hash

    @property
    def form(self) -> EnrolmentForm:
        """The form after every correction."""
        form = self.first
        for revision in self.revisions:
            form = corrected(form, revision.correction, revision.personal)
        return form

    def changed_since(self, base: str | None) -> frozenset[str] | None:
        """Fields changed after the version with hash `base`; None where no version has it."""
        versions = [self.hash, *(revision.hash for revision in self.revisions)]
        if base not in versions:
            return None
        later = self.revisions[versions.index(base) :]
        return frozenset(name for revision in later for name in revision.fields)

    def revised(self, revision: Revision) -> EnrolmentHistory:
        """The history with one more correction."""
        return replace(self, revisions=(*self.revisions, revision))


def history_of(
    entry: DecodedEntry,
    agent_id: str,
    recorded_on: date,
    consent: Consent | None,
    contribution: Contribution | None,
) -> EnrolmentHistory:
    """The history of an enrolment that has no correction yet; consent and contribution are of its action."""
    assert isinstance(entry.body, Enrolment)
    worker_id = entry.envelope.worker_id or entry.envelope.entry_id
    lines = () if contribution is None else contribution.lines
    if isinstance(entry.personal, EnrolmentPersonal):
        form = form_of(entry.body, entry.personal, consent, contribution, worker_id)
    else:
        form = EnrolmentForm(
            offer=entry.body.offer,
            occupation=entry.body.occupation,
            income=str(entry.body.income),
            payer=entry.body.payer,
        )
    return EnrolmentHistory(
        entry_id=entry.envelope.entry_id,
        hash=entry.hash,
        worker_id=worker_id,
        agent_id=agent_id,
        recorded_on=recorded_on,
        first=form,
        lines=tuple(line for line in lines if line.worker_id == worker_id),
        purged=entry.personal is None,
    )


def revision_of(entry: DecodedEntry) -> Revision:
    """What a correction changes."""
    assert isinstance(entry.body, Correction)
    personal = entry.personal if isinstance(entry.personal, CorrectionPersonal) else None
    return Revision(entry.hash, entry.body, personal)
