"""Writes movements of cash that are neither receipt nor deposit: float, shortage, surplus, hand-over."""

from dataclasses import dataclass

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.till import CashStep
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections import cash
from sync.protocol.bodies.cash import CashAdjustment
from sync.protocol.kinds import EntryKind
from sync.rules.cash import cash_in_hand
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference

_LEAVING = (CashStep.SHORTAGE, CashStep.HAND_OVER)


@dataclass(frozen=True, slots=True)
class Adjusting:
    """What the cash screen asks for."""

    database: Database
    pen: Pen
    reference: Reference

    def adjust(self, what: CashStep, amount: int, reason: str) -> str:
        """Write one movement, rupiah; cash that leaves can't be more than there is. Returns its entry id.

        Raises Failure: amount_missing, reason_not_chosen, cash_too_little (rupiah), store_rolled_back, or what the store raises.
        """
        if amount <= 0:
            raise Failure(FailureCode.AMOUNT_MISSING)
        if self.reference.reason(ReasonKind.CASH_ADJUSTMENT, reason) is None:
            raise Failure(FailureCode.REASON_NOT_CHOSEN)
        with self.database.transaction() as session:
            there = cash_in_hand(cash.facts(session))
            if what in _LEAVING and amount > there:
                raise Failure(FailureCode.CASH_TOO_LITTLE, rupiah=there)
            action = self.pen.action(session)
            body = CashAdjustment(what=what.value, amount=amount, reason=reason)
            written = action.write(EntryKind.CASH_ADJUSTMENT, body)
            action.finish()
        return written.entry_id
