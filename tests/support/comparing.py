"""Chains as plain tables: what a store claims of one, and what a server that holds another answers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sync.client.actions import Verify
from sync.client.verifying import Span
from sync.protocol.verification import (
    DifferingRange,
    PlacedEntry,
    PlacedHash,
    RangeClaim,
    ToldRange,
    VerifyAnswer,
    VerifyRequest,
    summed,
)

Chain = Mapping[int, tuple[str, int]]
"""Seq -> hash, and rupiah of a receipt."""
Chains = Mapping[int, Chain]
"""Epoch -> chain."""


def claims(chains: Chains, action: Verify) -> VerifyRequest:
    """What a store with these chains says."""
    return VerifyRequest(
        ranges=tuple(_claim(chains, span) for span in action.ranges),
        told=tuple(
            ToldRange(
                epoch=span.epoch,
                first_seq=span.first_seq,
                last_seq=span.last_seq,
                entries=tuple(PlacedHash(seq=seq, hash=own) for seq, own in _held(chains, span)),
            )
            for span in action.told
        ),
    )


def answer_of(chains: Chains, request: VerifyRequest, at: datetime) -> VerifyAnswer:
    """What a server with these chains, and nothing beside them, answers."""
    lacking: list[PlacedEntry] = []
    otherwise: list[PlacedEntry] = []
    for told in request.told:
        said = {(entry.seq, entry.hash) for entry in told.entries}
        held = set(_held(chains, Span(told.epoch, told.first_seq, told.last_seq)))
        lacking += [PlacedEntry(epoch=told.epoch, seq=seq, hash=own) for seq, own in sorted(said - held)]
        otherwise += [PlacedEntry(epoch=told.epoch, seq=seq, hash=own) for seq, own in sorted(held - said)]
    differing = tuple(
        DifferingRange(epoch=own.epoch, first_seq=own.first_seq, last_seq=own.last_seq, count=own.count)
        for claim in request.ranges
        if (own := _claim(chains, Span(claim.epoch, claim.first_seq, claim.last_seq))) != claim
    )
    return VerifyAnswer(
        compared_at=at, differing=differing, lacking=tuple(lacking), otherwise=tuple(otherwise)
    )


def _held(chains: Chains, span: Span) -> list[tuple[int, str]]:
    chain = chains.get(span.epoch, {})
    return [(seq, chain[seq][0]) for seq in range(span.first_seq, span.last_seq + 1) if seq in chain]


def _claim(chains: Chains, span: Span) -> RangeClaim:
    chain = chains.get(span.epoch, {})
    rows = [(seq, *chain[seq]) for seq in sorted(chain)]
    (found,) = summed(rows, [(span.first_seq, span.last_seq)])
    return RangeClaim(
        epoch=span.epoch,
        first_seq=span.first_seq,
        last_seq=span.last_seq,
        count=found.count,
        rupiah=found.rupiah,
        digest=found.digest,
    )
