"""What a reviewer asks for and whether it may be: claims, maker and checker, reasons, the content looked at."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sync.protocol.kinds import EntryKind
from sync.rules.states import (
    DECIDED_KINDS,
    SETTLED_UNOPENED,
    Move,
    MoveRefused,
    ReviewState,
    may_approve,
    review_move,
)
from sync.server.refusals import Refusal
from sync.server.storage.records import Review

OPENABLE = frozenset({ReviewState.RECEIVED, ReviewState.FLAGGED})
FINAL = frozenset({ReviewState.APPROVED, ReviewState.REFUSED, ReviewState.DUPLICATE})
DECISIONS = (Move.APPROVE, Move.SEND_BACK, Move.REFUSE, Move.DUPLICATE, Move.NOT_DUPLICATE)
OF_ENROLMENTS = frozenset({Move.SEND_BACK, Move.DUPLICATE})
"""Decisions on a person's data, which a correction or another person's enrolment answers."""
TAKE_OVER = "take_over"
"""What a history calls a claim that went to somebody else."""
REASON_KIND = {Move.SEND_BACK: "return", Move.REFUSE: "refuse"}
"""The kind of coded reason (reference data) that a move has to name."""


@dataclass(frozen=True, slots=True)
class Comment:
    """What is to be put right in one field of the form."""

    field: str
    text: str = dataclasses.field(repr=False)


@dataclass(frozen=True, slots=True)
class Request:
    """A decision as asked for; `hash` is that of the content the reviewer looked at.

    `among_many`: the record was approved in bulk, unopened.
    """

    move: Move
    hash: str
    reason: str | None = None
    note: str | None = dataclasses.field(default=None, repr=False)
    comments: tuple[Comment, ...] = ()
    among_many: bool = False


@dataclass(frozen=True, slots=True)
class Checker:
    """Who decides; `agent_id` where the person is an agent as well."""

    account_id: str
    agent_id: str | None


def refuse_maker(review: Review, checker: Checker) -> None:
    """Refuse `maker_is_checker` where the record came from the person's own agent number."""
    if checker.agent_id is not None and checker.agent_id == review.agent_id:
        raise Refusal("maker_is_checker")


def is_conflict(review: Review) -> bool:
    """Whether a review is that of a correction which contradicts another and stands beside the record."""
    return review.parent_id is not None and in_conflict(review)


def in_conflict(review: Review) -> bool:
    """Whether a correction or change contradicts what was said meanwhile."""
    return "conflict" in json.loads(review.flags)


def refuse_part(review: Review, move: Move) -> None:
    """Refuse `move_refused` for a decision on a correction alone: it goes with the record it corrects.

    A correction in conflict is no part of the record; it can only be refused. One that is held or in suspense
    stands for itself. Only an enrolment is sent back or called a duplicate: nothing that an agent can write would
    answer that for any other record.
    """
    if ReviewState(review.state) in SETTLED_UNOPENED:
        return
    part = review.parent_id is not None and not (is_conflict(review) and move is Move.REFUSE)
    if part or (move in OF_ENROLMENTS and review.kind != EntryKind.ENROLMENT.value):
        raise Refusal("move_refused", state=review.state, move=move.value)


def refuse_flagged(review: Review, asked: Request) -> None:
    """Refuse `record_flagged` for approving among many what somebody has to look at."""
    if asked.among_many and json.loads(review.flags):
        raise Refusal("record_flagged")


def refuse_groundless(review: Review, move: Move) -> None:
    """Refuse `move_refused` for keeping what means nothing by itself."""
    if move is Move.APPROVE and not may_approve(ReviewState(review.state), review.kind):
        raise Refusal("move_refused", state=review.state, move=move.value)


def opened(review: Review, checker: Checker, at: datetime, lifetime: timedelta) -> Review:
    """The review claimed by the checker; one's own claim is renewed, another's holds for its lifetime.

    What no person decides and the rules took is final: nobody opens it. (`DECIDED_KINDS`)
    Refusals: `maker_is_checker`, `claimed_by_other`, `move_refused`.
    """
    refuse_maker(review, checker)
    state = ReviewState(review.state)
    if state is ReviewState.RECEIVED and review.kind not in DECIDED_KINDS:
        raise Refusal("move_refused", state=review.state, move=Move.OPEN.value)
    if state is ReviewState.IN_REVIEW:
        refuse_other_claim(review, checker, at, lifetime)
        return replace(review, claimed_by=checker.account_id, claimed_at=at)
    after = _moved(state, Move.OPEN)
    return replace(
        review,
        state=after.value,
        state_before_claim=state.value,
        claimed_by=checker.account_id,
        claimed_at=at,
    )


def taken_over(review: Review, checker: Checker, at: datetime) -> Review:
    """The review claimed by the checker in the place of somebody else. Refusals: `maker_is_checker`, `move_refused`."""
    refuse_maker(review, checker)
    if review.claimed_by is None:
        raise Refusal("move_refused", state=review.state, move=TAKE_OVER)
    return replace(review, claimed_by=checker.account_id, claimed_at=at)


def unclaimed(review: Review) -> Review:
    """The review back where it was before it was opened. Refusal: `move_refused`."""
    before = ReviewState(review.state_before_claim or ReviewState.RECEIVED)
    after = _moved(ReviewState(review.state), Move.RELEASE, before)
    return replace(review, state=after.value, state_before_claim=None, claimed_by=None, claimed_at=None)


def released(review: Review, checker: Checker, at: datetime, lifetime: timedelta) -> Review:
    """The review back where it was before it was opened. Refusals: `claimed_by_other`, `move_refused`."""
    refuse_other_claim(review, checker, at, lifetime)
    return unclaimed(review)


def decided(review: Review, asked: Request, checker: Checker, at: datetime) -> Review:
    """The review after a decision. Refusals: `maker_is_checker`, `content_changed`, `move_refused`."""
    refuse_maker(review, checker)
    if asked.hash != review.hash:
        raise Refusal("content_changed")
    after = _moved(ReviewState(review.state), asked.move)
    claimed = after is ReviewState.IN_REVIEW
    return replace(
        review,
        state=after.value,
        state_before_claim=review.state if claimed else None,
        claimed_by=checker.account_id if claimed else None,
        claimed_at=at if claimed else None,
        decided_at=None if claimed else at,
    )


def refuse_other_claim(review: Review, checker: Checker, at: datetime, lifetime: timedelta) -> None:
    """Refuse `claimed_by_other` while somebody else has the record open and the claim has not lapsed."""
    if review.claimed_by is None or review.claimed_by == checker.account_id:
        return
    if review.claimed_at is not None and at - review.claimed_at < lifetime:
        raise Refusal("claimed_by_other")


def refuse_incomplete(asked: Request, reasons: frozenset[tuple[str, str]]) -> None:
    """Refuse a decision without its coded reason or comment; `reasons` holds (kind, code) of the reference data.

    Refusals: `reason_unknown`, `comment_missing` (sent back without a comment on a field).
    """
    kind = REASON_KIND.get(asked.move)
    if kind is not None and (kind, asked.reason or "") not in reasons:
        raise Refusal("reason_unknown", reason=asked.reason)
    if asked.move is Move.SEND_BACK and not asked.comments:
        raise Refusal("comment_missing")


def _moved(state: ReviewState, move: Move, released_to: ReviewState = ReviewState.RECEIVED) -> ReviewState:
    try:
        return review_move(state, move, released_to)
    except MoveRefused as refused:
        raise Refusal("move_refused", state=refused.state.value, move=refused.move.value) from refused
