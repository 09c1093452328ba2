"""The states of an entry at both ends, the reviewer's moves between them, and the counters on screen."""

from collections.abc import Iterable
from enum import StrEnum


class ClientState(StrEnum):
    """Where an entry is on the agent's laptop."""

    DRAFT = "draft"
    SEALED = "sealed"
    SENDING = "sending"
    ACKNOWLEDGED = "acknowledged"
    TASK = "task"
    APPROVED = "approved"
    REGISTERED = "registered"
    REFUSED = "refused"


class ReviewState(StrEnum):
    """Where an entry is at the branch."""

    RECEIVED = "received"
    FLAGGED = "flagged"
    IN_REVIEW = "in_review"
    RETURNED = "returned"
    DUPLICATE = "duplicate"
    APPROVED = "approved"
    REGISTERED = "registered"
    REFUSED = "refused"
    PARKED = "parked"
    SUSPENSE = "suspense"
    HELD = "held"


class DepositState(StrEnum):
    """Where the cash of a receipt is; independent of the review."""

    IN_HAND = "in_hand"
    DEPOSITED = "deposited"
    MATCHED = "matched"


class MoneyBucket(StrEnum):
    """Where the money of one receipt line stands."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    UNDER_REVIEW = "under_review"
    HELD = "held"
    REFUNDED = "refunded"
    VOIDED = "voided"


class VerdictKind(StrEnum):
    """What the server says of one entry on arrival."""

    ACCEPTED = "accepted"
    ACCEPTED_REVIEW = "accepted_review"
    SAME = "same"
    PARKED = "parked"
    NEEDS_FIX = "needs_fix"
    REFUSED = "refused"
    HELD = "held"
    DUPLICATE = "duplicate"
    CONFLICT = "conflict"
    ID_CONFLICT = "id_conflict"
    UNSUPPORTED = "unsupported"


class Move(StrEnum):
    """What a reviewer, a correction or the agency's answer does to an entry."""

    OPEN = "open"
    RELEASE = "release"
    APPROVE = "approve"
    SEND_BACK = "return"
    REFUSE = "refuse"
    DUPLICATE = "duplicate"
    NOT_DUPLICATE = "not_duplicate"
    CORRECT = "correct"
    REGISTER = "register"
    TURN_DOWN = "turn_down"
    CLEAR = "clear"


class Counter(StrEnum):
    """The three counters that are never hidden, worst first."""

    TO_FIX = "to_fix"
    UNSENT = "unsent"
    WAITING = "waiting"


class MoveRefused(Exception):
    """A move that the table does not have; carries the state and the move."""

    def __init__(self, state: ReviewState, move: Move) -> None:
        super().__init__("move_refused")
        self.state = state
        self.move = move


DECIDED_KINDS: frozenset[str] = frozenset({"enrolment", "correction", "change", "void_request", "handover"})
"""Entry kinds that a person decides; all others are final once accepted, unless they are flagged."""

DECIDED_STATES: frozenset[ReviewState] = frozenset(
    {
        ReviewState.APPROVED,
        ReviewState.REGISTERED,
        ReviewState.RETURNED,
        ReviewState.DUPLICATE,
        ReviewState.REFUSED,
    }
)
"""States in which somebody has said something; in any other the record waits."""

STANDING_APART: frozenset[VerdictKind] = frozenset(
    {
        VerdictKind.CONFLICT,
        VerdictKind.REFUSED,
        VerdictKind.HELD,
        VerdictKind.ID_CONFLICT,
        VerdictKind.UNSUPPORTED,
    }
)
"""Verdicts with which a correction stays beside the enrolment; with any other it becomes part of its content."""

PARKED_DAYS = 5
"""So many days an entry waits for what it refers to before it goes to suspense, a list that a person clears."""

SETTLED_UNOPENED: frozenset[ReviewState] = frozenset({ReviewState.HELD, ReviewState.SUSPENSE})
"""What a person keeps or refuses as it came: nobody takes it for himself, and no agent can correct it."""

KEPT_ALONE: frozenset[str] = frozenset({"contribution", "deposit"})
"""Entry kinds about cash that was moved: kept also where what they refer to never came. All others mean nothing
without it, and can only be refused."""


def may_approve(state: ReviewState, kind: str) -> bool:
    """Whether a record in this state can be approved at all.

    A void that lies beside the chain can only be refused: nothing has checked it against its receipt.
    """
    if state is ReviewState.HELD:
        return kind != "void_request"
    return state is not ReviewState.SUSPENSE or kind in KEPT_ALONE


_OF_VERDICT: dict[VerdictKind, ReviewState | None] = {
    VerdictKind.ACCEPTED: ReviewState.RECEIVED,
    VerdictKind.ACCEPTED_REVIEW: ReviewState.FLAGGED,
    VerdictKind.SAME: None,
    VerdictKind.PARKED: ReviewState.PARKED,
    VerdictKind.NEEDS_FIX: ReviewState.RETURNED,
    VerdictKind.REFUSED: ReviewState.REFUSED,
    VerdictKind.HELD: ReviewState.HELD,
    VerdictKind.DUPLICATE: ReviewState.DUPLICATE,
    VerdictKind.CONFLICT: ReviewState.FLAGGED,
    VerdictKind.ID_CONFLICT: ReviewState.HELD,
    VerdictKind.UNSUPPORTED: ReviewState.HELD,
}

_MOVES: dict[tuple[ReviewState, Move], ReviewState] = {
    (ReviewState.RECEIVED, Move.OPEN): ReviewState.IN_REVIEW,
    (ReviewState.FLAGGED, Move.OPEN): ReviewState.IN_REVIEW,
    (ReviewState.FLAGGED, Move.CLEAR): ReviewState.RECEIVED,
    (ReviewState.IN_REVIEW, Move.APPROVE): ReviewState.APPROVED,
    (ReviewState.IN_REVIEW, Move.SEND_BACK): ReviewState.RETURNED,
    (ReviewState.IN_REVIEW, Move.REFUSE): ReviewState.REFUSED,
    (ReviewState.IN_REVIEW, Move.DUPLICATE): ReviewState.DUPLICATE,
    (ReviewState.RETURNED, Move.CORRECT): ReviewState.RECEIVED,
    (ReviewState.DUPLICATE, Move.NOT_DUPLICATE): ReviewState.IN_REVIEW,
    (ReviewState.DUPLICATE, Move.REFUSE): ReviewState.REFUSED,
    (ReviewState.HELD, Move.APPROVE): ReviewState.APPROVED,
    (ReviewState.HELD, Move.REFUSE): ReviewState.REFUSED,
    (ReviewState.SUSPENSE, Move.APPROVE): ReviewState.APPROVED,
    (ReviewState.SUSPENSE, Move.REFUSE): ReviewState.REFUSED,
    (ReviewState.APPROVED, Move.REGISTER): ReviewState.REGISTERED,
    (ReviewState.APPROVED, Move.TURN_DOWN): ReviewState.REFUSED,
    (ReviewState.APPROVED, Move.CORRECT): ReviewState.FLAGGED,
    (ReviewState.REFUSED, Move.CORRECT): ReviewState.FLAGGED,
}

_RELEASED_TO = frozenset({ReviewState.RECEIVED, ReviewState.FLAGGED, ReviewState.DUPLICATE})

_WORST_FIRST: tuple[ReviewState, ...] = (
    ReviewState.REFUSED,
    ReviewState.RETURNED,
    ReviewState.DUPLICATE,
    ReviewState.HELD,
    ReviewState.SUSPENSE,
    ReviewState.PARKED,
    ReviewState.FLAGGED,
    ReviewState.IN_REVIEW,
    ReviewState.RECEIVED,
    ReviewState.APPROVED,
    ReviewState.REGISTERED,
)

_CLIENT_STATES: dict[ReviewState, ClientState] = {
    ReviewState.RETURNED: ClientState.TASK,
    ReviewState.DUPLICATE: ClientState.TASK,
    ReviewState.APPROVED: ClientState.APPROVED,
    ReviewState.REGISTERED: ClientState.REGISTERED,
    ReviewState.REFUSED: ClientState.REFUSED,
}


def state_of_verdict(kind: VerdictKind) -> ReviewState | None:
    """The review state that a verdict leads to; None for `same`, a replay, which changes nothing."""
    return _OF_VERDICT[kind]


def review_move(
    state: ReviewState, move: Move, released_to: ReviewState = ReviewState.RECEIVED
) -> ReviewState:
    """The state after a move; a release goes back to the state from before the record was opened.

    Raises MoveRefused for every move that the table does not have.
    """
    if move is Move.RELEASE and state is ReviewState.IN_REVIEW and released_to in _RELEASED_TO:
        return released_to
    after = _MOVES.get((state, move))
    if after is None:
        raise MoveRefused(state, move)
    return after


def client_state_of(review: ReviewState) -> ClientState:
    """What the agent's laptop calls an entry that the branch has in this state."""
    return _CLIENT_STATES.get(review, ClientState.ACKNOWLEDGED)


def worst(states: Iterable[ReviewState]) -> ReviewState | None:
    """The worst state among the entries of an action, None for no entries."""
    return min(states, key=_WORST_FIRST.index, default=None)


def counter_of(
    client: ClientState, review: ReviewState | None, *, decided: bool = True, settled: bool = False
) -> Counter | None:
    """The counter that an entry stands in, None for none.

    `decided` is whether a person decides this kind of entry (`DECIDED_KINDS`); `settled` is whether the
    agent has seen a refusal and given the money back.
    """
    if client in (ClientState.SEALED, ClientState.SENDING):
        return Counter.UNSENT
    if client is ClientState.TASK:
        return Counter.TO_FIX
    if client is ClientState.REFUSED:
        return None if settled else Counter.TO_FIX
    if client is not ClientState.ACKNOWLEDGED:
        return None
    return None if review is ReviewState.RECEIVED and not decided else Counter.WAITING


def worst_counter(counters: Iterable[Counter | None]) -> Counter | None:
    """The one counter in which an action with several entries is counted."""
    order = list(Counter)
    return min((counter for counter in counters if counter is not None), key=order.index, default=None)
