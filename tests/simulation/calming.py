"""The end of every story: nothing goes wrong any more, and everything has to come to rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.simulation.breaking import Broken
from tests.simulation.events import LAPTOPS
from tests.simulation.village import VILLAGE

if TYPE_CHECKING:
    from tests.simulation.laptop import Laptop
    from tests.simulation.world import World

STEPS = 400
DAY = 24 * 60 * 60
"""So many seconds after which a comparison is due whatever else happened."""


def calm_down(world: World) -> None:
    """No further faults: every late message arrives, every laptop syncs until nothing is left. Raises Broken."""
    _Calm(world).come()


class _Calm:
    """`_met`: by laptop, what it and the server had when it last came to an end with it."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._centre = world.centre
        self._laptops = world.laptops
        self._oracle = world.oracle
        self._met: dict[str, tuple[object, ...]] = {}

    def come(self) -> None:
        """To the end, and look at what is there."""
        while self._world.network.deliver_late(0):
            self._oracle.check(self._laptops)
        if self._centre.store.poison is not None:
            self._bear_poison(self._centre.store.poison)
        self._centre.store.poison = None
        self._centre.start()
        self._sync_all()
        if any(laptop.whole_restores for laptop in self._laptops) or len(self._laptops) > LAPTOPS:
            self._go_on(alone=False)
            self._sync_all()
        self._go_on(alone=True)
        self._sync_all(rounds=3)
        if self._world.backups:
            self._compare()
        self._oracle.check(self._laptops)
        losses = self._world.losses
        self._oracle.settled(self._laptops, losses.settled(), losses.marked)

    def _sync_all(self, rounds: int = 2) -> None:
        """Every laptop syncs, again where it or what the server has for it changed since it came to an end."""
        for _ in range(rounds):
            for laptop in self._laptops:
                if self._met.get(laptop.name) == self._to_meet(laptop):
                    continue
                laptop.boot()
                self._sync_out(laptop)
                self._met[laptop.name] = self._to_meet(laptop)

    def _compare(self) -> None:
        """After a day every chain is compared once more: a fork that a server set back forgot is missed by no mark."""
        self._world.clock.pass_on(DAY)
        self._met.clear()
        self._sync_all()

    def _to_meet(self, laptop: Laptop) -> tuple[object, ...]:
        return laptop.disk.commits, self._centre.state_for(laptop.device)

    def _go_on(self, *, alone: bool) -> None:
        """Whatever happened to it, every laptop can take money again.

        `alone`: under numbers that nobody else gives; copies that never differed are told apart only once both wrote.
        """
        for laptop in self._laptops:
            issued = laptop.renew(0) or laptop.enrol(VILLAGE + 1)
            if issued is None:
                raise Broken("epochs", f"{laptop.name} still writes nothing after it met the server")
            self._oracle.shown(issued, laptop)
            if alone:
                self._oracle.unshared(issued, frozenset(self._world.losses.receipts))

    def _bear_poison(self, poison: str) -> None:
        """While the server fails at one action, everything else gets through; what a server set back forgot of a fork
        comes with the next day's comparison here as well."""
        if self._world.backups:
            self._world.clock.pass_on(DAY)
        for laptop in self._laptops:
            laptop.boot()
            self._sync_out(laptop)
        known = {(one.device, one.hash) for one in self._centre.records()}
        for laptop in self._laptops:
            for line in laptop.content.journal:
                if line.action_id != poison and (laptop.device, line.hash) not in known:
                    raise Broken(
                        "S9", f"one bad action keeps entry {line.seq} of {laptop.name} from the server"
                    )

    def _sync_out(self, laptop: Laptop) -> None:
        for _ in range(STEPS):
            self._world.clock.pass_on()
            ended = laptop.step()
            if ended == "finished":
                return
            if ended:
                raise Broken("S9", f"{laptop.name} cannot come to an end with the server: {ended}")
        raise Broken("S9", f"{laptop.name} never comes to an end with the server")
