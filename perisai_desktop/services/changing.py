"""Writes what changed in a worker's life, from an iuran month on: bracket, job, programmes, address, phone, or the end."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.life_versions import LifeVersion, life_of
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.registered_people import assess_here, standing_of
from perisai_desktop.services.written_words import check, fitting, written_findings
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.places import Places
from sync.protocol.bodies.change import Change, ChangePersonal
from sync.protocol.change_forms import change_fields, change_parts, end_parts, saying_of
from sync.protocol.kinds import EntryKind
from sync.rules.changes import ChangeFault, EndCause, Saying, change_faults, earliest_month
from sync.rules.enrolment import Assessment
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth
from sync.rules.reference import Reference
from sync.rules.tariff import income_of

_FAILURES = {
    ChangeFault.EMPTY: FailureCode.NOTHING_CHANGED,
    ChangeFault.MONTH_PAST: FailureCode.CHANGE_TOO_EARLY,
    ChangeFault.MONTH_PAID: FailureCode.CHANGE_TOO_EARLY,
    ChangeFault.MONTH_TOO_FAR: FailureCode.CHANGE_TOO_LATE,
    ChangeFault.END_DATE: FailureCode.END_DATE_UNFIT,
}


def fault_of_month(saying: Saying, until: IuranMonth | None, today: date) -> FailureCode | None:
    """What is wrong with a change by a worker paid `until`, first of all with its month; None where nothing is."""
    return next((_FAILURES[fault] for fault in change_faults(saying, until, today)), None)


@dataclass(frozen=True, slots=True)
class Changing:
    """What the dialogs about a worker's life ask for."""

    database: Database
    pen: Pen
    reference: Reference
    gazetteer: Places

    def form(self, worker_id: str, month: IuranMonth) -> EnrolmentForm:
        """The worker's form as it holds in a month. Raises Failure: worker_unknown, handed_over."""
        with self.database.reading() as session:
            return self.life(session, worker_id, month).form

    def earliest(self, worker_id: str, fields: Collection[str]) -> IuranMonth:
        """The first month from which these fields may change. Raises Failure: worker_unknown, handed_over."""
        today = self.pen.clock.today()
        with self.database.reading() as session:
            until = self.life(session, worker_id, IuranMonth.of(today)).worker.paid_until
        return earliest_month(fields, until, today)

    def change(
        self, worker_id: str, form: EnrolmentForm, from_month: IuranMonth, reasons: Mapping[str, str]
    ) -> str:
        """Write what differs from the worker's form as a change; returns the entry's id.

        Raises Failure: worker_unknown, handed_over, membership_ended, nothing_changed, change_too_early,
        change_too_late, form_has_errors (codes, fields), reason_missing (field, code), field_not_correctable (field),
        field_unfit (field), store_rolled_back, or what the store raises.
        """
        with self.database.transaction() as session:
            life = self.life(session, worker_id, from_month)
            body, personal = fitting(
                lambda: change_parts(
                    life.form,
                    form,
                    from_month,
                    salt=self.pen.salt(),
                    bracket=self._bracket(form, from_month),
                    rules_version=self.reference.version,
                )
            )
            ended = life.worker.ended_from
            if ended is not None and from_month >= ended:
                raise Failure(FailureCode.MEMBERSHIP_ENDED)
            fields = change_fields(body, personal)
            self._refuse_unfit(body, personal, life)
            assessment = self.assessed(session, life, form, fields)
            check(assessment, reasons)
            body = body.model_copy(update={"findings": written_findings(assessment, reasons)})
            return self._write(session, worker_id, life, body, personal)

    def end(self, worker_id: str, cause: EndCause, from_month: IuranMonth, on: date | None = None) -> str:
        """Write that a membership ends: `from_month` is the first month that is not owed, `on` the day where known.

        Nothing falls due from then on. Raises Failure: worker_unknown, handed_over, change_too_early,
        change_too_late, end_date_unfit, store_rolled_back, or what the store raises.
        """
        with self.database.transaction() as session:
            life = self.life(session, worker_id, from_month)
            body, personal = end_parts(cause, from_month, on, salt=self.pen.salt())
            self._refuse_unfit(body, personal, life)
            return self._write(session, worker_id, life, body, personal)

    def life(self, session: Session, worker_id: str, month: IuranMonth) -> LifeVersion:
        """The worker as known here in a month. Raises Failure: worker_unknown, handed_over."""
        return life_of(session, worker_id, month, self.pen.clock.today())

    def assessed(
        self, session: Session, life: LifeVersion, form: EnrolmentForm, fields: Collection[str]
    ) -> Assessment:
        """What the rules say of the fields that a form changes; of the others nothing new is asked."""
        standing = standing_of(session, form, life.assessed_on, correcting=life.worker.worker_id)
        assessment = assess_here(form, standing, self.reference, self.gazetteer, life.assessed_on)
        return replace(
            assessment, findings=tuple(found for found in assessment.findings if found.field in fields)
        )

    def _bracket(self, form: EnrolmentForm, month: IuranMonth) -> int | None:
        tariff, income = self.reference.tariff_for(month), income_of(form.income)
        brackets = () if tariff is None or income is None else tariff.brackets
        return max((one.number for one in brackets if one.income_from <= (income or 0)), default=None)

    def _refuse_unfit(self, body: Change, personal: ChangePersonal, life: LifeVersion) -> None:
        saying = saying_of(body, personal)
        fault = fault_of_month(saying, life.worker.paid_until, self.pen.clock.today())
        if fault is not None:
            raise Failure(fault)

    def _write(
        self, session: Session, worker_id: str, life: LifeVersion, body: Change, personal: ChangePersonal
    ) -> str:
        action = self.pen.action(session)
        written = action.write(EntryKind.CHANGE, body, personal, worker_id=worker_id, base=life.head)
        action.finish()
        return written.entry_id
