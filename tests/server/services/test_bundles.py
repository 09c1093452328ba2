"""What comes on a stick goes through the same intake as over the network, and its answer serves one device alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO

import pytest

from sync.client.bundle_answers import BundleAnswer
from sync.protocol.batch import PackedBatch
from sync.protocol.bundle import bundled
from sync.protocol.messages import Mark
from sync.protocol.sealed_file import SealedFileFault, public_of
from sync.protocol.signatures import SigningKey
from sync.rules.states import VerdictKind
from sync.server.refusals import Refusal
from sync.server.services.auditing import trail
from sync.server.services.blobs import Blobs
from sync.server.services.bundles import BundleReceived, Bundles
from sync.server.services.feed import Changes
from sync.server.services.ledger import ledger_sum
from tests.support.bundles import answer_for, bundle_of, manifest_of
from tests.support.field_laptop import FieldLaptop, person
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.memory_store.blobs import MemoryBlobFiles

__all__ = ["field_house"]


def bundles_of(house: IntakeHouse, *, practice: bool = True) -> Bundles:
    changes, blobs = Changes(house.store), Blobs(house.store, house.clock, MemoryBlobFiles())
    return Bundles(house.store, house.keys, house.clock, house.intake, changes, blobs, practice=practice)


def carried(house: IntakeHouse, raw: bytes) -> tuple[BundleReceived, bytes]:
    answer = BytesIO()
    received = bundles_of(house).take(BytesIO(raw), answer, "terminal")
    return received, answer.getvalue()


def saved(
    house: IntakeHouse, laptop: FieldLaptop, batches: Sequence[PackedBatch], *, cursor: int = 0
) -> bytes:
    mark = Mark(device=laptop.device, epoch=laptop.epoch, seq=laptop.seq, head_hash=laptop.head)
    return bundle_of(laptop, batches, house.keys.bundle_public, cursor=cursor, marks=[mark])


def read(house: IntakeHouse, laptop: FieldLaptop, answer: bytes) -> BundleAnswer:
    return answer_for(laptop, answer, house.keys.public)


def refusal_of(house: IntakeHouse, raw: bytes, *, practice: bool = True) -> tuple[str, int]:
    with pytest.raises(Refusal) as refusal:
        bundles_of(house, practice=practice).take(BytesIO(raw), BytesIO(), "terminal")
    assert ledger_sum(house.store).receipts == 0
    return refusal.value.code, refusal.value.status


def market(laptop: FieldLaptop, people: int = 2) -> list[PackedBatch]:
    """One batch for each of some people."""
    batches = []
    for number in range(1, people + 1):
        laptop.enrol(person(number))
        batches.append(laptop.packed())
    return batches


def test_a_bundle_is_stored_and_answered_as_its_batches_would_be(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    batches = market(laptop)
    received, answer = carried(field_house, saved(field_house, laptop, batches))
    assert (received.device, received.count, received.rupiah_in) == (laptop.device, 8, 67_200)
    assert (received.settled, received.waiting, received.refused) == (2, 0, 0)
    assert ledger_sum(field_house.store).rupiah == received.rupiah_in
    told = read(field_house, laptop, answer)
    assert [settle.acknowledgement.batch_id for settle in told.settlements] == [b.batch_id for b in batches]
    assert told.settlements[0].proof.body == field_house.push(laptop, batches[0]).body
    assert told.standing.known[0].seq == laptop.seq
    assert [row.position for page in told.pages for row in page.rows] == list(range(1, 9))


def test_the_stick_and_the_network_may_both_deliver_it(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    sealed = tuple(laptop.outbox)
    over_the_network = laptop.packed()
    on_the_stick = laptop.packed(entries=sealed)
    assert field_house.push(laptop, over_the_network).status == 200
    _, answer = carried(field_house, saved(field_house, laptop, [on_the_stick]))
    verdicts = read(field_house, laptop, answer).settlements[0].acknowledgement.verdicts
    assert {verdict.kind for verdict in verdicts} == {VerdictKind.SAME}
    assert {verdict.standing for verdict in verdicts} == {VerdictKind.ACCEPTED}
    assert ledger_sum(field_house.store).receipts == 1


def test_ten_times_is_as_good_as_once(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    raw = saved(field_house, laptop, market(laptop))
    answers = [carried(field_house, raw) for _ in range(10)]
    assert len({received for received, _ in answers}) == 1
    tales = [read(field_house, laptop, answer) for _, answer in answers]
    assert len({tale.settlements[1].acknowledgement for tale in tales}) == 1
    assert len({tuple(row.position for page in tale.pages for row in page.rows) for tale in tales}) == 1
    assert ledger_sum(field_house.store).receipts == 2


def test_two_sticks_that_cross_leave_one_of_everything(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    early = list(laptop.outbox)
    first = saved(field_house, laptop, [laptop.packed(entries=early)])
    laptop.enrol(person(2))
    second = saved(field_house, laptop, [laptop.packed()])
    carried(field_house, second)
    _, answer = carried(field_house, first)
    told = read(field_house, laptop, answer)
    assert {verdict.kind for verdict in told.settlements[0].acknowledgement.verdicts} == {VerdictKind.SAME}
    assert told.standing.missing == ()
    assert told.standing.known[0].seq == 8
    assert ledger_sum(field_house.store).receipts == 2


def test_an_old_stick_sends_no_chain_back(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    old = saved(field_house, laptop, [laptop.packed(entries=list(laptop.outbox))])
    laptop.enrol(person(2))
    field_house.push(laptop)
    _, answer = carried(field_house, old)
    rows = [row.kind for page in read(field_house, laptop, answer).pages for row in page.rows]
    assert set(rows) == {"verdict"}


def test_a_gap_is_named_and_what_was_only_reported_is_kept(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    laptop.packed()
    laptop.enrol(person(2))
    later = laptop.packed()
    laptop.enrol(person(3))
    _, answer = carried(field_house, saved(field_house, laptop, [later]))
    missing = read(field_house, laptop, answer).standing.missing
    assert [(gap.first_seq, gap.last_seq) for gap in missing] == [(1, 4)]
    with field_house.store.reading() as tx:
        epoch = tx.devices.epochs(laptop.device)[0]
    assert (epoch.high_seq, epoch.reported_seq) == (8, 12)


def test_what_a_set_back_server_says_comes_behind_all_that_was_heard(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    _, answer = carried(field_house, saved(field_house, laptop, market(laptop, 1), cursor=100))
    told = read(field_house, laptop, answer)
    verdicts = [one.feed_position for part in told.settlements for one in part.acknowledgement.verdicts]
    assert min(verdicts) == 101
    assert [row.position for page in told.pages for row in page.rows] == sorted(verdicts)
    assert (told.standing.cursor, told.standing.more) == (104, False)


def test_many_rows_come_in_pages_and_the_rest_another_time(
    field_house: IntakeHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    laptop = field_house.laptop()
    for number in range(130):
        laptop.enrol(person(number))
    batch = laptop.packed()
    _, answer = carried(field_house, saved(field_house, laptop, [batch]))
    told = read(field_house, laptop, answer)
    assert [len(page.rows) for page in told.pages] == [500, 20]
    assert not told.standing.more
    monkeypatch.setattr("sync.server.services.bundles.MOST_CHANGES", 1)
    _, answer = carried(field_house, saved(field_house, laptop, []))
    told = read(field_house, laptop, answer)
    assert (len(told.pages), told.standing.cursor, told.standing.more) == (1, 500, True)


@pytest.mark.parametrize("state", ["paused", "revoked_drain"])
def test_a_barred_device_hears_its_verdicts_alone(field_house: IntakeHouse, state: str) -> None:
    laptop = field_house.laptop(state=state)
    _, answer = carried(field_house, saved(field_house, laptop, market(laptop)))
    told = read(field_house, laptop, answer)
    assert (len(told.settlements), told.pages, told.standing.device_state) == (2, (), state)


def test_a_batch_that_is_refused_does_not_keep_the_others(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    first, second = market(laptop)
    carried(field_house, saved(field_house, laptop, [first]))
    laptop.enrol(person(3))
    reused = laptop.packed(batch_id=first.batch_id)
    received, answer = carried(field_house, saved(field_house, laptop, [reused, second]))
    assert (received.settled, received.refused) == (1, 1)
    told = read(field_house, laptop, answer)
    assert told.refused == ("batch_id_reused",)
    assert [settle.acknowledgement.batch_id for settle in told.settlements] == [second.batch_id]


def test_a_fault_of_the_server_delays_verdicts_and_loses_nothing(
    field_house: IntakeHouse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = field_house.laptop()
    raw = saved(field_house, laptop, market(laptop, 1))
    with monkeypatch.context() as patched:
        patched.setattr("sync.server.services.settling.judge", _broken)
        received, answer = carried(field_house, raw)
    assert caplog.records
    caplog.clear()
    assert (received.settled, received.waiting) == (0, 1)
    assert read(field_house, laptop, answer).waiting == 1
    received, answer = carried(field_house, raw)
    assert (received.settled, received.waiting) == (1, 0)
    assert ledger_sum(field_house.store).receipts == 1


def _broken(*_: object) -> None:
    raise RuntimeError("judge")


def test_the_audit_trail_says_who_carried_what(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    received, _ = carried(field_house, saved(field_house, laptop, market(laptop)))
    row = trail(field_house.store, 0, 100)[-1]
    assert (row.actor, row.act, row.subject) == ("terminal", "bundle_received", laptop.device)
    assert received.mark in row.detail
    assert "Contoh" not in row.detail


def test_what_is_not_whole_or_not_for_this_server_is_refused(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    batches = market(laptop)
    raw = saved(field_house, laptop, batches)
    assert refusal_of(field_house, raw[:-1]) == ("file_damaged", 422)
    assert refusal_of(field_house, raw[:-2] + bytes((raw[-2] ^ 1,)) + raw[-1:]) == ("file_damaged", 422)
    assert refusal_of(field_house, b"") == ("file_foreign", 422)
    other = bundle_of(laptop, batches, public_of(bytes(range(32))))
    assert refusal_of(field_house, other) == ("file_for_other_key", 422)


def test_nothing_is_taken_of_a_bundle_with_a_batch_that_it_does_not_name(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    first, second = market(laptop)
    named = manifest_of(laptop, [bundled(second), bundled(second)])
    raw = bundle_of(laptop, [first, second], field_house.keys.bundle_public, manifest=named)
    assert refusal_of(field_house, raw) == ("file_damaged", 422)


def test_a_bundle_speaks_for_the_device_that_signed_it_alone(field_house: IntakeHouse) -> None:
    laptop, stranger = field_house.laptop(), field_house.laptop("agent-2")
    batches = market(laptop)
    sealed_to = field_house.keys.bundle_public
    forged = bundle_of(laptop, batches, sealed_to, key=stranger.key)
    assert refusal_of(field_house, forged) == ("signature_invalid", 422)
    unknown = FieldLaptop("0ZZZZ", SigningKey.generate())
    assert refusal_of(field_house, bundle_of(unknown, [], sealed_to)) == ("device_unknown", 422)
    real = FieldLaptop("7Q2FK", SigningKey.generate())
    assert refusal_of(field_house, bundle_of(real, [], sealed_to)) == ("practice_differs", 422)
    wiped = field_house.laptop("agent-3", state="wiped")
    assert refusal_of(field_house, bundle_of(wiped, market(wiped), sealed_to)) == ("device_wiped", 422)


def test_batches_of_another_device_are_refused_one_by_one(field_house: IntakeHouse) -> None:
    laptop, stranger = field_house.laptop(), field_house.laptop("agent-2")
    stolen = market(stranger, 1)
    received, answer = carried(field_house, saved(field_house, laptop, stolen))
    assert (received.settled, received.refused) == (0, 1)
    assert read(field_house, laptop, answer).refused == ("manifest_differs",)
    assert ledger_sum(field_house.store).receipts == 0


def test_the_answer_opens_with_the_devices_own_key_alone(field_house: IntakeHouse) -> None:
    laptop, stranger = field_house.laptop(), field_house.laptop("agent-2")
    _, answer = carried(field_house, saved(field_house, laptop, market(laptop)))
    with pytest.raises(SealedFileFault, match="file_for_other_key"):
        read(field_house, stranger, answer)
    with pytest.raises(SealedFileFault, match="answer_not_genuine"):
        answer_for(laptop, answer, SigningKey.generate().public)


def test_a_thief_reads_neither_the_bundle_nor_its_answer(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    raw = saved(field_house, laptop, market(laptop))
    _, answer = carried(field_house, raw)
    form = person(1)
    for secret in (form.nik, form.name, laptop.device, "agent-1"):
        assert secret.encode() not in raw + answer


def test_a_bundle_made_before_an_epoch_change_still_counts(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    batches = market(laptop, 1)
    raw = saved(field_house, laptop, batches)
    with field_house.store.transaction() as tx:
        row = tx.devices.epochs(laptop.device)[0]
        tx.devices.put_epochs([replace(row, over_at=field_house.clock.now())])
    received, answer = carried(field_house, raw)
    told = read(field_house, laptop, answer)
    assert received.settled == 1
    assert told.standing.epochs_over == (1,)
    assert ledger_sum(field_house.store).receipts == 1
