"""A process that enrols people into a store, one action after the other, until somebody kills it."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from perisai_desktop.domain.draft import Source
from perisai_desktop.storage import actions, journal, numbers
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.journal import SealedEntry
from sync.protocol.chain import genesis_hash
from sync.protocol.entry import seal
from sync.protocol.identifiers import uuid7
from sync.protocol.kinds import EntryKind
from sync.rules.receipt_number import ReceiptNumber
from tests.support.sample_bodies import contribution, enrolment, enrolment_personal, identifier
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SampleJournal
from tests.support.stores import open_store

NAME = "Rahasiawati Penjualbakso"
NIK = "320804481093"
ROWS = 100_000


def take(session: Session, row: int) -> tuple[SealedEntry, ...]:
    """One enrolment with contribution and receipt, sealed behind the head of the chain."""
    head = journal.head(session, DEVICE, 1)
    seq, before = (0, genesis_hash(DEVICE_KEY.public)) if head is None else (head.seq, head.hash)
    number = ReceiptNumber(DEVICE, 1, numbers.take_receipt(session, DEVICE, 1))
    at = datetime.now(UTC)
    ids = [uuid7(at, row.to_bytes(5, "big") + place.to_bytes(5, "big")) for place in range(4)]
    paid = contribution(row)
    bodies = (
        (EntryKind.ENROLMENT, enrolment(), enrolment_personal(f"{NIK}{row % 10_000:04d}", f"{NAME} {row}")),
        (EntryKind.CONTRIBUTION, paid, None),
        (EntryKind.RECEIPT, SampleJournal().receipt(number, ids[1], paid.price), None),
    )
    sealed: list[SealedEntry] = []
    for place, (kind, body, personal) in enumerate(bodies):
        sealed.append(
            seal(
                kind=kind,
                entry_id=ids[place],
                action_id=ids[3],
                device=DEVICE,
                epoch=1,
                seq=seq + place + 1,
                prev_hash=sealed[-1].hash if sealed else before,
                recorded_at=at,
                utc_offset=420,
                body=body,
                personal=personal,
                worker_id=identifier(row),
            )
        )
    return tuple(sealed)


def enrol(database: Database, row: int) -> None:
    """Store the row's action, unless an earlier life of this process did."""
    with database.transaction() as session:
        actions.store(session, take(session, row), datetime.now(UTC), sources=[Source("f" * 64, row)])


def main() -> None:
    """Go on behind the last row stored, and say each row once its commit is durable."""
    database = open_store(Path(sys.argv[1]))
    with database.reading() as session:
        done = journal.length(session) // 3
    for row in range(done, ROWS):
        enrol(database, row)
        sys.stdout.write(f"{row}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
