"""Projections that are dropped and computed again are the same, byte for byte."""

import json

from perisai_desktop.storage import feed, outbox, photos, purging, rebuild
from perisai_desktop.storage.database import Database
from sync.protocol.bodies.change import Change, ChangePersonal
from sync.protocol.bodies.correction import Correction, CorrectionPersonal, EnrolmentChanges, PersonalChanges
from sync.protocol.kinds import EntryKind
from tests.support.sample_bodies import AT, SLIP, identifier, salt
from tests.support.sample_entries import SampleJournal, every_kind
from tests.support.stores import acknowledge, card, decision, dump, prove_index, record, store_all


def _rebuilt(store: Database) -> tuple[list[str], list[str]]:
    """The projections as they stand, and after dropping them and computing them again."""
    with store.transaction() as session:
        before = dump(session)
    with store.transaction() as session:
        rebuild.rebuild(session)
        prove_index(session)
    with store.transaction() as session:
        return before, dump(session)


def test_a_journal_of_every_kind_projects_the_same_twice(store: Database) -> None:
    store_all(store, every_kind())
    before, after = _rebuilt(store)
    assert before == after
    for name in ("worker", "ledger", "receipt", "cash", "life_change", "index"):
        assert any(line.startswith(name) for line in before), name


def test_decisions_cards_and_own_entries_that_came_back_project_the_same_twice(store: Database) -> None:
    journal = every_kind()
    store_all(store, journal)
    with store.transaction() as session:
        outbox.settle(session, acknowledge(journal.entries), b"{}", b"s" * 64, "r", AT)
    void = next(entry for entry in journal.entries if json.loads(entry.raw)["kind"] == "void_request")
    other = SampleJournal(device="0ZZZZ", _first=7_000)
    other.enrol(9, nik="3208044810930099", name="Siti Contoh")
    clashing = SampleJournal(_first=9_000)
    clashing.enrol(11, nik="3208044810930011", name="Budi Cabang")
    rows = [
        decision(100, journal.entries[0], "approved", kpj="00012345678"),
        decision(101, void, "approved"),
        card(102, 7, kpj="00012345678", paid_until="2027-01"),
        *(record(103 + place, entry) for place, entry in enumerate(other.entries)),
        *(record(110 + place, entry) for place, entry in enumerate(clashing.entries)),
        *(record(120 + place, entry) for place, entry in enumerate(clashing.entries)),
        record(127, journal.entries[0]),
        record(128, journal.entries[0], raw="{}"),
        decision(129, clashing.entries[0], "approved"),
        decision(130, void, "refused"),
        card(131, 12, name="Pindahan Contoh"),
    ]
    applied = feed.apply_page(store, rows, 131, AT)
    assert (applied.rows, applied.decisions, applied.forks) == (len(rows), 2, 9)
    before, after = _rebuilt(store)
    assert before == after
    assert sum("Budi Cabang" in line for line in before) == 1


def test_projections_are_the_same_after_a_purge(store: Database) -> None:
    journal = every_kind()
    store_all(store, journal)
    with store.transaction() as session:
        photos.reach(session, SLIP.sha256, SLIP.length, AT, complete=True)
        before = dump(session)
        gone = purging.purge(session, journal.ids, AT)
    held = {json.loads(entry.raw)["entry_id"] for entry in journal.entries if entry.personal is not None}
    assert set(gone) == held
    stood, rebuilt = _rebuilt(store)
    assert before == stood == rebuilt
    assert any(identifier(7) in line and "Ma'rifah" in line for line in rebuilt)


def test_what_is_written_and_pulled_after_a_purge_stands_over_the_kept_card(store: Database) -> None:
    journal = SampleJournal()
    journal.enrol(7)
    store_all(store, journal)
    with store.transaction() as session:
        purging.purge(session, journal.ids, AT)
    for number, phone in enumerate(("081200000001", "081200000002"), start=1):
        later = SampleJournal(device=f"0Q2F{number}", _first=5_000 * number)
        personal = ChangePersonal(salt=salt(number), blobs=(), phone=phone)
        later.add(EntryKind.CHANGE, Change(from_month="2027-02", findings=()), personal, worker=7)
        store_all(store, later)
        before, after = _rebuilt(store)
        assert before == after
        assert any(phone in line for line in after)
        with store.transaction() as session:
            assert len(purging.purge(session, later.ids, AT)) == 1
        before, after = _rebuilt(store)
        assert before == after
    feed.apply_page(store, [card(9, 7, phone="081200000003")], 9, AT)
    before, after = _rebuilt(store)
    assert before == after
    assert any("081200000003" in line for line in after)


def test_entries_that_name_no_worker_or_an_earlier_membership_project_the_same_twice(store: Database) -> None:
    journal = SampleJournal()
    first, _ = journal.enrol(7)
    journal.enrol(7, name="Ma'rifah Nasution")
    changes = EnrolmentChanges(occupation="Petani")
    personal = CorrectionPersonal(salt=salt(3), blobs=(), changes=PersonalChanges(name="Nama Lama"))
    late = Correction(corrects=first, changes=changes, findings=())
    journal.add(EntryKind.CORRECTION, late, personal, worker=7, base=journal.entries[0].hash)
    journal.add(EntryKind.CORRECTION, late, personal, base=journal.entries[0].hash)
    journal.add(EntryKind.CHANGE, Change(from_month="2027-02", occupation="Petani", findings=()))
    store_all(store, journal)
    before, after = _rebuilt(store)
    assert before == after
    assert not any("Nama Lama" in line or "Petani" in line for line in before)
    assert sum(line.startswith("worker ") for line in before) == 1
    assert any(line.startswith("due ") for line in before)


def test_decisions_that_came_before_their_entries_came_back_project_the_same_twice(store: Database) -> None:
    """A store that was set back pulls what was decided meanwhile before it has what that is about."""
    journal = every_kind()
    void = next(entry for entry in journal.entries if json.loads(entry.raw)["kind"] == "void_request")
    early = [
        decision(1, journal.entries[0], "approved", kpj="00012345678"),
        decision(2, void, "approved"),
    ]
    back = [record(3 + place, entry) for place, entry in enumerate(journal.entries)]
    feed.apply_page(store, early, 2, AT)
    feed.apply_page(store, back, 99, AT)
    before, after = _rebuilt(store)
    assert before == after
    assert any("00012345678" in line for line in before)
