"""The feed: rows of the branch as received, applied together with the cursor that says how far."""

from perisai_desktop.storage.feed.applying import AppliedRows, apply_page, apply_rows
from perisai_desktop.storage.feed.comparing import Counted, beside, held_here, returned
from perisai_desktop.storage.feed.reading import (
    FeedItem,
    applied_at,
    cursor,
    decisions_since,
    latest_decision,
    of_entry,
    of_kind,
    of_worker,
    replay,
    whole_records,
)

__all__ = [
    "AppliedRows",
    "Counted",
    "FeedItem",
    "applied_at",
    "apply_page",
    "apply_rows",
    "beside",
    "cursor",
    "decisions_since",
    "held_here",
    "latest_decision",
    "of_entry",
    "of_kind",
    "of_worker",
    "replay",
    "returned",
    "whole_records",
]
