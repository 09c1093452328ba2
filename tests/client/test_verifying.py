"""Comparing chains: for any two of them exactly what differs is found, in few requests and few ranges."""

from __future__ import annotations

import math
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from sync.client.actions import Verify
from sync.client.verifying import PARTS, TOLD_WHOLE, Comparison, Search, Span
from sync.protocol.verification import (
    MOST_AT_ONCE,
    DifferingRange,
    PlacedEntry,
    VerifyAnswer,
    VerifyRequest,
)
from tests.support.comparing import Chain, Chains, answer_of, claims
from tests.support.sample_bodies import AT

OWN, THEIRS = "a" * 64, "b" * 64


@dataclass
class Course:
    """What a search found, and what it cost."""

    found: Comparison
    requests: int = 0
    claimed: int = 0
    told: int = 0


def searched(own: Chains, theirs: Chains) -> Course:
    """Compare every chain of `own` whole."""
    spans = tuple(Span(epoch, 1, max(chain)) for epoch, chain in own.items() if chain)
    search, course = Search(ranges=spans), Course(Comparison())
    while not search.over:
        request = claims(own, Verify(*search.portion()))
        course.requests += 1
        course.claimed += len(request.ranges)
        course.told += sum(one.last_seq - one.first_seq + 1 for one in request.told)
        after = search.after(request, answer_of(theirs, request, AT))
        assert after is not None
        search = after
    course.found = search.found
    return course


def places(spans: tuple[Span, ...], own: Chains) -> set[tuple[int, int]]:
    """The entries of the store in spans."""
    return {
        (span.epoch, seq)
        for span in spans
        for seq in range(span.first_seq, span.last_seq + 1)
        if seq in own.get(span.epoch, {})
    }


def chain_of(length: int) -> Chain:
    return {seq: (OWN, 8_400 if seq % 4 == 0 else 0) for seq in range(1, length + 1)}


def changed(chain: Chain, lacking: set[int], other: set[int]) -> Chain:
    return {
        seq: (THEIRS, entry[1]) if seq in other else entry
        for seq, entry in chain.items()
        if seq not in lacking
    }


@st.composite
def two_ends(draw: st.DrawFn) -> tuple[Chains, Chains]:
    """Two chains of up to three epochs that differ in any places, in blocks and one by one."""
    own: dict[int, Chain] = {}
    theirs: dict[int, Chain] = {}
    for epoch in range(1, draw(st.integers(1, 3)) + 1):
        length = draw(st.integers(1, 1_500))
        seqs = st.integers(1, length)
        block = draw(st.tuples(seqs, st.integers(0, 350)))
        lacking = draw(st.sets(seqs, max_size=6)) | set(range(block[0], block[0] + block[1]))
        here = draw(st.sets(seqs, max_size=4)) - {length}
        whole = chain_of(length)
        own[epoch] = changed(whole, here, set())
        theirs[epoch] = changed(whole, lacking, draw(st.sets(seqs, max_size=6)))
    return own, theirs


@given(two_ends())
def test_exactly_what_differs_is_found(ends: tuple[Chains, Chains]) -> None:
    own, theirs = ends
    course = searched(own, theirs)
    missing = {
        (epoch, seq)
        for epoch, chain in own.items()
        for seq, (digest, _) in chain.items()
        if theirs[epoch].get(seq, ("", 0))[0] != digest
    }
    otherwise = {
        (epoch, seq)
        for epoch, chain in theirs.items()
        for seq, (digest, _) in chain.items()
        if own[epoch].get(seq, ("", 0))[0] != digest and seq <= max(own[epoch])
    }
    assert places(course.found.missing, own) == missing
    assert {(entry.epoch, entry.seq) for entry in course.found.otherwise} == otherwise
    assert course.found.unexplained == ()
    assert course.found.agreed == (not missing and not otherwise)
    differences = len(missing | otherwise)
    depth = 1 + math.ceil(math.log(max(2, *(max(chain) for chain in own.values())), PARTS))
    assert course.claimed <= len(own) + differences * PARTS * depth
    assert course.told <= differences * TOLD_WHOLE


def test_what_agrees_is_one_request() -> None:
    own = {1: chain_of(20_000), 2: chain_of(3)}
    course = searched(own, own)
    assert (course.found.agreed, course.requests, course.claimed) == (True, 1, 2)


def test_one_entry_of_twenty_thousand_is_found_in_four_requests() -> None:
    own = {1: chain_of(20_000)}
    course = searched(own, {1: changed(own[1], {12_345}, set())})
    assert course.found == Comparison(missing=(Span(1, 12_345, 12_345),))
    assert (course.requests, course.claimed, course.told) == (4, 1 + 32 + 32, 20)


def test_a_block_that_is_gone_is_not_split_to_the_end() -> None:
    own = {1: chain_of(32_000)}
    course = searched(own, {1: changed(own[1], set(range(16_001, 32_001)), set())})
    assert places(course.found.missing, own) == {(1, seq) for seq in range(16_001, 32_001)}
    assert (course.requests, course.claimed) == (2, 33)
    assert course.found.missing == tuple(
        Span(1, first, first + 999) for first in range(16_001, 32_000, 1_000)
    )


def test_more_than_fits_into_a_request_is_asked_in_portions() -> None:
    own = {1: chain_of(4_000)}
    course = searched(own, {1: changed(own[1], set(range(1, 4_001, 40)), set())})
    assert places(course.found.missing, own) == {(1, seq) for seq in range(1, 4_001, 40)}
    small = tuple(Span(1, first, first + TOLD_WHOLE - 1) for first in range(1, 10 * TOLD_WHOLE, TOLD_WHOLE))
    ranges, told = Search(ranges=(Span(2, 1, 900),) * 3, told=small).portion()
    assert (ranges, told) == ((), small[: MOST_AT_ONCE // TOLD_WHOLE])
    ranges, told = Search(ranges=(Span(2, 1, 900),) * MOST_AT_ONCE, told=small[:1]).portion()
    assert (len(ranges), told) == (MOST_AT_ONCE - TOLD_WHOLE, small[:1])


def test_rupiah_that_differ_over_the_same_entries_are_told_apart() -> None:
    own = {1: chain_of(100)}
    poorer = {1: {**own[1], 48: (OWN, 0)}}
    course = searched(own, poorer)
    assert course.found == Comparison(unexplained=(Span(1, 45, 48),))
    assert not course.found.agreed


def test_an_answer_about_what_was_not_asked_is_none() -> None:
    search = Search(ranges=(Span(1, 1, 500),), told=(Span(1, 600, 610),))
    request = claims({1: chain_of(700)}, Verify(*search.portion()))
    for answer in (
        VerifyAnswer(
            compared_at=AT, differing=(DifferingRange(epoch=1, first_seq=1, last_seq=499, count=1),)
        ),
        VerifyAnswer(compared_at=AT, lacking=(PlacedEntry(epoch=1, seq=599, hash=OWN),)),
        VerifyAnswer(compared_at=AT, otherwise=(PlacedEntry(epoch=2, seq=600, hash=OWN),)),
    ):
        assert search.after(request, answer) is None
    assert isinstance(request, VerifyRequest)
