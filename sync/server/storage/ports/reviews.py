"""The port of reviews and their moves."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from sync.server.storage.decision_records import AgentDay, Proposal
from sync.server.storage.records import Review, ReviewMove


class ReviewPort(Protocol):
    """Reviews and their moves."""

    def add(self, reviews: Sequence[Review]) -> None:
        """Add reviews; an entry that has one (two forks under one id) keeps it."""
        ...

    def reviews(self, entry_ids: Collection[str]) -> Mapping[str, Review]:
        """The reviews of some entries, by entry id."""
        ...

    def put(self, review: Review) -> None:
        """Replace the changeable columns of a review."""
        ...

    def add_moves(self, moves: Sequence[ReviewMove]) -> None:
        """Add rows to the history of reviews."""
        ...

    def moves(self, entry_id: str) -> tuple[ReviewMove, ...]:
        """The history of a review, oldest first."""
        ...

    def move_counts(self, entry_ids: Collection[str]) -> Mapping[str, int]:
        """How many moves each of these reviews has."""
        ...

    def propose(self, proposal: Proposal) -> None:
        """Keep what waits for a second person, in place of what waited before."""
        ...

    def proposals(self, entry_ids: Collection[str]) -> Mapping[str, Proposal]:
        """What waits for a second person, by entry."""
        ...

    def drop_proposals_of(self, account_id: str) -> int:
        """Take away what an account proposed; how many these were."""
        ...

    def drop_proposal(self, entry_id: str) -> None:
        """Forget what waited."""
        ...

    def claimed_before(self, at: datetime, limit: int) -> tuple[Review, ...]:
        """Reviews that somebody opened before an instant and has not decided."""
        ...

    def parked(self, worker_ids: Collection[str], entry_ids: Collection[str]) -> tuple[Review, ...]:
        """Parked or suspended reviews that wait for one of these workers or entries."""
        ...

    def parked_before(self, at: datetime, limit: int) -> tuple[Review, ...]:
        """Parked reviews that were received before an instant, oldest first."""
        ...

    def corrections(self, entry_id: str) -> tuple[Review, ...]:
        """Reviews of the corrections of an entry, oldest first."""
        ...

    def granting(self, decision_ids: Collection[str]) -> Mapping[str, Review]:
        """The reviews whose decision names a refund, by decision id."""
        ...

    def void_requests(self, receipt_number: str) -> tuple[Review, ...]:
        """Reviews of the void requests about a receipt, oldest first."""
        ...

    def unanswered(self, branch_id: str, after: str, limit: int) -> tuple[Review, ...]:
        """Approved enrolments of a branch, which the agency has not answered, above an entry id and in its order."""
        ...

    def count_unanswered(self, branch_id: str) -> int:
        """How many approved enrolments of a branch the agency has not answered."""
        ...

    def queue(
        self, branch_id: str, states: Collection[str], limit: int, after: AgentDay | None = None
    ) -> tuple[Review, ...]:
        """Reviews that are not corrections, and corrections in conflict, held, in suspense or parked, by local date and
        agent, of the days and agents behind `after`; none that was received and that nobody decides on."""
        ...
