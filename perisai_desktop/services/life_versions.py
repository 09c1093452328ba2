"""A worker as the laptop knows the worker in a month: enrolled, corrected and changed; the base of the next change."""

from dataclasses import dataclass, field
from datetime import date

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.enrolment_versions import counts, decoded, version_of
from perisai_desktop.storage import entry_status, journal
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.projections import search
from perisai_desktop.storage.projections.search import WorkerRecord
from sync.protocol.bodies.change import Change, ChangePersonal
from sync.protocol.bodies.correction import Correction
from sync.protocol.change_forms import changed_form
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import ReviewState


@dataclass(frozen=True, slots=True)
class LifeVersion:
    """`head`: the newest entry that counts, None where the worker was enrolled elsewhere; `worker` lives in the month.

    `form` is as enrolled, corrected and changed; once that was purged, as the worker's card tells it.

    `assessed_on`: the local date by which the rules judge the form.
    """

    worker: WorkerRecord
    form: EnrolmentForm = field(repr=False)
    head: str | None
    assessed_on: date


def life_of(session: Session, worker_id: str, month: IuranMonth, today: date) -> LifeVersion:
    """The worker in a month. Raises Failure: worker_unknown, handed_over."""
    found = search.card(session, worker_id)
    if found is None:
        raise Failure(FailureCode.WORKER_UNKNOWN)
    if found.handed_to is not None:
        raise Failure(FailureCode.HANDED_OVER)
    (worker,) = search.in_month(session, (found,), month)
    enrolled = None if found.enrolment_id is None else version_of(session, found.enrolment_id)
    beginning = None if found.enrolment_id is None else journal.entry(session, found.enrolment_id)
    form = _carded(found) if enrolled is None else enrolled.form
    head = None if beginning is None else beginning.hash
    begun = found.enrolment_id is None
    for stored in journal.of_worker(session, worker_id):
        begun = begun or stored.entry_id == found.enrolment_id
        entry = decoded(stored) if begun else None
        if entry is None or not isinstance(entry.body, Change | Correction) or not _holds(session, stored):
            continue
        head = stored.hash
        if isinstance(entry.body, Change) and entry.body.from_month <= str(month):
            personal = entry.personal if isinstance(entry.personal, ChangePersonal) else None
            form = changed_form(form, entry.body, personal)
    written = None if beginning is None else decoded(beginning)
    return LifeVersion(worker, form, head, today if written is None else written.envelope.local_on)


def _holds(session: Session, stored: StoredEntry) -> bool:
    status = entry_status.status(session, stored.entry_id)
    decided = None if status is None else status.review
    if stored.kind == "change" and decided in (ReviewState.APPROVED, ReviewState.REFUSED):
        return decided is ReviewState.APPROVED
    return counts(session, stored)


def _carded(worker: WorkerRecord) -> EnrolmentForm:
    """What the branch's card, or the agent's own list, says of a worker; the initials of a purged card are no name."""
    return EnrolmentForm(
        nik=worker.nik,
        name=worker.name if worker.nik else "",
        birth_date="" if worker.birth_on is None else worker.birth_on.isoformat(),
        phone=worker.phone,
        village=worker.village,
        occupation=worker.occupation,
        income="" if worker.income is None else str(worker.income),
        offer=worker.offer,
    )
