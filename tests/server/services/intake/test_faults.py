"""A fault of the server delays a verdict and loses nothing; a broken batch is named and kept."""

import json
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from sync.protocol.batch import PackedBatch
from sync.protocol.canonical import canonical_bytes
from sync.protocol.compression import compress, decompress
from sync.protocol.encoding import to_base64url
from sync.protocol.messages import RawEntry, StoredRaw
from sync.protocol.signatures import SigningKey, manifest_message
from sync.rules.states import VerdictKind
from sync.server.domain.arrivals import Arrival
from sync.server.refusals import Refusal
from sync.server.services.settling import Settled, Settling
from sync.server.storage.records import Device, InboxBatch
from sync.server.storage.store import Store, UnitOfWork
from tests.support.field_laptop import NINE, FieldLaptop, person
from tests.support.intake_house import IntakeHouse


class Faulty(RuntimeError):
    """A bug."""


@pytest.fixture
def fail_on(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Make settling fail after its writes wherever a batch holds an action; an empty name heals it."""
    whole, poison = Settling.settle, [""]

    def settle(
        self: Settling,
        tx: UnitOfWork,
        device: Device,
        batch_id: str,
        arrivals: Sequence[Arrival],
        at: datetime,
        *ahead: timedelta,
    ) -> Settled:
        settled = whole(self, tx, device, batch_id, arrivals, at, *ahead)
        if any(arrival.action_id == poison[0] for arrival in arrivals):
            raise Faulty
        return settled

    monkeypatch.setattr(Settling, "settle", settle)

    def choose(action_id: str) -> None:
        poison[0] = action_id

    return choose


def test_one_faulty_action_waits_and_the_others_go_through(
    field_house: IntakeHouse, fail_on: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    laptop = field_house.laptop()
    enrolled = [laptop.enrol(person(number)) for number in range(1, 4)]
    fail_on(enrolled[1].action_id)
    batch = laptop.packed()
    with caplog.at_level(logging.ERROR):
        taken = field_house.push(laptop, batch)
    assert taken.status == 202
    raw = StoredRaw.model_validate_json(taken.body)
    assert (raw.batch_id, raw.digest) == (batch.batch_id, batch.digest)
    assert [record.message for record in caplog.records] == ["batch_not_settled_whole", "action_not_settled"]
    assert person(2).nik not in caplog.text
    caplog.clear()
    with field_house.store.reading() as tx:
        assert tx.entries.count() == 8
        assert tx.feed.last("agent-1") == 8
        assert tx.inbox.waiting(9) == ((laptop.device, batch.batch_id),)
    fail_on("")
    assert field_house.intake.reprocess() == 1
    verdicts = field_house.verdicts(laptop, batch)
    assert [verdict.standing for verdict in verdicts] == [VerdictKind.ACCEPTED] * 12
    with field_house.store.reading() as tx:
        assert tx.inbox.waiting(9) == ()
        assert tx.money.totals().rupiah == 3 * 33_600


def test_a_batch_that_came_before_a_crash_is_settled_at_start(
    field_house: IntakeHouse, fail_on: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1))
    fail_on(enrolled.action_id)
    batch = laptop.packed()
    with caplog.at_level(logging.CRITICAL, "sync.server.services.intake"):
        assert field_house.push(laptop, batch).status == 202
        assert field_house.intake.reprocess() == 0
    with field_house.store.reading() as tx:
        assert tx.entries.count() == 0
    fail_on("")
    assert field_house.intake.reprocess() == 1
    assert field_house.intake.reprocess() == 0


def test_a_batch_that_fails_whole_and_not_in_parts_is_acknowledged(
    field_house: IntakeHouse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    whole = Settling.settle

    def settle(
        self: Settling,
        tx: UnitOfWork,
        device: Device,
        batch_id: str,
        arrivals: Sequence[Arrival],
        at: datetime,
        *ahead: timedelta,
    ) -> Settled:
        if len({arrival.action_id for arrival in arrivals}) > 1:
            raise Faulty
        return whole(self, tx, device, batch_id, arrivals, at, *ahead)

    monkeypatch.setattr(Settling, "settle", settle)
    laptop = field_house.laptop()
    for number in (1, 2):
        laptop.enrol(person(number))
    batch = laptop.packed()
    with caplog.at_level(logging.CRITICAL, "sync.server.services.intake"):
        verdicts = field_house.verdicts(laptop, batch)
    assert [verdict.kind for verdict in verdicts] == [VerdictKind.ACCEPTED] * 8
    assert field_house.verdicts(laptop, batch) == verdicts


def test_an_action_whose_commit_fails_is_not_acknowledged(
    field_house: IntakeHouse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    kind = type(field_house.store)
    whole = kind.transaction
    laptop = field_house.laptop()
    bad, good = laptop.enrol(person(1)), laptop.enrol(person(2))

    @contextmanager
    def transaction(self: Store) -> Iterator[UnitOfWork]:
        with whole(self) as tx:
            yield tx
            if tx.entries.begun([bad.action_id]):
                raise Faulty

    batch = laptop.packed()
    with monkeypatch.context() as broken, caplog.at_level(logging.CRITICAL, "sync.server.services.intake"):
        broken.setattr(kind, "transaction", transaction)
        assert field_house.push(laptop, batch).status == 202
    with field_house.store.reading() as tx:
        assert tx.entries.begun([bad.action_id, good.action_id]) == {good.action_id}
    assert {one.standing for one in field_house.verdicts(laptop, batch)} == {VerdictKind.ACCEPTED}


def test_a_fault_while_reading_keeps_the_batch(
    field_house: IntakeHouse, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def unpack(_body: bytes, _max_bytes: int) -> None:
        raise Faulty

    laptop = field_house.laptop()
    laptop.enrol(person(1))
    batch = laptop.packed()
    with monkeypatch.context() as broken, caplog.at_level(logging.CRITICAL, "sync.server.services.intake"):
        broken.setattr("sync.server.services.intake.unpack", unpack)
        assert field_house.push(laptop, batch).status == 202
        assert field_house.intake.reprocess() == 0
    assert {verdict.kind for verdict in field_house.verdicts(laptop, batch)} == {VerdictKind.ACCEPTED}


def test_what_cannot_be_a_batch_is_rejected_at_start(
    field_house: IntakeHouse, caplog: pytest.LogCaptureFixture
) -> None:
    laptop = field_house.laptop()
    with field_house.store.transaction() as tx:
        tx.inbox.add(InboxBatch(laptop.device, "broken", "d" * 64, b"nothing", NINE))
        tx.inbox.add(InboxBatch("0ZZZZ", "of nobody", "d" * 64, b"nothing", NINE))
    with caplog.at_level(logging.CRITICAL, "sync.server.services.intake"):
        assert field_house.intake.reprocess() == 0
    with field_house.store.reading() as tx:
        assert tx.inbox.waiting(9) == (("0ZZZZ", "of nobody"),)


def _reworked(laptop: FieldLaptop, change: Callable[[FieldLaptop], PackedBatch]) -> PackedBatch:
    laptop.enrol(person(1))
    return change(laptop)


BROKEN: dict[str, Callable[[FieldLaptop], PackedBatch]] = {
    "signature_invalid": lambda laptop: FieldLaptop(
        laptop.device, SigningKey.generate(), outbox=laptop.outbox
    ).packed(),
    "encoding_unknown": lambda laptop: _body(laptop.packed(), b"not a batch"),
    "content_damaged": lambda laptop: _body(laptop.packed(), None),
}


def _body(batch: PackedBatch, body: bytes | None) -> PackedBatch:
    damaged = batch.body[:-20] if body is None else body
    return PackedBatch(batch.batch_id, damaged, batch.digest, batch.count, batch.hashes)


@pytest.mark.parametrize("code", BROKEN)
def test_a_broken_batch_is_refused_by_name_and_kept(field_house: IntakeHouse, code: str) -> None:
    laptop = field_house.laptop()
    batch = _reworked(laptop, BROKEN[code])
    for _ in range(2):
        with pytest.raises(Refusal) as refusal:
            field_house.push(laptop, batch)
        assert (refusal.value.code, refusal.value.status) == (code, 422)
    with field_house.store.reading() as tx:
        kept = tx.inbox.batch(laptop.device, batch.batch_id)
        assert tx.entries.count() == 0
    assert kept is not None
    assert (kept.state, kept.fault, kept.body) == ("rejected", code, batch.body)


def test_a_manifest_of_another_device_is_refused(field_house: IntakeHouse) -> None:
    laptop, other = field_house.laptop("agent-1"), field_house.laptop("agent-2")
    laptop.enrol(person(1))
    batch = laptop.packed()
    with pytest.raises(Refusal) as refusal:
        field_house.push(other, batch)
    assert refusal.value.code == "manifest_differs"


LIES: dict[str, Callable[[dict[str, Any]], None]] = {
    "rupiah_differs": lambda manifest: manifest.update(rupiah_in=1),
    "head_differs": lambda manifest: manifest.update(head_hash="0" * 64),
    "range_differs": lambda manifest: manifest.update(last_seq=3),
}


@pytest.mark.parametrize("code", LIES)
def test_a_manifest_that_lies_is_refused(field_house: IntakeHouse, code: str) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    batch = laptop.packed()
    first_line, _, content = decompress(batch.body, 1 << 20).partition(b"\n")
    manifest = json.loads(first_line)["manifest"]
    LIES[code](manifest)
    raw = canonical_bytes(manifest)
    signature = to_base64url(laptop.key.sign(manifest_message(raw))).encode()
    body = compress(b'{"manifest":' + raw + b',"signature":"' + signature + b'"}\n' + content)
    with pytest.raises(Refusal) as refusal:
        field_house.push(laptop, _body(batch, body))
    assert (refusal.value.code, refusal.value.status) == (code, 422)


def test_a_known_id_with_bytes_that_are_no_batch_is_a_reused_id(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    laptop.enrol(person(1))
    batch = laptop.packed()
    field_house.verdicts(laptop, batch)
    with pytest.raises(Refusal) as refusal:
        field_house.push(laptop, _body(batch, b"nothing"))
    assert refusal.value.code == "batch_id_reused"


def test_urgent_entries_are_settled_with_hello(
    field_house: IntakeHouse, fail_on: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    laptop = field_house.laptop()
    enrolled = laptop.enrol(person(1))
    urgent = [
        RawEntry(raw=entry.raw.decode(), personal=None if entry.personal is None else entry.personal.decode())
        for entry in enrolled.entries
    ]
    device = field_house.device(laptop)
    assert field_house.intake.receive_urgent(device, []) == ()
    fail_on(enrolled.action_id)
    with caplog.at_level(logging.CRITICAL, "sync.server.services.intake"):
        assert field_house.intake.receive_urgent(device, urgent) == ()
    fail_on("")
    verdicts = field_house.intake.receive_urgent(device, urgent)
    assert {verdict.kind for verdict in verdicts} == {VerdictKind.ACCEPTED}
    assert {verdict.kind for verdict in field_house.verdicts(laptop)} == {VerdictKind.SAME}
