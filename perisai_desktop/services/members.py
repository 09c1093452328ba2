"""Who pays a further contribution: behind which month the payment begins, on what terms, and until when it may go."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from perisai_desktop.domain.collection import Hurdle, Stranger, Terms
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.renewal_prices import terms_in, terms_of
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.projections import lives, search
from perisai_desktop.storage.projections.lives import LifeChange
from perisai_desktop.storage.projections.search import WorkerRecord
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import arrears, membership_ended
from sync.rules.names import seen
from sync.rules.nik import read_nik
from sync.rules.reactions import Finding, Reaction, Severity, finding, severity


@dataclass(frozen=True, slots=True)
class Member:
    """`until`: the month behind which the next payment begins, None where that is not known here.

    `begun` is the first month of the membership, `terms` those of the enrolment and `said` what changed since.
    `known` False: enrolled elsewhere, so a payment has to say who it is. `turned_away`: the branch did not take the enrolment.
    """

    worker_id: str
    name: str = field(repr=False)
    nik: str = field(repr=False)
    village: str
    until: IuranMonth | None
    begun: IuranMonth | None
    terms: Terms | None
    said: tuple[LifeChange, ...] = ()
    known: bool = True
    turned_away: Hurdle | None = None

    @property
    def ends(self) -> IuranMonth | None:
        """The first month that is not owed, None while the membership has no end."""
        return end_of(self.said)

    def over(self, on: date) -> bool:
        """Whether so many months are overdue that the membership has ended and nothing can be paid for it."""
        return self.until is not None and membership_ended(self.until, on)

    def hurdle(self, on: date) -> Hurdle:
        """Why nothing can be paid on a local date, where nothing can."""
        if self.turned_away is not None:
            return self.turned_away
        if self.over(on) or (self.ends is not None and self.ends <= IuranMonth.of(on)):
            return Hurdle.ENDED
        return Hurdle.TERMS_UNKNOWN if self.terms is None or self.until is None else Hurdle.PAID_AHEAD

    def owed(self, on: date) -> int:
        """Overdue months on a local date; behind the end of a membership nothing is owed, nor by who was turned away."""
        return 0 if self.until is None or self.turned_away is not None else overdue(self.until, self.ends, on)

    def occupation(self, on: date) -> str:
        """The main occupation on a local date, empty where it is not known here."""
        return "" if self.terms is None else terms_in(self.terms, self.said, IuranMonth.of(on)).occupation


def member_of(session: Session, worker_id: str, told: Terms | None) -> Member:
    """A worker of this store; `told` stands in where the terms are not known here.

    Raises Failure: worker_unknown, handed_over.
    """
    worker = search.card(session, worker_id)
    if worker is None:
        raise Failure(FailureCode.WORKER_UNKNOWN)
    if worker.handed_to is not None:
        raise Failure(FailureCode.HANDED_OVER)
    return member_from(worker, lives.changes_of(session, (worker_id,)).get(worker_id, ()), told)


def member_from(worker: WorkerRecord, said: tuple[LifeChange, ...], told: Terms | None = None) -> Member:
    """A worker as read from this store, with what changed in the membership since the enrolment."""
    known = worker.enrolment_id is not None
    return Member(
        worker_id=worker.worker_id,
        name=worker.name,
        nik=worker.nik,
        village=worker.village,
        until=_until(worker),
        begun=worker.first_month if known else None,
        terms=terms_of(worker.income, worker.offer, worker.occupation, worker.payer) or told,
        said=said,
        known=known,
        turned_away=None if worker.turned_away is None else Hurdle(worker.turned_away),
    )


def stranger_member(session: Session, stranger: Stranger, told: Terms, worker_id: str, on: date) -> Member:
    """Somebody who is not known here, under an id of this laptop's own.

    Raises Failure: form_has_errors (codes, fields), also where the NIK is here.
    """
    refuse(stranger_faults(session, stranger, on))
    return Member(
        worker_id=worker_id,
        name=_plain(stranger.name),
        nik=read_nik(stranger.nik, on).digits or "",
        village="",
        until=stranger.paid_until,
        begun=None,
        terms=told,
        known=False,
    )


def stranger_faults(session: Session, stranger: Stranger, on: date) -> tuple[Finding, ...]:
    """What is wrong with NIK and name of somebody who should not be known here."""
    reading = read_nik(stranger.nik, on)
    found = [finding(one) for one in reading.findings if severity(one) is Severity.ERROR]
    if reading.digits is not None and search.by_nik(session, reading.digits) is not None:
        found.append(finding(Reaction.NIK_ALREADY_HERE))
    if not _plain(stranger.name):
        found.append(finding(Reaction.NAME_MISSING))
    return tuple(found)


def refuse(faults: Sequence[Finding]) -> None:
    """Refuse what has faults. Raises Failure(form_has_errors) with codes and fields."""
    if faults:
        codes, fields = tuple(one.reaction.value for one in faults), tuple(one.field for one in faults)
        raise Failure(FailureCode.FORM_HAS_ERRORS, codes=codes, fields=fields)


def end_of(said: Sequence[LifeChange]) -> IuranMonth | None:
    """The first month that is not owed after what changed; None while the membership has no end."""
    return next((one.from_month for one in reversed(said) if one.ends), None)


def overdue(until: IuranMonth, ends: IuranMonth | None, on: date) -> int:
    """Months overdue on a local date of who paid `until` then; none from the month `ends` on."""
    owed = arrears(until, on)
    return owed if ends is None else max(0, min(owed, ends.minus(until) - 1))


def _plain(name: str) -> str:
    return " ".join(seen(name).split())


def _until(worker: WorkerRecord) -> IuranMonth | None:
    """Paid until; the month in front of a first month that was undone."""
    if worker.paid_until is not None or worker.first_month is None:
        return worker.paid_until
    return worker.first_month.plus(-1)
