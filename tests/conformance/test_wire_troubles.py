"""Every way a request can go wrong has the same reply on the fake wire and over real connections."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sync.client.replies import (
    BatchAcknowledged,
    BatchStoredRaw,
    ChangesOk,
    DeviceBarred,
    HelloOk,
    NonceLapsed,
    NoNetwork,
    Rejected,
    ServerFault,
    Slower,
    Smaller,
)
from sync.protocol.messages import RawEntry
from sync.rules.states import VerdictKind
from tests.support.benches import Bench, fake_bench, loopback_bench
from tests.support.fake_server import RETRY_AFTER, Trouble

SHORT = 0.4


@pytest.fixture(params=["fake", "loopback"])
def bench(request: pytest.FixtureRequest) -> Iterator[Bench]:
    """A greeted wire with one action to send."""
    with (fake_bench if request.param == "fake" else loopback_bench)() as made:
        made.journal.enrol(7)
        assert isinstance(made.wire.hello(made.hello()), HelloOk)
        yield made


REPLIES = [
    (Trouble.HTML, NoNetwork, {"detail": "unsigned"}),
    (Trouble.WRONG_SIGNATURE, NoNetwork, {"detail": "unsigned"}),
    (Trouble.CUT, NoNetwork, {"detail": "connection"}),
    (Trouble.SLOWER, Slower, {"seconds": RETRY_AFTER}),
    (Trouble.SMALLER, Smaller, {}),
    (Trouble.SERVER_FAULT, ServerFault, {"code": "server_fault"}),
    (Trouble.BARRED, DeviceBarred, {"code": "device_paused"}),
]


@pytest.mark.parametrize(("trouble", "reply", "members"), REPLIES)
def test_trouble_with_a_batch_names_the_batch(
    bench: Bench, trouble: Trouble, reply: type, members: dict[str, object]
) -> None:
    bench.server.troubles.append(trouble)
    batch = bench.batch(bench.journal.entries)
    assert bench.wire.put_batch(batch, 30.0) == reply(batch_id=batch.batch_id, **members)


@pytest.mark.parametrize(("trouble", "reply", "members"), REPLIES)
def test_trouble_with_hello_and_changes_names_none(
    bench: Bench, trouble: Trouble, reply: type, members: dict[str, object]
) -> None:
    bench.server.troubles.extend([trouble, trouble])
    assert bench.wire.hello(bench.hello()) == reply(**members)
    assert bench.wire.changes(0) == reply(**members)
    assert isinstance(bench.wire.changes(0), ChangesOk)


@pytest.mark.parametrize("trouble", [Trouble.SILENCE, Trouble.LOST_ANSWER])
def test_silence_is_a_time_out(bench: Bench, trouble: Trouble) -> None:
    bench.server.troubles.append(trouble)
    batch = bench.batch(bench.journal.entries)
    assert bench.wire.put_batch(batch, SHORT) == NoNetwork("timeout", batch.batch_id)
    assert bool(bench.server.verdicts) == (trouble is Trouble.LOST_ANSWER)


def test_after_a_lost_answer_the_verdicts_are_still_to_be_had(bench: Bench) -> None:
    bench.server.troubles.append(Trouble.LOST_ANSWER)
    bench.wire.put_batch(bench.batch(bench.journal.entries), SHORT)
    reply = bench.wire.put_batch(bench.batch(bench.journal.entries), 30.0)
    assert isinstance(reply, BatchAcknowledged)
    assert {verdict.kind for verdict in reply.acknowledgement.verdicts} == {VerdictKind.SAME}


def test_a_batch_stored_unread_is_no_acknowledgement(bench: Bench) -> None:
    bench.server.troubles.append(Trouble.STORED_RAW)
    batch = bench.batch(bench.journal.entries)
    reply = bench.wire.put_batch(batch, 30.0)
    assert isinstance(reply, BatchStoredRaw)
    assert (reply.stored.batch_id, reply.stored.digest) == (batch.batch_id, batch.digest)


@pytest.mark.parametrize(
    "trouble", [Trouble.OTHER_ACKNOWLEDGEMENT, Trouble.MISSING_VERDICT, Trouble.GIBBERISH]
)
def test_an_acknowledgement_of_something_else_settles_nothing(bench: Bench, trouble: Trouble) -> None:
    bench.server.troubles.append(trouble)
    batch = bench.batch(bench.journal.entries)
    assert bench.wire.put_batch(batch, 30.0) == Rejected("acknowledgement_differs", batch.batch_id)


def test_a_signed_answer_that_is_not_understood_is_rejected(bench: Bench) -> None:
    bench.server.troubles.extend([Trouble.GIBBERISH, Trouble.GIBBERISH])
    assert bench.wire.hello(bench.hello()) == Rejected("answer_invalid")
    assert bench.wire.changes(0) == Rejected("answer_invalid")


def test_a_lapsed_nonce_is_cured_by_hello(bench: Bench) -> None:
    bench.server.lapse()
    batch = bench.batch(bench.journal.entries)
    assert bench.wire.put_batch(batch, 30.0) == NonceLapsed(batch.batch_id)
    assert bench.wire.changes(0) == NonceLapsed()
    assert isinstance(bench.wire.hello(bench.hello()), HelloOk)
    assert isinstance(bench.wire.put_batch(batch, 30.0), BatchAcknowledged)


def test_urgent_entries_travel_inside_hello(bench: Bench) -> None:
    urgent = tuple(
        RawEntry(raw=entry.raw.decode(), personal=None if entry.personal is None else entry.personal.decode())
        for entry in bench.journal.entries
    )
    reply = bench.wire.hello(bench.hello().model_copy(update={"urgent": urgent}))
    assert isinstance(reply, HelloOk)
    answered = [(verdict.entry_id, verdict.hash) for verdict in reply.answer.urgent_verdicts]
    assert answered == list(bench.batch(bench.journal.entries).hashes)
