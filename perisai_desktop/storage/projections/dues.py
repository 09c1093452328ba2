"""Writes until when each worker has paid, and when the next month falls due."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session

from perisai_desktop.storage.projections.ledger import ledger
from perisai_desktop.storage.projections.lives import changes
from perisai_desktop.storage.projections.workers import workers
from perisai_desktop.storage.tables.projections import DueRow
from perisai_desktop.storage.tables.registry import table_of
from sync.rules.iuran_month import IuranMonth, months_from
from sync.rules.membership import paid_until

dues = table_of(DueRow)

_membership = select(
    workers.c.enrolment_step,
    workers.c.card_step,
    workers.c.card_paid_until,
    workers.c.handed_to,
    workers.c.turned_away,
).where(workers.c.worker_id == bindparam("who"))
_payments = (
    select(ledger.c.month, func.max(ledger.c.undone.is_not(None)).label("undone"))
    .where(ledger.c.worker_id == bindparam("who"), ledger.c.step >= bindparam("begun"))
    .group_by(ledger.c.entry_id, ledger.c.month)
)
_ending = (
    select(changes.c.from_month)
    .where(
        changes.c.worker_id == bindparam("who"),
        changes.c.step > bindparam("begun"),
        changes.c.ended.is_not(None),
        changes.c.refused.is_(False),
    )
    .order_by(changes.c.step.desc())
    .limit(1)
)
_updating = update(workers).where(workers.c.worker_id == bindparam("who"))
_deleting = delete(dues).where(dues.c.worker_id == bindparam("who"))
_putting = insert(dues)
_putting = _putting.on_conflict_do_update(
    index_elements=["worker_id"],
    set_={"month": _putting.excluded.month, "due_on": _putting.excluded.due_on},
)


def refresh(session: Session, worker_ids: Iterable[str]) -> None:
    """Compute paid-until and the next due month of some workers from the lines of their membership.

    Behind the end of a membership nothing falls due, nor for who was handed to another agent or turned away.
    """
    for worker_id in sorted(worker_ids):
        _refresh(session, worker_id)


def _refresh(session: Session, worker_id: str) -> None:
    link = session.connection()
    worker = link.execute(_membership, {"who": worker_id}).one()
    begun = worker.enrolment_step or 0
    payments = link.execute(_payments, {"who": worker_id, "begun": begun}).all()
    carded = worker.card_paid_until if (worker.card_step or 0) > begun else None
    first, until = _run(carded, payments)
    change = {
        "first_month": None if first is None else str(first),
        "paid_until": None if until is None else str(until),
    }
    link.execute(_updating, {"who": worker_id, **change})
    following = first if until is None else until.plus(1)
    ended = link.execute(_ending, {"who": worker_id, "begun": begun}).scalar()
    elsewhere = worker.handed_to is not None or worker.turned_away is not None
    over = elsewhere or (ended is not None and str(following) >= ended)
    if following is None or over:
        link.execute(_deleting, {"who": worker_id})
        return
    row = {"worker_id": worker_id, "month": str(following), "due_on": following.due_on}
    link.execute(_putting, row)


def _run(carded: str | None, payments: Iterable[Any]) -> tuple[IuranMonth | None, IuranMonth | None]:
    """The membership's first month, and the end of its unbroken run of paid months.

    `carded` is until when the branch says it is paid. A month whose every payment was undone, be it in one
    programme, is not paid, whatever the branch's card says: an undone first month breaks the run. A card
    that ends before the month in front of the first one paid here is of an earlier membership.
    """
    undone: set[IuranMonth] = set()
    paid: set[IuranMonth] = set()
    for payment in payments:
        (undone if payment.undone else paid).add(IuranMonth.parse(payment.month))
    undone -= paid
    first = min((*paid, *undone), default=None)
    card = None if carded is None else IuranMonth.parse(carded)
    if card is not None and (first is None or card.plus(1) >= first):
        first = card if first is None else min(first, card)
        paid |= set(months_from(first, card.minus(first) + 1))
    return first, None if first is None else paid_until(first, paid - undone)
