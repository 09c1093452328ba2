"""Approving many records at once: which may be, which of them have to be looked at, and what became of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import timedelta

from sync.rules.states import Move, ReviewState
from sync.server.domain.second_person import takes_two
from sync.server.refusals import Refusal
from sync.server.storage.records import Branch, Review

GRACE = timedelta(minutes=10)
"""So long an approval in bulk can be undone."""
_SAMPLE_LEAST, _SAMPLE_PERCENT = 3, 5
APPROVED = "approved"
"""What became of a row that was approved; any other outcome is the code with which it fell out."""


@dataclass(frozen=True, slots=True)
class BulkEntry:
    """A record as it was when the bulk was drawn; `sampled` ones have to be opened first."""

    entry_id: str
    hash: str
    rupiah: int
    sampled: bool
    outcome: str | None = None


def drawn(reviews: Sequence[Review], pick: Callable[[int, int], Sequence[int]]) -> tuple[BulkEntry, ...]:
    """The rows of a bulk with their sample: 5 % of them and at least three, all where there are fewer.

    `pick(n, k)`: k of the numbers below n, by chance.
    """
    size = min(len(reviews), max(_SAMPLE_LEAST, -(-len(reviews) * _SAMPLE_PERCENT // 100)))
    sampled = set(pick(len(reviews), size))
    return tuple(
        BulkEntry(one.entry_id, one.hash, one.rupiah, place in sampled) for place, one in enumerate(reviews)
    )


def why_not(review: Review, branch: Branch | None) -> str | None:
    """The code of why a record cannot be approved among many; None where it can."""
    if json.loads(review.flags):
        return "record_flagged"
    if ReviewState(review.state) is not ReviewState.RECEIVED or review.parent_id is not None:
        return "move_refused"
    if branch is None or takes_two(branch, review, Move.APPROVE, refunds=False):
        return "second_person_needed"
    return None


def unfit(code: str) -> Refusal:
    """What a bulk is refused for that names a record which cannot be in it."""
    return Refusal("record_unfit", reason=code)


def written(rows: Sequence[BulkEntry]) -> str:
    """The rows as they are stored."""
    return json.dumps([asdict(row) for row in rows])


def read(rows: str) -> tuple[BulkEntry, ...]:
    """The rows as they were stored."""
    return tuple(BulkEntry(**row) for row in json.loads(rows))
