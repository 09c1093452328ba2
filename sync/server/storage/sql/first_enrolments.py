"""First enrolments of workers in SQL, and the calendar month that sums of them and of money are told by."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Text, cast, func, select

from sync.server.storage.tables import ReviewRow, table_of

REVIEW = table_of(ReviewRow)
STANDING = ("received", "flagged", "in_review", "returned", "approved", "registered")
"""Where an enrolment stands that the branch has and has not turned down."""
_EARLIER = REVIEW.alias()
_MONTH = len("2026-11")


def first_enrolled(first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    """What holds of the reviews of workers who were enrolled for the first time on some local dates, both included."""
    return (
        REVIEW.c.kind == "enrolment",
        REVIEW.c.state.in_(STANDING),
        REVIEW.c.recorded_on.between(first, last),
        ~_again(),
    )


def _again() -> ColumnElement[bool]:
    """Whether the worker was enrolled before: what follows is a re-enrolment."""
    return (
        select(_EARLIER.c.entry_id)
        .where(
            _EARLIER.c.worker_id == REVIEW.c.worker_id,
            _EARLIER.c.kind == "enrolment",
            _EARLIER.c.state.in_(STANDING),
            _EARLIER.c.recorded_at < REVIEW.c.recorded_at,
        )
        .exists()
    )


def month_of(day: ColumnElement[date]) -> ColumnElement[Any]:
    """The calendar month of a date: both databases write it year first."""
    return func.substr(cast(day, Text), 1, _MONTH)
