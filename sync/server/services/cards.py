"""The cards of workers as the branch gives them to agents: who they are, and until when they have paid."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from sync.protocol.feed import WorkerPayload
from sync.rules.dates import parse_date
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import paid_until
from sync.server.domain.histories import EnrolmentHistory
from sync.server.services.intake_reading import read_histories
from sync.server.storage.store import UnitOfWork


def cards_of(tx: UnitOfWork, workers: Collection[str], month: IuranMonth) -> Iterator[WorkerPayload]:
    """The cards of workers as they live in a month, each once; who was purged has none."""
    newest = {history.worker_id: history for history in read_histories(tx, workers).values()}
    paid = tx.money.paid_months(workers)
    holders = tx.workers.holders({history.form.nik for history in newest.values()})
    numbers = {claim.worker_id: claim.kpj for claim in holders.values()}
    for worker_id in sorted(newest):
        history = newest[worker_id]
        if not history.purged:
            yield _card(history, paid.get(worker_id, ()), month, numbers.get(worker_id))


def _card(
    history: EnrolmentHistory, paid: Iterable[str], month: IuranMonth, kpj: str | None
) -> WorkerPayload:
    form = history.form_in(str(month))
    months = frozenset(IuranMonth.parse(one) for one in paid)
    first = history.first.first_month
    until = paid_until(IuranMonth.parse(first), months) if first else max(months, default=None)
    return WorkerPayload(
        worker_id=history.worker_id,
        nik=form.nik,
        name=form.name,
        birth_date=parse_date(form.birth_date),
        phone=form.phone or None,
        village=form.village or None,
        kpj=kpj,
        paid_until=None if until is None else str(until),
    )
