"""By when people are told that their data may have got out (UU 27/2022, article 46)."""

from datetime import datetime, timedelta

NOTICE_WITHIN = timedelta(days=3)
"""3 x 24 hours from when the controller of the data came to know."""


def notice_due(known_at: datetime) -> datetime:
    """The last instant for the written notice to each person and to the authority."""
    return known_at + NOTICE_WITHIN
