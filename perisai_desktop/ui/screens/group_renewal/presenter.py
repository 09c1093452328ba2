"""What the dialog of a kelompok that pays on does: lists, opens one, ticks its members, and takes the money."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.group_renewal import MemberPayment, PayerDue, RenewalOutlook
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.receipt import Receipt
from perisai_desktop.ui.screens.group_renewal.state import GroupRenewalState

Show = Callable[[GroupRenewalState], None]


class Payers(Protocol):
    """Where the kelompok are read."""

    def all(self) -> tuple[PayerDue, ...]:
        """Those with somebody served here."""

    def step_of(self, worker_id: str) -> int | None:
        """The contribution by which a worker belongs to one."""


class GroupRenewing(Protocol):
    """Where the payments of a kelompok are priced and written."""

    def outlook(self, steps: Sequence[int]) -> RenewalOutlook:
        """Every member with what can be paid now; raises Failure."""

    def renew(self, steps: Sequence[int], payments: Sequence[MemberPayment], shown: int) -> Receipt:
        """One contribution and its receipt, durably; raises Failure."""


class GroupRenewalPresenter:
    """`issued` hears of the receipt of a kelompok that needs one alone, `written` of every receipt."""

    def __init__(
        self,
        payers: Payers,
        renewing: GroupRenewing,
        jobs: Jobs,
        show: Show,
        issued: Callable[[Receipt], None],
        written: Callable[[], None],
    ) -> None:
        self._payers = payers
        self._renewing = renewing
        self._jobs = jobs
        self._show = show
        self._issued = issued
        self._written = written
        self.state = GroupRenewalState()

    def load(self, worker_id: str | None = None) -> None:
        """Read the kelompok; that of a worker is to be chosen."""

        def work() -> tuple[tuple[PayerDue, ...], int | None]:
            wanted = None if worker_id is None else self._payers.step_of(worker_id)
            return self._payers.all(), wanted

        self._jobs.run(Lane.LOCAL, work, self._loaded)

    def search(self, text: str) -> None:
        """Show the kelompok that `text` finds, by who pays or by village."""
        self._present(replace(self.state, text=text))

    def open(self, steps: tuple[int, ...]) -> None:
        """Open a kelompok: whoever owes something is ticked, but not who was left out last time or took the consent back."""
        if not self.state.busy:
            self._jobs.run(Lane.LOCAL, lambda: self._renewing.outlook(steps), self._opened)

    def back(self) -> None:
        """Back to the list; nothing was written."""
        if not self.state.busy:
            self._present(replace(self.state, outlook=None, failure=None))

    def choose(self, row: int) -> None:
        """Choose a member."""
        self._present(replace(self.state, row=row))

    def tick(self, row: int) -> None:
        """Tick a member, or leave one out; who can't be paid for stays out."""
        state = self.state
        if 0 <= row < len(state.members) and state.members[row].options and not state.busy:
            ticked = state.ticked ^ {state.members[row].worker_id}
            self._present(replace(state, ticked=ticked, row=row, failure=None))

    def tick_all(self) -> None:
        """Tick everybody who can be paid for; where they all are, nobody."""
        state = self.state
        every = frozenset(one.worker_id for one in state.members if one.options)
        if not state.busy:
            ticked = frozenset() if state.ticked == every else every
            self._present(replace(state, ticked=ticked, failure=None))

    def take_months(self, ahead: int) -> None:
        """So many months beyond what is overdue for everybody, 0 for what is owed."""
        if not self.state.busy:
            self._present(replace(self.state, ahead=ahead, own={}, failure=None))

    def step_all(self, by: int) -> None:
        """The choice of months for everybody so many places further; beyond the ends nothing changes."""
        outlook = self.state.outlook
        offered = (0, *(() if outlook is None else outlook.offered))
        place = offered.index(self.state.ahead) + by
        if 0 <= place < len(offered):
            self.take_months(offered[place])

    def step(self, by: int) -> None:
        """The chosen member pays fewer or more months than the others."""
        state = self.state
        if not 0 <= state.row < len(state.members) or state.busy:
            return
        member = state.members[state.row]
        place = state.place(member) + by
        if 0 <= place < len(member.options):
            own = {**state.own, member.worker_id: place}
            self._present(replace(state, own=own, failure=None))

    def pay(self) -> None:
        """Take the money for everybody who is ticked, one receipt after the other."""
        state = self.state
        if state.outlook is None or state.busy or not state.receipts:
            return
        parts = [(part, state.price(part)) for part in state.receipts]
        self._present(replace(state, paying=len(parts), paid=0, issued=(), failure=None))
        self._go_on(state.outlook.steps, parts)

    def _go_on(self, steps: tuple[int, ...], left: Sequence[tuple[tuple[MemberPayment, ...], int]]) -> None:
        if not left:
            self._all_paid()
            return
        payments, shown = left[0]

        def paid(outcome: Ok[Receipt] | Err) -> None:
            if isinstance(outcome, Err):
                self._broke_off(steps, outcome)
                return
            state = self.state
            self._present(replace(state, paid=state.paid + 1, issued=(*state.issued, outcome.value)))
            self._written()
            self._go_on(steps, left[1:])

        self._jobs.run(Lane.LOCAL, lambda: self._renewing.renew(steps, payments, shown), paid)

    def _all_paid(self) -> None:
        issued = self.state.issued
        self._present(replace(self.state, paying=0, outlook=None))
        if len(issued) == 1:
            self._issued(issued[0])
        else:
            self.load()

    def _broke_off(self, steps: tuple[int, ...], outcome: Err) -> None:
        """Read what is owed again; behind receipts that are written the list shows who is left."""
        state = replace(self.state, paying=0, failure=outcome.failure)
        if state.issued:
            self._present(replace(state, outlook=None))
            self.load()
        else:
            self._present(state)
            self._jobs.run(Lane.LOCAL, lambda: self._renewing.outlook(steps), self._opened_again)

    def _loaded(self, outcome: Ok[tuple[tuple[PayerDue, ...], int | None]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, loaded=True, failure=outcome.failure))
        else:
            kelompok, wanted = outcome.value
            self._present(replace(self.state, loaded=True, kelompok=kelompok, wanted=wanted))

    def _opened(self, outcome: Ok[RenewalOutlook] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, failure=outcome.failure))
            self.load()
            return
        ticked = frozenset(one.worker_id for one in outcome.value.members if one.ready)
        state = replace(self.state, outlook=outcome.value, ticked=ticked, ahead=0, own={}, row=0)
        self._present(replace(state, issued=(), failure=None))

    def _opened_again(self, outcome: Ok[RenewalOutlook] | Err) -> None:
        """Whoever was paid for meanwhile is left out where nothing is due: the sum would be the same for a month more."""
        if isinstance(outcome, Err):
            self._present(replace(self.state, outlook=None, failure=outcome.failure))
            return
        until = {one.worker_id: one.until for one in self.state.members}
        stand = {
            one.worker_id
            for one in outcome.value.members
            if one.options and (one.due or one.until == until.get(one.worker_id))
        }
        self._present(replace(self.state, outlook=outcome.value, ticked=self.state.ticked & stand, own={}))

    def _present(self, state: GroupRenewalState) -> None:
        self.state = state
        self._show(state)
