"""Finds workers as one types and shows the card of one: ledger, receipts, history, where the data is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from perisai_desktop.config.clock import Clock
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.worker import HistoryLine, StateFilter, WorkerCard, WorkerPage, WorkerRow
from perisai_desktop.services.life_events import life_events
from perisai_desktop.services.timelines import timeline
from perisai_desktop.services.worker_ledgers import ledger
from perisai_desktop.storage import entry_status, journal
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.entry_status import EntryStatus
from perisai_desktop.storage.places import Places
from perisai_desktop.storage.projections import receipts, search
from perisai_desktop.storage.projections.search import WorkerRecord
from perisai_desktop.storage.projections.standing import Standing
from sync.rules.iuran_month import IuranMonth
from sync.rules.membership import arrears
from sync.rules.states import ClientState

_STANDINGS = {
    StateFilter.UNSENT: Standing.UNSENT,
    StateFilter.WAITING: Standing.WAITING,
    StateFilter.TO_FIX: Standing.TO_FIX,
    StateFilter.APPROVED: Standing.APPROVED,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What the list of workers asks for."""

    database: Database
    gazetteer: Places
    clock: Clock

    def search(
        self,
        text: str = "",
        state: StateFilter = StateFilter.ALL,
        limit: int = 50,
        after: str | None = None,
    ) -> WorkerPage:
        """A page of workers: the newest that match what was typed, or all by name where nothing was."""
        today = self.clock.today()
        with self.database.reading() as session:
            found = search.find(
                session,
                text,
                standing=_STANDINGS.get(state),
                overdue_on=today if state is StateFilter.ARREARS else None,
                limit=limit,
                after=after,
            )
            enrolments = [worker.enrolment_id for worker in found.rows if worker.enrolment_id is not None]
            statuses = entry_status.of_entries(session, enrolments)
            living = search.in_month(session, found.rows, IuranMonth.of(today))
        rows = (self._row(worker, statuses.get(worker.enrolment_id or ""), today) for worker in living)
        return WorkerPage(tuple(rows), found.following)

    def counts(self) -> Mapping[StateFilter, int]:
        """How many workers each part of the list holds."""
        with self.database.reading() as session:
            found = search.counts(session, self.clock.today())
        counted = {state: found[standing.value] for state, standing in _STANDINGS.items()}
        return {**counted, StateFilter.ALL: found["all"], StateFilter.ARREARS: found["overdue"]}

    def card(self, worker_id: str) -> WorkerCard:
        """All that this laptop holds on a worker. Raises Failure(worker_unknown)."""
        with self.database.reading() as session:
            found = search.card(session, worker_id)
            if found is None:
                raise Failure(FailureCode.WORKER_UNKNOWN)
            (worker,) = search.in_month(session, (found,), IuranMonth.of(self.clock.today()))
            entries = entry_status.of_worker(session, worker_id)
            enrolment = _enrolment(worker, entries)
            place = self.gazetteer.place(worker.village)
            return WorkerCard(
                row=self._row(worker, enrolment, self.clock.today()),
                birth_date=worker.birth_on,
                phone=worker.phone,
                address=_address(session, worker, place.label if place is not None else ""),
                income=worker.income,
                ledger=ledger(session, worker_id),
                receipts=tuple(receipt.number for receipt in receipts.receipts_of(session, worker_id)),
                timeline=timeline(session, enrolment) if enrolment is not None else (),
                history=tuple(_history(entry) for entry in entries),
                life=life_events(session, worker_id),
            )

    def _row(self, worker: WorkerRecord, status: EntryStatus | None, today: date) -> WorkerRow:
        place = self.gazetteer.place(worker.village)
        return WorkerRow(
            worker_id=worker.worker_id,
            name=worker.name,
            nik=worker.nik,
            occupation=worker.occupation,
            place=place.label if place is not None else "",
            paid_until=worker.paid_until,
            arrears=_arrears(worker, today),
            client=status.client if status is not None else ClientState.ACKNOWLEDGED,
            review=status.review if status is not None else None,
            reason=status.reason if status is not None else None,
            kpj=worker.kpj,
            ended_from=worker.ended_from,
            handed_to=worker.handed_to,
            told=worker.told,
        )


def _arrears(worker: WorkerRecord, today: date) -> int:
    """Overdue months; behind the end of a membership, and of who is with another agent or was turned away, nothing is owed."""
    if worker.paid_until is None or worker.handed_to is not None or worker.turned_away is not None:
        return 0
    overdue = arrears(worker.paid_until, today)
    if worker.ended_from is None:
        return overdue
    return max(0, min(overdue, worker.ended_from.minus(worker.paid_until) - 1))


def _enrolment(worker: WorkerRecord, entries: tuple[EntryStatus, ...]) -> EntryStatus | None:
    return next((entry for entry in entries if entry.entry_id == worker.enrolment_id), None)


def _address(session: Session, worker: WorkerRecord, village: str) -> str:
    """Street and village; the street is gone after a purge."""
    stored = journal.entry(session, worker.enrolment_id) if worker.enrolment_id is not None else None
    personal = stored.personal_value if stored is not None else None
    street = str((personal or {}).get("street", ""))
    return ", ".join(part for part in (street, village) if part)


def _history(entry: EntryStatus) -> HistoryLine:
    return HistoryLine(
        entry_id=entry.entry_id,
        kind=entry.kind,
        at=entry.recorded_at,
        client=entry.client,
        review=entry.review,
    )
