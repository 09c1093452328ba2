"""The branch says for whom a payment was: its months are that worker's, whichever comes first, and after a rebuild."""

import json

import pytest

from perisai_desktop.storage import feed, rebuild
from perisai_desktop.storage.database import Database, Session
from perisai_desktop.storage.feed import FeedItem
from perisai_desktop.storage.journal import SealedEntry
from perisai_desktop.storage.projections import ledger
from tests.support.sample_bodies import AT, identifier
from tests.support.sample_entries import SampleJournal, every_kind
from tests.support.stores import dump, item, prove_index, record, store_all

PAYER, OWNER = identifier(8), identifier(7)


def renewal(journal: SampleJournal) -> SealedEntry:
    """The payment for somebody named by NIK."""
    found = [one for one in journal.entries if json.loads(one.raw)["kind"] == "contribution"]
    return next(one for one in found if one.personal is not None)


def attribution(
    position: int, entry: SealedEntry, worker: str = OWNER, digest: str | None = None
) -> FeedItem:
    return item(
        position,
        "attribution",
        {
            "entry_id": json.loads(entry.raw)["entry_id"],
            "hash": digest or entry.hash,
            "payer": PAYER,
            "worker_id": worker,
            "decided_at": "2026-11-22T05:00:00.000Z",
            "reviewer": "Penyelia Contoh",
        },
    )


def paid(session: Session, worker_id: str) -> int:
    table = ledger.ledger
    rows = session.connection().execute(table.select().where(table.c.worker_id == worker_id)).all()
    return sum(row.amount for row in rows)


def card(session: Session, worker_id: str) -> tuple[str, str | None]:
    query = "SELECT nik, paid_until FROM worker WHERE worker_id = ?"
    nik, until = session.connection().exec_driver_sql(query, (worker_id,)).one()
    return nik, until


def proved(store: Database) -> None:
    """The projections are the same after they were dropped and computed again."""
    with store.transaction() as session:
        before = dump(session)
        rebuild.rebuild(session)
        prove_index(session)
    with store.transaction() as session:
        assert dump(session) == before


@pytest.mark.parametrize("came_back", [False, True])
def test_its_months_are_the_owners(store: Database, came_back: bool) -> None:
    journal = every_kind()
    told = attribution(1, renewal(journal))
    if came_back:
        rows = [told, *(record(2 + place, entry) for place, entry in enumerate(journal.entries))]
    else:
        store_all(store, journal)
        rows = [told]
    with store.reading() as session:
        before = 0 if came_back else paid(session, OWNER)
    applied = feed.apply_page(store, rows, 90, AT)
    assert applied.rows == len(rows)
    with store.reading() as session:
        assert paid(session, PAYER) == 0
        assert paid(session, OWNER) > before
        assert card(session, PAYER) == ("", None)
    proved(store)


@pytest.mark.parametrize("wrong", ["hash", "worker"])
def test_what_this_store_cannot_place_moves_nothing(store: Database, wrong: str) -> None:
    journal = every_kind()
    store_all(store, journal)
    worker = identifier(99) if wrong == "worker" else OWNER
    digest = "0" * 64 if wrong == "hash" else None
    with store.reading() as session:
        before = paid(session, PAYER)
    feed.apply_page(store, [attribution(1, renewal(journal), worker, digest)], 1, AT)
    with store.reading() as session:
        assert paid(session, PAYER) == before > 0
        assert card(session, PAYER)[0] != ""
    proved(store)
