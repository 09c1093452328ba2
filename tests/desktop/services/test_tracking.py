"""What the screen of the sync lists adds up with the strip, whatever happened; pages, pauses and answers beside it."""

import json
import random
from collections.abc import Sequence
from datetime import date

import pytest

from perisai_desktop.domain.counters import PauseSpan
from perisai_desktop.domain.exchange import Answers, SyncItem
from perisai_desktop.domain.worker import Station
from perisai_desktop.services import backing_up
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.storage import choices, entry_status, feed, journal
from perisai_desktop.storage.entry_status import EntryStatus, Move
from sync.rules.states import Counter, ReviewState
from tests.support.desks import MARKET_DAY, HandClock, filled_draft, on_its_way
from tests.support.stores import decision


def enrol(desk: AgentDesk, clock: HandClock, count: int) -> None:
    """People of some days, one every minute."""
    for number in range(count):
        day = 10 + number
        desk.enrolling.enrol(
            filled_draft(
                desk,
                nik=f"320208{day:02}08900004",
                birth_date=f"1990-08-{day:02}",
                name=f"Contoh {'abcdefghijkl'[number]}",
                phone=f"08123456{day:04}",
            )
        )
        clock.move(minutes=1)


def entries(desk: AgentDesk) -> list[EntryStatus]:
    with desk.enrolling.database.reading() as session:
        listed = entry_status.of_actions(session, [item.action_id for item in on_its_way(desk)])
    return [entry for found in listed.values() for entry in found]


def move(desk: AgentDesk, entry: EntryStatus, review: ReviewState, position: int, clock: HandClock) -> None:
    with desk.enrolling.database.transaction() as session:
        entry_status.move(session, [Move(entry.entry_id, entry.kind, review, position)], clock.now())


def check_sums(desk: AgentDesk) -> None:
    """Strip, overview and rows say the same of each counter; the rows are read in pages of five."""
    strip, whole = desk.counting.strip(), desk.tracking.overview()
    shown = {Counter.UNSENT: strip.unsent, Counter.WAITING: strip.waiting, Counter.TO_FIX: strip.to_fix}
    assert dict(whole.tallies) == shown
    parts: list[str] = []
    for counter in Counter:
        listing = desk.tracking.overview(counter).listing
        rows = [row for at in range(0, len(listing), 5) for row in desk.tracking.items(listing[at : at + 5])]
        assert [row.action_id for row in rows] == list(listing)
        assert {row.counter for row in rows} <= {counter}
        assert (len(rows), sum(row.rupiah for row in rows)) == (shown[counter].count, shown[counter].rupiah)
        assert min((row.recorded_at for row in rows), default=None) == shown[counter].oldest_at
        assert [row.recorded_at for row in rows] == sorted(row.recorded_at for row in rows)
        parts += listing
    assert parts == list(whole.listing)
    assert len(set(parts)) == len(parts)


@pytest.mark.parametrize("seed", range(4))
def test_strip_screen_and_rows_add_up_in_every_state(desk: AgentDesk, clock: HandClock, seed: int) -> None:
    chance = random.Random(seed)
    enrol(desk, clock, 12)
    check_sums(desk)
    known = entries(desk)
    for position in range(1, 40):
        entry = chance.choice(known)
        act = chance.random()
        if act < 0.8:
            move(desk, entry, chance.choice(list(ReviewState)), position, clock)
        else:
            with desk.enrolling.database.transaction() as session:
                if act < 0.9:
                    entry_status.answer(session, entry.entry_id, known[0].entry_id, clock.now())
                else:
                    entry_status.settle_refusal(session, entry.entry_id, clock.now())
        check_sums(desk)


def one(items: Sequence[SyncItem]) -> SyncItem:
    (item,) = items
    return item


def test_an_action_stands_at_its_worst_entry(desk: AgentDesk, clock: HandClock) -> None:
    enrol(desk, clock, 1)
    by_kind = {entry.kind: entry for entry in entries(desk)}
    fresh = one(on_its_way(desk))
    assert (fresh.kind, fresh.counter, fresh.rupiah) == ("enrolment", Counter.UNSENT, 33_600)
    assert fresh.bytes > 1_000
    for position, kind in enumerate(by_kind, 1):
        move(desk, by_kind[kind], ReviewState.RECEIVED, position, clock)
    assert (one(on_its_way(desk)).counter, one(on_its_way(desk)).review) == (
        Counter.WAITING,
        ReviewState.RECEIVED,
    )
    move(desk, by_kind["contribution"], ReviewState.FLAGGED, 20, clock)
    assert one(on_its_way(desk)).review is ReviewState.FLAGGED, "the enrolment is only received"
    move(desk, by_kind["enrolment"], ReviewState.RETURNED, 21, clock)
    assert (one(on_its_way(desk)).counter, one(on_its_way(desk)).review) == (
        Counter.TO_FIX,
        ReviewState.RETURNED,
    )
    with desk.enrolling.database.transaction() as session:
        entry_status.answer(session, by_kind["enrolment"].entry_id, "x", clock.now())
    assert one(on_its_way(desk)).review is ReviewState.FLAGGED, "the task is answered"


def test_what_became_final_is_left_out(desk: AgentDesk, clock: HandClock) -> None:
    enrol(desk, clock, 1)
    (action_id,) = desk.tracking.overview().listing
    for position, entry in enumerate(entries(desk), 1):
        move(desk, entry, ReviewState.APPROVED, position, clock)
    assert desk.tracking.overview().listing == ()
    assert desk.tracking.items((action_id, "nothing")) == ()
    assert desk.tracking.detail(action_id) is None


def test_the_stations_of_an_enrolment_and_of_a_closing(desk: AgentDesk, clock: HandClock) -> None:
    enrol(desk, clock, 1)
    with desk.enrolling.database.transaction() as session:
        made = {"made_at": clock.now().isoformat(), "place": "E:/", "entries": 4, "bytes": 1}
        choices.put(session, backing_up.NEWEST, json.dumps(made))
    detail = desk.tracking.detail(desk.tracking.overview().listing[0])
    assert detail is not None
    assert [step.station for step in detail.timeline] == list(Station)
    reached = {step.station: step.at for step in detail.timeline if step.at is not None}
    assert reached == {Station.SAVED: MARKET_DAY, Station.COPIED: clock.now()}


def test_the_stations_of_what_nobody_decides(desk: AgentDesk, clock: HandClock) -> None:
    clock.move(days=1)
    desk.closing_day.close(date(2026, 11, 22), {})
    (item,) = on_its_way(desk)
    assert (item.kind, item.worker_name, item.receipt_number, item.rupiah) == ("closing", "", None, 0)
    detail = desk.tracking.detail(item.action_id)
    assert detail is not None
    stations = [Station.SAVED, Station.COPIED, Station.SENT, Station.RECEIVED]
    assert [step.station for step in detail.timeline] == stations


def test_what_came_down_today_is_counted_by_sort(desk: AgentDesk, clock: HandClock) -> None:
    enrol(desk, clock, 5)
    assert desk.tracking.overview().today == Answers()
    with desk.enrolling.database.reading() as session:
        forms = [entry.sealed for entry in journal.replay(session) if entry.kind == "enrolment"]
    states = ["approved", "registered", "returned", "duplicate", "refused"]
    more = {"decision_id": "01935000-0000-7000-8000-000000000001"}
    rows = [
        decision(place, form, state, **(more if state == "refused" else {}))
        for place, (form, state) in enumerate(zip(forms, states, strict=True), 1)
    ]
    feed.apply_page(desk.enrolling.database, rows, 5, clock.now())
    today = desk.tracking.overview().today
    assert today == Answers(approved=1, registered=1, returned=2, refused=1, money=1)
    assert today.count == 5
    back = decision(6, forms[0], "in_review")
    feed.apply_page(desk.enrolling.database, [back], 6, clock.now())
    assert desk.tracking.overview().today == today, "a record that is open again is no decision"
    clock.move(days=1)
    assert desk.tracking.overview().today == Answers()


def test_what_is_pressing_and_a_pause_are_told(desk: AgentDesk, clock: HandClock) -> None:
    assert desk.tracking.overview().pressing.receipt_at is None
    enrol(desk, clock, 2)
    pause = desk.pausing.pause(PauseSpan.HOUR)
    overview = desk.tracking.overview()
    assert (overview.pressing.receipt_at, overview.pressing.withdrawal_at) == (MARKET_DAY, None)
    assert (overview.pause, desk.counting.strip().pause) == (pause, pause)
    assert overview.unsent_bytes == sum(item.bytes for item in on_its_way(desk))
    clock.move(minutes=61)
    assert desk.tracking.overview().pause is None
