"""Tells what a change in a worker's life would mean before it is written: findings, prices, paid months behind an end."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.life import LifeOutlook, LifeWish, MonthPrice
from perisai_desktop.services.changing import Changing, fault_of_month
from perisai_desktop.services.life_versions import LifeVersion
from perisai_desktop.services.members import Member, end_of, member_of
from perisai_desktop.services.renewal_prices import RenewalPrices
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections.lives import LifeChange
from sync.protocol.change_forms import CONTACTS, TERMS
from sync.protocol.forms import form_values
from sync.rules.changes import PRICED, Saying, earliest_month
from sync.rules.enrolment_form import EnrolmentForm
from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.membership import MONTHS_AHEAD
from sync.rules.reactions import Severity

SHOWN_MONTHS = 4
"""So many unpaid months are priced with and without the change."""


@dataclass(frozen=True, slots=True)
class LifeOutlooks:
    """What the dialog about a worker's life asks for while somebody types."""

    database: Database
    clock: Clock
    changing: Changing
    prices: RenewalPrices

    def look(self, worker_id: str, wish: LifeWish) -> LifeOutlook:
        """What `wish` would mean for a worker. Raises Failure: worker_unknown, handed_over."""
        today = self.clock.today()
        with self.database.reading() as session:
            member = member_of(session, worker_id, None)
            month = wish.month or _first_month(wish, frozenset(), member.until, today)
            life = self.changing.life(session, worker_id, month)
            changed = _changed(life.form, wish)
            if wish.month is None and wish.cause is None:
                month = earliest_month(changed, life.worker.paid_until, today)
                life = self.changing.life(session, worker_id, month)
                changed = _changed(life.form, wish)
            form = replace(life.form, **wish.edits)  # type: ignore[arg-type]
            findings = self.changing.assessed(session, life, form, changed).findings
        wrong = {one.field for one in findings if one.severity is Severity.ERROR}
        known = () if wrong & PRICED else self._prices(member, wish, form, changed, month)
        return LifeOutlook(
            worker_id=worker_id,
            name=member.name,
            nik=member.nik,
            until=member.until,
            months=_months(wish, today),
            month=month,
            before=life.form,
            form=form,
            changed=changed,
            findings=findings,
            prices=known,
            beyond=_beyond(wish, member.until, month),
            fault=self._fault(wish, changed, life, month, today),
        )

    def _prices(
        self, member: Member, wish: LifeWish, form: EnrolmentForm, changed: Collection[str], month: IuranMonth
    ) -> tuple[MonthPrice, ...]:
        """The months behind *paid until*, the last one at the old price included."""
        if member.terms is None:
            return ()
        values = form_values(form)
        terms = {name: values[name] for name in PRICED & set(changed)}
        said = (*member.said, LifeChange(month, terms, ends=wish.cause is not None))
        first = month.plus(-1) if member.until is None else max(member.until.plus(1), month.plus(-1))
        return tuple(
            MonthPrice(one, self._price(member, member.said, one), self._price(member, said, one))
            for one in months_from(first, SHOWN_MONTHS)
        )

    def _price(self, member: Member, said: Sequence[LifeChange], month: IuranMonth) -> int | None:
        ends = end_of(said)
        if member.terms is None or (ends is not None and ends <= month):
            return None
        quote = self.prices.quote(member.terms, said, member.begun, month, 1)
        return None if quote is None else quote.total

    def _fault(
        self, wish: LifeWish, changed: Collection[str], life: LifeVersion, month: IuranMonth, today: date
    ) -> FailureCode | None:
        if not changed and wish.cause is None:
            return None
        ended = life.worker.ended_from
        if wish.cause is None and ended is not None and month >= ended:
            return FailureCode.MEMBERSHIP_ENDED
        fields = () if wish.cause is not None else changed
        saying = Saying(month, fields, wish.cause, None if wish.cause is None else wish.ended_on)
        return fault_of_month(saying, life.worker.paid_until, today)


def _changed(form: EnrolmentForm, wish: LifeWish) -> frozenset[str]:
    old, new = form_values(form), form_values(replace(form, **wish.edits))  # type: ignore[arg-type]
    return frozenset(name for name in (*TERMS, *CONTACTS) if old[name] != new[name])


def _first_month(
    wish: LifeWish, changed: Collection[str], until: IuranMonth | None, today: date
) -> IuranMonth:
    """From which month a wish holds where nobody says: behind the day of an end, else behind what is paid."""
    if wish.cause is None:
        return earliest_month(changed, until, today)
    if wish.ended_on is not None:
        return IuranMonth.of(wish.ended_on).plus(1)
    return earliest_month(PRICED, until, today)


def _months(wish: LifeWish, today: date) -> tuple[IuranMonth, ...]:
    if wish.cause is not None and wish.ended_on is not None:
        return months_from(IuranMonth.of(wish.ended_on), 2)
    return months_from(IuranMonth.of(today), MONTHS_AHEAD + 1)


def _beyond(wish: LifeWish, until: IuranMonth | None, month: IuranMonth) -> tuple[IuranMonth, ...]:
    """Months that are paid and would not be owed."""
    if wish.cause is None or until is None or until < month:
        return ()
    return months_from(month, until.minus(month) + 1)
