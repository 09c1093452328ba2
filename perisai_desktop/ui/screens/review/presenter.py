"""What the reviewer's screen does: loads the queue, opens records one by one, and sends decisions to the server."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from perisai_desktop.background.ports import Jobs, Lane
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.domain.outcome import Err, Ok
from perisai_desktop.domain.review import FoundWorker, QueueGroup, ReviewRecord
from perisai_desktop.domain.task import FieldComment
from perisai_desktop.ui.screens.review.state import CLAIMABLE, Decision, QueueFilter, ReviewScreenState

Show = Callable[[ReviewScreenState], None]


class Reviewing(Protocol):
    """The reviewer's session at the server; every method raises Failure where the server refuses or is not there."""

    def queue(self) -> tuple[QueueGroup, ...]:
        """What is to be decided, by agent and day."""

    def record(self, entry_id: str) -> ReviewRecord:
        """Read a record in full without claiming it."""

    def open(self, entry_id: str) -> ReviewRecord:
        """Claim a record and read it in full."""

    def approve(self, entry_id: str, digest: str) -> None:
        """Approve the content with this hash."""

    def send_back(
        self, entry_id: str, digest: str, comments: tuple[FieldComment, ...], reason: str, note: str = ""
    ) -> None:
        """Ask the agent to correct the fields that are commented on."""

    def refuse(self, entry_id: str, digest: str, reason: str, note: str = "") -> None:
        """Refuse for a coded reason."""

    def duplicate(self, entry_id: str, digest: str) -> None:
        """Say that the same person exists already."""

    def workers(self, text: str) -> tuple[FoundWorker, ...]:
        """Workers of the branch with this NIK, or whose name begins so."""

    def attribute(self, entry_id: str, digest: str, payer: str, worker_id: str) -> ReviewRecord:
        """Say for whom money was paid that names somebody unknown; the record as it stands then."""


class ReviewPresenter:
    """Decides only on the content that is on screen: each decision names the record's hash."""

    def __init__(self, reviewing: Reviewing, jobs: Jobs, show: Show) -> None:
        self._reviewing = reviewing
        self._jobs = jobs
        self._show = show
        self.state = ReviewScreenState()

    def load(self, then_open: str | None = None) -> None:
        """Read the queue from the server; `then_open` is the entry to open, or else the first that waits."""
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(Lane.NETWORK, self._reviewing.queue, lambda outcome: self._loaded(outcome, then_open))

    def narrow(self, shown: QueueFilter) -> None:
        """Show another part of the queue."""
        self._present(replace(self.state, shown=shown))

    def open(self, entry_id: str) -> None:
        """Open a record: the server notes who looks at it, so that two reviewers do not collide.

        One that waits for its agent, or is a duplicate already, is only read.
        """
        if self.state.busy:
            return
        found = (record for group in self.state.groups for record in group.records)
        claimable = all(record.state in CLAIMABLE for record in found if record.entry_id == entry_id)
        read = self._reviewing.open if claimable else self._reviewing.record
        self._present(_without_decision(replace(self.state, busy=True, failure=None)))
        self._jobs.run(Lane.NETWORK, lambda: read(entry_id), self._opened)

    def step(self, by: int) -> None:
        """Move to the next (`by` = 1) or the previous (-1) record of the list."""
        records = self.state.records
        if not records:
            return
        ids = [record.entry_id for record in records]
        here = (
            ids.index(self.state.record.entry_id)
            if self.state.record and self.state.record.entry_id in ids
            else -1
        )
        there = here + by if here >= 0 else 0
        if 0 <= there < len(ids):
            self.open(ids[there])

    def begin(self, decision: Decision) -> None:
        """Start a send-back or a refusal: its reason comes next. Or a search for the owner of money."""
        may = {
            Decision.SEND_BACK: self.state.correctable,
            Decision.REFUSE: self.state.decidable,
            Decision.ATTRIBUTE: self.state.attributable,
        }
        if may[decision]:
            self._present(replace(_without_decision(self.state), deciding=decision))
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
        self._present(_without_decision(self.state))

    def comment_on(self, field: str) -> None:
        """Add a comment on a field of the form, empty at first."""
        record = self.state.record
        if (
            record is None
            or not self.state.correctable
            or any(comment.field == field for comment in self.state.comments)
        ):
            return
        comment = FieldComment(field, "", record.form.get(field, ""))
        self._present(replace(self.state, comments=(*self.state.comments, comment)))

    def write_comment(self, field: str, text: str) -> None:
        """Take the words of a comment."""
        comments = tuple(
            replace(each, text=text) if each.field == field else each for each in self.state.comments
        )
        self._present(replace(self.state, comments=comments, failure=None))

    def drop_comment(self, field: str) -> None:
        """Take a comment away."""
        comments = tuple(comment for comment in self.state.comments if comment.field != field)
        self._present(replace(self.state, comments=comments))

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
            self._decide(record, lambda: self._reviewing.approve(record.entry_id, record.hash))

    def mark_duplicate(self) -> None:
        """Say that the person is registered already; a person at the branch follows it up."""
        record = self.state.record
        if record is not None and self.state.correctable:
            self._decide(record, lambda: self._reviewing.duplicate(record.entry_id, record.hash))

    def send(self) -> None:
        """Send the send-back or refusal that was begun, or the search; without a reason the server is not even asked."""
        record, state = self.state.record, self.state
        if state.deciding is Decision.ATTRIBUTE:
            self._search()
            return
        if record is None or not state.decidable or state.deciding is None:
            return
        if not state.reason:
            self._present(replace(state, failure=Failure(FailureCode.REASON_UNKNOWN)))
            return
        if state.deciding is Decision.SEND_BACK:
            comments = tuple(comment for comment in state.comments if comment.text.strip())
            self._decide(
                record,
                lambda: self._reviewing.send_back(
                    record.entry_id, record.hash, comments, state.reason, state.note
                ),
            )
        else:
            self._decide(
                record, lambda: self._reviewing.refuse(record.entry_id, record.hash, state.reason, state.note)
            )

    def _search(self) -> None:
        text = self.state.sought.strip()
        if not text or self.state.busy:
            return
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(Lane.NETWORK, lambda: self._reviewing.workers(text), self._sought)

    def _sought(self, outcome: Ok[tuple[FoundWorker, ...]] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._present(replace(self.state, busy=False, found=outcome.value))

    def _given(self, outcome: Ok[ReviewRecord] | Err) -> None:
        self._opened(outcome)
        if isinstance(outcome, Ok):
            self._present(_without_decision(self.state))
            self.load(outcome.value.entry_id)

    def _decide(self, record: ReviewRecord, work: Callable[[], None]) -> None:
        following = self._following(record.entry_id)
        self._present(replace(self.state, busy=True, failure=None))
        self._jobs.run(Lane.NETWORK, work, lambda outcome: self._decided(outcome, following))

    def _decided(self, outcome: Ok[None] | Err, following: str | None) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        done = _without_decision(replace(self.state, busy=False, record=None, decided=self.state.decided + 1))
        self._present(done)
        self.load(following)

    def _following(self, entry_id: str) -> str | None:
        ids = [record.entry_id for record in self.state.records]
        if entry_id not in ids:
            return None
        behind = ids[ids.index(entry_id) + 1 :]
        return behind[0] if behind else None

    def _loaded(self, outcome: Ok[tuple[QueueGroup, ...]] | Err, then_open: str | None) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._present(replace(self.state, groups=outcome.value, busy=False, loaded=True))
        ids = [record.entry_id for record in self.state.records]
        if then_open in ids:
            self.open(str(then_open))
        elif ids and self.state.record is None:
            self.open(ids[0])

    def _opened(self, outcome: Ok[ReviewRecord] | Err) -> None:
        if isinstance(outcome, Err):
            self._present(replace(self.state, busy=False, failure=outcome.failure))
            return
        self._present(replace(self.state, busy=False, record=outcome.value))

    def _present(self, state: ReviewScreenState) -> None:
        self.state = state
        self._show(state)


def _without_decision(state: ReviewScreenState) -> ReviewScreenState:
    return replace(state, deciding=None, comments=(), reason="", note="", sought="", found=None)
