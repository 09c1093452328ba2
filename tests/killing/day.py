"""One day of a laptop and a server that are killed again and again, and what the agent was shown in it."""

from __future__ import annotations

import random
import socket
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from perisai_desktop.domain.failure import FailureCode
from tests.killing.failpoints import ANY_MOMENT, FIRST_RUN, LAPTOP, SERVER, End, Failpoint
from tests.killing.laptop import LEAVE, Exchanged, Held, Saved, live
from tests.killing.lives import Life, Unproven
from tests.killing.server import serve

WORDS = ("enrol", "enrol", "renew", "renew", "sync", "sync", "sync", "deposit", "adjust")
MOST_DEEDS = 120
"""After so many deeds a place that did not kill never will."""
LATEST_S = 0.08
MOST_SYNCS = 5


def plan(chance: random.Random, rounds: int) -> list[Failpoint]:
    """What kills in a day of so many rounds: first the enrolment of the laptop, then every place in turn."""
    chosen = chance.sample(FIRST_RUN, k=min(2, max(1, rounds // 10)))
    chosen.sort(key=FIRST_RUN.index)
    while len(chosen) < rounds:
        places = [*LAPTOP, *SERVER]
        chance.shuffle(places)
        chosen += [place.numbered(chance) for place in places]
    return chosen[:rounds]


@dataclass
class Day:
    """A folder for both ends, the server's database, and a seed that decides everything but the machine's own pace."""

    folder: Path
    database_url: str
    seed: int
    receipts: dict[str, int] = field(default_factory=dict)
    actions: set[str] = field(default_factory=set)
    kills: Counter[str] = field(default_factory=Counter)
    found: int = 0
    _laptop: Life | None = None
    _server: Life | None = None
    _code: str = ""
    _unseen: int | None = 0

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])

    @property
    def profile(self) -> Path:
        """The laptop's folder."""
        return self.folder / "profile"

    @property
    def state(self) -> Path:
        """The server's folder."""
        return self.folder / "server"

    def run(self, failpoints: Sequence[Failpoint]) -> None:
        """One kill after the other, then an evening without any. Raises Unproven, which names seed and place."""
        try:
            for place in failpoints:
                try:
                    (self._kill_laptop if place.end is End.LAPTOP else self._kill_server)(place)
                except Unproven as fault:
                    where = f"{place.name}, passing {place.passing}"
                    raise Unproven(
                        f"day {self.seed}, round {self.kills.total() + 1}, {where}: {fault}"
                    ) from fault
                self.kills[place.name] += 1
            self._evening()
        finally:
            for life in (self._laptop, self._server):
                if life is not None:
                    life.kill()
            self._laptop = self._server = None

    def _kill_laptop(self, place: Failpoint) -> None:
        self._server_up()
        self._laptop_leaves()
        laptop = self._laptop_up(place)
        if laptop is not None:
            if place.place == ANY_MOMENT:
                for _ in range(place.passing):
                    self._do(laptop, self._word())
                self._until_a_moment(laptop)
                laptop.kill()
            else:
                self._work_until_killed(laptop)
        self._laptop, self._unseen = None, place.unseen

    def _work_until_killed(self, laptop: Life) -> None:
        for _ in range(MOST_DEEDS):
            if self._do(laptop, self._word()) is None:
                return
        raise Unproven("the place was never passed")

    def _kill_server(self, place: Failpoint) -> None:
        self._server_up()
        laptop = self._laptop_open()
        server = self._server_anew(place)
        if place.place == ANY_MOMENT:
            self._do(laptop, "enrol")
            heard = self._until_a_moment(laptop, "sync")
            server.kill()
            if not heard:
                self._note(laptop.hear())
        else:
            self._work_until_cut(laptop)
            server.gone()
        self._server = None

    def _work_until_cut(self, laptop: Life) -> None:
        for _ in range(MOST_DEEDS):
            done = self._do(laptop, self._word())
            if isinstance(done, Exchanged) and done.failure:
                return
        raise Unproven("the place was never passed")

    def _until_a_moment(self, laptop: Life, word: str = "") -> bool:
        """Have something begun and let part of a moment pass; whether it was done before that was over."""
        laptop.tell(word or self._word())
        if laptop.quiet_for(self.chance.uniform(0, LATEST_S)):
            return False
        self._note(laptop.hear())
        return True

    def _word(self) -> str:
        return self.chance.choice(WORDS)

    def _do(self, laptop: Life, word: str) -> Saved | Exchanged | None:
        done: Saved | Exchanged | None = laptop.ask(word)
        self._note(done)
        return done

    def _note(self, done: Saved | Exchanged | None) -> None:
        """What the agent has seen from now on must be there for ever."""
        if isinstance(done, Saved):
            self.actions.add(done.action_id)
            if done.number:
                if done.number in self.receipts:
                    raise Unproven(f"receipt number {done.number} was shown twice")
                self.receipts[done.number] = done.rupiah
        elif isinstance(done, Exchanged) and done.failure not in ("", FailureCode.NO_NETWORK.value):
            raise Unproven(f"a sync ended with {done.failure}")

    def _server_up(self) -> Life:
        return self._server or self._server_anew(None)

    def _server_anew(self, place: Failpoint | None) -> Life:
        if self._server is not None:
            self._server.kill()
        self._server = Life(serve, self.state, self.port, self.database_url, place)
        code = self._server.hear()
        if code is None:
            raise Unproven("the server was killed before it answered")
        self._code = self._code or code
        return self._server

    def _laptop_open(self) -> Life:
        """The laptop, open with no place to die at."""
        laptop = self._laptop or self._laptop_up(None)
        assert laptop is not None
        return laptop

    def _laptop_up(self, place: Failpoint | None) -> Life | None:
        """The laptop, opened; None where it was killed over that."""
        laptop = Life(live, self.profile, f"http://127.0.0.1:{self.port}", self._code, place)
        held: Held | None = laptop.hear()
        if held is None:
            return None
        self._laptop = laptop
        self.compare(held, self._unseen)
        self._unseen = 0
        return laptop

    def compare(self, held: Held, unseen: int | None) -> None:
        """All that the agent was shown is there, and nothing else but what a kill kept from being shown."""
        lost = self.receipts.items() - held.receipts.items()
        if lost or self.actions - held.actions:
            raise Unproven(f"shown and gone: {sorted(lost)}, {len(self.actions - held.actions)} actions")
        extra = len(held.actions - self.actions)
        if extra > 1 or (unseen is not None and extra != unseen):
            raise Unproven(f"{extra} actions are stored that nobody was shown, {unseen} expected")
        self.found += len(held.receipts) - len(self.receipts)
        self.receipts, self.actions = dict(held.receipts), set(held.actions)

    def _laptop_leaves(self) -> None:
        if self._laptop is not None:
            laptop, self._laptop = self._laptop, None
            laptop.tell(LEAVE)
            laptop.left()

    def _evening(self) -> None:
        """The line is up and nobody is killed: a few runs settle everything."""
        self._server_up()
        laptop = self._laptop_open()
        for _ in range(MOST_SYNCS):
            if self._do(laptop, "sync") == Exchanged():
                break
        else:
            raise Unproven(f"day {self.seed}: {MOST_SYNCS} runs did not settle everything")
        self._laptop_leaves()
