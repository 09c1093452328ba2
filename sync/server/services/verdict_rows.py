"""Stored verdicts as the models that acknowledgements and the feed carry."""

from __future__ import annotations

from sync.protocol.messages import EntryVerdict
from sync.rules.states import VerdictKind
from sync.server.storage.records import EntryRecord

_UUID_LENGTH = 36


def is_nameable(record: EntryRecord) -> bool:
    """Whether a verdict can name the entry: one whose bytes hold no readable id has none."""
    return len(record.entry_id) == _UUID_LENGTH


def verdict_of(record: EntryRecord, *, replay: bool = False) -> EntryVerdict:
    """The verdict that stands; for a replay it is `same` and the standing verdict is its original."""
    kind = VerdictKind(record.verdict)
    return EntryVerdict(
        entry_id=record.entry_id,
        hash=record.hash,
        kind=VerdictKind.SAME if replay else kind,
        original=kind if replay else None,
        code=record.code,
        field=record.field,
        missing=record.missing,
        base=record.base if kind is VerdictKind.CONFLICT else None,
        theirs=record.theirs,
        feed_position=record.feed_position,
    )
