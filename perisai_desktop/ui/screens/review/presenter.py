"""What the reviewer's screen does: loads the queue, opens records one by one, and sends decisions to the server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import FailureCode
from perisai_desktop.domain.laptop import LaptopGap
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.queue_page import QueuePage, joined
from perisai_desktop.domain.review import FoundWorker, QueueGroup, ReviewRecord
from perisai_desktop.ui.screens.review.ahead import Ahead
from perisai_desktop.ui.screens.review.draft import begun, commented, uncommented, without_decision, worded
from perisai_desktop.ui.screens.review.pages import QueuePages
from perisai_desktop.ui.screens.review.ports import Reviewing
from perisai_desktop.ui.screens.review.queues import QueueFilter, proposed, settled
from perisai_desktop.ui.screens.review.sending import NOTED, Ruling, handing, missing, ruling
from perisai_desktop.ui.screens.review.state import Decision, ReviewScreenState
from sync.rules.states import ReviewState

Show = Callable[[ReviewScreenState], None]


class ReviewPresenter:
    """Decides only on the content that is on screen: each decision names the record's hash.

    While a record is looked at the next one is read, so that it is on screen before the decision has arrived; what
    was typed (comments, a reason) stays on screen until the server has it. `reads_only`: none is claimed or read ahead.
    """

    def __init__(self, reviewing: Reviewing, jobs: Jobs, show: Show, *, reads_only: bool = False) -> None:
        self._reviewing = reviewing
        self._jobs = jobs
        self._show = show
        self._pages = QueuePages(reviewing, jobs, self._continued)
        self._ahead = Ahead()
        self._wanted: str | None = None
        self.state = ReviewScreenState(reads_only=reads_only)

    def load(self, then_open: str | None = None) -> None:
        """Read the queue from the server; `then_open` is the entry to open, if not in another list, or else the first."""
        self._present(replace(self.state, busy=True, failure=None))
        self._pages.read(lambda outcome: self._loaded(outcome, then_open))
        self._jobs.run(Lane.NETWORK, self._reviewing.gaps, self._measured)

    def narrow(self, shown: QueueFilter) -> None:
        """Show another part of the queue."""
        self._present(replace(self.state, shown=shown))

    def open(self, entry_id: str) -> None:
        """Open a record: the server notes who looks at it, so that two reviewers do not collide.

        One that waits for its agent, or is a duplicate already, is only read.
        """
        if self.state.busy:
            return
        self._wanted = entry_id
        claims = self.state.claimable(entry_id)
        read = self._reviewing.open if claims else self._reviewing.record
        known = self._ahead.get(entry_id) if claims else None
        after = without_decision(replace(self.state, busy=known is None, failure=None))
        self._present(after if known is None else replace(after, record=known, unclaimed=True))
        self._jobs.run(Lane.NETWORK, lambda: read(entry_id), lambda outcome: self._opened(outcome, entry_id))

    def step(self, by: int) -> None:
        """Move to the next (`by` = 1) or the previous (-1) record of the list."""
        if (there := self.state.neighbour(by)) is not None:
            self.open(there)

    def has_read(self, entry_id: str) -> bool:
        """Whether a record would be on screen at once."""
        return self._ahead.get(entry_id) is not None

    def begin(self, decision: Decision) -> None:
        """Start a send-back or a refusal: its reason comes next. Or a search for the owner of money."""
        if self.state.may(decision):
            self._present(begun(self.state, decision))
            payer = self.state.payer
            if decision is Decision.ATTRIBUTE and payer is not None:
                self.seek(payer.nik or payer.name)
                self._search()

    def seek(self, text: str) -> None:
        """Take the NIK or name that is looked for."""
        self._present(replace(self.state, sought=text))

    def give(self, worker_id: str) -> None:
        """Say that the money was paid for this worker; the record stays open to be decided."""
        record, payer = self.state.record, self.state.payer
        if record is None or payer is None or self.state.busy:
            return
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(
            Lane.NETWORK,
            lambda: self._reviewing.attribute(record.entry_id, record.hash, payer.worker_id, worker_id),
            self._given,
        )

    def cancel(self) -> None:
        """Leave the decision that was begun; nothing was sent."""
        self._present(without_decision(self.state))

    def comment_on(self, field: str) -> None:
        """Add a comment on a field of the form, empty at first."""
        self._present(commented(self.state, field))

    def write_comment(self, field: str, text: str) -> None:
        """Take its words."""
        self._present(worded(self.state, field, text))

    def drop_comment(self, field: str) -> None:
        """Take a comment away."""
        self._present(uncommented(self.state, field))

    def give_reason(self, code: str) -> None:
        """Choose the coded reason of a send-back or refusal."""
        self._present(replace(self.state, reason=code, failure=None))

    def write_note(self, text: str) -> None:
        """Take the note beside the reason."""
        self._present(replace(self.state, note=text))

    def approve(self) -> None:
        """Approve the record as it stands on screen."""
        record = self.state.record
        if record is not None and self.state.approvable:
            work = lambda: self._reviewing.approve(record.entry_id, record.hash)  # noqa: E731
            self._pass_on(record, Ruling(work, ReviewState.APPROVED))

    def mark_duplicate(self) -> None:
        """Say that the person is registered already; a person at the branch follows it up. Or take that back."""
        record = self.state.record
        if record is None or not self.state.correctable:
            self._take_back(record if self.state.called_duplicate else None)
            return

        def work() -> bool:
            self._reviewing.duplicate(record.entry_id, record.hash)
            return True

        self._pass_on(record, Ruling(work, ReviewState.DUPLICATE))

    def undo(self) -> None:
        """Take back that the last record was a duplicate: the one decision that can be."""
        self._take_back(self.state.undoable)

    def _take_back(self, record: ReviewRecord | None) -> None:
        if record is None or self.state.busy:
            return
        self._present(without_decision(replace(self.state, busy=True, failure=None)))
        work = lambda: self._reviewing.not_duplicate(record.entry_id, record.hash)  # noqa: E731
        self._jobs.run(Lane.NETWORK, work, lambda outcome: self._undone(outcome, record.entry_id))

    def send(self) -> None:
        """Send what was begun, or the search; where something is missing the server is not even asked."""
        record, state = self.state.record, self.state
        if state.deciding is Decision.ATTRIBUTE:
            self._search()
            return
        if record is None or state.deciding is None or not state.may(state.deciding):
            return
        lacking = missing(state)
        if lacking is not None:
            self._present(replace(state, failure=lacking))
        elif state.deciding in NOTED:
            self._present(replace(state, busy=True, failure=None))
            self._jobs.run(Lane.NETWORK, handing(self._reviewing, record, state), self._given)
        else:
            self._wait_for(record, ruling(self._reviewing, record, state))

    def _search(self) -> None:
        text = self.state.sought.strip()
        if text and not self.state.busy:
            self._present(replace(self.state, busy=True, failure=None))
            self._jobs.run(Lane.NETWORK, lambda: self._reviewing.workers(text), self._sought)

    def _sought(self, outcome: Ok[tuple[FoundWorker, ...]] | Err) -> None:
        failure = outcome.failure if isinstance(outcome, Err) else None
        found = self.state.found if isinstance(outcome, Err) else outcome.value
        self._present(replace(self.state, busy=False, failure=failure, found=found))

    def _given(self, outcome: Ok[ReviewRecord] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._ahead.keep(outcome.value)
        self._present(without_decision(replace(self.state, busy=False, record=outcome.value)))
        self.load(outcome.value.entry_id)

    def _pass_on(self, record: ReviewRecord, decision: Ruling) -> None:
        """Show the next record while the decision on this one travels; it comes back where the server refuses."""
        following = self.state.following(record.entry_id)
        sent = replace(self.state, record=None, sending=self.state.sending | {record.entry_id}, failure=None)
        self.state = without_decision(sent)
        self._jobs.run(Lane.NETWORK, decision.work, lambda told: self._passed(told, record, decision.state))
        if following is None:
            self._show(self.state)
        else:
            self.open(following)

    def _passed(self, outcome: Ok[bool] | Err, record: ReviewRecord, state: ReviewState) -> None:
        sending = self.state.sending - {record.entry_id}
        if isinstance(outcome, Err):
            self._ahead.drop(record.entry_id)
            back = replace(self.state, sending=sending, failure=outcome.failure)
            if self.state.deciding is None:
                self._wanted = record.entry_id
                back = replace(back, record=record, unclaimed=False, busy=False)
            self._present(back)
            return
        undoable = record if state is ReviewState.DUPLICATE else None
        self._present(replace(self.state, sending=sending, undoable=undoable))
        self._count(record.entry_id, state, stands=outcome.value)

    def _wait_for(self, record: ReviewRecord, decision: Ruling) -> None:
        """Keep what was typed on screen until the server has it."""
        following = self.state.following(record.entry_id)
        self._present(replace(self.state, busy=True, failure=None))

        def done(outcome: Ok[bool] | Err) -> None:
            if isinstance(outcome, Err):
                self._present(replace(self.state, busy=False, failure=outcome.failure))
                return
            self._present(without_decision(replace(self.state, busy=False, record=None, undoable=None)))
            self._count(record.entry_id, decision.state, stands=outcome.value)
            if following is not None:
                self.open(following)

        self._jobs.run(Lane.NETWORK, decision.work, done)

    def _count(self, entry_id: str, state: ReviewState, *, stands: bool) -> None:
        """Take a decided record out of the queue; an empty queue is read again."""
        self._ahead.drop(entry_id)
        groups = self.state.groups
        after = settled(groups, entry_id, state) if stands else proposed(groups, entry_id)
        self._present(replace(self.state, groups=after, decided=self.state.decided + 1))
        if not (self.state.records or self.state.busy):
            self.load()

    def _undone(self, outcome: Ok[None] | Err, entry_id: str) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        groups = settled(self.state.groups, entry_id, ReviewState.IN_REVIEW)
        self.state = replace(self.state, busy=False, groups=groups, undoable=None)
        self.open(entry_id)

    def _loaded(self, outcome: Ok[QueuePage] | Err, then_open: str | None) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._present(replace(self.state, groups=outcome.value.groups, busy=False, loaded=True))
        ids = [record.entry_id for record in self.state.records]
        if then_open is not None and (then_open in ids or self.state.held(then_open) is None):
            self.open(then_open)
        elif ids and self.state.record is None:
            self.open(ids[0])

    def _continued(self, groups: tuple[QueueGroup, ...]) -> None:
        self._present(replace(self.state, groups=joined(self.state.groups, groups)))

    def _measured(self, outcome: Ok[tuple[LaptopGap, ...]] | Err) -> None:
        if isinstance(outcome, Ok):
            self._present(replace(self.state, gaps=outcome.value))

    def _opened(self, outcome: Ok[ReviewRecord] | Err, entry_id: str) -> None:
        """What the server says of a record; one that was left meanwhile is not shown again."""
        if entry_id != self._wanted:
            return
        if isinstance(outcome, Err):
            self._ahead.drop(entry_id)
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            if outcome.failure.code is FailureCode.RECORD_TAKEN:
                self._jobs.run(Lane.NETWORK, lambda: self._reviewing.record(entry_id), self._seen)
            return
        self._ahead.keep(outcome.value)
        self._present(replace(self.state, busy=False, unclaimed=outcome.value.taken, record=outcome.value))
        self._read_ahead(entry_id)

    def _seen(self, outcome: Ok[ReviewRecord] | Err) -> None:
        """A record that a colleague has open, as it stands."""
        if isinstance(outcome, Ok) and outcome.value.entry_id == self._wanted:
            self._present(replace(self.state, record=outcome.value, unclaimed=True))

    def _read_ahead(self, entry_id: str) -> None:
        """Read the record behind this one while this one is looked at."""
        following = self.state.following(entry_id)
        if following and not self._ahead.get(following) and self.state.claimable(following):
            self._jobs.run(Lane.NETWORK, lambda: self._reviewing.record(following), self._read)

    def _read(self, outcome: Ok[ReviewRecord] | Err) -> None:
        if isinstance(outcome, Ok):
            self._ahead.keep(outcome.value)
            self._present(replace(self.state, ahead=outcome.value))

    def _present(self, state: ReviewScreenState) -> None:
        self.state = state
        self._show(state)
