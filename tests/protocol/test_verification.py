"""Sums of chains: the place of every entry counts, ranges are read in one pass, and a request reads nothing twice."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from sync.protocol.verification import (
    MOST_AT_ONCE,
    PlacedHash,
    RangeClaim,
    ToldRange,
    VerifyAnswer,
    VerifyRequest,
    summed,
)
from sync.protocol.wire import wire_bytes

A, B = "a" * 64, "b" * 64


def claim(first: int, last: int, epoch: int = 1) -> RangeClaim:
    return RangeClaim(epoch=epoch, first_seq=first, last_seq=last, count=0, rupiah=0, digest=A)


def told(first: int, last: int, epoch: int = 1) -> ToldRange:
    return ToldRange(epoch=epoch, first_seq=first, last_seq=last, entries=(PlacedHash(seq=first, hash=A),))


def test_the_digest_is_that_of_the_readme() -> None:
    (whole,) = summed([(1, A, 0), (2, B, 33_600)], [(1, 2)])
    written = f"1 {A}\n2 {B}\n".encode()
    assert (whole.count, whole.rupiah) == (2, 33_600)
    assert whole.digest == hashlib.sha256(written).hexdigest()
    (empty,) = summed([], [(1, 9)])
    assert (empty.count, empty.rupiah, empty.digest) == (0, 0, hashlib.sha256().hexdigest())


def test_an_entry_at_another_place_is_another_chain() -> None:
    assert summed([(1, A, 0), (2, B, 0)], [(1, 3)]) != summed([(1, B, 0), (2, A, 0)], [(1, 3)])
    assert summed([(1, A, 0), (2, B, 0)], [(1, 3)]) != summed([(1, A, 0), (3, B, 0)], [(1, 3)])


@given(st.sets(st.integers(1, 200)), st.sets(st.integers(1, 210), min_size=2, max_size=12))
def test_ranges_of_one_pass_are_those_of_each_alone(seqs: set[int], cuts: set[int]) -> None:
    entries = [(seq, f"{seq:064x}", seq) for seq in sorted(seqs)]
    edges = sorted(cuts)
    bounds = list(zip(edges[::2], edges[1::2], strict=False))
    assert summed(entries, bounds) == tuple(
        one
        for first, last in bounds
        for one in summed([entry for entry in entries if first <= entry[0] <= last], [(first, last)])
    )


@pytest.mark.parametrize(
    "members",
    [
        {"ranges": ()},
        {"ranges": (claim(2, 1),)},
        {"ranges": (claim(1, 4), claim(4, 9))},
        {"ranges": (claim(1, 4),), "told": (told(3, 5),)},
        {"ranges": tuple(claim(seq, seq) for seq in range(1, MOST_AT_ONCE + 2))},
        {"ranges": (), "told": (told(1, MOST_AT_ONCE + 1),)},
        {"ranges": (claim(1, 4),), "told": (told(5, MOST_AT_ONCE + 4),)},
    ],
    ids=["nothing", "backwards", "overlap", "told_overlaps", "too_many", "too_wide", "too_much"],
)
def test_a_request_that_would_read_a_chain_twice_or_too_much_is_refused(members: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        VerifyRequest(**members)


def test_a_request_as_large_as_allowed_fits_under_a_servers_cap() -> None:
    ranges = tuple(
        RangeClaim(epoch=99, first_seq=seq, last_seq=seq, count=1, rupiah=10**9, digest=A)
        for seq in range(10**6, 10**6 + MOST_AT_ONCE)
    )
    request = VerifyRequest(ranges=ranges)
    assert len(wire_bytes(request)) <= 64 * 1024
    assert VerifyRequest.model_validate_json(wire_bytes(request)) == request
    other = VerifyRequest(ranges=(claim(1, 4), claim(1, 4, epoch=2), claim(5, 9)), told=(told(10, 10),))
    assert VerifyRequest.model_validate_json(wire_bytes(other)) == other


def test_an_answer_ignores_what_is_new() -> None:
    read = VerifyAnswer.model_validate_json(b'{"compared_at":"2026-11-22T02:00:00.000Z","colour":"red"}')
    assert (read.differing, read.lacking, read.otherwise) == ((), (), ())
