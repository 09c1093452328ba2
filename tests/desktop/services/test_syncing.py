"""A run sends whole actions, settles what was acknowledged, and leaves the rest to the next run."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from perisai_desktop.config.paths import Profile
from perisai_desktop.domain.counters import LinkState
from perisai_desktop.domain.exchange import Phase, SyncProgress
from perisai_desktop.domain.failure import Failure, FailureCode
from perisai_desktop.services.desk import AgentDesk
from perisai_desktop.services.line import Line
from perisai_desktop.services.pen import Pen
from perisai_desktop.services.rules_in_use import RulesInUse
from perisai_desktop.services.sync_store import SyncStore
from perisai_desktop.services.syncing import Syncing
from perisai_desktop.storage import acknowledgements, feed, journal, outbox
from sync.client.replies import (
    BatchReply,
    DeviceBarred,
    NoNetwork,
    Rejected,
    Reused,
    ServerFault,
    Slower,
    Smaller,
)
from sync.protocol.batch import PackedBatch, unpack
from sync.protocol.feed import FeedRow
from sync.protocol.messages import Mark
from sync.protocol.signatures import SigningKey
from sync.rules.states import ClientState, ReviewState, VerdictKind
from tests.support.desks import HandClock, desk_of, filled_draft, on_its_way
from tests.support.wires import AT, ScriptedWire

Exchange = Callable[[ScriptedWire], Syncing]


@pytest.fixture
def exchange(desk: AgentDesk, key: SigningKey, clock: HandClock) -> Exchange:
    def make(wire: ScriptedWire) -> Syncing:
        pen = Pen("0Q2FK", 1, key, clock)
        return Syncing(SyncStore(desk.enrolling.database, pen, RulesInUse(desk.reference)), wire, Line())

    return make


def enrol(desk: AgentDesk, count: int) -> None:
    for number in range(count):
        day = 10 + number
        desk.enrolling.enrol(
            filled_draft(
                desk,
                nik=f"320208{day:02}08900004",
                birth_date=f"1990-08-{day:02}",
                name=f"Contoh {'abcdefghij'[number]}",
                phone=f"08123456{day:04}",
            )
        )


def waiting(desk: AgentDesk) -> int:
    with desk.enrolling.database.reading() as session:
        return outbox.waiting(session)


def test_batches_hold_whole_actions(desk: AgentDesk, exchange: Exchange, key: SigningKey) -> None:
    enrol(desk, 3)
    wire = ScriptedWire(max_entries=6)
    told: list[SyncProgress] = []
    report = exchange(wire).run(told.append)
    assert (report.sent, report.rupiah, report.applied, report.cancelled) == (12, 100_800, 12, False)
    assert [batch.count for batch in wire.batches] == [4, 4, 4]
    manifest = unpack(wire.batches[1].body)
    assert manifest.signed_by(key.public)
    assert (manifest.manifest.first_seq, manifest.manifest.rupiah_in) == (5, 33_600)
    assert wire.hellos[0].queue_rupiah == 100_800
    assert wire.hellos[0].marks[0].seq == 12
    phases = list(dict.fromkeys(step.phase for step in told))
    assert phases == [Phase.GREETING, Phase.SENDING, Phase.FETCHING, Phase.DONE]
    assert [step.sent for step in told if step.phase is Phase.SENDING] == [0, 4, 8]
    assert {step.to_send for step in told} == {12}
    with desk.enrolling.database.reading() as session:
        assert acknowledgements.count(session) == 3


def test_with_nothing_to_do_one_hello_is_all(exchange: Exchange) -> None:
    wire = ScriptedWire()
    report = exchange(wire).run()
    assert (report.sent, report.applied, report.bytes_up) == (0, 0, 0)
    assert [hello.marks[0].seq for hello in wire.hellos] == [0]


def test_a_verdict_settles_only_its_own_entry(desk: AgentDesk, exchange: Exchange) -> None:
    enrol(desk, 2)
    wire = ScriptedWire()
    refused: set[str] = set()

    def verdict(entry_id: str) -> VerdictKind:
        if refused:
            return VerdictKind.ACCEPTED
        refused.add(entry_id)
        return VerdictKind.NEEDS_FIX

    wire.verdict = verdict
    exchange(wire).run()
    strip = desk.counting.strip()
    assert (strip.unsent.count, strip.waiting.count, strip.to_fix.count) == (0, 1, 1)
    (task,) = desk.correcting.tasks()
    assert {task.entry_id} == refused
    assert (task.state, task.correctable, task.reviewer) == (ReviewState.RETURNED, True, "")


def test_cancelled_between_two_batches_keeps_what_was_settled(desk: AgentDesk, exchange: Exchange) -> None:
    enrol(desk, 3)
    wire = ScriptedWire(max_entries=4)
    report = exchange(wire).run(cancelled=lambda: len(wire.batches) == 1)
    assert (report.cancelled, report.sent) == (True, 4)
    assert waiting(desk) == 8
    assert exchange(wire).run().sent == 8


@pytest.mark.parametrize(
    ("reply", "failure"),
    [
        (lambda batch: NoNetwork("connection", batch), Failure(FailureCode.NO_NETWORK, detail="connection")),
        (lambda batch: Slower(7, batch), Failure(FailureCode.SERVER_BUSY, seconds=7)),
        (lambda batch: ServerFault("internal", batch), Failure(FailureCode.SERVER_BUSY, seconds=0)),
        (lambda batch: DeviceBarred("device_paused", batch), Failure(FailureCode.DEVICE_PAUSED)),
        (lambda batch: DeviceBarred("device_wiped", batch), Failure(FailureCode.DEVICE_REVOKED)),
        (lambda batch: Reused(batch), Failure(FailureCode.BATCH_REUSED)),
        (
            lambda batch: Rejected("manifest_differs", batch),
            Failure(FailureCode.BATCH_REJECTED, reason="manifest_differs"),
        ),
    ],
)
def test_what_ends_a_run_is_named_and_everything_waits_again(
    desk: AgentDesk, exchange: Exchange, reply: Callable[[str], BatchReply], failure: Failure
) -> None:
    enrol(desk, 1)

    class Ending(ScriptedWire):
        def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
            return reply(batch.batch_id)

    with pytest.raises(Failure) as failed:
        exchange(Ending()).run()
    assert failed.value == failure
    assert waiting(desk) == 4
    assert desk.counting.strip().unsent.count == 1
    assert exchange(ScriptedWire()).run().sent == 4


def test_a_batch_too_large_is_halved(desk: AgentDesk, exchange: Exchange) -> None:
    enrol(desk, 2)

    class Narrow(ScriptedWire):
        def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
            if batch.count > 4:
                self.batches.append(batch)
                return Smaller(batch.batch_id)
            return super().put_batch(batch, time_out)

    wire = Narrow()
    assert exchange(wire).run().sent == 8
    assert wire.batches[0].count == 8
    assert [batch.count for batch in wire.batches[-2:]] == [4, 4]


def test_a_batch_stored_unread_is_settled_by_the_feed(desk: AgentDesk, exchange: Exchange) -> None:
    enrol(desk, 1)
    wire = ScriptedWire(store_raw=True)
    report = exchange(wire).run()
    assert (report.sent, report.applied) == (0, 4)
    assert waiting(desk) == 0
    assert desk.counting.strip().waiting.count == 1
    assert len(wire.batches) == 1


def test_a_lost_answer_heals_by_sending_the_same_again(desk: AgentDesk, exchange: Exchange) -> None:
    enrol(desk, 1)
    wire = ScriptedWire()

    class Losing(ScriptedWire):
        def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
            super().put_batch(batch, time_out)
            return NoNetwork("timeout", batch.batch_id)

    lost = Losing()
    with pytest.raises(Failure):
        exchange(lost).run()
    assert exchange(wire).run().sent == 4
    first, again = unpack(lost.batches[0].body), unpack(wire.batches[0].body)
    assert first.entries == again.entries
    assert first.manifest.batch_id != again.manifest.batch_id


def test_a_second_run_beside_the_first_is_refused(desk: AgentDesk, exchange: Exchange) -> None:
    syncing = exchange(ScriptedWire())
    inner: list[Failure] = []

    def again(_: SyncProgress) -> None:
        try:
            syncing.run()
        except Failure as failure:
            inner.append(failure)

    syncing.run(again)
    assert {failure.code for failure in inner} == {FailureCode.SYNC_RUNNING}
    assert syncing.run().sent == 0


def test_the_line_tells_since_when_and_how_wrong_the_clock_is(exchange: Exchange, clock: HandClock) -> None:
    wire = ScriptedWire(server_at=clock.now() - timedelta(seconds=400))
    syncing = exchange(wire)
    assert syncing.connection.state is LinkState.NEVER
    syncing.run()
    first = clock.now()
    clock.move(minutes=3)
    syncing.run()
    assert (syncing.connection.state, syncing.connection.since) == (LinkState.ONLINE, first)
    assert syncing.connection.drift == 580


def test_overview_of_what_is_in_flight(desk: AgentDesk, exchange: Exchange) -> None:
    enrol(desk, 1)
    seen: list[ClientState] = []

    class Looking(ScriptedWire):
        def put_batch(self, batch: PackedBatch, time_out: float) -> BatchReply:
            seen.extend(item.client for item in on_its_way(desk))
            return super().put_batch(batch, time_out)

    syncing = exchange(Looking())
    syncing.run()
    assert seen == [ClientState.SENDING]
    assert [(item.client, item.review) for item in on_its_way(desk)] == [
        (ClientState.ACKNOWLEDGED, ReviewState.RECEIVED)
    ]
    proof = desk.tracking.overview().proof
    assert proof is not None
    assert proof.entries == 4


@pytest.mark.parametrize(
    ("seq", "digest", "closed"),
    [(0, "a" * 64, False), (4, "", False), (5, "a" * 64, True), (4, "a" * 64, True)],
    ids=["nothing_there", "the_same", "more_there", "something_else_there"],
)
def test_a_server_that_knows_more_closes_the_gate(
    desk: AgentDesk, exchange: Exchange, clock: HandClock, tmp_path: Path, seq: int, digest: str, closed: bool
) -> None:
    enrol(desk, 1)
    with desk.enrolling.database.reading() as session:
        head = journal.head(session, "0Q2FK", 1)
    assert head is not None
    mark = Mark(device="0Q2FK", epoch=1, seq=seq, head_hash=digest or head.hash)
    exchange(ScriptedWire(known=(mark,))).run()
    desk.close()
    again = desk_of(Profile(tmp_path / "profile"), clock)
    try:
        enrol_next = filled_draft(
            again, nik="3202082808900004", birth_date="1990-08-28", phone="081299999999"
        )
        if closed:
            with pytest.raises(Failure) as refused:
                again.enrolling.enrol(enrol_next)
            assert refused.value.code is FailureCode.STORE_ROLLED_BACK
        else:
            assert again.enrolling.enrol(enrol_next).number
    finally:
        again.close()


@pytest.mark.parametrize(
    ("kind", "payload"), [("decision", {"state": "new"}), ("of_tomorrow", {"share": 0.5})]
)
def test_a_row_that_cannot_be_read_is_named_and_moves_nothing(
    desk: AgentDesk, exchange: Exchange, kind: str, payload: dict[str, object]
) -> None:
    enrol(desk, 1)
    wire = ScriptedWire()
    exchange(wire).run()
    wire.feed.append(FeedRow(position=50, kind=kind, at=AT, payload=payload))
    with pytest.raises(Failure) as failed:
        exchange(wire).run()
    assert failed.value == Failure(FailureCode.BATCH_REJECTED, reason="feed_row_invalid")
    with desk.enrolling.database.reading() as session:
        assert feed.cursor(session) == 4


def test_a_row_of_an_unknown_kind_is_kept_whatever_it_holds(desk: AgentDesk, exchange: Exchange) -> None:
    odd = {"worker_id": {"of": "tomorrow"}, "entry_id": [1]}
    wire = ScriptedWire(feed=[FeedRow(position=7, kind="of_tomorrow", at=AT, payload=odd)])
    assert exchange(wire).run().applied == 1
    with desk.enrolling.database.reading() as session:
        assert feed.cursor(session) == 7
