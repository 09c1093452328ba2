"""Whole chains held against each other: for ranges of an epoch count, rupiah and one digest (`POST /v1/verify`)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated, Self

from pydantic import Field, model_validator

from sync.protocol.wire import (
    AnswerModel,
    Count,
    Epoch,
    Hash,
    Instant,
    Rupiah,
    StrictModel,
)
from sync.protocol.wire import Sequence as Place

MOST_AT_ONCE = 400
"""So many ranges and places of told ranges together make a request: about 50 kB, less than a server's cap of bodies."""


class RangeClaim(StrictModel):
    """What a store holds of a chain from `first_seq` to `last_seq`, both included.

    `rupiah`: the receipts among them. `digest`: `summed`, which depends on every hash and on its place.
    """

    epoch: Epoch
    first_seq: Place
    last_seq: Place
    count: Count
    rupiah: Rupiah
    digest: Hash


class PlacedHash(StrictModel):
    """An entry by its place in a chain and its hash."""

    seq: Place
    hash: Hash


class ToldRange(StrictModel):
    """Every entry that a store holds of a small range, in order of seq."""

    epoch: Epoch
    first_seq: Place
    last_seq: Place
    entries: tuple[PlacedHash, ...]


class VerifyRequest(StrictModel):
    """`POST /v1/verify`: of one device. Ranges of both lists are in order and none overlaps another."""

    ranges: Annotated[tuple[RangeClaim, ...], Field(max_length=MOST_AT_ONCE)] = ()
    told: Annotated[tuple[ToldRange, ...], Field(max_length=MOST_AT_ONCE)] = ()

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        """No entry of the chain is asked for twice, so that a request costs at most one reading of it."""
        asked = sorted(
            [
                *((one.epoch, one.first_seq, one.last_seq) for one in self.ranges),
                *((one.epoch, one.first_seq, one.last_seq) for one in self.told),
            ]
        )
        apart = all(one[:1] < other[:1] or one[2] < other[1] for one, other in pairwise(asked))
        size = len(self.ranges) + sum(one.last_seq - one.first_seq + 1 for one in self.told)
        if not apart or any(first > last for _, first, last in asked) or not 1 <= size <= MOST_AT_ONCE:
            raise ValueError("ranges")
        return self


class DifferingRange(AnswerModel):
    """A range that does not agree; `count` is how many entries stand there at the server."""

    epoch: Epoch
    first_seq: Place
    last_seq: Place
    count: Count


class PlacedEntry(AnswerModel):
    """An entry of a chain by epoch, place and hash."""

    epoch: Epoch
    seq: Place
    hash: Hash


class VerifyAnswer(AnswerModel):
    """Ranges that are not named agree in count, rupiah and digest.

    `lacking`: told entries that the server does not have, neither in the chain nor beside it. `otherwise`: what
    stands in the chain in a told range, and is not what was told.
    """

    compared_at: Instant
    differing: tuple[DifferingRange, ...] = ()
    lacking: tuple[PlacedEntry, ...] = ()
    otherwise: tuple[PlacedEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainSum:
    """Count, rupiah and digest of a range."""

    count: int
    rupiah: int
    digest: str


def summed(
    entries: Iterable[tuple[int, str, int]], bounds: Sequence[tuple[int, int]]
) -> tuple[ChainSum, ...]:
    """The sum of each range (first and last seq), ranges ascending and apart, in one pass.

    `entries` are seq, hash and receipt total in rupiah, ascending by seq. The digest is SHA-256 over one line
    `SEQ HASH` for each entry, each ended by a line feed: decimal seq, the hash in hexadecimal.
    """
    sums: list[ChainSum] = []
    remaining = iter(entries)
    held = next(remaining, None)
    for first, last in bounds:
        count = rupiah = 0
        digest = hashlib.sha256()
        while held is not None and held[0] <= last:
            if held[0] >= first:
                digest.update(b"%d %s\n" % (held[0], held[1].encode()))
                count += 1
                rupiah += held[2]
            held = next(remaining, None)
        sums.append(ChainSum(count, rupiah, digest.hexdigest()))
    return tuple(sums)
