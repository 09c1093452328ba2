"""One world: three laptops of two agents, a server, a reviewer, and a story that happens to them step by step."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from tests.simulation.breaking import Broken
from tests.simulation.centre import Centre, key_of
from tests.simulation.clocks import NINE, LaptopClock, WorldClock
from tests.simulation.dealing import PAYMENTS, deal, pay
from tests.simulation.disk import Disk, Line
from tests.simulation.events import LAPTOPS, ROOMS, Deed, Event, Fault
from tests.simulation.laptop import Laptop
from tests.simulation.network import Network
from tests.simulation.oracle import Oracle
from tests.simulation.reviewer import Reviewer
from tests.simulation.village import VILLAGE

CALM_STEPS = 400
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
    lost: set[str] = field(default_factory=set)
    marked: dict[str, set[tuple[int, int]]] = field(default_factory=dict)
    """By laptop, places of its chain that a copy took away and the mark kept outside still covers."""

    _met: dict[str, tuple[object, ...]] = field(default_factory=dict)
    """By laptop, what it and the server had when it last came to an end with it."""

    centre: Centre = field(init=False)
    network: Network = field(init=False)
    laptops: list[Laptop] = field(init=False)
    reviewer: Reviewer = field(init=False)
    oracle: Oracle = field(init=False)
    chance: random.Random = field(init=False)
    room: int = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.room = self.chance.choice(ROOMS)
        self.centre = Centre(self.clock)
        self.network = Network(self.centre)
        self.reviewer = Reviewer(self.centre)
        self.oracle = Oracle(self.centre)
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
        self._calm_down()

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
                return laptop.step()
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
            case _:
                return self._capture(event, laptop)
        return ""

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
        content, mark = laptop.copies[event.first % len(laptop.copies)]
        self._overwritten(laptop, content.journal)
        self._note_marked(laptop, content.journal, whole=event.deed is Deed.RESTORE_WHOLE)
        laptop.disk.content = content.copy()
        if event.deed is Deed.RESTORE_WHOLE:
            laptop.mark = mark
            laptop.whole_restores += 1
        laptop.boot()
        return "from a copy"

    def _note_marked(self, laptop: Laptop, kept: Sequence[Line], *, whole: bool) -> None:
        """A mark that goes with the disk takes with it what nobody was told yet."""
        if whole:
            self.marked.pop(laptop.name, None)
            return
        mark, left = laptop.mark, {line.hash for line in kept}
        self.marked.setdefault(laptop.name, set()).update(
            (line.epoch, line.seq)
            for line in laptop.content.journal
            if mark is not None and line.hash not in left
            if line.epoch == mark.epoch and line.seq <= mark.seq
        )

    def _overwritten(self, laptop: Laptop, kept: Sequence[object]) -> None:
        """Receipts that stood on this disk alone and did not travel are gone, whatever anybody does."""
        elsewhere = {
            line.hash for each in self.laptops if each is not laptop for line in each.content.journal
        }
        elsewhere |= {record.hash for record in self.centre.records()}
        here = {line.hash for line in laptop.content.journal} - {line.hash for line in kept}  # type: ignore[attr-defined]
        self.lost |= {digest for digest in here - elsewhere if digest in self.oracle.issued}

    def _clone(self, laptop: Laptop) -> str:
        if len(self.laptops) > LAPTOPS:
            return ""
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
        )
        self.laptops.append(twin)
        return twin.name

    def _calm_down(self) -> None:
        """No further faults: every late message arrives, every laptop syncs until nothing is left."""
        while self.network.deliver_late(0):
            self.oracle.check(self.laptops)
        if self.centre.store.poison is not None:
            self._bear_poison(self.centre.store.poison)
        self.centre.store.poison = None
        self.centre.start()
        self._sync_all()
        self._go_on(alone=False)
        self._sync_all()
        self._go_on(alone=True)
        self._sync_all(rounds=3)
        self.oracle.check(self.laptops)
        self.lost -= {record.hash for record in self.centre.records()}
        self.oracle.settled(self.laptops, frozenset(self.lost))
        for laptop in self.laptops:
            self.oracle.check_gaps(laptop.device, frozenset(self.marked.get(laptop.name, ())))

    def _sync_all(self, rounds: int = 2) -> None:
        """Every laptop syncs, again where it or what the server has for it changed since it came to an end."""
        for _ in range(rounds):
            for laptop in self.laptops:
                if self._met.get(laptop.name) == self._to_meet(laptop):
                    continue
                laptop.boot()
                self._sync_out(laptop)
                self._met[laptop.name] = self._to_meet(laptop)

    def _to_meet(self, laptop: Laptop) -> tuple[object, ...]:
        return laptop.disk.commits, self.centre.state_for(laptop.device)

    def _go_on(self, *, alone: bool) -> None:
        """Whatever happened to it, every laptop can take money again.

        `alone`: under numbers that nobody else gives; copies that never differed are told apart only now.
        """
        for laptop in self.laptops:
            issued = laptop.renew(0) or laptop.enrol(VILLAGE + 1)
            if issued is None:
                raise Broken("epochs", f"{laptop.name} still writes nothing after it met the server")
            self.oracle.shown(issued, laptop)
            if alone:
                self.oracle.unshared(issued, frozenset(self.lost))

    def _bear_poison(self, poison: str) -> None:
        """While the server fails at one action, everything else gets through."""
        for laptop in self.laptops:
            laptop.boot()
            self._sync_out(laptop)
        known = {(one.device, one.hash) for one in self.centre.records()}
        for laptop in self.laptops:
            for line in laptop.content.journal:
                if line.action_id != poison and (laptop.device, line.hash) not in known:
                    raise Broken(
                        "S9", f"one bad action keeps entry {line.seq} of {laptop.name} from the server"
                    )

    def _sync_out(self, laptop: Laptop) -> None:
        for _ in range(CALM_STEPS):
            self.clock.pass_on()
            ended = laptop.step()
            if ended == "finished":
                return
            if ended:
                raise Broken("S9", f"{laptop.name} cannot come to an end with the server: {ended}")
        raise Broken("S9", f"{laptop.name} never comes to an end with the server")
