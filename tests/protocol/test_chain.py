"""The chain: gaps are gaps, contradictions are forks, and strangers do not belong."""

from __future__ import annotations

from dataclasses import replace

from sync.protocol.chain import ZERO_HASH, ChainBreak, check_chain, follows, genesis_hash
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import DecodedEntry, decode
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SampleJournal, every_kind, granted_by_phone


def entries_of(journal: SampleJournal) -> list[DecodedEntry]:
    decoded = [decode(entry.raw, entry.personal) for entry in journal.entries]
    return [entry for entry in decoded if isinstance(entry, DecodedEntry)]


ENTRIES = entries_of(every_kind())
START = genesis_hash(DEVICE_KEY.public)


def breaks(entries: list[DecodedEntry], after_seq: int = 0, head: str = START) -> tuple[ChainBreak, ...]:
    return check_chain(entries, device=DEVICE, epoch=1, after_seq=after_seq, head=head)


def test_a_journal_follows_from_the_hash_of_its_devices_key() -> None:
    assert sha256_hex(DEVICE_KEY.public) == START
    assert follows(START, ENTRIES[0])
    assert breaks(ENTRIES) == ()
    assert breaks(ENTRIES[5:], after_seq=5, head=ENTRIES[4].hash) == ()
    assert breaks([]) == ()


def test_an_epoch_granted_by_phone_begins_from_zero_bytes() -> None:
    (start,) = entries_of(granted_by_phone())
    assert bytes.fromhex(ZERO_HASH) == bytes(32)
    assert check_chain([start], device=DEVICE, epoch=2, after_seq=0, head=ZERO_HASH) == ()


def test_a_hole_is_a_gap_and_the_chain_goes_on_behind_it() -> None:
    assert breaks([*ENTRIES[:2], *ENTRIES[4:]]) == (ChainBreak("gap", 5, 3),)


def test_another_predecessor_is_a_fork() -> None:
    assert breaks(ENTRIES[5:], after_seq=5, head="0" * 64) == (ChainBreak("fork", 6, 6),)
    other = replace(ENTRIES[2], hash="f" * 64)
    assert breaks([*ENTRIES[:2], other, *ENTRIES[3:]]) == (ChainBreak("fork", 4, 4),)


def test_going_back_and_strangers_are_named_and_passed_over() -> None:
    (stranger,) = entries_of(granted_by_phone())
    assert breaks([ENTRIES[0], ENTRIES[0], stranger, ENTRIES[1]]) == (
        ChainBreak("order", 1, 2),
        ChainBreak("stranger", 1, 2),
    )
