"""Puts own entries that come back through the feed to their old place in the journal."""

from enum import StrEnum

from sqlalchemy import or_, select
from sqlmodel import Session

from perisai_desktop.storage.journal.appending import read_envelope, write
from perisai_desktop.storage.journal.reading import StoredEntry, journal
from sync.protocol.entry import EntryFault, SealedEntry, decode


class Restored(StrEnum):
    """What became of an entry that came back."""

    INSERTED = "inserted"
    KNOWN = "known"
    FORK = "fork"


def read_record(raw: bytes, personal: bytes | None, step: int) -> StoredEntry | None:
    """An own entry that came back, its form checked; None where its bytes are no entry."""
    try:
        decode(raw, personal)
    except EntryFault:
        return None
    return read_envelope(step, SealedEntry.of(raw, personal))


def restore(session: Session, entry: StoredEntry) -> Restored:
    """Insert an own entry at its old (epoch, seq), checked by hash and chain; its status is not written here.

    One whose place is taken by other content, or that contradicts a neighbour, is a fork: it is not
    inserted.
    """
    taken = select(journal.c.hash).where(
        or_(
            journal.c.entry_id == entry.entry_id,
            (journal.c.device == entry.device)
            & (journal.c.epoch == entry.epoch)
            & (journal.c.seq == entry.seq),
        )
    )
    found = session.connection().execute(taken).scalars().all()
    if found:
        return Restored.KNOWN if set(found) == {entry.hash} else Restored.FORK
    if _contradicts(session, entry):
        return Restored.FORK
    write(session, (entry,))
    return Restored.INSERTED


def _contradicts(session: Session, entry: StoredEntry) -> bool:
    """Whether the entry before has another hash, or the entry behind names another predecessor."""
    beside = select(journal.c.seq, journal.c.hash, journal.c.prev_hash).where(
        journal.c.device == entry.device,
        journal.c.epoch == entry.epoch,
        journal.c.seq.in_((entry.seq - 1, entry.seq + 1)),
    )
    return any(
        row.hash != entry.prev_hash if row.seq < entry.seq else row.prev_hash != entry.hash
        for row in session.connection().execute(beside)
    )
