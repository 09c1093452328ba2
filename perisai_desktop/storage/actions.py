"""Stores one action whole: entries, personal parts, status, outbox, projections and mark, in one transaction."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from perisai_desktop.domain.draft import Source
from perisai_desktop.storage import (
    action_sources,
    deposits,
    entry_status,
    journal,
    mark,
    outbox,
    photos,
    refusals,
)
from perisai_desktop.storage.entry_status import NewEntry
from perisai_desktop.storage.journal import SealedEntry, StoredEntry
from perisai_desktop.storage.projections import standing, stream
from sync.rules.states import ClientState


def store(
    session: Session, entries: Sequence[SealedEntry], at: datetime, *, sources: Sequence[Source] = ()
) -> tuple[StoredEntry, ...]:
    """Write everything that one press of a button made; the caller's transaction commits or undoes it whole.

    `at` is the instant for statuses. The high-water mark is written once the commit is durable.
    Raises ValueError where the entries do not follow the head of their chain, or are of several actions.
    """
    stored = journal.append(session, entries)
    if len({entry.action_id for entry in stored}) != 1:
        raise ValueError("an action has one id and at least one entry")
    entry_status.begin(session, [new_entry(entry) for entry in stored], ClientState.SEALED, at)
    outbox.put(session, stored)
    photos.name(session, stored, photos.PhotoState.WAITING, at)
    touched = {entry.worker_id for entry in stored if entry.worker_id is not None}
    for entry in stored:
        if entry.kind == "correction":
            entry_status.answer(session, entry.value["body"]["corrects"], entry.entry_id, at)
        stream.apply_entry(session, entry)
        touched |= refusals.settle_refunded(session, entry, at)
        deposits.carry_cash(session, entry, at)
    standing.refresh(session, touched)
    action_sources.put(session, stored[0].action_id, sources)
    newest = stored[-1]
    mark.write_after_commit(session, mark.Mark(newest.device, newest.epoch, newest.seq, newest.hash))
    return stored


def new_entry(entry: StoredEntry) -> NewEntry:
    """What an entry's status begins with."""
    return NewEntry(entry.entry_id, entry.action_id, entry.worker_id, entry.kind, entry.recorded_at)
