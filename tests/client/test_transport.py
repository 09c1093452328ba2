"""The transport: what is signed, and why an answer is believed or not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest

from sync.client.channel import Channel, RawAnswer
from sync.client.replies import BatchAcknowledged, BatchReply, DeviceBarred, HelloOk, NoNetwork, Rejected
from sync.client.transport import Transport
from sync.protocol.digests import sha256_hex
from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.messages import Acknowledgement, EntryVerdict, HelloAnswer, Problem, StoredRaw
from sync.protocol.signatures import HEADER_SIGNATURE, HEADER_TIME, answer_message, request_message, verify
from sync.protocol.wire import AnswerModel, wire_bytes
from sync.rules.states import VerdictKind
from tests.support.benches import Bench
from tests.support.fake_server import FakeServer
from tests.support.sample_bodies import AT, salt
from tests.support.sample_entries import DEVICE, DEVICE_KEY, SERVER_KEY, SampleJournal

CHALLENGE = b"\5" * 16


@dataclass
class Asked:
    """One request as the channel got it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class StubChannel(Channel):
    """Signs the next answer to whatever is asked, after `spoil` has had its way with it."""

    answers: list[tuple[int, AnswerModel]]
    spoil: Callable[[RawAnswer], RawAnswer] = lambda answer: answer
    asked: list[Asked] = field(default_factory=list)

    def send(
        self,
        method: str,
        path_query: str,
        *,
        headers: Mapping[str, str],
        body: bytes = b"",
        time_out: float = 0.0,
    ) -> RawAnswer:
        """Remembers and answers."""
        self.asked.append(Asked(method, path_query, dict(headers), body))
        status, model = self.answers.pop(0)
        content = wire_bytes(model)
        message = answer_message(headers[HEADER_SIGNATURE], status, sha256_hex(content))
        return self.spoil(RawAnswer(status, content, to_base64url(SERVER_KEY.sign(message)), None))


def wire(*answers: tuple[int, AnswerModel]) -> tuple[Transport, StubChannel]:
    channel = StubChannel(list(answers))
    made = Transport(
        channel,
        device=DEVICE,
        key=DEVICE_KEY,
        server_key=SERVER_KEY.public,
        now=lambda: AT,
        random_bytes=lambda _count: CHALLENGE,
    )
    return made, channel


def bench() -> Bench:
    made = Bench(wire()[0], SampleJournal(), SERVER_KEY.public, lambda: wire()[0])
    made.journal.enrol(7)
    return made


BENCH = bench()
HELLO = BENCH.hello()
ANSWER = FakeServer().greet(DEVICE, HELLO, to_base64url(CHALLENGE))
BATCH = BENCH.batch(BENCH.journal.entries)
VERDICTS = tuple(
    EntryVerdict(entry_id=entry_id, hash=content, kind=VerdictKind.ACCEPTED, feed_position=at)
    for at, (entry_id, content) in enumerate(BATCH.hashes, 1)
)
ACKNOWLEDGED = Acknowledgement(
    batch_id=BATCH.batch_id,
    digest=BATCH.digest,
    verdicts=VERDICTS,
    stored_at=AT,
    server=to_base64url(SERVER_KEY.public),
)
STORED = StoredRaw(batch_id=BATCH.batch_id, digest=BATCH.digest, stored_at=AT, server=ACKNOWLEDGED.server)


def put(status: int, model: AnswerModel) -> BatchReply:
    made, _ = wire((200, ANSWER), (status, model))
    assert isinstance(made.hello(HELLO), HelloOk)
    return made.put_batch(BATCH, 30.0)


def test_verdicts_on_what_was_not_urgent_are_not_believed() -> None:
    made, _ = wire((200, ANSWER.model_copy(update={"urgent_verdicts": VERDICTS[:1]})))
    assert made.hello(HELLO) == Rejected("answer_invalid")


def test_hello_is_signed_over_the_challenge_and_batches_over_the_nonce() -> None:
    made, channel = wire((200, ANSWER), (200, ACKNOWLEDGED))
    made.hello(HELLO)
    assert isinstance(made.put_batch(BATCH, 30.0), BatchAcknowledged)
    hello, batch = channel.asked
    assert (hello.method, hello.path, batch.method) == ("POST", "/v1/hello", "PUT")
    assert batch.path == f"/v1/batches/{BATCH.batch_id}"
    assert batch.headers["Content-Type"] == "application/vnd.perisai.batch"
    for asked, fresh in ((hello, to_base64url(CHALLENGE)), (batch, ANSWER.nonce)):
        message = request_message(
            asked.method, asked.path, sha256_hex(asked.body), fresh, asked.headers[HEADER_TIME]
        )
        assert verify(DEVICE_KEY.public, from_base64url(asked.headers[HEADER_SIGNATURE]), message)
        assert asked.headers["Perisai-Device"] == DEVICE
        assert fresh in asked.headers.values()


def test_an_answer_must_echo_the_challenge() -> None:
    made, _ = wire((200, ANSWER.model_copy(update={"challenge": salt(3)})))
    assert made.hello(HELLO) == Rejected("challenge_differs")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda answer: replace(answer, body=answer.body[:-1] + b" "),
        lambda answer: replace(answer, status=201),
        lambda answer: replace(answer, signature=None),
        lambda answer: replace(answer, signature="not base64url!"),
        lambda answer: replace(answer, signature="A" * 86),
    ],
)
def test_an_answer_that_was_altered_on_the_way_is_no_network(spoil: Callable[[RawAnswer], RawAnswer]) -> None:
    made, channel = wire((200, ANSWER))
    channel.spoil = spoil
    assert made.hello(HELLO) == NoNetwork("unsigned")


def test_an_answer_to_another_request_is_no_network() -> None:
    """The server's signature is bound to the request's: yesterday's answer cannot be played again."""
    made, channel = wire((200, ANSWER), (200, ANSWER))
    earlier: list[RawAnswer] = []

    def keep(answer: RawAnswer) -> RawAnswer:
        earlier.append(answer)
        return answer

    channel.spoil = keep
    made.hello(HELLO)
    channel.spoil = lambda _answer: earlier[0]
    assert made.hello(HELLO.model_copy(update={"cursor": 5})) == NoNetwork("unsigned")


@pytest.mark.parametrize(
    "members",
    [
        {"batch_id": BENCH.batch(BENCH.journal.entries).batch_id},
        {"digest": "0" * 64},
        {"server": to_base64url(DEVICE_KEY.public)},
        {"verdicts": VERDICTS[1:]},
        {"verdicts": (*VERDICTS, VERDICTS[0])},
        {"verdicts": (VERDICTS[0].model_copy(update={"hash": "0" * 64}), *VERDICTS[1:])},
    ],
)
def test_an_acknowledgement_must_fit_what_was_sent(members: dict[str, object]) -> None:
    assert isinstance(put(200, ACKNOWLEDGED), BatchAcknowledged)
    assert put(200, ACKNOWLEDGED.model_copy(update=members)) == Rejected(
        "acknowledgement_differs", BATCH.batch_id
    )


def test_a_stored_batch_must_be_this_one() -> None:
    for other in (STORED.model_copy(update={"digest": "0" * 64}), Problem(code="x")):
        assert put(202, other) == Rejected("acknowledgement_differs", BATCH.batch_id)


def test_a_401_that_hello_does_not_cure_bars_the_device() -> None:
    assert put(401, Problem(code="signature_invalid")) == DeviceBarred("signature_invalid", BATCH.batch_id)


def test_answers_may_say_more_than_is_understood() -> None:
    class Wordy(HelloAnswer):
        greeting: str

    made, _ = wire((200, Wordy(**ANSWER.model_dump(), greeting="Selamat pagi")))
    assert isinstance(made.hello(HELLO), HelloOk)
