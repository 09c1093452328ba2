"""Pictures over every wire: the fake, the transport over loopback and the transport to the real server agree."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sync.client.photo_replies import (
    LossNoted,
    PhotoFault,
    PhotoRefused,
    PhotoStood,
    PieceMisplaced,
    PieceTimedOut,
    PieceTooLarge,
)
from sync.client.replies import BatchAcknowledged, DeviceBarred, NonceLapsed, NoNetwork, Slower
from sync.protocol.blobs import BlobStanding
from sync.protocol.bodies.deposit import Deposit
from sync.protocol.bodies.parts import BlobMeaning, PersonalPart
from sync.protocol.digests import sha256_hex
from sync.protocol.entry import Blob
from sync.protocol.kinds import EntryKind
from tests.support.benches import Bench, fake_bench, loopback_bench, server_bench
from tests.support.fake_server import RETRY_AFTER, Trouble
from tests.support.photo_house import picture
from tests.support.sample_bodies import AT, identifier, salt

TIME_OUT = 30.0
SLIP = picture()
DIGEST = sha256_hex(SLIP)


@pytest.fixture(params=["fake", "loopback", "server"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """Each wire in turn."""
    opened = {"fake": fake_bench, "loopback": loopback_bench}.get(request.param)
    with opened() if opened is not None else server_bench(request.getfixturevalue("tmp_path")) as made:
        yield made


@pytest.fixture(params=["fake", "loopback"])
def troubled(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """Each wire to whose server troubles can be ordered."""
    with {"fake": fake_bench, "loopback": loopback_bench}[request.param]() as made:
        named(made)
        yield made


def named(bench: Bench) -> None:
    """A deposit that names the slip has arrived."""
    body = Deposit(
        receipts=(identifier(800),),
        amount=16_800,
        billing_code="12345678",
        channel="bank",
        slip=DIGEST,
        deposited_at=AT,
        difference=0,
    )
    personal = PersonalPart(salt=salt(7), blobs=(BlobMeaning(sha256=DIGEST, shows="slip"),))
    bench.journal.add(EntryKind.DEPOSIT, body, personal, blobs=(Blob(sha256=DIGEST, length=len(SLIP)),))
    bench.wire.hello(bench.hello())
    reply = bench.wire.put_batch(bench.batch(bench.journal.entries), TIME_OUT)
    assert isinstance(reply, BatchAcknowledged), reply


def standing(offset: int) -> BlobStanding:
    return BlobStanding(sha256=DIGEST, length=1_000, offset=offset, complete=offset == 1_000)


def test_nothing_goes_before_hello(bench: Bench) -> None:
    assert bench.wire.ask_blob(DIGEST) == NonceLapsed()
    assert bench.wire.send_piece(DIGEST, 0, SLIP, TIME_OUT) == NonceLapsed()
    assert bench.wire.report_lost(DIGEST, "missing") == NonceLapsed()


def test_pieces_go_up_at_the_servers_offset(bench: Bench) -> None:
    named(bench)
    assert bench.wire.ask_blob(DIGEST) == PhotoStood(standing(0))
    first = bench.wire.send_piece(DIGEST, 0, SLIP[:600], TIME_OUT)
    assert isinstance(first, PhotoStood), first
    assert (first.standing, first.bytes_sent) == (standing(600), 600)
    assert bench.wire.send_piece(DIGEST, 0, SLIP[:600], TIME_OUT) == PieceMisplaced(DIGEST, 600)
    last = bench.wire.send_piece(DIGEST, 600, SLIP[600:], TIME_OUT)
    assert isinstance(last, PhotoStood), last
    assert last.standing == standing(1_000)
    assert bench.wire.ask_blob(DIGEST) == PhotoStood(standing(1_000))


def test_what_no_entry_names_is_refused(bench: Bench) -> None:
    named(bench)
    assert bench.wire.ask_blob("f" * 64) == PhotoRefused("f" * 64, "blob_unknown")
    assert bench.wire.send_piece("f" * 64, 0, b"x", TIME_OUT) == PhotoRefused("f" * 64, "blob_unknown")
    assert bench.wire.report_lost("f" * 64, "missing") == PhotoRefused("f" * 64, "blob_unknown")


def test_another_picture_is_refused_and_its_bytes_are_gone(bench: Bench) -> None:
    named(bench)
    longer = bench.wire.send_piece(DIGEST, 0, SLIP + b"x", TIME_OUT)
    assert longer == PhotoRefused(DIGEST, "length_differs")
    assert bench.wire.send_piece(DIGEST, 0, bytes(1_000), TIME_OUT) == PhotoRefused(DIGEST, "blob_differs")
    assert bench.wire.ask_blob(DIGEST) == PhotoStood(standing(0))


def test_a_loss_is_noted(bench: Bench) -> None:
    named(bench)
    assert bench.wire.report_lost(DIGEST, "damaged") == LossNoted(standing(0))


def test_every_trouble_has_its_reply(troubled: Bench) -> None:
    wire, orders = troubled.wire, troubled.server.troubles
    replies = {
        Trouble.HTML: NoNetwork("unsigned"),
        Trouble.WRONG_SIGNATURE: NoNetwork("unsigned"),
        Trouble.CUT: NoNetwork("connection"),
        Trouble.SLOWER: Slower(RETRY_AFTER),
        Trouble.SMALLER: PieceTooLarge(DIGEST),
        Trouble.SERVER_FAULT: PhotoFault(DIGEST, "server_fault"),
        Trouble.BARRED: DeviceBarred("device_paused"),
        Trouble.SILENCE: PieceTimedOut(DIGEST),
    }
    for trouble, reply in replies.items():
        orders.append(trouble)
        assert wire.send_piece(DIGEST, 0, SLIP[:10], 0.4) == reply, trouble
    orders.append(Trouble.GIBBERISH)
    assert wire.ask_blob(DIGEST) == PhotoRefused(DIGEST, "answer_invalid")
    for trouble in (Trouble.HTML, Trouble.SLOWER, Trouble.BARRED, Trouble.SERVER_FAULT):
        orders.append(trouble)
        assert wire.ask_blob(DIGEST) == replies[trouble], trouble
    orders.append(Trouble.SERVER_FAULT)
    assert wire.report_lost(DIGEST, "missing") == PhotoFault(DIGEST, "server_fault")
    assert isinstance(wire.ask_blob(DIGEST), PhotoStood)


def test_a_lost_answer_is_a_time_out_behind_a_piece_that_is_there(troubled: Bench) -> None:
    troubled.server.troubles.append(Trouble.LOST_ANSWER)
    assert troubled.wire.send_piece(DIGEST, 0, SLIP[:600], 0.4) == PieceTimedOut(DIGEST)
    assert troubled.wire.ask_blob(DIGEST) == PhotoStood(standing(600))
    troubled.server.lapse()
    assert troubled.wire.send_piece(DIGEST, 600, SLIP[600:], TIME_OUT) == NonceLapsed()
