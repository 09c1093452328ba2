"""The feed and the reviews in memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sync.rules.states import DECIDED_KINDS
from sync.server.storage.decision_records import AgentDay, Proposal
from sync.server.storage.records import EntryRecord, FeedItem, Review, ReviewMove
from tests.support.memory_store.tables import Tables


class MemoryFeed:
    """Fulfils `FeedPort`; one thread at a time, so a lock is the counter itself."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def lock(self, streams: Collection[str]) -> Mapping[str, int]:
        for stream in sorted(set(streams)):
            if stream not in self._tables.streams:
                self._tables.streams.add(stream, 0)
        return {stream: max(self.last(stream), self._tables.feed_floor) for stream in sorted(set(streams))}

    def advance(self, stream: str, last_position: int) -> None:
        if stream in self._tables.streams:
            self._tables.streams.put(stream, last_position)

    def append(self, stream: str, kind: str, at: datetime, payload: str) -> int:
        position = self.lock([stream])[stream] + 1
        self._tables.feed.add((stream, position), FeedItem(stream, position, kind, at, payload))
        self.advance(stream, position)
        return position

    def extend(self, stream: str, kind: str, at: datetime, payloads: Sequence[str]) -> None:
        for payload in payloads:
            self.append(stream, kind, at, payload)

    def of_kind(self, stream: str, kind: str) -> tuple[FeedItem, ...]:
        found = [item for item in self._tables.feed if (item.stream, item.kind) == (stream, kind)]
        return tuple(sorted(found, key=lambda item: item.position))

    def page(
        self, stream: str, after: int, limit: int
    ) -> tuple[tuple[FeedItem, ...], tuple[EntryRecord, ...]]:
        items = [item for item in self._tables.feed if item.stream == stream and item.position > after]
        verdicts = [
            record
            for record in self._tables.entries
            if record.agent_id == stream and record.feed_position > after
        ]
        return (
            tuple(sorted(items, key=lambda item: item.position)[:limit]),
            tuple(sorted(verdicts, key=lambda record: record.feed_position)[:limit]),
        )

    def last(self, stream: str) -> int:
        return self._tables.streams.get(stream) or 0


class MemoryReviews:
    """Fulfils `ReviewPort`."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, reviews: Sequence[Review]) -> None:
        for review in reviews:
            if review.entry_id not in self._tables.reviews:
                self._tables.reviews.add(review.entry_id, review)

    def reviews(self, entry_ids: Collection[str]) -> Mapping[str, Review]:
        found = (self._tables.reviews.get(entry_id) for entry_id in entry_ids)
        return {review.entry_id: review for review in found if review is not None}

    def put(self, review: Review) -> None:
        before = self._tables.reviews.get(review.entry_id)
        if before is not None:
            after = replace(
                before,
                hash=review.hash,
                state=review.state,
                flags=review.flags,
                state_before_claim=review.state_before_claim,
                claimed_by=review.claimed_by,
                claimed_at=review.claimed_at,
                decided_at=review.decided_at,
                worker_id=review.worker_id,
                rupiah=review.rupiah,
                receipt_number=review.receipt_number,
                decision_id=review.decision_id,
            )
            self._tables.reviews.put(review.entry_id, after)

    def add_moves(self, moves: Sequence[ReviewMove]) -> None:
        for move in moves:
            self._tables.moves.add((move.entry_id, move.number), move)

    def moves(self, entry_id: str) -> tuple[ReviewMove, ...]:
        found = [move for move in self._tables.moves if move.entry_id == entry_id]
        return tuple(sorted(found, key=lambda move: move.number))

    def move_counts(self, entry_ids: Collection[str]) -> Mapping[str, int]:
        counts = {entry_id: len(self.moves(entry_id)) for entry_id in entry_ids}
        return {entry_id: count for entry_id, count in counts.items() if count}

    def propose(self, proposal: Proposal) -> None:
        self._tables.proposals.put(proposal.entry_id, proposal)

    def proposals(self, entry_ids: Collection[str]) -> Mapping[str, Proposal]:
        found = (self._tables.proposals.get(entry_id) for entry_id in entry_ids)
        return {one.entry_id: one for one in found if one is not None}

    def drop_proposals_of(self, account_id: str) -> int:
        own = [one.entry_id for one in self._tables.proposals if one.account_id == account_id]
        for entry_id in own:
            self._tables.proposals.drop(entry_id)
        return len(own)

    def drop_proposal(self, entry_id: str) -> None:
        self._tables.proposals.drop(entry_id)

    def claimed_before(self, at: datetime, limit: int) -> tuple[Review, ...]:
        return self._where(
            lambda one: one.state == "in_review" and one.claimed_at is not None and one.claimed_at < at
        )[:limit]

    def parked(self, worker_ids: Collection[str], entry_ids: Collection[str]) -> tuple[Review, ...]:
        workers, entries = set(worker_ids), set(entry_ids)
        return self._where(
            lambda one: (
                one.state in ("parked", "suspense") and (one.worker_id in workers or one.parent_id in entries)
            )
        )

    def parked_before(self, at: datetime, limit: int) -> tuple[Review, ...]:
        return self._where(lambda one: one.state == "parked" and one.received_at < at)[:limit]

    def corrections(self, entry_id: str) -> tuple[Review, ...]:
        return self._where(lambda one: one.parent_id == entry_id)

    def granting(self, decision_ids: Collection[str]) -> Mapping[str, Review]:
        wanted = set(decision_ids)
        found = self._where(lambda one: one.decision_id in wanted)
        return {str(review.decision_id): review for review in found}

    def void_requests(self, receipt_number: str) -> tuple[Review, ...]:
        return self._where(lambda one: one.kind == "void_request" and one.receipt_number == receipt_number)

    def unanswered(self, branch_id: str, after: str, limit: int) -> tuple[Review, ...]:
        found = [one for one in self._unanswered(branch_id) if one.entry_id > after]
        return tuple(sorted(found, key=lambda one: one.entry_id)[:limit])

    def count_unanswered(self, branch_id: str) -> int:
        return len(self._unanswered(branch_id))

    def _unanswered(self, branch_id: str) -> list[Review]:
        key = (branch_id, "enrolment", "approved")
        return [one for one in self._tables.reviews if (one.branch_id, one.kind, one.state) == key]

    def queue(
        self, branch_id: str, states: Collection[str], limit: int, after: AgentDay | None = None
    ) -> tuple[Review, ...]:
        wanted = set(states)
        return self._where(
            lambda one: (
                one.branch_id == branch_id
                and one.state in wanted
                and (
                    one.parent_id is None
                    or '"conflict"' in one.flags
                    or one.state in ("held", "suspense", "parked")
                )
                and (one.state != "received" or one.kind in DECIDED_KINDS)
                and (after is None or (one.recorded_on, one.agent_id) > after)
            )
        )[:limit]

    def _where(self, fits: Callable[[Review], bool]) -> tuple[Review, ...]:
        found = [review for review in self._tables.reviews if fits(review)]
        return tuple(
            sorted(found, key=lambda one: (one.recorded_on, one.agent_id, one.received_at, one.entry_id))
        )
