"""What the screen of the collection round does: lists, opens one person, takes the cash and goes on to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.collection import (
    CollectionOutlook,
    DueFilter,
    DuePage,
    DueRow,
    DueTotals,
    Stranger,
    Terms,
)
from perisai_desktop.domain.failure import Failure
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.ui.paging import Paging
from perisai_desktop.ui.screens.collection.state import CollectionState
from sync.rules.iuran_month import IuranMonth

Show = Callable[[CollectionState], None]
PAGE = 100


class Rounds(Protocol):
    """Where people and sums of the round are read."""

    def page(
        self, text: str = "", part: DueFilter = DueFilter.DUE, limit: int = PAGE, after: str | None = None
    ) -> DuePage:
        """Some people by village, day and name."""

    def row(self, worker_id: str) -> DueRow | None:
        """One person as it stands now."""

    def totals(self) -> DueTotals:
        """Expected against paid."""


class Collecting(Protocol):
    """Where payments are priced and written."""

    def outlook(self, worker_id: str, told: Terms | None = None) -> CollectionOutlook:
        """What somebody can pay; raises Failure."""

    def outlook_of_stranger(self, stranger: Stranger, told: Terms) -> CollectionOutlook:
        """What somebody can pay who is not known here; raises Failure."""

    def collect(
        self, worker_id: str, first: IuranMonth, months: int, shown: int, told: Terms | None = None
    ) -> Receipt:
        """Contribution and receipt, durably; raises Failure."""

    def collect_from_stranger(
        self, stranger: Stranger, told: Terms, first: IuranMonth, months: int, shown: int
    ) -> Receipt:
        """The same of somebody who is not known here; raises Failure."""


class CollectionPresenter:
    """Every answer is matched to the question that is on screen; `issued` is told of each receipt."""

    def __init__(
        self,
        rounds: Rounds,
        collecting: Collecting,
        jobs: Jobs,
        show: Show,
        issued: Callable[[Receipt], None],
    ) -> None:
        self._rounds = rounds
        self._collecting = collecting
        self._jobs = jobs
        self._show = show
        self._issued = issued
        self._list = Paging(jobs, self._found, self._grown, self._failed)
        self.state = CollectionState()

    def refresh(self) -> None:
        """Read list, sums and the chosen person again; what is chosen stays chosen."""
        self._count()
        self._ask()
        if self.state.chosen is not None:
            self._open(self.state.chosen)

    def search(self, text: str) -> None:
        """Show the people that `text` finds: name, NIK, phone or village."""
        if text != self.state.text:
            self._present(replace(self.state, text=text))
            self._ask()

    def narrow(self, part: DueFilter) -> None:
        """Show another part of the round."""
        self._present(replace(self.state, part=part))
        self._ask()

    def reveal(self, worker_id: str, nik: str) -> None:
        """Search for `nik` among everybody, and open the person who has it."""
        self._present(
            replace(
                self.state,
                text=nik,
                part=DueFilter.ALL,
                chosen=worker_id,
                outlook=None,
                told=None,
                stranger=None,
                failure=None,
            )
        )
        self._count()
        self._ask()
        self._open(worker_id)

    def more(self) -> None:
        """The end of what is loaded came near: load on."""
        state = self.state
        if state.following is not None:
            self._list.more(lambda: self._rounds.page(state.text, state.part, PAGE, state.following))

    def choose(self, worker_id: str) -> None:
        """Open a person of the list."""
        if worker_id != self.state.chosen and not self.state.busy:
            state = replace(self.state, chosen=worker_id, outlook=None, told=None, stranger=None)
            self._present(replace(state, failure=None))
            self._open(worker_id)

    def step(self, by: int) -> None:
        """Choose the option so many places further."""
        if self.state.outlook is not None:
            self.take_option(self.state.option + by)

    def take_option(self, place: int) -> None:
        """Choose the option at `place`; beyond the ends nothing changes."""
        outlook = self.state.outlook
        if outlook is not None and 0 <= place < len(outlook.options) and not self.state.busy:
            self._present(replace(self.state, option=place))

    def take_terms(self, told: Terms, stranger: Stranger | None = None) -> None:
        """Price the chosen person by terms that are not known here, or somebody who is not in the list."""
        if stranger is None:
            self._present(replace(self.state, told=told, failure=None))
            if self.state.chosen is not None:
                self._open(self.state.chosen)
            return
        self._present(
            replace(self.state, told=told, stranger=stranger, chosen=None, outlook=None, failure=None)
        )
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._collecting.outlook_of_stranger(stranger, told),
            lambda outcome: self._opened(outcome, None),
        )

    def collect(self) -> None:
        """Take the cash for the chosen option; one payment at a time."""
        state, payment = self.state, self.state.payment
        if payment is None or state.busy or state.outlook is None:
            return
        worker_id, told, stranger = state.outlook.worker_id, state.told, state.stranger
        self._present(replace(state, busy=True, failure=None))
        first, months, shown = payment.first, payment.months, payment.quote.total

        def work() -> Receipt:
            if stranger is not None and told is not None:
                return self._collecting.collect_from_stranger(stranger, told, first, months, shown)
            return self._collecting.collect(worker_id, first, months, shown, told)

        self._jobs.run(Lane.LOCAL, work, self._collected)

    def receipt_closed(self) -> None:
        """The receipt was handed over: the next person of the list who owes something."""
        rows, place = self.state.rows, self.state.chosen_row
        behind = (*rows[place + 1 :], *rows[: max(place, 0)])
        following = next((row for row in behind if not row.paid and row.expected is not None), None)
        if following is not None:
            self.choose(following.worker_id)

    def _ask(self) -> None:
        state = self.state
        limit = PAGE if state.text else max(PAGE, len(state.rows))
        self._list.ask(lambda: self._rounds.page(state.text, state.part, limit, None))

    def _open(self, worker_id: str) -> None:
        told = self.state.told
        self._jobs.run(
            Lane.LOCAL,
            lambda: self._collecting.outlook(worker_id, told),
            lambda outcome: self._opened(outcome, worker_id),
        )

    def _count(self) -> None:
        self._jobs.run(Lane.LOCAL, self._rounds.totals, self._counted)

    def _found(self, page: DuePage) -> None:
        here = {row.worker_id for row in page.rows}
        chosen = self.state.chosen if self.state.chosen in here else None
        state = replace(self.state, rows=page.rows, following=page.following, loaded=True, chosen=chosen)
        self._present(state if chosen or state.stranger else replace(state, outlook=None))
        if chosen is None and page.rows and state.stranger is None:
            first = next((row for row in page.rows if not row.paid), page.rows[0])
            self.choose(first.worker_id)

    def _failed(self, failure: Failure) -> None:
        self._present(replace(self.state, failure=failure))

    def _grown(self, page: DuePage) -> None:
        self._present(replace(self.state, rows=self.state.rows + page.rows, following=page.following))

    def _opened(self, outcome: Ok[CollectionOutlook] | Err, worker_id: str | None) -> None:
        if worker_id != self.state.chosen:
            return
        if isinstance(outcome, Err):
            self._present(replace(self.state, outlook=None, failure=outcome.failure))
            return
        outlook = outcome.value
        same = self.state.outlook is not None and self.state.outlook.options == outlook.options
        option = self.state.option if same else outlook.usual
        self._present(replace(self.state, outlook=outlook, option=option))

    def _collected(self, outcome: Ok[Receipt] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            if self.state.chosen is not None:
                self._open(self.state.chosen)
            return
        receipt, came = outcome.value, self.state.stranger is not None
        self._present(replace(self.state, busy=False, stranger=None, chosen=receipt.worker_id))
        self._issued(receipt)
        self._jobs.run(Lane.LOCAL, lambda: self._rounds.row(receipt.worker_id), self._marked)
        self._count()
        if came:
            self._ask()
        self._open(receipt.worker_id)

    def _marked(self, outcome: Ok[DueRow | None] | Err) -> None:
        """Show who paid as paid, at the place where they stand."""
        if isinstance(outcome, Err) or outcome.value is None:
            return
        paid = outcome.value
        rows = tuple(paid if row.worker_id == paid.worker_id else row for row in self.state.rows)
        self._present(replace(self.state, rows=rows))

    def _counted(self, outcome: Ok[DueTotals] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, totals=outcome.value))

    def _present(self, state: CollectionState) -> None:
        self.state = state
        self._show(state)
