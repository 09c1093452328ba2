"""By when the use of data ends that somebody agrees to no longer (UU 27/2022, article 40)."""

from datetime import datetime, timedelta

STOP_WITHIN = timedelta(days=3)
"""3 x 24 hours from when consent was taken back."""


def stop_due(withdrawn_at: datetime) -> datetime:
    """The instant by which the branch has stopped."""
    return withdrawn_at + STOP_WITHIN
