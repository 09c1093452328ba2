"""Whole runs of the engine against the fake wire: whatever goes wrong, nothing is lost and nothing is settled early."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from sync.client.actions import (
    Action,
    ApplyRows,
    AwaitVerdicts,
    Effect,
    Finished,
    Halted,
    Learn,
    PullChanges,
    QueueFacts,
    Release,
    SayHello,
    SendBatch,
    SetAside,
    Settle,
)
from sync.client.engine import EngineState, next_action, on_reply, start
from sync.client.replies import Reply
from sync.client.sizing import Sizing
from sync.protocol.batch import PackedBatch
from sync.protocol.entry import SealedEntry
from sync.rules.states import VerdictKind
from tests.support.benches import Bench
from tests.support.fake_server import FakeServer, Trouble
from tests.support.fake_wire import FakeWire
from tests.support.sample_entries import SERVER_KEY, SampleJournal

MOST_STEPS = 200


@dataclass
class Laptop:
    """A queue of whole actions and a feed, applied as the effects say."""

    bench: Bench
    actions: list[list[SealedEntry]]
    in_flight: dict[str, list[list[SealedEntry]]] = field(default_factory=dict)
    awaiting: list[list[SealedEntry]] = field(default_factory=list)
    aside: list[list[SealedEntry]] = field(default_factory=list)
    settled: dict[str, VerdictKind] = field(default_factory=dict)
    positions: list[int] = field(default_factory=list)
    cursor: int = 0
    largest: int = 0
    sizing: Sizing = field(default_factory=Sizing)
    strikes: int = 0

    def run(self) -> Finished | Halted:
        """One run of the engine to its end."""
        self.actions = sorted(self.actions + self.awaiting + self.aside, key=lambda action: _seq(action[0]))
        self.awaiting, self.aside = [], []
        state = start(self.cursor, self.sizing, self.strikes)
        for _ in range(MOST_STEPS):
            action = next_action(state, QueueFacts(sum(map(len, self.actions))))
            if isinstance(action, (Finished, Halted)):
                self.sizing, self.strikes = state.sizing, state.carried_strikes
                assert not self.in_flight
                return action
            state = self._step(state, action)
        raise AssertionError("a run without end")

    def _step(self, state: EngineState, action: Action) -> EngineState:
        step = on_reply(state, self._ask(action))
        for effect in step.effects:
            self._apply(effect)
        return step.state

    def _ask(self, action: Action) -> Reply:
        match action:
            case SayHello():
                return self.bench.wire.hello(self.bench.hello(self.cursor))
            case PullChanges():
                return self.bench.wire.changes(action.cursor)
            case SendBatch():
                return self.bench.wire.put_batch(self._pack(action), action.time_out)
        raise AssertionError(action)

    def _pack(self, action: SendBatch) -> PackedBatch:
        taken = [self.actions.pop(0)]
        while self.actions and sum(map(len, taken)) + len(self.actions[0]) <= action.max_entries:
            taken.append(self.actions.pop(0))
        batch = self.bench.batch([entry for made in taken for entry in made])
        self.in_flight[batch.batch_id] = taken
        self.largest = max(self.largest, batch.count)
        return batch

    def _apply(self, effect: Effect) -> None:
        match effect:
            case Settle():
                del self.in_flight[effect.acknowledgement.batch_id]
                for verdict in effect.acknowledgement.verdicts:
                    assert self.bench.server.entries[verdict.entry_id].hash == verdict.hash
                    assert self.settled.setdefault(verdict.entry_id, verdict.standing) is verdict.standing
            case Release():
                self.actions = self.in_flight.pop(effect.batch_id) + self.actions
            case AwaitVerdicts():
                self.awaiting += self.in_flight.pop(effect.batch_id)
            case SetAside():
                (poison,) = self.in_flight.pop(effect.batch_id)
                self.aside.append(poison)
            case ApplyRows():
                self.positions += [row.position for row in effect.rows]
                self.cursor = effect.cursor
            case Learn():
                assert effect.answer.challenge


def _seq(entry: SealedEntry) -> int:
    return int(json.loads(entry.raw)["seq"])


def laptop(workers: int, page: int = 500) -> Laptop:
    """A laptop with so many actions of four entries each."""
    server = FakeServer(page=page)
    journal = SampleJournal()
    for worker in range(workers):
        journal.enrol(worker, nik=f"32080448109{worker:05d}")
    actions = [journal.entries[at : at + 4] for at in range(0, len(journal.entries), 4)]
    bench = Bench(FakeWire(server), journal, SERVER_KEY.public, lambda: FakeWire(server), server)
    return Laptop(bench, actions)


def whole(machine: Laptop) -> bool:
    """Whether everything was settled once and the feed applied without gap or repetition."""
    feed = len(machine.bench.server.feed)
    return (
        not machine.actions
        and set(machine.settled) == set(machine.bench.journal.ids)
        and machine.positions == list(range(1, feed + 1))
    )


def test_a_day_is_sent_and_an_idle_run_is_one_request() -> None:
    machine = laptop(60)
    assert machine.run() == Finished()
    assert whole(machine)
    assert machine.bench.server.requests == 1 + 2 + 1
    assert machine.largest == 140
    before = machine.bench.server.requests
    assert machine.run() == Finished()
    assert machine.bench.server.requests == before + 1


def test_pages_of_the_feed_are_pulled_to_the_end() -> None:
    machine = laptop(5, page=3)
    assert machine.run() == Finished()
    assert whole(machine)


def test_an_action_larger_than_the_batch_is_sent_whole() -> None:
    machine = laptop(3)
    machine.sizing = Sizing(entries=1)
    assert machine.run() == Finished()
    assert whole(machine)
    assert machine.largest == 4


def test_verdicts_that_come_later_settle_in_the_next_run() -> None:
    machine = laptop(2)
    machine.bench.server.troubles.extend([Trouble.STORED_RAW] * 2)
    machine.bench.server.troubles.appendleft(Trouble.OTHER_ACKNOWLEDGEMENT)
    assert machine.run() == Finished()
    assert machine.settled == {}
    assert machine.run() == Finished()
    assert whole(machine)


def test_a_poison_action_is_found_and_the_rest_goes_through() -> None:
    machine = laptop(8)
    poison = machine.actions[5]
    wire = FakeWire(machine.bench.server)
    machine.bench.wire = wire
    put = wire.put_batch

    def fail_on_poison(batch: PackedBatch, time_out: float) -> Reply:
        if (machine.bench.journal.ids[20], poison[0].hash) in batch.hashes:
            machine.bench.server.troubles.append(Trouble.SERVER_FAULT)
        return put(batch, time_out)

    wire.put_batch = fail_on_poison  # type: ignore[method-assign, assignment]
    assert machine.run() == Finished("server_fault")
    assert machine.run() == Finished()
    assert machine.aside == [poison]
    assert set(machine.bench.journal.ids) - set(machine.settled) == set(machine.bench.journal.ids[20:24])


@given(
    st.lists(st.none() | st.sampled_from(list(Trouble)), max_size=25),
    st.integers(1, 6),
    st.integers(1, 7),
)
def test_whatever_goes_wrong_the_next_quiet_run_completes_the_work(
    troubles: list[Trouble | None], workers: int, page: int
) -> None:
    machine = laptop(workers, page)
    server = machine.bench.server
    server.troubles.extend(troubles)
    while server.troubles:
        machine.run()
        assert set(machine.settled) <= set(server.verdicts)
    while machine.run() != Finished():
        assert not machine.bench.server.troubles
    machine.run()
    assert whole(machine)
