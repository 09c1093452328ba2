"""The journal is held against the branch's books when it is due; what is missing there goes up once more."""

from datetime import date, timedelta

import pytest

from perisai_desktop.domain.branch_word import BranchWord
from perisai_desktop.domain.exchange import Phase
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services import branch_words
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage import journal, verification
from sync.client.actions import SendBatch, Verified, Verify
from sync.client.verifying import Comparison, Span
from sync.protocol.batch import unpack
from sync.protocol.messages import Mark
from sync.protocol.signatures import SigningKey
from sync.protocol.verification import DifferingRange, PlacedEntry, VerifyAnswer
from tests.support.desks import HandClock, filled_draft
from tests.support.server_replies import hello
from tests.support.wires import AT, ScriptedWire

DAY = timedelta(days=1)
WHOLE = (Span(1, 1, 8),)


@pytest.fixture
def store(desk: AgentDesk, key: SigningKey, clock: HandClock) -> SyncStore:
    """Two enrolments that were acknowledged: seq 1 to 8, nothing in the outbox."""
    desk.enrolling.enrol(filled_draft(desk))
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202081508900004", birth_date="1990-08-15", phone="081234567891")
    )
    made = SyncStore(desk.enrolling.database, Pen("0Q2FK", 1, key, clock), RulesInUse(desk.reference))
    wire = ScriptedWire()
    assert Syncing(made, wire, Line()).run().sent == 8
    assert wire.verifies == []
    return made


def state(store: SyncStore) -> verification.Verification:
    with store.database.reading() as session:
        return verification.state(session)


def digest_at(store: SyncStore, seq: int) -> str:
    with store.database.reading() as session:
        return next(entry.hash for entry in journal.replay(session) if entry.seq == seq)


def test_once_a_day_the_whole_journal_is_compared(store: SyncStore, clock: HandClock) -> None:
    wire = ScriptedWire()
    assert state(store).verified_at is None
    clock.at += DAY
    phases: list[Phase] = []
    Syncing(store, wire, Line()).run(lambda progress: phases.append(progress.phase))
    assert [phase for phase in phases if phase is Phase.COMPARING] == [Phase.COMPARING]
    assert [(one.first_seq, one.last_seq, one.count, one.rupiah) for one in wire.verifies[0].ranges] == [
        (1, 8, 8, 67_200)
    ]
    assert state(store) == verification.Verification(clock.at, clock.at)
    clock.at += DAY - timedelta(seconds=1)
    Syncing(store, wire, Line()).run()
    assert len(wire.verifies) == 1
    clock.at += timedelta(seconds=1)
    Syncing(store, wire, Line()).run()
    assert len(wire.verifies) == 2


def test_a_comparison_from_the_future_is_none(store: SyncStore, clock: HandClock) -> None:
    clock.at -= timedelta(hours=1)
    assert store.unverified() == WHOLE


def test_nothing_is_compared_while_something_waits(
    store: SyncStore, desk: AgentDesk, clock: HandClock
) -> None:
    clock.at += 2 * DAY
    assert store.unverified() == WHOLE
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202082808900004", birth_date="1990-08-28", phone="081299999999")
    )
    assert store.unverified() == ()


def test_what_was_set_aside_keeps_nothing_else_from_being_compared(
    store: SyncStore, desk: AgentDesk, clock: HandClock
) -> None:
    """An action at which the server fails waits on, and is not counted as missing."""
    clock.at += 2 * DAY
    desk.enrolling.enrol(
        filled_draft(desk, nik="3202082808900004", birth_date="1990-08-28", phone="081299999999")
    )
    assert store.batch(SendBatch(100, 100_000, 30)) is not None
    assert store.unverified() == (Span(1, 1, 12),)
    found = Comparison(missing=(Span(1, 6, 6), Span(1, 9, 12)))
    assert store.verified(Verified(found)) == 4
    assert state(store) == verification.Verification(clock.at, None, missing=1, due=True)
    assert store.verified(Verified(Comparison(missing=(Span(1, 9, 12),)))) == 0
    assert state(store) == verification.Verification(clock.at, None)


def test_an_empty_journal_has_nothing_to_compare(desk: AgentDesk, key: SigningKey, clock: HandClock) -> None:
    made = SyncStore(desk.enrolling.database, Pen("0Q2FK", 1, key, clock), RulesInUse(desk.reference))
    with made.database.transaction() as session:
        verification.want(session)
    assert made.unverified() == ()


def test_what_the_branch_lacks_goes_up_whole_and_is_compared_again(
    store: SyncStore, clock: HandClock
) -> None:
    clock.at += DAY
    lacking = PlacedEntry(epoch=1, seq=6, hash=digest_at(store, 6))
    wire = ScriptedWire(
        compared=[
            VerifyAnswer(
                compared_at=AT, differing=(DifferingRange(epoch=1, first_seq=1, last_seq=8, count=7),)
            ),
            VerifyAnswer(compared_at=AT, lacking=(lacking,)),
        ]
    )
    report = Syncing(store, wire, Line()).run()
    assert report.sent == 4
    sent = [entry.hash for batch in wire.batches for entry in unpack(batch.body).entries]
    assert sent == [digest_at(store, seq) for seq in range(5, 9)]
    assert [len(one.ranges) for one in wire.verifies] == [1, 0, 1]
    assert [entry.hash for entry in wire.verifies[1].told[0].entries] == [
        digest_at(store, seq) for seq in range(1, 9)
    ]
    assert state(store) == verification.Verification(clock.at, clock.at)


def test_what_is_missing_and_does_not_go_up_stays_due(store: SyncStore, clock: HandClock) -> None:
    clock.at += DAY
    gone = VerifyAnswer(
        compared_at=AT, differing=(DifferingRange(epoch=1, first_seq=1, last_seq=8, count=0),)
    )
    lacking = PlacedEntry(epoch=1, seq=1, hash=digest_at(store, 1))
    told = VerifyAnswer(compared_at=AT, lacking=(lacking,))
    wire = ScriptedWire(compared=[gone, told, gone, told])
    assert Syncing(store, wire, Line()).run().sent == 8
    assert state(store) == verification.Verification(clock.at, None, missing=1, due=True)
    assert (store.waiting(), len(wire.verifies)) == (0, 4)


def test_a_fork_is_kept_in_mind_and_nothing_is_overwritten(store: SyncStore, clock: HandClock) -> None:
    clock.at += DAY
    before = [digest_at(store, seq) for seq in range(1, 9)]
    other = PlacedEntry(epoch=1, seq=3, hash="f" * 64)
    wire = ScriptedWire(
        compared=[
            VerifyAnswer(
                compared_at=AT, differing=(DifferingRange(epoch=1, first_seq=1, last_seq=8, count=8),)
            ),
            VerifyAnswer(compared_at=AT, otherwise=(other,)),
        ]
    )
    Syncing(store, wire, Line()).run()
    assert (wire.batches, len(wire.verifies)) == ([], 2)
    assert state(store) == verification.Verification(clock.at, None, otherwise=1)
    assert [digest_at(store, seq) for seq in range(1, 9)] == before


def test_a_server_that_was_set_back_makes_it_due(store: SyncStore) -> None:
    wire = ScriptedWire(known=(Mark(device="0Q2FK", epoch=1, seq=4, head_hash=digest_at(store, 4)),))
    assert Syncing(store, wire, Line()).run().sent == 4
    assert [one.ranges[0].count for one in wire.verifies] == [8]
    assert not state(store).due


def test_claims_are_of_the_spans_that_are_asked_for(store: SyncStore) -> None:
    asked = store.claims(Verify((Span(1, 1, 4), Span(2, 1, 4)), (Span(1, 7, 9),)))
    assert [(one.epoch, one.count, one.rupiah) for one in asked.ranges] == [(1, 4, 33_600), (2, 0, 0)]
    assert [entry.seq for entry in asked.told[0].entries] == [7, 8]


def test_a_laptop_that_is_to_be_wiped_is_compared_at_once_and_writes_nothing_more(
    store: SyncStore, clock: HandClock
) -> None:
    plain = hello().answer
    asked = plain.model_copy(update={"wipe_asked_at": AT})
    store.compare(plain)
    assert (store.unverified(), state(store).due) == ((), False)
    store.compare(asked)
    assert store.unverified() == WHOLE
    assert store.verified(Verified(Comparison())) == 0
    store.compare(asked)
    assert store.unverified() == ()
    with store.database.reading() as session:
        assert branch_words.kept(session) == store.pen.gate.word
        with pytest.raises(Failure) as barred:
            store.pen.action(session)
    assert barred.value.code is FailureCode.DEVICE_LEAVING
    again = plain.model_copy(
        update={
            "wipe_asked_at": clock.at,
            "minimum_program_on": date(2026, 12, 1),
            "minimum_program_version": "2.0",
        }
    )
    store.compare(again)
    assert store.unverified() == WHOLE
    with store.database.reading() as session:
        assert branch_words.kept(session).minimum_on == date(2026, 12, 1)
    store.compare(plain)
    assert store.pen.gate.word == BranchWord()
