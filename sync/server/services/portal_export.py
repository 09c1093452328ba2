"""Approved enrolments for the agency's portal, a page at a time; who took which of them is written down."""

from __future__ import annotations

from sync.protocol.canonical import JsonValue
from sync.protocol.portal import MOST_LINES, PortalLine, PortalPage
from sync.rules.dates import parse_date
from sync.rules.iuran_month import IuranMonth
from sync.rules.regions import Gazetteer
from sync.server.clock import Clock
from sync.server.domain.histories import EnrolmentHistory
from sync.server.services.accounts import SignedIn
from sync.server.services.auditing import audit
from sync.server.services.intake_reading import read_histories
from sync.server.storage.records import Review
from sync.server.storage.store import Store


class PortalExport:
    """Of the person's own branch, what the agency has not answered."""

    def __init__(self, store: Store, clock: Clock, gazetteer: Gazetteer) -> None:
        self._store = store
        self._clock = clock
        self._gazetteer = gazetteer

    def page(self, person: SignedIn, after: str = "") -> PortalPage:
        """The lines above an entry id, each as its worker lives in this month; the audit trail names them.

        A record that was purged, or whose bytes cannot be read, has no line: nobody can type it anywhere.
        """
        at, branch_id = self._clock.now(), person.branch_id or ""
        with self._store.transaction() as tx:
            reviews = tx.reviews.unanswered(branch_id, after, MOST_LINES)
            total = tx.reviews.count_unanswered(branch_id)
            histories = read_histories(tx, {one.worker_id or one.entry_id for one in reviews})
            numbers = {agent.agent_id: agent.number for agent in tx.organisation.agents(person.branch_id)}
            written = [
                (review, histories[review.entry_id])
                for review in reviews
                if review.entry_id in histories and not histories[review.entry_id].purged
            ]
            if written:
                taken: list[JsonValue] = [review.entry_id for review, _ in written]
                audit(tx, at, person.account_id, "portal_exported", branch_id, entries=taken)
        month = str(IuranMonth.of(at.date()))
        return PortalPage(
            lines=tuple(
                self._line(review, history, month, numbers[review.agent_id]) for review, history in written
            ),
            total=total,
            after=reviews[-1].entry_id if len(reviews) == MOST_LINES else None,
        )

    def _line(self, review: Review, history: EnrolmentHistory, month: str, number: str) -> PortalLine:
        form = history.form_in(month)
        place = self._gazetteer.place(form.village)
        return PortalLine(
            entry_id=review.entry_id,
            nik=form.nik,
            name=form.name,
            birth_place=form.birth_place,
            birth_date=parse_date(form.birth_date),
            sex=form.sex,
            street=form.street,
            rt=form.rt,
            rw=form.rw,
            village=form.village,
            place="" if place is None else place.label,
            phone=form.phone,
            occupation=form.occupation,
            income=form.income,
            programmes=tuple(dict.fromkeys(line.programme for line in history.lines)),
            months=tuple(sorted({line.month for line in history.lines})),
            rupiah=sum(line.amount for line in history.lines),
            receipt_number=review.receipt_number,
            agent_number=number,
        )
