"""One world: three laptops of two agents, a server, a reviewer, and a story that happens to them step by step."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from sync.protocol.kinds import EntryKind
from sync.protocol.messages import Mark
from tests.simulation.calming import calm_down
from tests.simulation.centre import Backup, Centre, key_of
from tests.simulation.clocks import NINE, LaptopClock, WorldClock
from tests.simulation.dealing import PAYMENTS, deal, pay
from tests.simulation.disk import Content, Disk
from tests.simulation.events import LAPTOPS, ROOMS, Deed, Event, Fault
from tests.simulation.laptop import Laptop
from tests.simulation.losses import Losses
from tests.simulation.network import Network
from tests.simulation.oracle import Oracle
from tests.simulation.reviewer import Reviewer
from tests.simulation.spoiling import lose, rot, spoil
from tests.simulation.sticks import Sticks

RECENT = 3
"""One of so many last copies of a store comes back."""
PAUSES = (timedelta(minutes=20), timedelta(hours=5), timedelta(days=1), timedelta(days=3))
WEEK = timedelta(days=7)
SERVER_FAULTS = {
    Fault.SERVER_DIES_BEFORE: "before",
    Fault.SERVER_DIES_AFTER: "after",
    Fault.SERVER_FAULT: "fault",
}
DISK_FAULTS = {
    Fault.LAPTOP_DIES_BEFORE: "died_before",
    Fault.LAPTOP_DIES_AFTER: "died_after",
    Fault.DISK_FULL: "full",
}
STARTS = (timedelta(), timedelta(minutes=7), timedelta(days=-2), timedelta(hours=3), timedelta(days=1))


@dataclass(slots=True)
class World:
    """Everything that exists; the same seed and events lead to the same trace."""

    seed: int
    clock: WorldClock = field(default_factory=WorldClock)
    trace: list[str] = field(default_factory=list)
    backups: list[Backup] = field(default_factory=list)
    centre: Centre = field(init=False)
    network: Network = field(init=False)
    laptops: list[Laptop] = field(init=False)
    reviewer: Reviewer = field(init=False)
    oracle: Oracle = field(init=False)
    losses: Losses = field(init=False)
    sticks: Sticks = field(init=False)
    chance: random.Random = field(init=False)
    room: int = field(init=False)
    _fresh: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.room = self.chance.choice(ROOMS)
        self.centre = Centre(self.clock)
        self.network = Network(self.centre)
        self.reviewer = Reviewer(self.centre)
        self.oracle = Oracle(self.centre)
        self.sticks = Sticks(self.centre)
        self.losses = Losses(self.centre, self.oracle)
        self.laptops = [self._laptop(number) for number in range(LAPTOPS)]

    def _laptop(self, number: int) -> Laptop:
        """Two laptops of one agent, one of another; each with a device of its own."""
        device = f"0000{number + 1}"
        self.centre.enrol(device, f"agent-{min(number, 1)}", key_of(device))
        return Laptop(
            name=f"laptop {number}",
            device=device,
            key=key_of(device),
            server_key=self.centre.keys.public,
            network=self.network,
            clock=LaptopClock(self.clock),
            chance=random.Random(self.seed * 10 + number),
        )

    def play(self, events: Sequence[Event]) -> None:
        """Let the story happen, then let everything calm down. Raises Broken where a rule does not hold."""
        for event in events:
            self.clock.pass_on()
            told = self._happen(event)
            self.trace.append(f"{event.told()}: {told}" if told else event.told())
            self.oracle.check(self.laptops)
        calm_down(self)

    def digest(self) -> str:
        """The trace in one line, to compare two plays."""
        return hashlib.sha256("\n".join(self.trace).encode()).hexdigest()

    def _happen(self, event: Event) -> str:
        laptop = self.laptops[event.laptop % len(self.laptops)]
        self._plant(event, laptop)
        try:
            return self._do(event, laptop)
        finally:
            laptop.disk.fuse.put_out()
            self.network.fault = Fault.NONE
            self.centre.store.fuse.put_out()

    def _plant(self, event: Event, laptop: Laptop) -> None:
        self.network.fault = event.fault
        self.centre.store.fuse.light(SERVER_FAULTS.get(event.fault), event.second)
        laptop.disk.fuse.light(DISK_FAULTS.get(event.fault), event.second)

    def _do(self, event: Event, laptop: Laptop) -> str:
        match event.deed:
            case Deed.SYNC:
                return self._sync(laptop)
            case Deed.CRASH:
                laptop.boot()
            case Deed.COPY:
                laptop.copies.append((laptop.content.copy(), laptop.mark))
            case Deed.RESTORE | Deed.RESTORE_WHOLE:
                return self._restore(event, laptop)
            case Deed.CLONE:
                return self._clone(laptop)
            case Deed.CLOCK:
                laptop.clock.astray = STARTS[event.first % len(STARTS)]
            case Deed.TIME:
                return self._wait(PAUSES[event.first % len(PAUSES)])
            case Deed.REVIEW:
                return self.reviewer.act(event.first, event.second)
            case Deed.LATE:
                return "arrives" if self.network.deliver_late(event.first) else ""
            case Deed.SERVER_RESTARTS:
                self.centre.start()
            case Deed.POISON:
                return self._poison(event, laptop)
            case Deed.VERIFY:
                laptop.content.unverified = True
            case Deed.SPOIL:
                return spoil(laptop, event.first, gone=event.second % 2 == 0)
            case Deed.ROT:
                return rot(self.centre, event.first)
            case Deed.LOSE_PICTURE:
                return lose(self.centre, event.first, half=event.second % 3 == 0)
            case Deed.BUNDLE:
                return self.sticks.save(laptop)
            case Deed.CARRY:
                return self._carry(event, laptop)
            case Deed.ANSWER:
                return self.sticks.read(self.laptops, event.first)
            case Deed.SERVER_COPY:
                self.backups.append(self.centre.copied())
            case Deed.SERVER_SET_BACK:
                return self._set_back(event)
            case _:
                return self._capture(event, laptop)
        return ""

    def _sync(self, laptop: Laptop) -> str:
        """A step of a run; one that finishes, and began after the server was set back last, leaves nothing behind."""
        if laptop.run is None:
            self._fresh.add(laptop.name)
        told = laptop.step()
        if told == "finished" and laptop.name in self._fresh:
            self.oracle.check(self.laptops)
            self.oracle.finished(laptop)
        return told

    def _wait(self, pause: timedelta) -> str:
        """Nonces, claims and patience lapse; a world lasts a week."""
        if self.clock.at + pause > NINE + WEEK:
            return ""
        self.clock.pass_on(int(pause.total_seconds()))
        return str(pause)

    def _capture(self, event: Event, laptop: Laptop) -> str:
        paying = event.deed in PAYMENTS
        if sum(len(each.content.journal) for each in self.laptops) >= (self.room if paying else max(ROOMS)):
            return "enough for today"
        if paying:
            issued = pay(event, laptop, self.laptops, self.centre)
            if issued is None:
                return "nothing was written"
            self.oracle.shown(issued, laptop)
            return f"receipt {issued.number}, {issued.total}"
        if event.deed is Deed.REFUND and event.second % 2:
            laptop.copies.append((laptop.content.copy(), laptop.mark))
        return deal(event, laptop, self.laptops)

    def _poison(self, event: Event, laptop: Laptop) -> str:
        """From now on the server fails at one action that this laptop has not sent yet, until everything calms down."""
        known = {record.action_id for record in self.centre.records()}
        waiting = [
            line.action_id
            for line in laptop.content.journal
            if line.entry_id in laptop.content.outbox and line.action_id not in known
        ]
        if self.centre.store.poison is not None or not waiting:
            return ""
        self.centre.store.poison = waiting[event.first % len(waiting)]
        return "one action makes the server fail"

    def _restore(self, event: Event, laptop: Laptop) -> str:
        """An older copy of the store comes back; its mark survives, unless the whole disk was restored."""
        if not laptop.copies:
            return ""
        content, mark = _tempting(laptop, event)
        whole = event.deed is Deed.RESTORE_WHOLE
        self.losses.overwritten(laptop, content.journal, self.laptops, whole=whole)
        laptop.disk.content = content.copy()
        laptop.copied = True
        if whole:
            laptop.mark = mark
            laptop.whole_restores += 1
        laptop.boot()
        return "from a copy"

    def _carry(self, event: Event, laptop: Laptop) -> str:
        told, taken = self.sticks.carry(laptop, event.first, event.second)
        if taken is not None:
            self.oracle.carried(taken)
        return told

    def _set_back(self, event: Event) -> str:
        """The server comes back from a backup; what was on its way to it is gone, and backups made since are."""
        if not self.backups:
            return ""
        self.network.late.clear()
        before = self.centre.records()
        del self.backups[event.first % len(self.backups) + 1 :]
        self.oracle.set_back(self.backups[-1], pictures=event.second % 2 == 0)
        self._fresh.clear()
        self.losses.forgotten(before, self.laptops)
        return f"{len(before) - len(self.centre.records())} entries are gone"

    def _clone(self, laptop: Laptop) -> str:
        if len(self.laptops) > LAPTOPS:
            return ""
        laptop.copied = True
        twin = Laptop(
            name=f"{laptop.name} (copy)",
            device=laptop.device,
            key=laptop.key,
            server_key=laptop.server_key,
            network=self.network,
            clock=LaptopClock(self.clock),
            chance=random.Random(self.seed * 10 + 7),
            disk=Disk(laptop.content.copy()),
            mark=laptop.mark,
            people=dict(laptop.people),
            copied=True,
            spoiled=set(laptop.spoiled),
        )
        self.laptops.append(twin)
        return twin.name


def _tempting(laptop: Laptop, event: Event) -> tuple[Content, Mark | None]:
    """One of the last copies; now and then the last that knows nothing of money which was given back since."""
    given = _refunds(laptop.content)
    unaware = [copy for copy in laptop.copies if _refunds(copy[0]) < given]
    if unaware and event.second % 2:
        return unaware[-1]
    return laptop.copies[-1 - event.first % min(len(laptop.copies), RECENT)]


def _refunds(content: Content) -> int:
    return sum(line.kind == EntryKind.REFUND.value for line in content.journal)
