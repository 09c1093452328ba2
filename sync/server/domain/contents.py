"""Two contents under one entry id: the name by which the later one is reviewed, and the halves of their action."""

from __future__ import annotations

from collections.abc import Iterable

from sync.rules.states import VerdictKind
from sync.server.storage.records import EntryRecord, Review, StoredEntry

_APART = VerdictKind.ID_CONFLICT.value


def apart_name(digest: str) -> str:
    """What stands in the place of the entry id for a content whose id another one holds: a UUIDv7 made of its hash."""
    return f"{digest[:8]}-{digest[8:12]}-7{digest[13:16]}-8{digest[17:20]}-{digest[20:32]}"


def review_name(record: EntryRecord) -> str:
    """The name under which a content is reviewed: its entry id, where that is its own."""
    return apart_name(record.hash) if record.verdict == _APART else record.entry_id


def is_apart(review: Review) -> bool:
    """Whether a review is about a content whose entry id another one holds."""
    return review.entry_id == apart_name(review.entry_hash)


def half_of(together: Iterable[StoredEntry], *, apart: bool) -> list[StoredEntry]:
    """The entries of an action that go with a content whose id another one holds, or those that go with the others.

    An action may have come twice with other bytes: what is decided on one half leaves the other where it is.
    """
    listed = list(together)
    if not apart:
        return [one for one in listed if one.record.verdict != _APART]
    twice = {one.record.entry_id for one in listed if one.record.verdict == _APART}
    return [
        one
        for one in listed
        if one.record.verdict == _APART or (one.record.aside and one.record.entry_id not in twice)
    ]
