"""An action that is held is looked at and settled whole: the record of its person or its money stands for the rest."""

from __future__ import annotations

from collections.abc import Iterable

from sync.protocol.kinds import EntryKind
from sync.rules.states import ReviewState
from sync.server.storage.records import Review

_LEADS = (EntryKind.ENROLMENT.value, EntryKind.CONTRIBUTION.value, EntryKind.RECEIPT.value)
"""Which entry of a held action is shown, the first of these that it has; else its first."""


def leading(reviews: Iterable[Review]) -> list[Review]:
    """The reviews in their order, of each held action only the one that leads it."""
    listed = list(reviews)
    leads: dict[str, Review] = {}
    for review in listed:
        if review.state == ReviewState.HELD.value:
            before = leads.get(review.action_id)
            if before is None or _rank(review) < _rank(before):
                leads[review.action_id] = review
    return [
        one for one in listed if leads.get(one.action_id, one) is one or one.state != ReviewState.HELD.value
    ]


def _rank(review: Review) -> int:
    return _LEADS.index(review.kind) if review.kind in _LEADS else len(_LEADS)
