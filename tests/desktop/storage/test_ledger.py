"""What was paid, undone, given back and deposited, and the cash that must be there."""

import dataclasses
import json
from datetime import date

from perisai_desktop.storage import feed, purging
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.projections import cash, ledger, receipts, search, tills
from perisai_desktop.storage.rebuild import rebuild
from sync.protocol.bodies.cash import CashAdjustment
from sync.protocol.bodies.parts import LineReference
from sync.protocol.bodies.void_request import VoidRequest
from sync.protocol.kinds import EntryKind
from sync.rules.cash import CashFacts, cash_in_hand
from sync.rules.iuran_month import IuranMonth
from sync.rules.programmes import Programme
from tests.support.sample_bodies import AT, contribution, identifier
from tests.support.sample_entries import SampleJournal, every_kind
from tests.support.stores import card, decision, dump, store_all, verdict

NOVEMBER = IuranMonth(2026, 11)


def _paid_until(store: Database, worker: int) -> str | None:
    with store.reading() as session:
        found = search.card(session, identifier(worker))
        assert found is not None
        return None if found.paid_until is None else str(found.paid_until)


def _overdue(store: Database, on: date) -> int:
    with store.reading() as session:
        return search.counts(session, on)["overdue"]


def test_a_receipt_knows_the_last_copy_that_was_written_down(store: Database) -> None:
    journal = SampleJournal()
    _, receipt_id = journal.enrol(7)
    store_all(store, journal)
    with store.reading() as session:
        (issued,) = receipts.recent_receipts(session, 5)
    assert issued.copies == 0
    with store.transaction() as session:
        for copy in (1, 3, 2):
            ledger.reprint(session, {"receipt": receipt_id, "number": issued.number, "copy_number": copy})
        ledger.reprint(session, {"receipt": receipt_id, "number": "0Q2FK-01-999999-0", "copy_number": 9})
        assert receipts.receipt(session, issued.number) == dataclasses.replace(issued, copies=3)


def test_a_payment_stands_in_ledger_receipt_and_due(store: Database) -> None:
    journal = SampleJournal()
    _, receipt_id = journal.enrol(7)
    store_all(store, journal)
    with store.reading() as session:
        (issued,) = receipts.recent_receipts(session, 5)
        assert (issued.entry_id, issued.total, issued.on) == (receipt_id, 25_200, date(2026, 11, 22))
        assert receipts.receipt(session, issued.number) == issued
        assert receipts.receipt_of_action(session, issued.action_id) == issued
        assert receipts.receipts_of(session, identifier(7)) == (issued,)
        assert receipts.receipt(session, "0Q2FK-01-999999-0") is None
        assert receipts.receipt_of_action(session, identifier(1)) is None
        lines = receipts.lines_of(session, issued.number)
        assert lines == receipts.ledger_of(session, identifier(7))
    assert sum(line.amount for line in lines) == issued.total
    assert {line.programme for line in lines} == {Programme.JKK, Programme.JKM}
    assert (lines[0].month, lines[0].receipt, lines[0].undone) == (NOVEMBER, issued.number, None)
    assert _paid_until(store, 7) == "2027-01"
    assert _overdue(store, date(2027, 3, 15)) == 0
    assert _overdue(store, date(2027, 3, 16)) == 1


def test_a_void_frees_its_months_at_once_and_a_refusal_takes_them_back(store: Database) -> None:
    journal = SampleJournal()
    _, receipt_id = journal.enrol(7)
    void_id = journal.add(
        EntryKind.VOID_REQUEST, VoidRequest(receipt=receipt_id, reason="wrong_amount", cash="no_cash")
    )
    store_all(store, journal)
    void = journal.entries[-1]
    assert _paid_until(store, 7) is None
    with store.reading() as session:
        assert cash.voids_awaiting(session) == 25_200
        assert cash_in_hand(cash.facts(session)) == 25_200
    feed.apply_page(store, [decision(1, void, "approved")], 1, AT)
    with store.reading() as session:
        assert cash.voids_awaiting(session) == 0
        assert cash_in_hand(cash.facts(session)) == 0
        assert {line.undone for line in receipts.ledger_of(session, identifier(7))} == {"voided"}
    feed.apply_page(store, [decision(2, void, "refused")], 2, AT)
    assert _paid_until(store, 7) == "2027-01"
    with store.reading() as session:
        assert cash_in_hand(cash.facts(session)) == 25_200
    assert void_id == json.loads(void.raw)["entry_id"]


def test_a_void_that_a_server_set_back_takes_anew_is_asked_for_again(store: Database) -> None:
    journal = SampleJournal()
    _, receipt_id = journal.enrol(7)
    journal.add(
        EntryKind.VOID_REQUEST, VoidRequest(receipt=receipt_id, reason="wrong_amount", cash="no_cash")
    )
    store_all(store, journal)
    void, enrolment = journal.entries[-1], journal.entries[0]
    first = [verdict(1, void), decision(2, enrolment, "approved"), verdict(3, enrolment)]
    feed.apply_page(store, first, 3, AT)
    assert _paid_until(store, 7) is None
    feed.apply_page(store, [decision(4, void, "refused"), verdict(5, void, kind="parked")], 5, AT)
    assert _paid_until(store, 7) == "2027-01"
    feed.apply_page(store, [verdict(6, void, hash="f" * 64)], 6, AT)
    assert _paid_until(store, 7) == "2027-01"
    feed.apply_page(store, [verdict(7, void)], 7, AT)
    with store.transaction() as session:
        before = dump(session)
        rebuild(session)
        assert dump(session) == before
    assert _paid_until(store, 7) is None
    feed.apply_page(store, [decision(8, void, "approved")], 8, AT)
    with store.reading() as session:
        assert {line.undone for line in receipts.ledger_of(session, identifier(7))} == {"voided"}
        assert cash_in_hand(cash.facts(session)) == 0


def test_a_void_of_one_line_breaks_the_run_there_and_a_new_payment_mends_it(store: Database) -> None:
    journal = SampleJournal()
    _, receipt_id = journal.enrol(7)
    line = LineReference(contribution=journal.ids[2], line=2)
    body = VoidRequest(receipt=receipt_id, lines=(line,), reason="wrong_amount", cash="cash_taken")
    journal.add(EntryKind.VOID_REQUEST, body)
    store_all(store, journal)
    assert _paid_until(store, 7) == "2026-11"
    feed.apply_page(store, [decision(1, journal.entries[-1], "approved")], 1, AT)
    with store.reading() as session:
        assert cash_in_hand(cash.facts(session)) == 25_200
    more = SampleJournal(device="0ZZZZ", _first=8_000)
    more.add(EntryKind.CONTRIBUTION, contribution(7), worker=7)
    store_all(store, more)
    assert _paid_until(store, 7) == "2027-01"


def test_every_movement_has_its_place_in_the_formula(store: Database) -> None:
    journal = every_kind()
    for what, amount in (("shortage", 500), ("surplus", 200), ("hand_over", 1_000)):
        journal.add(EntryKind.CASH_ADJUSTMENT, CashAdjustment(what=what, amount=amount))  # type: ignore[arg-type]
    store_all(store, journal)
    with store.reading() as session:
        assert cash.facts(session) == CashFacts(
            opening_float=50_000,
            receipts=25_200,
            refunds=25_200,
            deposits=25_000,
            hand_overs=1_000,
            adjustments=-300,
        )
        assert tills.oldest_undeposited_at(session) is None


def test_the_oldest_cash_is_that_of_the_oldest_receipt_not_deposited(store: Database) -> None:
    journal = SampleJournal()
    journal.enrol(7)
    journal.enrol(8, nik="3208044810930005")
    store_all(store, journal)
    with store.reading() as session:
        oldest = tills.oldest_undeposited_at(session)
    assert oldest is not None
    assert (
        oldest.isoformat(timespec="milliseconds").replace("+00:00", "Z")
        == json.loads(journal.entries[3].raw)["recorded_at"]
    )


def test_the_branch_knows_of_months_paid_elsewhere(store: Database) -> None:
    feed.apply_page(store, [card(1, 7, paid_until="2026-10")], 1, AT)
    assert _paid_until(store, 7) == "2026-10"
    journal = SampleJournal()
    journal.add(EntryKind.CONTRIBUTION, contribution(7), worker=7)
    store_all(store, journal)
    assert _paid_until(store, 7) == "2027-01"
    feed.apply_page(store, [card(2, 8, nik="3208044810930005", paid_until=None)], 2, AT)
    assert _paid_until(store, 8) is None


def test_a_card_of_an_earlier_membership_does_not_reach_into_the_new_one(store: Database) -> None:
    journal = SampleJournal()
    journal.enrol(7)
    store_all(store, journal)
    feed.apply_page(store, [card(1, 7, paid_until="2026-03")], 1, AT)
    assert _paid_until(store, 7) == "2027-01"
    feed.apply_page(store, [card(2, 7, paid_until="2027-04")], 2, AT)
    assert _paid_until(store, 7) == "2027-04"


def test_a_payer_who_is_unknown_here_becomes_a_worker(store: Database) -> None:
    store_all(store, every_kind())
    with store.reading() as session:
        stranger = search.by_nik(session, "3514060000000001")
        assert stranger is not None
        assert (stranger.name, str(stranger.paid_until)) == ("Budi", "2026-11")


def test_each_part_that_goes_is_logged(store: Database) -> None:
    journal = SampleJournal()
    journal.enrol(7)
    store_all(store, journal)
    with store.transaction() as session:
        gone = purging.purge(session, [*journal.ids, identifier(1)], AT)
        assert gone == (journal.ids[0], journal.ids[1])
        assert [purging.purged_at(session, entry_id) for entry_id in journal.ids] == [AT, AT, None, None]
        assert purging.purge(session, journal.ids, AT) == ()
        assert purging.purged(session) == 2
