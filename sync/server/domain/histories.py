"""An enrolment with the corrections and changes that count, as the form that the rules assess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sync.protocol.bodies.change import Change, ChangePersonal
from sync.protocol.bodies.consent import Consent
from sync.protocol.bodies.contribution import Contribution, ContributionLine
from sync.protocol.bodies.correction import Correction, CorrectionPersonal
from sync.protocol.bodies.enrolment import Enrolment, EnrolmentPersonal
from sync.protocol.change_forms import change_fields, changed_form
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

    def applied(self, form: EnrolmentForm) -> EnrolmentForm:
        """The form after it."""
        return corrected(form, self.correction, self.personal)


@dataclass(frozen=True, slots=True)
class LifeChange:
    """One change that counts, from its month on."""

    hash: str
    change: Change = field(repr=False)
    personal: ChangePersonal | None = field(repr=False)

    @property
    def fields(self) -> frozenset[str]:
        """The fields that get new values; `end` where it ends the membership."""
        return change_fields(self.change, self.personal)

    def applied(self, form: EnrolmentForm) -> EnrolmentForm:
        """The form after it."""
        return changed_form(form, self.change, self.personal)


@dataclass(frozen=True, slots=True)
class EnrolmentHistory:
    """An enrolment as first written, with the corrections and changes that count, oldest first.

    `agent_id` is who serves the worker. `lines` are what was paid for the worker in the enrolment's action, priced by
    `rules_version` of the reference data; `purged`: the personal part is gone.
    """

    entry_id: str
    hash: str
    worker_id: str
    agent_id: str
    recorded_on: date
    first: EnrolmentForm = field(repr=False)
    lines: tuple[ContributionLine, ...] = field(repr=False)
    purged: bool = False
    versions: tuple[Revision | LifeChange, ...] = ()
    rules_version: str | None = None

    @property
    def revisions(self) -> tuple[Revision, ...]:
        """The corrections."""
        return tuple(version for version in self.versions if isinstance(version, Revision))

    @property
    def newest_hash(self) -> str:
        """The hash of the newest content, to which a decision is bound; a change is decided by itself."""
        revisions = self.revisions
        return revisions[-1].hash if revisions else self.hash

    @property
    def newest_version(self) -> str:
        """The hash of the newest correction or change, else the enrolment's: the base of the next change."""
        return self.versions[-1].hash if self.versions else self.hash

    @property
    def form(self) -> EnrolmentForm:
        """The form after every correction: what was true at the enrolment."""
        form = self.first
        for revision in self.revisions:
            form = revision.applied(form)
        return form

    @property
    def has_new_card(self) -> bool:
        """Whether the newest correction names another picture of the KTP, of which nothing was found before."""
        return "ktp_photo" in self.revisions[-1].fields

    @property
    def replaced_cards(self) -> frozenset[str]:
        """The pictures of the KTP that a correction put another one in the place of, by their SHA-256."""
        forms = [self.first]
        for revision in self.revisions:
            forms.append(revision.applied(forms[-1]))
        return frozenset(form.ktp_photo for form in forms) - {forms[-1].ktp_photo, ""}

    def form_in(self, month: str) -> EnrolmentForm:
        """The form as it holds in an iuran month, changes up to it included."""
        form = self.form
        for change in self._changes:
            if change.change.from_month <= month:
                form = change.applied(form)
        return form

    @property
    def ended_from(self) -> str | None:
        """The first month that is not owed, as was said last; None while the membership has no end."""
        ends = [one.change.from_month for one in self._changes if one.change.end is not None]
        return ends[-1] if ends else None

    def corrected_since(self, base: str | None) -> frozenset[str] | None:
        """Fields corrected after the version with hash `base`; None where no version has it."""
        return self._since(base, self.revisions)

    def changed_since(self, base: str | None) -> frozenset[str] | None:
        """Fields corrected or changed after the version with hash `base`; None where no version has it."""
        return self._since(base, self.versions)

    def revised(self, version: Revision | LifeChange) -> EnrolmentHistory:
        """The history with one more correction or change."""
        return replace(self, versions=(*self.versions, version))

    @property
    def _changes(self) -> tuple[LifeChange, ...]:
        return tuple(version for version in self.versions if isinstance(version, LifeChange))

    def _since(self, base: str | None, versions: Sequence[Revision | LifeChange]) -> frozenset[str] | None:
        hashes = [self.hash, *(version.hash for version in versions)]
        if base not in hashes:
            return None
        return frozenset(name for later in versions[hashes.index(base) :] for name in later.fields)


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
        rules_version=None if contribution is None else contribution.rules_version,
    )


def revision_of(entry: DecodedEntry) -> Revision:
    """What a correction changes."""
    assert isinstance(entry.body, Correction)
    personal = entry.personal if isinstance(entry.personal, CorrectionPersonal) else None
    return Revision(entry.hash, entry.body, personal)


def life_change_of(entry: DecodedEntry) -> LifeChange:
    """What a change says."""
    assert isinstance(entry.body, Change)
    personal = entry.personal if isinstance(entry.personal, ChangePersonal) else None
    return LifeChange(entry.hash, entry.body, personal)
