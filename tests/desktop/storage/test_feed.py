"""Feed rows and cursor are applied together, once each, and move only the content they name."""

import json
from datetime import timedelta

import pytest

from perisai_desktop.storage import entry_status, feed, journal, outbox
from perisai_desktop.storage.database import Database
from perisai_desktop.storage.feed import AppliedRows, applying
from perisai_desktop.storage.projections import search
from perisai_desktop.storage.projections.standing import Standing
from sync.rules.states import ClientState, Counter, ReviewState
from tests.support.sample_bodies import AT, identifier
from tests.support.sample_entries import SampleJournal, every_kind
from tests.support.stores import acknowledge, card, decision, item, record, store_all


@pytest.fixture
def sent(store: Database) -> SampleJournal:
    """One enrolment that the server acknowledged at the feed's positions 1 to 4."""
    journal_of = SampleJournal()
    journal_of.enrol(7)
    store_all(store, journal_of)
    with store.transaction() as session:
        outbox.settle(session, acknowledge(journal_of.entries), b"{}", b"s" * 64, "r", AT)
    return journal_of


def _states(store: Database, entry_id: str) -> tuple[ClientState, ReviewState | None, str | None]:
    with store.reading() as session:
        status = entry_status.status(session, entry_id)
        assert status is not None
        return status.client, status.review, status.reason


def test_rows_and_cursor_stand_as_received(store: Database, sent: SampleJournal) -> None:
    row = decision(10, sent.entries[0], "approved", kpj="00012345678")
    with store.reading() as session:
        assert (feed.cursor(session), feed.applied_at(session)) == (0, None)
    applied = feed.apply_page(store, [row], 12, AT)
    assert (applied.rows, applied.decisions, applied.forks) == (1, 1, 0)
    with store.reading() as session:
        assert (feed.cursor(session), feed.applied_at(session)) == (12, AT)
        kept = feed.latest_decision(session, sent.ids[0])
        assert kept is not None
        assert (kept.position, kept.kind, kept.at, kept.raw) == (row.position, row.kind, row.at, row.raw)
        assert feed.of_entry(session, sent.ids[0]) == (kept,)
        worker = search.card(session, identifier(7))
        assert worker is not None
        assert (worker.kpj, worker.standing) == ("00012345678", Standing.APPROVED)


def test_rows_that_come_twice_are_applied_once(store: Database, sent: SampleJournal) -> None:
    rows = [decision(10, sent.entries[0], "approved"), card(11, 7)]
    assert feed.apply_page(store, rows, 11, AT).rows == 2
    assert feed.apply_page(store, rows, 11, AT) == AppliedRows()
    with store.reading() as session:
        assert len(list(feed.replay(session))) == 2
        assert len(feed.of_worker(session, identifier(7))) == 1


def test_an_empty_page_moves_the_cursor(store: Database) -> None:
    assert feed.apply_page(store, [], 40, AT) == AppliedRows()
    with store.reading() as session:
        assert feed.cursor(session) == 40


def test_a_crash_between_rows_and_cursor_keeps_neither(
    store: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr(applying, "_move_cursor", crash)
    with pytest.raises(KeyError):
        feed.apply_page(store, [card(1, 7)], 1, AT)
    with store.reading() as session:
        assert feed.cursor(session) == 0
        assert list(feed.replay(session)) == []
        assert search.card(session, identifier(7)) is None


def test_a_decision_on_other_content_changes_nothing(store: Database, sent: SampleJournal) -> None:
    wrong = decision(10, sent.entries[0], "approved", hash="f" * 64)
    unknown = decision(11, sent.entries[0], "approved", entry_id=identifier(999))
    assert feed.apply_page(store, [wrong, unknown], 11, AT).decisions == 0
    assert _states(store, sent.ids[0]) == (ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, None)


def test_an_action_decided_entry_by_entry_is_one_decision(store: Database, sent: SampleJournal) -> None:
    whole = [decision(10 + place, entry, "approved") for place, entry in enumerate(sent.entries)]
    opened = decision(20, sent.entries[0], "in_review")
    assert feed.apply_page(store, [*whole, opened], 20, AT).decisions == 1
    closer = [decision(30, sent.entries[0], "in_review"), decision(31, sent.entries[0], "flagged")]
    assert feed.apply_page(store, closer, 31, AT).decisions == 0


def test_a_task_comes_is_answered_and_comes_again(store: Database, sent: SampleJournal) -> None:
    comments = [{"field": "birth_date", "text": "Lihat KTP"}]
    returned = decision(10, sent.entries[0], "returned", reason="data_differs", comments=comments)  # type: ignore[arg-type]
    feed.apply_page(store, [returned], 10, AT)
    assert _states(store, sent.ids[0]) == (ClientState.TASK, ReviewState.RETURNED, "data_differs")
    with store.transaction() as session:
        assert [task.entry_id for task in entry_status.tasks(session)] == [sent.ids[0]]
        entry_status.answer(session, sent.ids[0], identifier(50), AT)
        assert entry_status.tasks(session) == ()
    feed.apply_page(store, [decision(11, sent.entries[0], "returned")], 11, AT)
    with store.reading() as session:
        (task,) = entry_status.tasks(session)
        assert (task.answered_by, task.review) == (None, ReviewState.RETURNED)
        kept = feed.latest_decision(session, sent.ids[0])
        assert kept is not None
        assert kept.position == 11


def test_statuses_of_an_action_and_what_is_not_final(store: Database, sent: SampleJournal) -> None:
    with store.reading() as session:
        first = entry_status.status(session, sent.ids[0])
        assert first is not None
        assert [one.entry_id for one in entry_status.of_action(session, first.action_id)] == sent.ids
        assert entry_status.listing(session) == (first.action_id,)
        about = entry_status.of_worker(session, identifier(7))
        assert [one.entry_id for one in about] == sent.ids
        assert entry_status.status(session, identifier(1)) is None


def test_a_correction_of_what_is_not_here_changes_no_worker(store: Database) -> None:
    whole = every_kind()
    rows = [record(1, whole.entries[4]), decision(2, whole.entries[4], "approved")]
    assert feed.apply_page(store, rows, 2, AT).rows == 2
    with store.reading() as session:
        assert search.listing(session) == ()


def test_a_correction_answers_its_task(store: Database) -> None:
    journal_of = every_kind()
    store_all(store, journal_of)
    with store.reading() as session:
        status = entry_status.status(session, journal_of.ids[0])
        assert status is not None
        assert status.answered_by == journal_of.ids[4]


def test_older_words_do_not_undo_newer_ones(store: Database, sent: SampleJournal) -> None:
    rows = [decision(20, sent.entries[0], "approved"), decision(15, sent.entries[0], "returned")]
    feed.apply_page(store, rows, 20, AT)
    assert _states(store, sent.ids[0])[0] is ClientState.APPROVED


def test_a_verdict_in_the_feed_heals_a_lost_answer(store: Database) -> None:
    journal_of = SampleJournal()
    journal_of.enrol(7)
    store_all(store, journal_of)
    rows = [
        item(
            place + 1,
            "verdict",
            {
                "entry_id": journal_of.ids[place],
                "hash": entry.hash,
                "kind": "same" if place else "needs_fix",
                **({"original": "accepted"} if place else {"code": "too_old", "field": "birth_date"}),
                "feed_position": place + 1,
            },
        )
        for place, entry in enumerate(journal_of.entries)
    ]
    feed.apply_page(store, rows, 4, AT)
    assert _states(store, journal_of.ids[0]) == (ClientState.TASK, ReviewState.RETURNED, "too_old")
    assert _states(store, journal_of.ids[3]) == (ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, None)
    with store.reading() as session:
        assert outbox.queue(session).entries == 0
        counted = entry_status.tallies(session)
    assert counted[Counter.TO_FIX] == entry_status.CountedActions(1, 25_200, AT + timedelta(minutes=1))
    assert counted[Counter.UNSENT].count == counted[Counter.WAITING].count == 0


def test_a_verdict_that_an_answer_told_before_moves_nothing(store: Database, sent: SampleJournal) -> None:
    first = acknowledge(sent.entries[:1]).verdicts[0]
    told = {"entry_id": first.entry_id, "hash": first.hash, "kind": "accepted"}
    again = item(first.feed_position, "verdict", {**told, "feed_position": first.feed_position})
    feed.apply_page(store, [again], first.feed_position, AT + timedelta(days=1))
    with store.reading() as session:
        status = entry_status.status(session, first.entry_id)
    assert status is not None
    assert status.changed_at == AT
    newer = item(99, "verdict", {**told, "feed_position": 99})
    feed.apply_page(store, [newer], 99, AT + timedelta(days=1))
    with store.reading() as session:
        moved = entry_status.status(session, first.entry_id)
    assert moved is not None
    assert moved.changed_at == AT + timedelta(days=1)


def test_a_decision_settles_what_no_answer_settled(store: Database) -> None:
    journal_of = SampleJournal()
    journal_of.enrol(7)
    store_all(store, journal_of)
    feed.apply_page(store, [decision(9, journal_of.entries[0], "refused", reason="not_working")], 9, AT)
    with store.transaction() as session:
        assert outbox.waiting(session) == 3
        assert entry_status.tallies(session)[Counter.TO_FIX].count == 1
        entry_status.settle_refusal(session, journal_of.ids[0], AT)
        counted = entry_status.tallies(session)
    assert (counted[Counter.TO_FIX].count, counted[Counter.UNSENT].count) == (0, 1)


def test_own_entries_come_back_after_a_restore(store: Database) -> None:
    journal_of = every_kind()
    rows = [record(place + 1, entry) for place, entry in enumerate(journal_of.entries)]
    assert feed.apply_page(store, rows, 99, AT) == AppliedRows(len(rows))
    with store.reading() as session:
        assert [entry.sealed for entry in journal.replay(session)] == journal_of.entries
        assert outbox.queue(session).entries == 0
        statuses = [entry_status.status(session, one) for one in journal_of.ids]
        assert {status.client for status in statuses if status} == {ClientState.ACKNOWLEDGED}
        worker = search.card(session, identifier(7))
        assert worker is not None
        assert worker.name == "Ma'rifah Nasution Wijaya"


def test_own_entries_that_are_here_settle_and_broken_ones_are_told(store: Database) -> None:
    journal_of = SampleJournal()
    journal_of.enrol(7)
    store_all(store, journal_of)
    broken = record(50, journal_of.entries[1], raw="{}")
    rows = [record(1, journal_of.entries[0], "accepted_review"), broken]
    assert feed.apply_page(store, rows, 50, AT) == AppliedRows(2, forks=1)
    assert _states(store, journal_of.ids[0]) == (ClientState.ACKNOWLEDGED, ReviewState.FLAGGED, None)
    with store.reading() as session:
        assert outbox.waiting(session) == 3
        assert len(list(feed.replay(session))) == 2


def test_a_kind_nobody_knows_is_kept_and_not_acted_on(store: Database) -> None:
    rows = [item(1, "weather", {"worker_id": 5, "verdict": "rain"}), item(2, "reference", {"version": "2"})]
    assert feed.apply_page(store, rows, 2, AT) == AppliedRows(2)
    with store.reading() as session:
        assert [
            json.loads(row.raw)["version"] for row in feed.replay(session) if row.kind == "reference"
        ] == ["2"]


def test_what_was_decided_before_an_entry_came_back_holds(store: Database) -> None:
    journal_of = SampleJournal()
    journal_of.enrol(7)
    early = [
        decision(5, journal_of.entries[0], "returned", reason="data_differs"),
        decision(6, journal_of.entries[0], "approved"),
    ]
    feed.apply_page(store, early, 6, AT)
    back = [
        record(place, entry, verdict={**json.loads(record(place - 6, entry).raw)["verdict"]})
        for place, entry in enumerate(journal_of.entries, start=7)
    ]
    assert feed.apply_page(store, back, 10, AT) == AppliedRows(4)
    assert _states(store, journal_of.ids[0]) == (ClientState.APPROVED, ReviewState.APPROVED, None)
    assert _states(store, journal_of.ids[3]) == (ClientState.ACKNOWLEDGED, ReviewState.RECEIVED, None)
