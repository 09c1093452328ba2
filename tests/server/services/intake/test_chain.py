"""Replays, forks, gaps and reused ids: nothing is lost, nothing is counted twice."""

import json

import pytest

from sync.protocol.bodies.contribution import Contribution
from sync.protocol.canonical import canonical_bytes
from sync.protocol.compression import compress, decompress
from sync.protocol.entry import SealedEntry
from sync.protocol.kinds import EntryKind
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import VerdictKind
from sync.server.refusals import Refusal
from tests.support.field_laptop import FieldLaptop, entry_id_of, farmer_lines, fresh_id, person
from tests.support.intake_house import IntakeHouse


def test_the_same_batch_gets_the_same_acknowledgement(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    batch = laptop.packed()
    first = field_house.push(laptop, batch)
    assert field_house.push(laptop, batch) == first
    with field_house.store.reading() as tx:
        assert tx.entries.count() == 4
        assert tx.money.totals().rupiah == 33_600


def test_the_same_content_under_a_new_id_is_same_with_the_standing_verdict(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1, mother_name=""))
    first = field_house.verdicts(laptop)
    again = field_house.verdicts(laptop, laptop.packed(entries=enrolled.entries))
    assert [verdict.kind for verdict in again] == [VerdictKind.SAME] * 4
    assert [verdict.standing for verdict in again] == [verdict.kind for verdict in first]
    assert [(one.code, one.field, one.feed_position) for one in again] == [
        (one.code, one.field, one.feed_position) for one in first
    ]
    with field_house.store.reading() as tx:
        assert tx.money.totals().rupiah == 33_600
        assert tx.feed.last("agent-1") == 4


def test_old_and_new_entries_in_one_batch(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    old = laptop.enrol(person(1))
    field_house.verdicts(laptop)
    new = laptop.enrol(person(2))
    mixed = field_house.verdicts(laptop, laptop.packed(entries=[*old.entries, *new.entries]))
    assert [verdict.kind for verdict in mixed] == [VerdictKind.SAME] * 4 + [VerdictKind.ACCEPTED] * 4
    assert [verdict.feed_position for verdict in mixed] == list(range(1, 9))


def test_a_batch_id_is_never_used_for_other_content(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    first, second = laptop.enrol(person(1)), laptop.enrol(person(2))
    batch_id = fresh_id()
    field_house.push(laptop, laptop.packed(batch_id, first.entries))
    with pytest.raises(Refusal) as refusal:
        field_house.push(laptop, laptop.packed(batch_id, second.entries))
    assert (refusal.value.code, refusal.value.status) == ("batch_id_reused", 409)


def test_the_same_batch_compressed_another_way_is_the_same(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    batch = laptop.packed()
    first = field_house.push(laptop, batch)
    other = compress(decompress(batch.body, 1 << 20), "gzip")
    assert other != batch.body
    assert field_house.intake.receive(field_house.device(laptop), batch.batch_id, other) == first


def test_a_hole_is_a_gap_and_closes(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    parts = [laptop.enrol(person(number)) for number in range(1, 4)]
    for chosen in (0, 2):
        verdicts = field_house.verdicts(laptop, laptop.packed(entries=parts[chosen].entries))
        assert {verdict.kind for verdict in verdicts} == {VerdictKind.ACCEPTED}
    with field_house.store.reading() as tx:
        epoch = tx.devices.epochs(laptop.device)[0]
        assert (epoch.contiguous_seq, epoch.high_seq) == (4, 12)
        assert tx.entries.gaps(laptop.device, 1, 0, 9) == ((5, 8),)
    verdicts = field_house.verdicts(laptop, laptop.packed(entries=parts[1].entries))
    assert {verdict.kind for verdict in verdicts} == {VerdictKind.ACCEPTED}
    with field_house.store.reading() as tx:
        assert tx.devices.epochs(laptop.device)[0].contiguous_seq == 12


def test_a_cloned_laptop_forks_and_its_cash_is_held(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    field_house.verdicts(laptop)
    clone = FieldLaptop(laptop.device, laptop.key, 1, laptop.seq, laptop.head, laptop.receipts)
    laptop.enrol(person(2))
    field_house.verdicts(laptop)
    clone.enrol(person(3))
    clone.enrol(person(4))
    verdicts = field_house.verdicts(clone)
    assert {(verdict.kind, verdict.code) for verdict in verdicts} == {(VerdictKind.HELD, "fork")}
    with field_house.store.reading() as tx:
        totals = tx.money.totals()
        assert dict(totals.buckets) == {"accepted": 67_200, "held": 67_200}
        assert totals.rupiah == totals.receipts_rupiah
        assert tx.devices.epochs(laptop.device)[0].head_hash == laptop.head
        genuine = [one.genuine for one in tx.money.receipt(_numbers(clone)[0])]
    assert genuine == [True, False]
    laptop.enrol(person(5))
    assert {verdict.kind for verdict in field_house.verdicts(laptop)} == {VerdictKind.ACCEPTED}


def test_two_forks_under_one_id_are_both_kept(field_house: IntakeHouse) -> None:
    laptop, entry_id = field_house.laptop(), fresh_id()
    for expected in ((VerdictKind.HELD, "fork"), (VerdictKind.ID_CONFLICT, "id_conflict")):
        worker = fresh_id()
        stranger = FieldLaptop(laptop.device, laptop.key, head="0" * 64)
        body = Contribution(lines=farmer_lines(worker, 1), credits=())
        stranger.seal(EntryKind.CONTRIBUTION, fresh_id(), body, entry_id=entry_id)
        verdict = field_house.verdicts(stranger)[0]
        assert (verdict.kind, verdict.code) == expected
    with field_house.store.reading() as tx:
        assert tx.entries.count() == 2
        assert tx.reviews.reviews([entry_id])[entry_id].state == "held"


def test_a_contradiction_from_behind_is_a_fork_too(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    earlier, later = laptop.enrol(person(1)), laptop.enrol(person(2))
    field_house.verdicts(laptop, laptop.packed(entries=later.entries))
    liar = FieldLaptop(laptop.device, laptop.key)
    invented = liar.enrol(person(3))
    last = field_house.verdicts(liar, liar.packed(entries=invented.entries))[-1]
    assert (last.kind, last.code) == (VerdictKind.HELD, "fork")
    assert len(earlier.entries) == len(invented.entries)


def test_the_first_entry_must_begin_from_the_devices_key(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    stranger = FieldLaptop(laptop.device, laptop.key, head="0" * 64)
    stranger.enrol(person(1))
    verdicts = field_house.verdicts(stranger)
    assert {(verdict.kind, verdict.code) for verdict in verdicts} == {(VerdictKind.HELD, "fork")}


def test_an_epoch_that_was_never_granted_is_held(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    own = FieldLaptop(laptop.device, laptop.key, epoch=2)
    own.enrol(person(1))
    verdicts = field_house.verdicts(own)
    assert {(verdict.kind, verdict.code) for verdict in verdicts} == {(VerdictKind.HELD, "epoch_unknown")}


def test_an_id_with_other_content_is_kept_beside_the_first(field_house: IntakeHouse) -> None:
    first, second = field_house.laptop("agent-1"), field_house.laptop("agent-2")
    enrolled = first.enrol(person(1))
    field_house.verdicts(first)
    body = Contribution(lines=farmer_lines(enrolled.worker_id, 1), credits=())
    second.seal(EntryKind.CONTRIBUTION, fresh_id(), body, entry_id=entry_id_of(enrolled.entries[2]))
    verdict = field_house.verdicts(second)[0]
    assert verdict.kind is VerdictKind.ID_CONFLICT
    with field_house.store.reading() as tx:
        standing = tx.entries.entry(entry_id_of(enrolled.entries[2]))
        assert tx.entries.count() == 5
    assert standing is not None
    assert standing.raw == enrolled.entries[2].raw


def test_a_broken_entry_does_not_spoil_its_batch(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    good = laptop.enrol(person(1))
    bad = laptop.enrol(person(2))
    value = json.loads(bad.entries[0].raw)
    value["body"]["surprise"] = 1
    spoiled = SealedEntry.of(canonical_bytes(value), bad.entries[0].personal)
    verdicts = field_house.verdicts(laptop, laptop.packed(entries=[*good.entries, spoiled]))
    assert [verdict.kind for verdict in verdicts] == [VerdictKind.ACCEPTED] * 4 + [VerdictKind.NEEDS_FIX]
    assert (verdicts[-1].code, verdicts[-1].field) == ("unknown_field", "body")


def test_an_unknown_kind_is_kept_and_said_to_be_unsupported(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    known = laptop.enrol(person(1))
    value = json.loads(known.entries[0].raw)
    value["version"] = 9
    newer = SealedEntry.of(canonical_bytes(value), known.entries[0].personal)
    verdict = field_house.verdicts(laptop, laptop.packed(entries=[newer]))[0]
    assert (verdict.kind, verdict.code) == (VerdictKind.UNSUPPORTED, "version_9")
    with field_house.store.reading() as tx:
        kept = tx.entries.entry(verdict.entry_id)
    assert kept is not None
    assert kept.raw == newer.raw


def _numbers(laptop: FieldLaptop) -> list[str]:
    return [str(ReceiptNumber(laptop.device, 1, counter)) for counter in range(2, laptop.receipts + 1)]
