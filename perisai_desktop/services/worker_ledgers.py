"""The ledger of a worker: one line for each iuran month and receipt, with its bucket and its deposit."""

from collections.abc import Sequence
from datetime import date

from perisai_desktop.domain.worker import LedgerLine
from perisai_desktop.storage import entry_status
from perisai_desktop.storage.database import Session
from perisai_desktop.storage.projections import receipts
from perisai_desktop.storage.projections.receipts import LedgerRecord
from sync.rules.buckets import bucket_of
from sync.rules.iuran_month import IuranMonth
from sync.rules.states import DepositState, MoneyBucket


def ledger(session: Session, worker_id: str) -> tuple[LedgerLine, ...]:
    """What was paid for a worker, oldest month first."""
    months: dict[tuple[IuranMonth, str], list[LedgerRecord]] = {}
    for line in receipts.ledger_of(session, worker_id):
        months.setdefault((line.month, line.receipt or ""), []).append(line)
    return tuple(_line(session, month, number, lines) for (month, number), lines in months.items())


def bucket(session: Session, line: LedgerRecord) -> MoneyBucket:
    """Where the money of one line stands (sync/rules/README.md, "States")."""
    status = entry_status.status(session, line.entry_id)
    return bucket_of(
        status.review if status is not None else None,
        refunded=line.undone == "refunded",
        voided=line.undone == "voided",
    )


def _line(session: Session, month: IuranMonth, number: str, lines: Sequence[LedgerRecord]) -> LedgerLine:
    receipt = receipts.receipt(session, number)
    status = entry_status.status(session, receipt.entry_id) if receipt is not None else None
    return LedgerLine(
        month=month,
        total=sum(line.amount for line in lines),
        receipt_number=number,
        paid_on=receipt.on if receipt is not None else date(month.year, month.month, 1),
        bucket=bucket(session, lines[0]).value,
        deposit=status.deposit if status is not None and status.deposit else DepositState.IN_HAND,
    )
