"""What this store says of the person on a form: here already, a shared phone, a likely duplicate."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from perisai_desktop.domain.roll import Known, KnownWorker, Marks
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.projections import lookups, search
from perisai_desktop.storage.projections.search import WorkerRecord
from sync.rules.dates import parse_date
from sync.rules.enrolment import Assessment, Circumstances, assess
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import membership_ended
from sync.rules.names import name_key
from sync.rules.nik import read_nik
from sync.rules.phones import normal_phone
from sync.rules.reference import Reference
from sync.rules.regions import Gazetteer


@dataclass(frozen=True, slots=True)
class Standing:
    """`worker_id` of the NIK where it is here; `member` False where the membership has ended."""

    worker_id: str | None
    enrolment_id: str | None
    member: bool
    phone_shared: bool
    likely_duplicate: bool


def standing_of(
    session: Session, form: EnrolmentForm, on: date, *, correcting: str | None = None
) -> Standing:
    """Look the person up on a local date; a form without a readable NIK has no standing under one.

    `correcting` is the worker whose own enrolment is being corrected: being here is no finding for them.
    """
    digits = read_nik(form.nik, on).digits
    known = search.by_nik(session, digits) if digits is not None else None
    if known is not None and known.worker_id == correcting:
        known = None
    if known is not None:
        (known,) = search.in_month(session, (known,), IuranMonth.of(on))
    phone = normal_phone(form.phone)
    return Standing(
        worker_id=known.worker_id if known is not None else None,
        enrolment_id=known.enrolment_id if known is not None else None,
        member=known is not None and not membership_over(known, on),
        phone_shared=phone is not None and _phone_shared(session, phone, correcting, known),
        likely_duplicate=_likely(session, form, digits, correcting),
    )


def assess_here(
    form: EnrolmentForm, standing: Standing, reference: Reference, gazetteer: Gazetteer, on: date
) -> Assessment:
    """All that the rules say of a form on a local date, with what this store says of the person, and the price."""
    circumstances = Circumstances(
        reference=reference,
        gazetteer=gazetteer,
        today=on,
        nik_here=standing.member,
        phone_here=standing.phone_shared,
        likely_duplicate=standing.likely_duplicate,
    )
    return assess(form, circumstances)


def known_of(session: Session, marks: Iterable[Marks], on: date) -> Known:
    """What this store says of many people on a local date, read at once."""
    wanted = tuple(marks)
    found = lookups.by_niks(session, {one.nik for one in wanted if one.nik is not None})
    living = search.in_month(session, tuple(found.values()), IuranMonth.of(on))
    return Known(
        workers={
            worker.nik: KnownWorker(worker.worker_id, worker.enrolment_id, not membership_over(worker, on))
            for worker in living
        },
        phones=lookups.by_phones(session, {one.phone for one in wanted if one.phone is not None}),
        people=lookups.by_people(session, {one.person for one in wanted if one.person is not None}),
    )


def membership_over(worker: WorkerRecord, on: date) -> bool:
    """Whether a membership has ended on a local date: by a change, or with more than three months overdue."""
    if worker.ended_from is not None and IuranMonth.of(on) >= worker.ended_from:
        return True
    until = worker.paid_until
    if until is None and worker.first_month is not None:
        until = worker.first_month.plus(-1)
    return until is not None and membership_ended(until, on)


def _phone_shared(session: Session, phone: str, correcting: str | None, known: WorkerRecord | None) -> bool:
    own = correcting or (known.worker_id if known is not None else None)
    return search.phone_known(session, phone, besides=own)


def _likely(session: Session, form: EnrolmentForm, digits: str | None, correcting: str | None) -> bool:
    """Whether somebody else here has the same birth date and name; a correction is not held against itself."""
    born, key = parse_date(form.birth_date), name_key(form.name)
    if born is None or not key:
        return False
    own = search.card(session, correcting) if correcting is not None else None
    nik = own.nik if own is not None else digits or ""
    return search.likely(session, born, key, nik)
