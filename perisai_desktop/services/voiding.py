"""Asks the branch to void a receipt, or what one worker paid on it; its months count as unpaid here at once."""

from dataclasses import dataclass
from typing import Literal

from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.undoing import CoveredWorker, VoidOutlook
from perisai_desktop.services.pen import Pen
from perisai_desktop.storage import refusals
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.projections import receipts, search, standing
from perisai_desktop.storage.projections.ledger import GONE
from perisai_desktop.storage.projections.receipts import LedgerRecord, ReceiptRecord
from sync.protocol.bodies.parts import LineReference
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.kinds import EntryKind
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import breaks_run
from sync.rules.reasons import ReasonKind
from sync.rules.reference import Reference


@dataclass(frozen=True, slots=True)
class _Asked:
    """The receipt and those of its lines that are still there and are to be voided; `whole`: all of them."""

    receipt: ReceiptRecord
    lines: tuple[LedgerRecord, ...]
    whole: bool
    balance: int

    @property
    def rupiah(self) -> int:
        return sum(line.amount for line in self.lines) + (self.balance if self.whole else 0)


@dataclass(frozen=True, slots=True)
class Voiding:
    """What the void dialog asks for."""

    database: Database
    pen: Pen
    reference: Reference

    def covered(self, number: str) -> tuple[CoveredWorker, ...]:
        """The workers on a receipt with something left to void. Raises Failure(receipt_unknown)."""
        with self.database.reading() as session:
            if receipts.receipt(session, number) is None:
                raise Failure(FailureCode.RECEIPT_UNKNOWN)
            left: dict[str, int] = {}
            for line in receipts.lines_of(session, number):
                if line.undone not in GONE:
                    left[line.worker_id] = left.get(line.worker_id, 0) + line.amount
            cards = {worker_id: search.card(session, worker_id) for worker_id in left}
        return tuple(
            CoveredWorker(worker_id, "" if (card := cards[worker_id]) is None else card.name, rupiah)
            for worker_id, rupiah in left.items()
        )

    def outlook(self, number: str, worker_id: str | None = None) -> VoidOutlook:
        """What would be voided, said before it is asked for.

        Raises Failure: receipt_unknown, worker_unknown, receipt_deposited, void_requested_before, void_not_newest,
        nothing_to_void.
        """
        with self.database.reading() as session:
            asked = _asked(session, number, worker_id)
            months: dict[str, tuple[IuranMonth, ...]] = {}
            for line in asked.lines:
                found = months.get(line.worker_id, ())
                months[line.worker_id] = found if line.month in found else (*found, line.month)
            broken = any(_breaks(session, who, without) for who, without in months.items())
        return VoidOutlook(number, asked.rupiah, months, broken)

    def request(
        self,
        number: str,
        reason: str,
        cash: Literal["no_cash", "cash_taken"],
        worker_id: str | None = None,
    ) -> str:
        """Ask for the void of a receipt, or of one worker on it; returns the request's entry id.

        `reason` is a code of the reference data, `cash` whether money was taken for what is to be voided.
        Raises Failure: those of `outlook`, reason_not_chosen, store_rolled_back, or what the store raises.
        """
        if self.reference.reason(ReasonKind.VOID, reason) is None:
            raise Failure(FailureCode.REASON_NOT_CHOSEN)
        with self.database.transaction() as session:
            asked = _asked(session, number, worker_id)
            lines = None
            if not asked.whole:
                lines = tuple(LineReference(contribution=one.entry_id, line=one.line) for one in asked.lines)
            body = VoidRequest(receipt=asked.receipt.entry_id, lines=lines, reason=reason, cash=cash)
            workers = {line.worker_id for line in asked.lines}
            action = self.pen.action(session)
            written = action.write(
                EntryKind.VOID_REQUEST, body, worker_id=workers.pop() if len(workers) == 1 else None
            )
            action.finish()
        return written.entry_id

    def seen(self, request_id: str) -> None:
        """The agent has read why a request was refused: it leaves the counter."""
        with self.database.transaction() as session:
            standing.refresh(session, refusals.settle_seen(session, request_id, self.pen.clock.now()))


def _asked(session: Session, number: str, worker_id: str | None) -> _Asked:
    """Everything that must hold before a void is asked for (sync/rules/README.md, "Void")."""
    receipt = receipts.receipt(session, number)
    if receipt is None:
        raise Failure(FailureCode.RECEIPT_UNKNOWN)
    every = receipts.lines_of(session, number)
    chosen = [line for line in every if worker_id in (None, line.worker_id)]
    if worker_id is not None and not chosen:
        raise Failure(FailureCode.WORKER_UNKNOWN)
    if receipt.deposited_by is not None:
        raise Failure(FailureCode.RECEIPT_DEPOSITED)
    left = tuple(line for line in chosen if line.undone not in GONE)
    if not left:
        raise Failure(FailureCode.NOTHING_TO_VOID)
    if any(line.undone is not None for line in left):
        raise Failure(FailureCode.VOID_REQUESTED_BEFORE)
    if any(receipts.newest_payment(session, line.worker_id) != number for line in left):
        raise Failure(FailureCode.VOID_NOT_NEWEST)
    balance = receipt.total - sum(line.amount for line in every)
    return _Asked(receipt, left, len(chosen) == len(every), balance)


def _breaks(session: Session, worker_id: str, without: tuple[IuranMonth, ...]) -> bool:
    """Whether a membership loses its first paid month, or a month in front of others that are paid."""
    worker = search.card(session, worker_id)
    first = None if worker is None else worker.first_month
    paid = {line.month for line in receipts.ledger_of(session, worker_id) if line.undone is None}
    return first is None or first in without or breaks_run(first, paid, without)
