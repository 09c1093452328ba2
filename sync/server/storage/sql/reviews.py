"""Reviews and their moves in SQL."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    TextClause,
    delete,
    func,
    insert,
    select,
    text,
    tuple_,
    union_all,
    update,
)

from sync.rules.states import DECIDED_KINDS, ReviewState
from sync.server.storage.decision_records import AgentDay, Proposal
from sync.server.storage.records import Review, ReviewMove
from sync.server.storage.sql.many import add_all, add_missing, columns_of, fields_of, values_of, within
from sync.server.storage.tables import ProposalRow, ReviewMoveRow, ReviewRow, table_of

REVIEW, MOVE, PROPOSAL = table_of(ReviewRow), table_of(ReviewMoveRow), table_of(ProposalRow)
REVIEW_FIELDS = fields_of(Review)
READ_REVIEW = attrgetter(*REVIEW_FIELDS)
ORDER = (REVIEW.c.recorded_on, REVIEW.c.agent_id, REVIEW.c.received_at, REVIEW.c.entry_id)
APART = frozenset({ReviewState.HELD, ReviewState.SUSPENSE, ReviewState.PARKED})
"""States in which a correction waits by itself."""
CHANGEABLE = (
    "hash",
    "state",
    "flags",
    "state_before_claim",
    "claimed_by",
    "claimed_at",
    "decided_at",
    "worker_id",
    "rupiah",
    "receipt_number",
    "decision_id",
)


class SqlReviews:
    """Fulfils `ReviewPort`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, reviews: Sequence[Review]) -> None:
        add_missing(self._connection, REVIEW, REVIEW_FIELDS, list(map(READ_REVIEW, reviews)))

    def reviews(self, entry_ids: Collection[str]) -> Mapping[str, Review]:
        if not entry_ids:
            return {}
        found = self._where(within(REVIEW.c.entry_id, entry_ids, self._connection))
        return {review.entry_id: review for review in found}

    def put(self, review: Review) -> None:
        values = values_of(review)
        self._connection.execute(
            update(REVIEW)
            .where(REVIEW.c.entry_id == review.entry_id)
            .values({name: values[name] for name in CHANGEABLE})
        )

    def add_moves(self, moves: Sequence[ReviewMove]) -> None:
        add_all(self._connection, MOVE, moves)

    def moves(self, entry_id: str) -> tuple[ReviewMove, ...]:
        query = (
            select(*columns_of(MOVE, ReviewMove)).where(MOVE.c.entry_id == entry_id).order_by(MOVE.c.number)
        )
        return tuple(ReviewMove(*row) for row in self._connection.execute(query))

    def move_counts(self, entry_ids: Collection[str]) -> Mapping[str, int]:
        query = (
            select(MOVE.c.entry_id, func.max(MOVE.c.number))
            .where(within(MOVE.c.entry_id, entry_ids, self._connection))
            .group_by(MOVE.c.entry_id)
        )
        return {row[0]: int(row[1]) for row in self._connection.execute(query)}

    def propose(self, proposal: Proposal) -> None:
        self.drop_proposal(proposal.entry_id)
        self._connection.execute(insert(PROPOSAL).values(values_of(proposal)))

    def proposals(self, entry_ids: Collection[str]) -> Mapping[str, Proposal]:
        if not entry_ids:
            return {}
        query = select(*columns_of(PROPOSAL, Proposal)).where(
            within(PROPOSAL.c.entry_id, entry_ids, self._connection)
        )
        return {row.entry_id: Proposal(*row) for row in self._connection.execute(query)}

    def drop_proposals_of(self, account_id: str) -> int:
        return self._connection.execute(delete(PROPOSAL).where(PROPOSAL.c.account_id == account_id)).rowcount

    def drop_proposal(self, entry_id: str) -> None:
        self._connection.execute(delete(PROPOSAL).where(PROPOSAL.c.entry_id == entry_id))

    def claimed_before(self, at: datetime, limit: int) -> tuple[Review, ...]:
        return self._where(REVIEW.c.state == "in_review", REVIEW.c.claimed_at < at, limit=limit)

    def parked(self, worker_ids: Collection[str], entry_ids: Collection[str]) -> tuple[Review, ...]:
        if not worker_ids and not entry_ids:
            return ()
        return self._where(
            REVIEW.c.state.in_(("parked", "suspense")),
            within(REVIEW.c.worker_id, worker_ids, self._connection)
            | within(REVIEW.c.parent_id, entry_ids, self._connection),
        )

    def parked_before(self, at: datetime, limit: int) -> tuple[Review, ...]:
        return self._where(REVIEW.c.state == "parked", REVIEW.c.received_at < at, limit=limit)

    def corrections(self, entry_id: str) -> tuple[Review, ...]:
        return self._where(REVIEW.c.parent_id == entry_id)

    def granting(self, decision_ids: Collection[str]) -> Mapping[str, Review]:
        if not decision_ids:
            return {}
        found = self._where(within(REVIEW.c.decision_id, decision_ids, self._connection))
        return {str(review.decision_id): review for review in found}

    def void_requests(self, receipt_number: str) -> tuple[Review, ...]:
        return self._where(REVIEW.c.kind == "void_request", REVIEW.c.receipt_number == receipt_number)

    def unanswered(self, branch_id: str, after: str, limit: int) -> tuple[Review, ...]:
        query = (
            select(*columns_of(REVIEW, Review))
            .where(*_unanswered(branch_id), REVIEW.c.entry_id > after)
            .order_by(REVIEW.c.entry_id)
            .limit(limit)
        )
        return tuple(Review(*row) for row in self._connection.execute(query))

    def count_unanswered(self, branch_id: str) -> int:
        query = select(func.count()).select_from(REVIEW).where(*_unanswered(branch_id))
        return int(self._connection.execute(query).scalar_one())

    def queue(
        self, branch_id: str, states: Collection[str], limit: int, after: AgentDay | None = None
    ) -> tuple[Review, ...]:
        found = union_all(*(_waiting(branch_id, state, limit, after) for state in sorted(states))).subquery()
        query = select(found).order_by(*(found.c[column.name] for column in ORDER)).limit(limit)
        return tuple(Review(*row) for row in self._connection.execute(query))

    def _where(self, *where: ColumnElement[bool], limit: int | None = None) -> tuple[Review, ...]:
        query = select(*columns_of(REVIEW, Review)).where(*where).order_by(*ORDER).limit(limit)
        return tuple(Review(*row) for row in self._connection.execute(query))


def _waiting(branch_id: str, state: str, limit: int, after: AgentDay | None) -> Select[Any]:
    """What waits in one state: asked for state by state, the index of the queue gives it in its order."""
    query = select(*columns_of(REVIEW, Review)).where(
        REVIEW.c.branch_id == branch_id, REVIEW.c.state == state
    )
    if state not in APART:
        query = query.where(REVIEW.c.parent_id.is_(None) | REVIEW.c.flags.contains('"conflict"'))
    if state == ReviewState.RECEIVED:
        query = query.where(REVIEW.c.kind.in_(sorted(DECIDED_KINDS)))
    if after is not None:
        query = query.where(tuple_(REVIEW.c.recorded_on, REVIEW.c.agent_id) > tuple_(*after))
    return select(query.order_by(*ORDER).limit(limit).subquery())


def _unanswered(branch_id: str) -> tuple[ColumnElement[bool] | TextClause, ...]:
    """As the partial index `ix_review_unanswered` says it: literals, for a planner does not see into parameters."""
    return REVIEW.c.branch_id == branch_id, text("kind = 'enrolment' AND state = 'approved'")
