"""The command behind `dev.py simulate`: seeds, planted bugs, traces.

`--seeds N` plays N stories from `--from S` (default: a fresh start, which is printed), each tenth of them twice.
`--bug NAME` plants one bug and wants it caught, `--bug all` every one in turn; `--keep` writes the seeds that did
into `tests/data/catching_seeds.json`, from where the suite takes them. `--trace SEED` tells one story whole.
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import accumulate

from tests.simulation.events import events_of
from tests.simulation.kept_seeds import keep_seeds
from tests.simulation.planted import BUGS
from tests.simulation.story import Violation, failing, play, traced

SLICE = 20
TWICE_EVERY = 10
TELL_EVERY = 1_000


def main(arguments: Sequence[str]) -> int:
    """0 where every rule held and every planted bug was caught; 1 otherwise; 2 for an unknown bug."""
    options = _parser().parse_args(arguments)
    first = random.SystemRandom().randrange(10**9) if options.start is None else options.start
    if options.trace is not None:
        return _trace(options.trace, options.bug or "")
    if options.bug is None:
        return _seeds(first, options.seeds)
    names = list(BUGS) if options.bug == "all" else [options.bug]
    if unknown := [name for name in names if name not in BUGS]:
        print(f"simulate knows these bugs: {', '.join(BUGS)}; it does not know {', '.join(unknown)}")
        return 2
    return _bugs(names, first, options.seeds, keep=options.keep)


def slices_of(first: int, count: int) -> Iterator[tuple[int, list[Violation]]]:
    """How many seeds from `first` on were played, and which of the last of them broke a rule; on every core."""
    starts = range(first, first + count, SLICE)
    sizes = [min(SLICE, first + count - start) for start in starts]
    with _every_core() as pool:
        yield from zip(accumulate(sizes), pool.map(_slice, starts, sizes), strict=True)


def catch(name: str, first: int, count: int) -> tuple[int, str] | None:
    """How many seeds it took to catch a bug and what was seen; None where it survived them all."""
    for place in range(count):
        played = play(first + place, bug=name)
        if played.rule:
            return place + 1, f"{played.rule}: {played.seen}"
    return None


def _every_core() -> ProcessPoolExecutor:
    """Processes that look for garbage seldom: a world is dropped whole when its story ends."""
    return ProcessPoolExecutor(os.cpu_count(), initializer=_collect_seldom)


def _collect_seldom() -> None:
    gc.freeze()
    gc.set_threshold(20_000, 50, 1_000)


def _slice(start: int, count: int) -> list[Violation]:
    found = []
    for seed in range(start, start + count):
        first = play(seed)
        violation = failing(seed) if first.rule else None
        if seed % TWICE_EVERY == 0 and play(seed) != first:
            violation = Violation(seed, "determinism", "two plays of the seed differ", ())
        if violation is not None:
            found.append(violation)
    return found


def _seeds(first: int, count: int) -> int:
    print(f"simulating {count} seeds from {first} on {os.cpu_count()} cores", flush=True)
    begun, broken = time.perf_counter(), 0
    for played, found in slices_of(first, count):
        broken += len(found)
        for violation in found:
            print(violation.told(), flush=True)
        if played % TELL_EVERY == 0:
            rate = played / (time.perf_counter() - begun)
            print(f"  {played} played, {broken} violations, {rate:.1f} seeds a second", flush=True)
    spent = time.perf_counter() - begun
    print(f"{count} seeds, {broken} violations, {count / spent:.1f} seeds a second")
    return 1 if broken else 0


def _bugs(names: Sequence[str], first: int, count: int, *, keep: bool) -> int:
    print(f"{len(names)} planted bugs, at most {count} seeds each from {first}", flush=True)
    survivors, seeds = [], {}
    with _every_core() as pool:
        for name, caught in zip(
            names, pool.map(partial(catch, first=first, count=count), names), strict=True
        ):
            if caught is None:
                survivors.append(name)
            else:
                seeds[name] = first + caught[0] - 1
            seen = "SURVIVED" if caught is None else f"caught by seed {caught[0]}, {caught[1]}"
            print(f"  {name:<32} {seen}", flush=True)
    if keep:
        keep_seeds(seeds)
    print(f"{len(seeds)} of {len(names)} caught")
    return 1 if survivors else 0


def _trace(seed: int, bug: str) -> int:
    played, trace = traced(seed, events_of(seed), bug)
    print("\n".join(trace))
    print(f"breaks {played.rule}: {played.seen}" if played.rule else "every rule held")
    return 1 if played.rule else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py simulate", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=1_000, metavar="N")
    parser.add_argument("--from", type=int, dest="start", metavar="S")
    parser.add_argument("--bug", metavar="NAME")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--trace", type=int, metavar="SEED")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
