"""The chain over all entries of a device and epoch: each entry names the hash of the one before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sync.protocol.digests import ZERO_HASH, sha256_hex
from sync.protocol.entry import DecodedEntry, Unsupported

__all__ = ["ZERO_HASH", "ChainBreak", "check_chain", "follows", "genesis_hash"]


@dataclass(frozen=True, slots=True)
class ChainBreak:
    """Where a run of entries does not hold together.

    `code`: `gap` (seqs `expected_seq` up to before `seq` are missing: a gap, not a contradiction), `fork` (the
    predecessor is there and is another), `order` (seq goes back or repeats), `stranger` (other device or epoch).
    """

    code: str
    seq: int
    expected_seq: int


def genesis_hash(public_key: bytes) -> str:
    """The `prev_hash` of seq 1 of epoch 1: SHA-256 of the device's public key."""
    return sha256_hex(public_key)


def follows(prev_hash: str, entry: DecodedEntry | Unsupported) -> bool:
    """Whether an entry names `prev_hash` as what stands before it."""
    return entry.envelope.prev_hash == prev_hash


def check_chain(
    entries: Iterable[DecodedEntry | Unsupported], *, device: str, epoch: int, after_seq: int, head: str
) -> tuple[ChainBreak, ...]:
    """Every break in `entries`, which should follow seq `after_seq` whose hash is `head`, in order.

    After a gap the chain is taken up again from the entry that is there.
    """
    breaks: list[ChainBreak] = []
    expected, known = after_seq + 1, head
    for entry in entries:
        envelope = entry.envelope
        if (envelope.device, envelope.epoch) != (device, epoch):
            breaks.append(ChainBreak("stranger", envelope.seq, expected))
            continue
        if envelope.seq < expected:
            breaks.append(ChainBreak("order", envelope.seq, expected))
            continue
        if envelope.seq > expected:
            breaks.append(ChainBreak("gap", envelope.seq, expected))
        elif not follows(known, entry):
            breaks.append(ChainBreak("fork", envelope.seq, expected))
        expected, known = envelope.seq + 1, entry.hash
    return tuple(breaks)
