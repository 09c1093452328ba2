"""The bucket that each line of an issued receipt lies in; the sum of the buckets is what was issued, always."""

from sync.rules.states import MoneyBucket, ReviewState

_OF_STATE: dict[ReviewState, MoneyBucket] = {
    ReviewState.RECEIVED: MoneyBucket.ACCEPTED,
    ReviewState.IN_REVIEW: MoneyBucket.ACCEPTED,
    ReviewState.APPROVED: MoneyBucket.ACCEPTED,
    ReviewState.REGISTERED: MoneyBucket.ACCEPTED,
    ReviewState.FLAGGED: MoneyBucket.UNDER_REVIEW,
    ReviewState.RETURNED: MoneyBucket.UNDER_REVIEW,
    ReviewState.DUPLICATE: MoneyBucket.UNDER_REVIEW,
    ReviewState.REFUSED: MoneyBucket.UNDER_REVIEW,
    ReviewState.PARKED: MoneyBucket.HELD,
    ReviewState.SUSPENSE: MoneyBucket.HELD,
    ReviewState.HELD: MoneyBucket.HELD,
}


def bucket_of(review: ReviewState | None, *, refunded: bool = False, voided: bool = False) -> MoneyBucket:
    """The bucket of a line: a refund or an approved void without cash weighs more than any state.

    `review` is None while the entry is not acknowledged. Raises ValueError for a line both refunded and voided.
    """
    if refunded and voided:
        raise ValueError("line_refunded_and_voided")
    if refunded:
        return MoneyBucket.REFUNDED
    if voided:
        return MoneyBucket.VOIDED
    return MoneyBucket.PENDING if review is None else _OF_STATE[review]
