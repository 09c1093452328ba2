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
