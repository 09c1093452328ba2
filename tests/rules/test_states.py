"""States, moves, counters and money buckets: the table of the records."""

from itertools import product

import pytest

from sync.rules.buckets import bucket_of
from sync.rules.states import (
    DECIDED_KINDS,
    ClientState,
    Counter,
    DepositState,
    MoneyBucket,
    Move,
    MoveRefused,
    ReviewState,
    VerdictKind,
    client_state_of,
    counter_of,
    may_approve,
    review_move,
    state_of_verdict,
    worst,
    worst_counter,
)

ALLOWED = {
    ("received", "open"): "in_review",
    ("flagged", "open"): "in_review",
    ("flagged", "clear"): "received",
    ("in_review", "release"): "received",
    ("in_review", "approve"): "approved",
    ("in_review", "return"): "returned",
    ("in_review", "refuse"): "refused",
    ("in_review", "duplicate"): "duplicate",
    ("returned", "correct"): "received",
    ("duplicate", "not_duplicate"): "in_review",
    ("duplicate", "refuse"): "refused",
    ("held", "approve"): "approved",
    ("held", "refuse"): "refused",
    ("suspense", "approve"): "approved",
    ("suspense", "refuse"): "refused",
    ("approved", "register"): "registered",
    ("approved", "turn_down"): "refused",
    ("approved", "correct"): "flagged",
    ("refused", "correct"): "flagged",
}

VERDICTS = {
    "accepted": "received",
    "accepted_review": "flagged",
    "conflict": "flagged",
    "needs_fix": "returned",
    "duplicate": "duplicate",
    "refused": "refused",
    "parked": "parked",
    "held": "held",
    "id_conflict": "held",
    "unsupported": "held",
    "same": None,
}


@pytest.mark.parametrize(("state", "move"), list(product(ReviewState, Move)))
def test_the_table_of_moves(state: ReviewState, move: Move) -> None:
    expected = ALLOWED.get((state.value, move.value))
    if expected is None:
        with pytest.raises(MoveRefused) as refusal:
            review_move(state, move)
        assert (refusal.value.state, refusal.value.move) == (state, move)
    else:
        assert review_move(state, move).value == expected


@pytest.mark.parametrize("before", [ReviewState.RECEIVED, ReviewState.FLAGGED, ReviewState.DUPLICATE])
def test_a_release_goes_back_to_where_it_came_from(before: ReviewState) -> None:
    assert review_move(ReviewState.IN_REVIEW, Move.RELEASE, before) is before


def test_a_release_cannot_decide() -> None:
    with pytest.raises(MoveRefused):
        review_move(ReviewState.IN_REVIEW, Move.RELEASE, ReviewState.APPROVED)


@pytest.mark.parametrize("kind", list(VerdictKind))
def test_verdicts_lead_to_states(kind: VerdictKind) -> None:
    state = state_of_verdict(kind)
    assert (None if state is None else state.value) == VERDICTS[kind.value]


def test_what_the_laptop_calls_it() -> None:
    words = {state.value: client_state_of(state).value for state in ReviewState}
    assert words == {
        "received": "acknowledged",
        "flagged": "acknowledged",
        "in_review": "acknowledged",
        "parked": "acknowledged",
        "suspense": "acknowledged",
        "held": "acknowledged",
        "returned": "task",
        "duplicate": "task",
        "approved": "approved",
        "registered": "registered",
        "refused": "refused",
    }


@pytest.mark.parametrize(
    ("client", "review", "counter"),
    [
        (ClientState.DRAFT, None, None),
        (ClientState.SEALED, None, Counter.UNSENT),
        (ClientState.SENDING, None, Counter.UNSENT),
        (ClientState.ACKNOWLEDGED, None, Counter.WAITING),
        (ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, Counter.WAITING),
        (ClientState.ACKNOWLEDGED, ReviewState.FLAGGED, Counter.WAITING),
        (ClientState.ACKNOWLEDGED, ReviewState.IN_REVIEW, Counter.WAITING),
        (ClientState.ACKNOWLEDGED, ReviewState.PARKED, Counter.WAITING),
        (ClientState.ACKNOWLEDGED, ReviewState.SUSPENSE, Counter.WAITING),
        (ClientState.ACKNOWLEDGED, ReviewState.HELD, Counter.WAITING),
        (ClientState.TASK, ReviewState.RETURNED, Counter.TO_FIX),
        (ClientState.TASK, ReviewState.DUPLICATE, Counter.TO_FIX),
        (ClientState.APPROVED, ReviewState.APPROVED, None),
        (ClientState.REGISTERED, ReviewState.REGISTERED, None),
        (ClientState.REFUSED, ReviewState.REFUSED, Counter.TO_FIX),
    ],
)
def test_the_counter_of_a_state(
    client: ClientState, review: ReviewState | None, counter: Counter | None
) -> None:
    assert counter_of(client, review) is counter


def test_a_refusal_leaves_its_counter_when_seen_and_refunded() -> None:
    assert counter_of(ClientState.REFUSED, ReviewState.REFUSED, settled=True) is None


def test_kinds_that_nobody_decides_are_final_once_accepted_unless_flagged() -> None:
    assert "contribution" not in DECIDED_KINDS
    assert counter_of(ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, decided=False) is None
    assert counter_of(ClientState.ACKNOWLEDGED, ReviewState.FLAGGED, decided=False) is Counter.WAITING


def test_an_action_is_counted_once_at_its_worst_entry() -> None:
    assert worst([ReviewState.RECEIVED, ReviewState.RETURNED, ReviewState.FLAGGED]) is ReviewState.RETURNED
    assert worst([ReviewState.REGISTERED, ReviewState.APPROVED]) is ReviewState.APPROVED
    assert worst([]) is None
    assert worst_counter([None, Counter.WAITING, Counter.TO_FIX]) is Counter.TO_FIX
    assert worst_counter([Counter.WAITING, Counter.UNSENT]) is Counter.UNSENT
    assert worst_counter([None]) is None


def test_every_state_has_a_rank() -> None:
    for state in ReviewState:
        assert worst([state]) is state


BUCKETS = {
    None: "pending",
    "received": "accepted",
    "in_review": "accepted",
    "approved": "accepted",
    "registered": "accepted",
    "flagged": "under_review",
    "returned": "under_review",
    "duplicate": "under_review",
    "refused": "under_review",
    "parked": "held",
    "suspense": "held",
    "held": "held",
}


@pytest.mark.parametrize("review", [None, *ReviewState])
def test_every_line_lies_in_exactly_one_bucket(review: ReviewState | None) -> None:
    assert bucket_of(review).value == BUCKETS[None if review is None else review.value]
    assert bucket_of(review, refunded=True) is MoneyBucket.REFUNDED
    assert bucket_of(review, voided=True) is MoneyBucket.VOIDED
    with pytest.raises(ValueError, match="line_refunded_and_voided"):
        bucket_of(review, refunded=True, voided=True)


def test_the_states_of_a_deposit() -> None:
    assert [state.value for state in DepositState] == ["in_hand", "deposited", "matched"]


@pytest.mark.parametrize(
    ("state", "kind", "may"),
    [
        (ReviewState.HELD, "void_request", False),
        (ReviewState.HELD, "enrolment", True),
        (ReviewState.SUSPENSE, "contribution", True),
        (ReviewState.SUSPENSE, "refund", False),
        (ReviewState.RECEIVED, "void_request", True),
    ],
)
def test_what_means_nothing_by_itself_is_only_refused(state: ReviewState, kind: str, may: bool) -> None:
    assert may_approve(state, kind) is may
