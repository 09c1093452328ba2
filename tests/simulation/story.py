"""Plays seeds, shortens the story of one that fails, and tells it in words."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from unittest.mock import patch

from sync.client import verifying
from tests.simulation.breaking import Broken
from tests.simulation.decoding import decoded_once
from tests.simulation.events import Event, events_of
from tests.simulation.planted import planted
from tests.simulation.signing import light_signatures
from tests.simulation.world import World


@dataclass(frozen=True, slots=True)
class Violation:
    """A seed whose story broke a rule: the rule, what was seen, and the shortest story that still breaks it."""

    seed: int
    rule: str
    seen: str
    story: tuple[str, ...]

    def told(self) -> str:
        """The violation as it is printed."""
        lines = "\n".join(f"    {line}" for line in self.story)
        return f"seed {self.seed} breaks {self.rule}: {self.seen}\n{lines}"


@dataclass(frozen=True, slots=True)
class Played:
    """One play: the digest of its trace, and the rule that broke (empty for none)."""

    digest: str
    rule: str = ""
    seen: str = ""


def play(seed: int, events: Sequence[Event] | None = None, bug: str = "") -> Played:
    """Play a seed's story, or a shortened one, with a bug planted where one is named."""
    return traced(seed, events_of(seed) if events is None else events, bug)[0]


def traced(seed: int, events: Sequence[Event], bug: str) -> tuple[Played, list[str]]:
    """The same, and every step of it in words."""
    world, played = _played(seed, events, bug)
    return played, world.trace


@dataclass(frozen=True, slots=True)
class Story:
    """A seed's whole story: how it was played, every step in words, and the functions whose commit failed in it."""

    played: Played
    trace: tuple[str, ...]
    laptops_died_in: frozenset[str]
    server_died_in: frozenset[str]


@lru_cache(maxsize=100)
def story_of(seed: int) -> Story:
    """A seed's story without a bug, played once however often it is asked for."""
    world, played = _played(seed, events_of(seed), "")
    return Story(
        played,
        tuple(world.trace),
        frozenset(place for laptop in world.laptops for place in laptop.disk.fuse.burnt),
        frozenset(world.centre.store.fuse.burnt),
    )


def _played(seed: int, events: Sequence[Event], bug: str) -> tuple[World, Played]:
    with _in_silence(), light_signatures(), decoded_once(), small_ranges():
        world = World(seed)
        rule = seen = ""
        try:
            with planted(bug):
                world.play(events)
        except Broken as broken:
            rule, seen = broken.rule, broken.story
        except Exception as fault:
            if not bug:
                raise
            rule, seen = "crash", type(fault).__name__
        return world, Played(world.digest(), rule, seen)


@contextmanager
def small_ranges() -> Iterator[None]:
    """Within this block a comparison of chains splits ranges as long as a morning's work."""
    with patch.object(verifying, "TOLD_WHOLE", 4), patch.object(verifying, "PARTS", 3):
        yield


@contextmanager
def _in_silence() -> Iterator[None]:
    """What the shipped code logs of the faults is part of the story, not of the terminal."""
    quiet = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(quiet)


def failing(seed: int, bug: str = "") -> Violation | None:
    """What a seed breaks, with its shortened story; None where everything holds."""
    events = events_of(seed)
    first = play(seed, events, bug)
    if not first.rule:
        return None
    short = shortened(events, lambda tried: play(seed, tried, bug).rule == first.rule)
    last, trace = traced(seed, short, bug)
    return Violation(seed, last.rule, last.seen, tuple(trace))


def shortened(events: Sequence[Event], breaks: Callable[[Sequence[Event]], bool]) -> tuple[Event, ...]:
    """The events without which the same rule does not break: pieces are left out, the large ones first."""
    kept, size = list(events), len(events) // 2
    while size:
        place = 0
        while place < len(kept):
            tried = kept[:place] + kept[place + size :]
            if breaks(tried):
                kept = tried
            else:
                place += size
        size //= 2
    return tuple(kept)
