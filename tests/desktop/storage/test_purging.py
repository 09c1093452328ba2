"""Whatever told of somebody is emptied by a purge, wherever it stood, and the projections are what they were."""

from __future__ import annotations

from datetime import timedelta

from perisai_desktop.domain.retention import card_is_due, part_is_due
from perisai_desktop.storage import feed, held_cards, held_parts, outbox, portfolio, purging, rebuild
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections import search
from sync.protocol.bodies.handover import Handover
from sync.protocol.kinds import EntryKind
from sync.rules.iuran_month import IuranMonth
from tests.support.sample_bodies import AT, identifier
from tests.support.sample_entries import SampleJournal, every_kind
from tests.support.stores import acknowledge, card, decision, dump, everything, item, record, store_all

MONTH = IuranMonth(2027, 6)
LATER = AT + timedelta(days=90)


def _prove_rebuild(store: Database) -> None:
    with store.transaction() as session:
        before = dump(session)
        rebuild.rebuild(session)
        assert dump(session) == before


def test_an_entry_beside_the_journal_lets_go_once_the_branch_decided(store: Database) -> None:
    store_all(store, every_kind())
    clashing = SampleJournal(_first=9_000)
    clashing.enrol(11, nik="3208044810930011", name="Budi Cabang")
    back = [record(110 + place, entry) for place, entry in enumerate(clashing.entries)]
    unread = record(120, clashing.entries[0], raw="{}")
    feed.apply_page(store, [*back, unread], 120, AT)
    with store.reading() as session:
        assert held_parts.beside(session) == ()
    feed.apply_page(store, [decision(130, clashing.entries[0], "approved")], 130, AT)
    with store.transaction() as session:
        ((part, worker),) = held_parts.beside(session)
        assert part_is_due(part, LATER)
        assert not part_is_due(part, AT)
        before = dump(session)
        purging.purge_beside(session, {part.step: worker}, AT)
        assert held_parts.beside(session) == ()
        assert dump(session) == before
    _prove_rebuild(store)
    assert "Budi Cabang" in everything(store)
    with store.transaction() as session:
        purging.blank(session, [worker], AT)
    assert [word for word in ("Budi Cabang", "3208044810930011") if word in everything(store)] == []
    _prove_rebuild(store)


def test_what_came_back_goes_again_at_once_by_the_day_it_was_written(store: Database) -> None:
    journal = SampleJournal()
    journal.enrol(7)
    back = [record(5_000 + place, entry) for place, entry in enumerate(journal.entries)]
    feed.apply_page(store, back, 5_009, LATER)
    with store.transaction() as session:
        enrolment, consent = held_parts.after(session, 0, 100)
        assert consent.decided_at is not None
        assert consent.decided_at < AT + timedelta(hours=1)
        assert not part_is_due(enrolment, LATER), "nobody has decided on it"
        session.connection().exec_driver_sql("UPDATE receipt SET deposited_by = 'setoran'")
        session.connection().exec_driver_sql("UPDATE entry_status SET counter = NULL")
        (_, consent) = held_parts.after(session, 0, 100)
        assert part_is_due(consent, LATER)
        assert purging.purge(session, [consent.entry_id], AT) == (consent.entry_id,)
    feed.apply_page(
        store, [record(6_000 + place, entry) for place, entry in enumerate(journal.entries)], 6_009, AT
    )
    with store.reading() as session:
        assert [part.kind for part in held_parts.after(session, 0, 100)] == ["enrolment"]


def test_who_was_handed_over_and_who_lapsed_is_emptied_wherever_it_stood(store: Database) -> None:
    journal = SampleJournal()
    given = Handover(
        workers=(identifier(7),), side="gives", from_agent="0001", to_agent="0002", decision_id="d-3"
    )
    journal.add(EntryKind.HANDOVER, given)
    told = {
        "worker_id": identifier(12),
        "nik": "3514060000000012",
        "name": "Wati Lama",
        "paid_until": "2026-10",
    }
    handed = item(3, "handover", {"workers": [identifier(7)]})
    feed.apply_page(
        store,
        [card(1, 7), card(2, 8, nik="3514060000000008", name="Tetap Ada", phone="081200000008"), handed],
        3,
        AT,
    )
    store_all(store, journal)
    with store.transaction() as session:
        outbox.settle(session, acknowledge(journal.entries), b"{}", b"s" * 64, "r", AT)
        portfolio.put(session, AT, [{**told, "occupation": "Petani", "offer": "JKK+JKM"}])
        found = dict(held_cards.after(session, 0, 100, MONTH))
        assert {one.worker_id for one in found.values()} == {identifier(7), identifier(12)}
        assert [card_is_due(one, LATER) for one in found.values()] == [True, False]
        assert [card_is_due(one, LATER + timedelta(days=200)) for one in found.values()] == [True, True]
        assert held_cards.after(session, max(found), 100, MONTH) == ()
        purging.blank(session, [one.worker_id for one in found.values()], AT)
        assert held_cards.after(session, 0, 100, MONTH) == ()
    left = everything(store)
    with store.reading() as session:
        blocks = session.connection().exec_driver_sql("SELECT block FROM worker_search_data").scalars().all()
    assert [block for block in blocks if b"nasution" in block or b"wati" in block] == []
    assert [word for word in ("Nasution", "Wati", "0000000012", "082787657987") if word in left] == []
    assert "Tetap Ada" in left
    _prove_rebuild(store)
    with store.reading() as session:
        empty = search.card(session, identifier(12))
    assert empty is not None
    assert (empty.name, empty.nik, empty.occupation, str(empty.paid_until)) == (
        "W••• L•••",
        "",
        "Petani",
        "2026-10",
    )
