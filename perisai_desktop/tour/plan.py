"""Which enrolments the tour's reviewer sends back and which one is refused; all others are approved."""

from __future__ import annotations

from enum import StrEnum

SENT_BACK_EVERY = 60
SENT_BACK_AT = 2
REFUSED_AT = 3


class Ruling(StrEnum):
    """What the tour's reviewer does with an enrolment."""

    APPROVE = "approve"
    SEND_BACK = "send_back"
    REFUSE = "refuse"


def ruling(place: int) -> Ruling:
    """The ruling on the `place`-th receipt of the tour, counted from 1.

    The second and then one in sixty is sent back, corrected and approved; the third is refused. It depends on nothing
    else, so a tour that was killed comes to the same rulings when it goes on.
    """
    if place == REFUSED_AT:
        return Ruling.REFUSE
    if place % SENT_BACK_EVERY == SENT_BACK_AT:
        return Ruling.SEND_BACK
    return Ruling.APPROVE
