"""The reviewer's requests: what is sent, what is read, and every failure a code."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

import pytest

from sync.client.channel import Channel, ChannelDown, RawAnswer
from sync.client.review_client import ReviewClient, ReviewFault
from sync.protocol.attribution import FoundWorker, FoundWorkers
from sync.protocol.digests import sha256_hex
from sync.protocol.feed import DecisionPayload
from sync.protocol.laptops import EpochCodeAnswer, GapList, LaptopGap
from sync.protocol.review import (
    FormView,
    QueueGroup,
    QueueRecord,
    Reason,
    ReasonList,
    ReviewQueue,
    ReviewRecord,
)
from sync.protocol.sessions import ReviewSession
from sync.protocol.wire import AnswerModel, wire_bytes
from sync.rules.states import ReviewState
from tests.support.sample_bodies import AT, ON, identifier

ENTRY, HASH = identifier(1), "a" * 64
SESSION = ReviewSession(
    token="token-1", login="sari", name="Sari", role="reviewer", branch="C", expires_at=AT, practice=True
)
ROW = QueueRecord(
    entry_id=ENTRY,
    action_id=identifier(2),
    kind="enrolment",
    worker_name="Budi",
    occupation="Petani",
    rupiah=8_400,
    state=ReviewState.RECEIVED,
    flags=(),
    recorded_at=AT,
)
GROUP = QueueGroup(agent_id="a", agent_name="Agen", on=ON, count=1, rupiah=8_400, records=(ROW,))
RECORD = ReviewRecord(
    entry_id=ENTRY,
    action_id=identifier(2),
    hash=HASH,
    kind="enrolment",
    state=ReviewState.RECEIVED,
    agent_id="a",
    agent_name="Agen",
    device="0Q2FK",
    recorded_at=AT,
    utc_offset=420,
    form=FormView(fields={"nik": "3208044810930004"}, consents=(), declaration=True),
    flags=(),
    findings=(),
    lines=(),
    rupiah=8_400,
    history=(),
)
DECISION = DecisionPayload(
    entry_id=ENTRY, hash=HASH, state=ReviewState.APPROVED, decided_at=AT, reviewer="Sari"
)


class StubChannel(Channel):
    """Answers from a list; remembers what was sent."""

    def __init__(self, *answers: RawAnswer | ChannelDown) -> None:
        self.answers = list(answers)
        self.sent: list[tuple[str, str]] = []
        self.headers: list[dict[str, str]] = []
        self.bodies: list[bytes] = []
        self.closed = False

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
        self.sent.append((method, path_query))
        self.headers.append(dict(headers))
        self.bodies.append(body)
        answer = self.answers.pop(0)
        if isinstance(answer, ChannelDown):
            raise answer
        return answer

    def close(self) -> None:
        """Remembers."""
        self.closed = True


def ok(model: AnswerModel) -> RawAnswer:
    return RawAnswer(200, wire_bytes(model), None, None)


def signed_in(*answers: RawAnswer | ChannelDown) -> tuple[ReviewClient, StubChannel]:
    channel = StubChannel(ok(SESSION), *answers)
    client = ReviewClient(channel)
    assert client.sign_in("sari", "sandi-contoh") == SESSION
    return client, channel


def fault(work: Callable[[], object]) -> ReviewFault:
    with pytest.raises(ReviewFault) as failed:
        work()
    return failed.value


def test_a_session_is_opened_used_and_ended() -> None:
    client, channel = signed_in(ok(ReviewQueue(groups=(GROUP,))), RawAnswer(204, b"", None, None))
    assert json.loads(channel.bodies[0]) == {"login": "sari", "password": "sandi-contoh"}
    assert "Authorization" not in channel.headers[0]
    assert client.session == SESSION
    assert client.queue().groups == (GROUP,)
    assert channel.headers[1]["Authorization"] == "Bearer token-1"
    client.sign_out()
    assert channel.sent[-1] == ("DELETE", "/v1/review/session")
    assert fault(client.queue).code == "not_signed_in"
    client.close()
    assert channel.closed


def test_a_password_is_changed_by_the_session_that_ends_with_it() -> None:
    client, channel = signed_in(RawAnswer(204, b"", None, None))
    client.change_password("sandi-lama-saja", "sandi-baru-saja")
    assert channel.sent[-1] == ("PUT", "/v1/review/password")
    assert json.loads(channel.bodies[-1]) == {"old": "sandi-lama-saja", "new": "sandi-baru-saja"}
    assert client.session == SESSION


def test_a_token_is_forgotten_even_where_the_server_cannot_be_told() -> None:
    client, _ = signed_in(ChannelDown("dns"))
    assert fault(client.sign_out).code == "no_network"
    assert client.session is None


def test_reading() -> None:
    reasons = ReasonList(reasons=(Reason(code="r", kind="refuse", label_id="A", label_en="B"),))
    client, channel = signed_in(
        ok(ReviewQueue(groups=())), ok(RECORD), ok(RECORD), ok(RECORD), ok(reasons), ok(reasons)
    )
    assert client.queue(ReviewState.FLAGGED).groups == ()
    assert client.record(ENTRY) == client.open(ENTRY) == client.release(ENTRY) == RECORD
    assert client.told(ReasonList, "GET", "/v1/review/reasons") == reasons
    assert client.content("/v1/review/reasons") == wire_bytes(reasons)
    path = f"/v1/review/records/{ENTRY}"
    assert channel.sent[1:] == [
        ("GET", "/v1/review/queue?state=flagged"),
        ("GET", path),
        ("POST", f"{path}/open"),
        ("POST", f"{path}/release"),
        ("GET", "/v1/review/reasons"),
        ("GET", "/v1/review/reasons"),
    ]


def test_a_picture_is_shown_only_as_its_entry_names_it() -> None:
    picture = b"\xff\xd8 KTP"
    digest = sha256_hex(picture)
    login_page = RawAnswer(200, b"<html>", None, None)
    client, channel = signed_in(*[RawAnswer(200, picture, None, None)] * 2, login_page)
    assert client.photo(ENTRY, digest) == picture
    assert channel.sent[-1] == ("GET", f"/v1/review/records/{ENTRY}/photos/{digest}")
    assert fault(lambda: client.photo(ENTRY, HASH)).code == "photo_differs"
    assert fault(lambda: client.photo(ENTRY, HASH)).code == "no_network"


def test_what_has_not_arrived_is_read_by_laptop() -> None:
    gap = LaptopGap(
        agent_name="Agen",
        agent_number="A-1",
        device="0Q2FK",
        epoch=1,
        first_seq=7,
        last_seq=9,
        since=AT,
        seen_at=AT,
        left=False,
    )
    client, channel = signed_in(ok(GapList(gaps=(gap,), entries=gap.count)))
    assert client.gaps() == (gap,)
    assert gap.count == 3
    assert channel.sent[-1] == ("GET", "/v1/review/gaps")


def test_whom_money_was_for_is_looked_up_and_said() -> None:
    found = FoundWorker(worker_id=identifier(3), nik="3208044810930004", name="Siti", agent_name="Agen")
    client, channel = signed_in(ok(FoundWorkers(workers=(found,))), ok(RECORD))
    assert client.workers("siti c") == (found,)
    assert channel.sent[-1] == ("POST", "/v1/review/workers")
    assert json.loads(channel.bodies[-1]) == {"text": "siti c"}
    assert client.attribute(ENTRY, HASH, identifier(4), identifier(3)) == RECORD
    assert channel.sent[-1] == ("POST", f"/v1/review/records/{ENTRY}/attribution")


def test_a_code_for_new_receipt_numbers_is_asked_with_what_the_agent_reads_out() -> None:
    answer = EpochCodeAnswer(device="0Q2FK", agent_name="Agen", epoch=2, code="K7TM-2Q9F")
    client, channel = signed_in(ok(answer))
    assert client.epoch_code("0Q2FK-01", "4XW2-81") == answer
    assert channel.sent[-1] == ("POST", "/v1/admin/epoch-codes")
    assert json.loads(channel.bodies[-1]) == {"laptop": "0Q2FK-01", "challenge": "4XW2-81"}


def test_ids_cannot_change_the_path() -> None:
    client, channel = signed_in(ok(RECORD))
    client.record("../admin?x=1#")
    assert channel.sent[-1] == ("GET", "/v1/review/records/..%2Fadmin%3Fx%3D1%23")


def test_decisions_name_move_and_content() -> None:
    client, channel = signed_in(*[ok(DECISION)] * 5)
    assert client.approve(ENTRY, HASH) == DECISION
    client.send_back(ENTRY, HASH, [("phone", "Nomor tidak aktif")], "phone_unreachable", "Periksa")
    client.refuse(ENTRY, HASH, "not_working")
    client.duplicate(ENTRY, HASH)
    client.not_duplicate(ENTRY, HASH, "")
    assert {path for _, path in channel.sent[1:]} == {f"/v1/review/records/{ENTRY}/decision"}
    assert [json.loads(body) for body in channel.bodies[1:]] == [
        {"comments": [], "hash": HASH, "move": "approve"},
        {
            "comments": [{"field": "phone", "text": "Nomor tidak aktif"}],
            "hash": HASH,
            "move": "return",
            "note": "Periksa",
            "reason": "phone_unreachable",
        },
        {"comments": [], "hash": HASH, "move": "refuse", "reason": "not_working"},
        {"comments": [], "hash": HASH, "move": "duplicate"},
        {"comments": [], "hash": HASH, "move": "not_duplicate"},
    ]


def test_what_cannot_be_asked_is_not_sent() -> None:
    client, channel = signed_in()
    assert fault(lambda: client.approve(ENTRY, "short")).data == {"field": "hash"}
    assert fault(lambda: client.send_back(ENTRY, HASH, [("phone", "")])).data == {"field": "text"}
    assert fault(lambda: ReviewClient(channel).sign_in("", "x")).code == "request_invalid"
    assert len(channel.sent) == 1


@pytest.mark.parametrize(
    ("answer", "code", "data"),
    [
        (ChannelDown("tls"), "no_network", {"detail": "tls"}),
        (RawAnswer(409, b'{"code":"content_changed","data":{}}', None, None), "content_changed", {}),
        (
            RawAnswer(429, b'{"code":"account_locked","data":{"seconds":60}}', None, 60),
            "account_locked",
            {"seconds": 60},
        ),
        (RawAnswer(500, b"Internal Server Error", None, None), "server_fault", {"status": 500}),
        (RawAnswer(429, b"<html>", None, 40), "too_many_requests", {"seconds": 40}),
        (RawAnswer(503, b"<html>", None, None), "too_many_requests", {"seconds": 0}),
        (RawAnswer(302, b"<html>", None, None), "no_network", {"status": 302}),
        (RawAnswer(200, b"<html>", None, None), "no_network", {}),
        (RawAnswer(200, b'{"groups":1}', None, None), "answer_invalid", {}),
    ],
)
def test_every_failure_is_a_code(answer: RawAnswer | ChannelDown, code: str, data: dict[str, object]) -> None:
    client, _ = signed_in(answer)
    failed = fault(client.queue)
    assert (failed.code, failed.data) == (code, data)
    assert client.session == SESSION
