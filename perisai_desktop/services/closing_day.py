"""Closes a business date: the cash is counted and held against what the journal expects; missed days come first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.till import DENOMINATIONS, ClosingOutlook
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import cash, tills
from sync.protocol.bodies.cash import Closing, CountOfDenomination
from sync.protocol.kinds import EntryKind
from sync.rules.cash import cash_in_hand
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class ClosingDay:
    """What the closing screen asks for; per device and store."""

    database: Database
    pen: Pen
    reference: Reference

    def outlook(self) -> ClosingOutlook:
        """The date to close next: the oldest on which cash moved since the last closing, else today."""
        with self.database.reading() as session:
            days = self._days(session)
            return ClosingOutlook(days[0], _expected(session, days[0]), days[1:])

    def close(self, on: date, counts: Mapping[int, int], reason: str = "") -> str:
        """Write the closing of a date; `counts` are notes and coins by denomination. Returns its entry id.

        Raises Failure: day_not_over, day_closed_before, earlier_day_open (day), count_unfit, reason_not_chosen,
        store_rolled_back, or what the store raises.
        """
        if any(value not in DENOMINATIONS or number < 0 for value, number in counts.items()):
            raise Failure(FailureCode.COUNT_UNFIT)
        if on > self.pen.clock.today():
            raise Failure(FailureCode.DAY_NOT_OVER)
        with self.database.transaction() as session:
            if tills.closed(session, on):
                raise Failure(FailureCode.DAY_CLOSED_BEFORE)
            first = self._days(session)[0]
            if first < on:
                raise Failure(FailureCode.EARLIER_DAY_OPEN, day=first.isoformat())
            expected = _expected(session, on)
            counted = sum(value * number for value, number in counts.items())
            difference = counted - expected
            if difference and self.reference.reason(ReasonKind.CLOSING_DIFFERENCE, reason) is None:
                raise Failure(FailureCode.REASON_NOT_CHOSEN)
            body = Closing(
                on=on,
                counts=tuple(
                    CountOfDenomination(denomination=value, count=counts[value])
                    for value in DENOMINATIONS
                    if counts.get(value)
                ),
                counted=counted,
                expected=expected,
                difference=difference,
                reason=reason if difference else None,
            )
            action = self.pen.action(session)
            written = action.write(EntryKind.CLOSING, body)
            action.finish()
        return written.entry_id

    def _days(self, session: Session) -> tuple[date, ...]:
        today = self.pen.clock.today()
        return tills.open_days(session, today) or (today,)


def _expected(session: Session, on: date) -> int:
    return cash_in_hand(cash.facts(session, until=on))
