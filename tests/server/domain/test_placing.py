"""However a device's chain is cut and replayed, each entry stands once and no honest entry is a fork."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.bodies.contribution import Contribution
from sync.protocol.digests import ZERO_HASH, sha256_hex
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.protocol.signatures import SigningKey
from sync.server.domain.arrivals import Arrival, Fault, read_arrival
from sync.server.domain.placing import Neighbours, Placement, Standing, neighbours, place
from sync.server.storage.records import DeviceEpoch, EntryRecord
from tests.support.field_laptop import FieldLaptop, farmer_lines, fresh_id
from tests.support.store_rows import AT, entry

DEVICE = "0Q2FK"
EPOCHS = {1: DeviceEpoch(DEVICE, 1, ZERO_HASH, AT, ZERO_HASH)}


def chain(length: int) -> list[Arrival]:
    """An honest chain of entries."""
    arrivals: list[Arrival] = []
    for seq in range(1, length + 1):
        sealed = SealedEntry.of(f"entry {seq}".encode(), None)
        before = arrivals[-1].hash if arrivals else ZERO_HASH
        arrivals.append(_arrival(sealed, seq, before))
    return arrivals


def _arrival(sealed: SealedEntry, seq: int, before: str) -> Arrival:
    return Arrival(
        sealed=sealed,
        entry_id=f"id {seq}",
        action_id=f"action {seq}",
        kind="closing",
        version=1,
        device=DEVICE,
        epoch=1,
        seq=seq,
        prev_hash=before,
        worker_id=None,
        base=None,
        recorded_at=AT,
        recorded_on=AT.date(),
    )


def stored(placement: Placement) -> EntryRecord:
    """The row that an arrival becomes."""
    arrival = placement.arrival
    return replace(
        entry(arrival.seq).record,
        device=DEVICE,
        hash=arrival.hash,
        entry_id=arrival.entry_id,
        prev_hash=arrival.prev_hash,
        aside=placement.standing is not Standing.NEW,
    )


def known(records: list[EntryRecord]) -> Neighbours:
    """Everything that is stored."""
    return neighbours(records, records, DEVICE)


def test_an_entry_that_stands_twice_in_a_batch_is_placed_once() -> None:
    first, second = chain(2)
    placements = place([first, second, first], DEVICE, EPOCHS, known([]))
    assert [(placed.arrival.seq, placed.standing) for placed in placements] == [
        (1, Standing.NEW),
        (2, Standing.NEW),
    ]


@given(st.lists(st.lists(st.integers(0, 9), min_size=1, max_size=8), min_size=1, max_size=6))
def test_an_honest_chain_stands_in_whatever_pieces_it_comes(pieces: list[list[int]]) -> None:
    honest, records = chain(10), list[EntryRecord]()
    for piece in pieces:
        batch = [honest[number] for number in sorted(set(piece))]
        for placement in place(batch, DEVICE, EPOCHS, known(records)):
            before = {record.hash for record in records}
            expected = Standing.SAME if placement.arrival.hash in before else Standing.NEW
            assert placement.standing is expected
            if placement.standing is Standing.NEW:
                records.append(stored(placement))
    assert {record.hash for record in records} == {
        honest[number].hash for piece in pieces for number in piece
    }


@given(st.integers(1, 9), st.integers(0, 9))
def test_what_contradicts_the_chain_never_stands(at: int, reach: int) -> None:
    honest = chain(10)
    records = [stored(Placement(arrival, Standing.NEW)) for arrival in honest[: max(at, reach)]]
    other = _arrival(
        SealedEntry.of(f"other {at}".encode(), None), at, honest[at - 2].hash if at > 1 else ZERO_HASH
    )
    follower = _arrival(SealedEntry.of(b"follower", None), at + 1, other.hash)
    other, follower = replace(other, entry_id="other"), replace(follower, entry_id="follower")
    placed = place([other, follower], DEVICE, EPOCHS, known(records))
    assert [(one.standing, one.code) for one in placed] == [(Standing.ASIDE, "fork")] * 2


def test_a_follower_of_a_fork_stored_before_is_a_fork() -> None:
    fork = replace(_arrival(SealedEntry.of(b"fork", None), 1, sha256_hex(b"elsewhere")), entry_id="fork")
    records = [stored(Placement(fork, Standing.ASIDE, "fork"))]
    follower = _arrival(SealedEntry.of(b"follower", None), 2, fork.hash)
    assert place([follower], DEVICE, EPOCHS, known(records))[0].code == "fork"


def test_strangers_and_the_unreadable_are_kept_aside() -> None:
    first = chain(1)[0]
    codes = [
        place([arrival], DEVICE, EPOCHS, known([]))[0].code
        for arrival in (replace(first, device="0ZZZZ"), replace(first, epoch=2), replace(first, seq=0))
    ]
    assert codes == ["foreign_device", "epoch_unknown", "unreadable"]


@given(st.binary(max_size=200))
def test_any_bytes_have_a_place(content: bytes) -> None:
    arrival = read_arrival(SealedEntry.of(content, None), datetime(2026, 11, 22, tzinfo=UTC))
    assert arrival.fault is not None
    assert (arrival.entry_id, arrival.seq) == (sha256_hex(content), 0)


def test_a_broken_entry_keeps_the_place_that_it_names() -> None:
    raw = (
        b'{"action_id":"019aa000-0000-7000-8000-000000000002","device":"0Q2FK","entry_id":'
        b'"019aa000-0000-7000-8000-000000000001","epoch":1,"kind":"receipt","seq":7,"version":1}'
    )
    arrival = read_arrival(SealedEntry.of(raw, None), AT)
    assert arrival.fault is not None
    assert (arrival.entry_id[-1], arrival.action_id[-1], arrival.kind, arrival.epoch, arrival.seq) == (
        "1",
        "2",
        "receipt",
        1,
        7,
    )


def test_a_contribution_beyond_counting_is_broken() -> None:
    most = 2**53 - 1
    worker_id = fresh_id()
    laptop = FieldLaptop("0Q2FK", SigningKey.generate())
    lines = farmer_lines(worker_id, 1, amount=most)
    sealed = laptop.seal(EntryKind.CONTRIBUTION, fresh_id(), Contribution(lines=lines, credits=()))
    arrival = read_arrival(sealed, AT)
    assert arrival.fault == Fault("amount_too_large", "lines")
    assert (arrival.kind, arrival.seq, arrival.decoded) == ("contribution", 1, None)
