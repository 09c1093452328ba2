"""Entries of this device that the branch knows of and lacks, and that this store cannot send: kept as a number."""

from perisai_desktop.storage import choices, journal
from perisai_desktop.storage.database import Session
from sync.protocol.messages import HelloAnswer

MISSING = "entries_missing"
"""The name under which the store keeps the number, and the code of the server's notice."""


def count(session: Session, device: str, answer: HelloAnswer) -> int:
    """What the answer names as missing, less what the journal holds: that goes up with this run."""
    told = sum(int(notice.data["count"]) for notice in answer.notices if notice.code == MISSING)
    holes = sum(gap.last_seq - gap.first_seq + 1 for gap in answer.missing)
    held = sum(
        journal.length_between(session, device, gap.epoch, gap.first_seq, gap.last_seq)
        for gap in answer.missing
    )
    return told + holes - held


def keep(session: Session, missing: int) -> None:
    """Keep the number as it was told last."""
    choices.put(session, MISSING, str(missing))


def kept(session: Session) -> int:
    """The number that was told last, 0 before the first."""
    return int(choices.get(session, MISSING) or 0)
