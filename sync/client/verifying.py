"""Finds what two chains differ in: ranges are compared by their sums, and what differs is split until it is told whole.

Pure. The fewest round trips on a slow link count: a differing range falls into many parts at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sync.protocol.verification import (
    MOST_AT_ONCE,
    DifferingRange,
    PlacedEntry,
    VerifyAnswer,
    VerifyRequest,
)

PARTS = 32
"""Into so many parts a differing range falls: 20,000 entries are compared in four requests."""
TOLD_WHOLE = 64
"""A differing range of at most so many places is told entry by entry."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A range of a chain, both ends included."""

    epoch: int
    first_seq: int
    last_seq: int

    @property
    def size(self) -> int:
        """How many places it has."""
        return self.last_seq - self.first_seq + 1

    def holds(self, epoch: int, seq: int) -> bool:
        """Whether a place lies in it."""
        return self.epoch == epoch and self.first_seq <= seq <= self.last_seq

    def parts(self) -> tuple[Span, ...]:
        """`PARTS` spans of about the same size."""
        step = -(-self.size // PARTS)
        return tuple(
            Span(self.epoch, first, min(first + step - 1, self.last_seq))
            for first in range(self.first_seq, self.last_seq + 1, step)
        )


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a finished search found.

    `missing`: what the server lacks. `otherwise`: what stands in its chain where the store holds something else or
    nothing. `unexplained`: ranges whose entries are the same and whose rupiah are not.
    """

    missing: tuple[Span, ...] = ()
    otherwise: tuple[PlacedEntry, ...] = ()
    unexplained: tuple[Span, ...] = ()

    @property
    def agreed(self) -> bool:
        """Whether both ends hold the same."""
        return not (self.missing or self.otherwise or self.unexplained)


@dataclass(frozen=True, slots=True)
class Search:
    """What is still to be compared, and what was found; `told` are small ranges that are known to differ."""

    ranges: tuple[Span, ...] = ()
    told: tuple[Span, ...] = ()
    found: Comparison = Comparison()

    @property
    def over(self) -> bool:
        """Whether nothing is left to ask."""
        return not (self.ranges or self.told)

    def portion(self) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
        """The ranges to claim and those to tell in the next request, small ones first."""
        room = MOST_AT_ONCE
        told: list[Span] = []
        for span in self.told:
            if span.size > room:
                return (), tuple(told)
            room -= span.size
            told.append(span)
        return self.ranges[:room], tuple(told)

    def after(self, request: VerifyRequest, answer: VerifyAnswer) -> Search | None:
        """The search after an answer to a portion of it; None where the answer speaks of what was not asked."""
        ranges = {Span(one.epoch, one.first_seq, one.last_seq) for one in request.ranges}
        told = {Span(one.epoch, one.first_seq, one.last_seq) for one in request.told}
        differing = {_span(one): one.count for one in answer.differing}
        named = [(one.epoch, one.seq) for one in (*answer.lacking, *answer.otherwise)]
        if not differing.keys() <= ranges or not all(_within(told, *place) for place in named):
            return None
        small = sorted(span for span in differing if span.size <= TOLD_WHOLE)
        large = sorted(span for span in differing if span.size > TOLD_WHOLE)
        gone = [span for span in large if differing[span] == 0]
        split = [span for span in large if differing[span]]
        found = replace(
            self.found,
            missing=(*self.found.missing, *gone, *(_place(entry) for entry in answer.lacking)),
            otherwise=(*self.found.otherwise, *answer.otherwise),
            unexplained=(
                *self.found.unexplained,
                *sorted(span for span in told if not any(span.holds(*place) for place in named)),
            ),
        )
        return Search(
            ranges=(
                *(part for span in split for part in span.parts()),
                *(span for span in self.ranges if span not in ranges),
            ),
            told=(*(span for span in self.told if span not in told), *small),
            found=found,
        )


def _span(one: DifferingRange) -> Span:
    return Span(one.epoch, one.first_seq, one.last_seq)


def _place(entry: PlacedEntry) -> Span:
    return Span(entry.epoch, entry.seq, entry.seq)


def _within(spans: Iterable[Span], epoch: int, seq: int) -> bool:
    return any(span.holds(epoch, seq) for span in spans)
