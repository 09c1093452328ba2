"""Carries rows of the feed into the projections, the same way when they arrive and when all is rebuilt."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlmodel import Session

from perisai_desktop.storage import journal
from perisai_desktop.storage.feed.reading import (
    FeedItem,
    attributions_before,
    came_before,
    decided_before,
    decisions_before,
)
from perisai_desktop.storage.journal import StoredEntry
from perisai_desktop.storage.projections import stream
from sync.rules.states import VerdictKind

_TAKEN = frozenset({VerdictKind.ACCEPTED.value, VerdictKind.ACCEPTED_REVIEW.value})


def replay_item(session: Session, item: FeedItem) -> None:
    """Carry an applied row into the projections again; reference data leave no trace there."""
    if item.kind == "worker":
        stream.apply_card(session, item.step, item.payload)
    elif item.kind == "decision":
        payload = item.payload
        entry = journal.entry(session, payload["entry_id"])
        if entry is not None and entry.hash == payload["hash"]:
            stream.apply_decision(session, entry, payload)
    elif item.kind == "attribution":
        attribute(session, item)
    elif item.kind == "verdict":
        ask_again(session, ((item.step, item.payload),))
    elif item.kind == "record":
        entry = journal.read_record(*item.record, item.step + 1)
        if entry is not None and not journal.has_hash(session, entry.entry_id, entry.hash):
            apply_fork(session, item, entry)


def catch_up(session: Session, entry: StoredEntry) -> None:
    """Carry the branch's words into the projections that came before the entry they are on came back."""
    for item in (*decisions_before(session, entry), *attributions_before(session, entry)):
        replay_item(session, item)


def attribute(session: Session, item: FeedItem) -> frozenset[str]:
    """Carry the word for whom an own payment was; returns the workers whose months it moved."""
    payload = item.payload
    entry = journal.entry(session, payload["entry_id"])
    if entry is None or entry.hash != payload["hash"]:
        return frozenset()
    return stream.apply_attribution(session, entry, payload)


def apply_fork(session: Session, item: FeedItem, entry: StoredEntry) -> None:
    """Count an own entry that stays outside the journal, once, unless its id stands there with other content."""
    if journal.entry(session, entry.entry_id) is None and not came_before(session, item, entry.entry_id):
        stream.apply_entry(session, entry)


def ask_again(session: Session, told: Sequence[tuple[int, Mapping[str, Any]]]) -> frozenset[str]:
    """Carry verdicts into the projections that take a void request which was refused before; returns its worker.

    `told` are the steps and payloads of rows with verdicts. A server that was set back to a backup has forgotten the refusal,
    and what it was for, and judges anew.
    """
    asked: set[str] = set()
    decided = decided_before(session, {payload["entry_id"]: step for step, payload in told})
    for _, payload in told:
        if payload["entry_id"] not in decided or payload["kind"] not in _TAKEN:
            continue
        entry = journal.entry(session, payload["entry_id"])
        if entry is not None and entry.kind == "void_request" and entry.hash == payload["hash"]:
            stream.apply_entry(session, entry)
            asked |= set() if entry.worker_id is None else {entry.worker_id}
    return frozenset(asked)
