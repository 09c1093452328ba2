"""The command behind `dev.py kill`: a laptop and a server in processes of their own, killed at numbered places.

`--rounds N` kills N times (default 200), in days of thirty, from the day `--from S` on (default: a fresh start, which is
printed). Every third day the server's store is PostgreSQL. After each day the books of both ends must be one.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sync.rules.rupiah import format_rupiah
from tests.killing.day import Day, plan
from tests.killing.lives import Unproven
from tests.killing.proof import faults
from tests.support.postgres import fresh_database, passable_folder, postgresql

ROUNDS_A_DAY = 30
POSTGRESQL_EVERY = 3


def main(arguments: Sequence[str]) -> int:
    """0 where the books of every day are one; 1 otherwise, with the day and the place."""
    options = _parser().parse_args(arguments)
    first = random.SystemRandom().randrange(10**6) if options.start is None else options.start
    print(f"{options.rounds} rounds from day {first}", flush=True)
    begun, days, sound = time.perf_counter(), [], True
    with passable_folder() as postgres, postgresql(postgres / "server") as address:
        for place, start in enumerate(range(0, options.rounds, ROUNDS_A_DAY)):
            rounds = min(ROUNDS_A_DAY, options.rounds - start)
            server = address if place % POSTGRESQL_EVERY == 1 else None
            with a_day(first + place, server) as day:
                found = list(told(day, rounds))
            days.append(day)
            sound = sound and not found
            print("\n".join(found or [_line(day)]), flush=True)
    print("\n".join(summary(days, time.perf_counter() - begun)))
    return 0 if sound else 1


@contextmanager
def a_day(seed: int, postgres_server: str | None) -> Iterator[Day]:
    """A day in a folder of its own, on SQLite or on a fresh database of a PostgreSQL."""
    with TemporaryDirectory(prefix="perisai-killing-") as name:
        folder = Path(name)
        if postgres_server is None:
            yield Day(folder, f"sqlite:///{folder / 'server.db'}", seed)
        else:
            with fresh_database(postgres_server, f"day_{seed}") as url:
                yield Day(folder, url, seed)


def told(day: Day, rounds: int) -> Iterator[str]:
    """What is wrong with a day that was played through so many kills."""
    try:
        day.run(plan(random.Random(day.seed), rounds))
        yield from (f"day {day.seed}: {fault}" for fault in faults(day))
    except Unproven as fault:
        yield str(fault)


def summary(days: Sequence[Day], seconds: float) -> Iterator[str]:
    """Kills by place, receipts, rupiah and seconds of all days."""
    kills: Counter[str] = Counter()
    for day in days:
        kills += day.kills
    yield from (f"  {count:>4}  {place}" for place, count in sorted(kills.items()))
    receipts = sum(len(day.receipts) for day in days)
    rupiah = format_rupiah(sum(sum(day.receipts.values()) for day in days))
    found = sum(day.found for day in days)
    yield (
        f"{kills.total()} kills, {receipts} receipts over {rupiah}, {found} of them found only after the kill, "
        f"{seconds:.0f} s"
    )


def _line(day: Day) -> str:
    kind = day.database_url.partition(":")[0].partition("+")[0]
    rupiah = format_rupiah(sum(day.receipts.values()))
    return f"day {day.seed} on {kind}: {day.kills.total()} kills, {len(day.receipts)} receipts over {rupiah}, books are one"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py kill", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=200, metavar="N")
    parser.add_argument("--from", type=int, dest="start", metavar="S")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
