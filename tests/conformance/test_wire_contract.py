"""The contract of the wire: the fake, the transport over loopback and the transport to the real server keep it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sync.client.replies import (
    BatchAcknowledged,
    ChangesOk,
    DeviceBarred,
    HelloOk,
    NonceLapsed,
    Rejected,
    Reused,
    SignedAnswer,
)
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url
from sync.protocol.feed import FeedRow, read_payload
from sync.protocol.messages import EntryVerdict
from sync.protocol.signatures import SigningKey, answer_message, verify
from sync.rules.states import VerdictKind
from tests.support.benches import Bench, fake_bench, loopback_bench, server_bench

TIME_OUT = 30.0


@pytest.fixture(params=["fake", "loopback", "server"])
def bench(request: pytest.FixtureRequest, tmp_path: object) -> Iterator[Bench]:
    """Each wire in turn."""
    opened = {"fake": fake_bench, "loopback": loopback_bench}.get(request.param)
    with opened() if opened is not None else server_bench(request.getfixturevalue("tmp_path")) as made:
        yield made


def greeted(bench: Bench) -> HelloOk:
    reply = bench.wire.hello(bench.hello())
    assert isinstance(reply, HelloOk), reply
    return reply


def proved(bench: Bench, proof: SignedAnswer) -> bool:
    message = answer_message(proof.request_signature, proof.status, sha256_hex(proof.body))
    return verify(bench.server_key, from_base64url(proof.signature), message)


def pulled(bench: Bench, cursor: int = 0) -> list[FeedRow]:
    rows: list[FeedRow] = []
    while True:
        reply = bench.wire.changes(cursor)
        assert isinstance(reply, ChangesOk), reply
        assert proved(bench, reply.proof)
        rows += reply.page.rows
        cursor = reply.page.cursor
        if not reply.page.more:
            return rows


def test_nothing_goes_before_hello(bench: Bench) -> None:
    bench.journal.enrol(7)
    batch = bench.batch(bench.journal.entries)
    assert bench.wire.put_batch(batch, TIME_OUT) == NonceLapsed(batch.batch_id)
    assert bench.wire.changes(0) == NonceLapsed()


def test_hello_brings_what_the_server_knows_and_a_proof(bench: Bench) -> None:
    reply = greeted(bench)
    assert reply.answer.device_state == "active"
    assert reply.answer.max_entries >= 1
    assert all(mark.seq == 0 for mark in reply.answer.known)
    assert proved(bench, reply.proof)
    again = greeted(bench)
    assert again.answer.nonce != ""
    assert again.answer.challenge != reply.answer.challenge


def test_a_batch_gets_a_verdict_for_every_entry_and_is_in_the_feed(bench: Bench) -> None:
    bench.journal.enrol(7)
    before = greeted(bench).answer.feed_head
    batch = bench.batch(bench.journal.entries)
    reply = bench.wire.put_batch(batch, TIME_OUT)
    assert isinstance(reply, BatchAcknowledged), reply
    verdicts = reply.acknowledgement.verdicts
    assert [(verdict.entry_id, verdict.hash) for verdict in verdicts] == list(batch.hashes)
    assert reply.acknowledgement.digest == batch.digest
    assert reply.bytes_sent == len(batch.body)
    assert proved(bench, reply.proof)
    rows = pulled(bench, before)
    positions = [row.position for row in rows]
    assert positions == sorted(set(positions))
    told = [read_payload(row)[1] for row in rows if row.kind == "verdict"]
    by_entry = {verdict.entry_id: verdict for verdict in told if isinstance(verdict, EntryVerdict)}
    for verdict in verdicts:
        assert by_entry[verdict.entry_id].standing is verdict.standing
        assert by_entry[verdict.entry_id].feed_position == verdict.feed_position
    assert greeted(bench).answer.feed_head == positions[-1]
    assert pulled(bench, positions[-1]) == []


def test_hello_knows_what_arrived(bench: Bench) -> None:
    bench.journal.enrol(7)
    greeted(bench)
    bench.wire.put_batch(bench.batch(bench.journal.entries[:4]), TIME_OUT)
    known = {(mark.epoch, mark.seq, mark.head_hash) for mark in greeted(bench).answer.known}
    assert (1, 4, bench.journal.entries[3].hash) in known


def test_a_replay_changes_nothing_and_tells_the_verdict_that_stands(bench: Bench) -> None:
    bench.journal.enrol(7)
    greeted(bench)
    first = bench.wire.put_batch(bench.batch(bench.journal.entries), TIME_OUT)
    rows = pulled(bench)
    again = bench.wire.put_batch(bench.batch(bench.journal.entries), TIME_OUT)
    assert isinstance(first, BatchAcknowledged)
    assert isinstance(again, BatchAcknowledged)
    for before, after in zip(first.acknowledgement.verdicts, again.acknowledgement.verdicts, strict=True):
        assert after.kind is VerdictKind.SAME
        assert after.original is before.kind
        assert after.feed_position == before.feed_position
    assert pulled(bench) == rows


def test_the_same_batch_again_gets_the_same_acknowledgement(bench: Bench) -> None:
    bench.journal.enrol(7)
    greeted(bench)
    batch = bench.batch(bench.journal.entries)
    first, again = bench.wire.put_batch(batch, TIME_OUT), bench.wire.put_batch(batch, TIME_OUT)
    assert isinstance(first, BatchAcknowledged)
    assert isinstance(again, BatchAcknowledged)
    assert first.acknowledgement == again.acknowledgement


def test_a_batch_id_is_used_for_one_content(bench: Bench) -> None:
    bench.journal.enrol(7)
    bench.journal.enrol(8, nik="3208044810930005", name="Budi Contoh")
    greeted(bench)
    first = bench.batch(bench.journal.entries[:4], number=5)
    assert isinstance(bench.wire.put_batch(first, TIME_OUT), BatchAcknowledged)
    assert bench.wire.put_batch(bench.batch(bench.journal.entries[4:], number=5), TIME_OUT) == Reused(
        first.batch_id
    )


def test_a_batch_signed_by_another_key_is_rejected(bench: Bench) -> None:
    bench.journal.enrol(7)
    greeted(bench)
    batch = bench.batch(bench.journal.entries, key=SigningKey.generate())
    reply = bench.wire.put_batch(batch, TIME_OUT)
    assert isinstance(reply, Rejected)
    assert (reply.batch_id, reply.status) == (batch.batch_id, 422)
    assert pulled(bench) == []


def test_pages_follow_each_other_without_gap_or_repetition(bench: Bench) -> None:
    for worker in range(3):
        bench.journal.enrol(worker, nik=f"32080448109300{worker:02d}", name="Budi Contoh")
    greeted(bench)
    bench.wire.put_batch(bench.batch(bench.journal.entries), TIME_OUT)
    rows = pulled(bench)
    assert len(rows) >= 12
    for row in rows:
        assert pulled(bench, row.position) == [later for later in rows if later.position > row.position]


def test_an_unknown_device_is_barred(bench: Bench) -> None:
    assert bench.stranger().hello(bench.hello()) == DeviceBarred("device_unknown")
