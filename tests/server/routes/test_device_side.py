"""A device over HTTP: enrolled by a code, greeted, pushed, pulled; every answer to it is signed."""

from datetime import timedelta

import pytest

from sync.protocol.encoding import from_base64url, to_base64url
from sync.protocol.feed import ChangesPage
from sync.protocol.messages import Acknowledgement, DeviceGrant, DeviceRequest, HelloAnswer, ServerIdentity
from sync.protocol.receipt_proof import ReceiptLink, receipt_message
from sync.protocol.signatures import HEADER_CHALLENGE, HEADER_SIGNATURE, SigningKey
from sync.protocol.wire import wire_bytes
from sync.rules.receipt_number import ReceiptNumber
from sync.rules.states import VerdictKind
from sync.server.refusals import Refusal
from tests.support.field_laptop import NINE, person
from tests.support.server_app import RunningServer, running
from tests.support.signed_client import SignedClient, challenge

__all__ = ["running"]


@pytest.fixture
def newcomer(running: RunningServer) -> SignedClient:
    """A laptop that has no device yet."""
    return SignedClient(running.client, running.server.keys.public)


@pytest.fixture
def laptop(running: RunningServer, newcomer: SignedClient) -> SignedClient:
    """A laptop that is enrolled and has said hello."""
    assert newcomer.enrol(code(running), running.server.keys.recovery_public).status == 200
    assert newcomer.hello().status == 200
    return newcomer


def code(running: RunningServer) -> str:
    """A fresh one-time code for the practice agent."""
    return running.server.issue_code(running.server.organising.agent("L-0001").agent_id, "terminal")


def state(running: RunningServer, laptop: SignedClient, value: str) -> None:
    """Put the device into a state."""
    with running.server.store.transaction() as tx:
        tx.devices.set_state(laptop.device, value, NINE)


def test_the_identity_is_bound_to_the_callers_challenge(running: RunningServer) -> None:
    asked = SignedClient(running.client, running.server.keys.public)
    found = running.client.get("/v1/identity", headers={HEADER_CHALLENGE: challenge()})
    identity = ServerIdentity.model_validate_json(found.content)
    assert from_base64url(identity.server_key) == asked.server_key
    assert from_base64url(identity.recovery_key) == running.server.keys.recovery_public
    assert identity.practice
    assert found.headers[HEADER_SIGNATURE]
    assert HEADER_SIGNATURE not in running.client.get("/v1/identity").headers


def test_a_code_gives_one_device_and_the_same_grant_again(
    running: RunningServer, newcomer: SignedClient
) -> None:
    one_time = code(running)
    first = newcomer.enrol(one_time, running.server.keys.recovery_public)
    again = newcomer.enrol(one_time, running.server.keys.recovery_public)
    grant = DeviceGrant.model_validate_json(first.body)
    assert (first.status, first.signed, again.body) == (200, True, first.body)
    assert (grant.device[0], grant.epoch, grant.agent.number, grant.practice) == ("0", 1, "L-0001", True)
    thief = SignedClient(running.client, running.server.keys.public)
    refused = thief.enrol(one_time, running.server.keys.recovery_public)
    assert (refused.status, refused.json()["code"], refused.signed) == (403, "code_refused", True)
    second = newcomer.enrol(code(running), running.server.keys.recovery_public)
    assert (second.status, second.json()["code"]) == (409, "key_in_use")


@pytest.mark.parametrize("typed", ["", "ABCDE", "7Q2FK-01ABC-7Q2FK-01ABC"])
def test_a_code_of_nobody_is_refused(running: RunningServer, newcomer: SignedClient, typed: str) -> None:
    refused = newcomer.enrol(typed, running.server.keys.recovery_public)
    assert (refused.status, refused.json()["code"]) == (403, "code_refused")


def test_a_device_proves_its_key_and_wraps_its_store(running: RunningServer, newcomer: SignedClient) -> None:
    asked = DeviceRequest(
        protocol=1,
        code=code(running),
        public_key=to_base64url(newcomer.key.public),
        recovery_wrap="not base64url!",
        program_version="1.0.0",
    )
    path = "/v1/devices"
    unwrapped = newcomer.send("POST", path, wire_bytes(asked), challenge=challenge())
    unproved = newcomer.send(
        "POST", path, wire_bytes(asked), challenge=challenge(), key=SigningKey.generate()
    )
    unchallenged = newcomer.send("POST", path, wire_bytes(asked), challenge="AAAA")
    assert [(one.status, one.json()["code"]) for one in (unwrapped, unproved, unchallenged)] == [
        (422, "recovery_wrap_invalid"),
        (401, "signature_invalid"),
        (401, "challenge_invalid"),
    ]
    with pytest.raises(Refusal, match="agent_unknown"):
        running.server.enrolment.issue_code("nobody")
    assert not running.server.enrolment.code_serves("nonsense")


def test_codes_cannot_be_tried_fast(running: RunningServer, newcomer: SignedClient) -> None:
    statuses = [newcomer.enrol("ABCDE", running.server.keys.recovery_public).status for _ in range(12)]
    assert statuses.count(429) == 2
    assert statuses[:10] == [403] * 10


def test_a_code_lapses(running: RunningServer, newcomer: SignedClient) -> None:
    agent_id = running.server.organising.agent("L-0001").agent_id
    lapsed = running.server.enrolment.issue_code(agent_id, lifetime=timedelta(0))
    assert not running.server.enrolment.code_serves(lapsed)
    assert newcomer.enrol(lapsed, running.server.keys.recovery_public).status == 403


def test_hello_is_a_whole_sync_when_there_is_nothing_to_do(laptop: SignedClient) -> None:
    answer = laptop.hello(wall_at=NINE + timedelta(hours=3))
    found = HelloAnswer.model_validate_json(answer.body)
    assert answer.signed
    assert [(mark.epoch, mark.seq) for mark in found.known] == [(1, 0)]
    assert (found.missing, found.feed_head, found.device_state) == ((), 0, "active")
    assert [notice.code for notice in found.notices] == ["clock_differs"]
    assert len(answer.body) < 1_000


def test_a_day_goes_up_and_its_verdicts_come_down(running: RunningServer, laptop: SignedClient) -> None:
    field = laptop.laptop()
    enrolled = [field.enrol(person(number)) for number in (1, 2)]
    put = laptop.put(field.packed(entries=enrolled[1].entries))
    acknowledged = Acknowledgement.model_validate_json(put.body)
    assert (put.status, put.signed) == (200, True)
    assert {verdict.kind for verdict in acknowledged.verdicts} == {VerdictKind.ACCEPTED}
    known = HelloAnswer.model_validate_json(laptop.hello().body)
    assert [(one.first_seq, one.last_seq) for one in known.missing] == [(1, 4)]
    first, *_, last = (verdict.feed_position for verdict in acknowledged.verdicts)
    assert (known.known[0].seq, known.known[0].head_hash, known.feed_head) == (8, field.head, last)
    pulled = laptop.send("GET", f"/v1/changes?cursor={first}&limit=2")
    page = ChangesPage.model_validate_json(pulled.body)
    assert (pulled.signed, page.cursor, page.more) == (True, last - 1, True)
    assert [row.payload["entry_id"] for row in page.rows] == [
        verdict.entry_id for verdict in acknowledged.verdicts[1:3]
    ]
    rest = ChangesPage.model_validate_json(laptop.send("GET", f"/v1/changes?cursor={last - 1}").body)
    assert (len(rest.rows), rest.cursor, rest.more) == (1, last, False)


def test_refusals_of_a_batch_are_signed(laptop: SignedClient) -> None:
    field = laptop.laptop()
    first, second = field.enrol(person(1)), field.enrol(person(2))
    batch = field.packed(entries=first.entries)
    assert laptop.put(batch).status == 200
    reused = laptop.put(field.packed(batch.batch_id, second.entries))
    broken = laptop.send("PUT", f"/v1/batches/{field.packed().batch_id}", b"nothing of ours")
    nameless = laptop.send("PUT", "/v1/batches/one", batch.body)
    assert [(one.status, one.json()["code"], one.signed) for one in (reused, broken, nameless)] == [
        (409, "batch_id_reused", True),
        (422, "encoding_unknown", True),
        (422, "request_invalid", True),
    ]


def test_who_cannot_prove_itself_stays_outside(running: RunningServer, laptop: SignedClient) -> None:
    device, nonce = laptop.device, laptop.nonce
    forged = laptop.send("GET", "/v1/changes", key=SigningKey.generate())
    laptop.nonce = "AAAA"
    lapsed = laptop.send("GET", "/v1/changes")
    laptop.nonce, laptop.device = nonce, "0ZZZZ"
    unknown = laptop.send("GET", "/v1/changes")
    laptop.device = "7" + device[1:]
    real = laptop.send("GET", "/v1/changes")
    laptop.device = device
    short = laptop.send("POST", "/v1/hello", b"{}", challenge="AAAA")
    assert [
        (one.status, one.json()["code"], one.signed) for one in (forged, lapsed, unknown, real, short)
    ] == [
        (401, "signature_invalid", True),
        (401, "nonce_lapsed", True),
        (401, "device_unknown", True),
        (403, "practice_differs", True),
        (401, "challenge_invalid", True),
    ]
    bare = running.client.get("/v1/changes")
    assert bare.status_code == 403
    assert HEADER_SIGNATURE not in bare.headers


@pytest.mark.parametrize(
    "instead",
    [
        ("GET", "/v1/changes?cursor=1", b""),
        ("GET", "/v1/changes?cursor=0&limit=1", b""),
        ("PUT", "/v1/batches/019aa000-0000-7000-8000-000000000000", b""),
    ],
)
def test_a_signature_is_good_for_one_request_only(
    laptop: SignedClient, instead: tuple[str, str, bytes]
) -> None:
    moved = laptop.send("GET", "/v1/changes?cursor=0", instead=instead)
    assert (moved.status, moved.json()["code"]) == (401, "signature_invalid")


def test_a_body_is_part_of_what_is_signed(laptop: SignedClient) -> None:
    batch = laptop.laptop()
    batch.enrol(person(1))
    packed = batch.packed()
    path = f"/v1/batches/{packed.batch_id}"
    changed = laptop.send("PUT", path, packed.body, instead=("PUT", path, packed.body[:-1]))
    assert (changed.status, changed.json()["code"]) == (401, "signature_invalid")


def test_a_nonce_is_good_for_a_quarter_of_an_hour(
    running: RunningServer, laptop: SignedClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = running.server.clock
    now = clock.now()
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=14, seconds=59))
    assert laptop.send("GET", "/v1/changes").status == 200
    assert laptop.send("GET", "/v1/changes").status == 200
    monkeypatch.setattr(clock, "now", lambda: now + timedelta(minutes=15, seconds=1))
    assert laptop.send("GET", "/v1/changes").json()["code"] == "nonce_lapsed"
    assert laptop.hello().status == 200
    assert laptop.send("GET", "/v1/changes").status == 200


@pytest.mark.parametrize(
    ("barred", "code"), [("paused", "device_paused"), ("revoked_drain", "device_revoked")]
)
def test_a_paused_or_revoked_device_pushes_and_does_not_pull(
    running: RunningServer, laptop: SignedClient, barred: str, code: str
) -> None:
    state(running, laptop, barred)
    field = laptop.laptop()
    field.enrol(person(1))
    assert HelloAnswer.model_validate_json(laptop.hello().body).device_state == barred
    assert laptop.put(field.packed()).status == 200
    pulled = laptop.send("GET", "/v1/changes")
    assert (pulled.status, pulled.json()["code"], pulled.signed) == (403, code, True)


def test_a_wiped_device_is_told_so(running: RunningServer, laptop: SignedClient) -> None:
    state(running, laptop, "wiped")
    told = laptop.hello()
    assert (told.status, told.json()["device_state"], told.signed) == (200, "wiped", True)
    refused = laptop.send("GET", "/v1/changes")
    assert (refused.status, refused.json()["code"], refused.signed) == (403, "device_wiped", True)


def test_hello_is_read_up_to_what_it_can_hold(laptop: SignedClient) -> None:
    for size, status in ((256 * 1024, 422), (256 * 1024 + 1, 413)):
        assert laptop.send("POST", "/v1/hello", b"x" * size, challenge=challenge()).status == status


def test_unknown_fields_of_a_request_are_refused(laptop: SignedClient) -> None:
    refused = laptop.send("POST", "/v1/hello", b'{"protocol":1,"surprise":1}', challenge=challenge())
    assert (refused.status, refused.json()["code"], refused.signed) == (422, "request_invalid", True)


def test_a_receipt_that_went_up_is_found_at_its_page(running: RunningServer, laptop: SignedClient) -> None:
    field = laptop.laptop()
    field.enrol(person(1))
    number = str(ReceiptNumber(laptop.device, 1, 1))
    signature = to_base64url(laptop.key.sign(receipt_message(number, NINE.date(), 33_600)))
    link = ReceiptLink("latihan.invalid", number, NINE.date(), 33_600, signature)

    def standing() -> str:
        page = running.client.get(link.path, headers={"Accept": "application/json"})
        return str(page.json()["standing"])

    assert standing() == "genuine_not_received"
    laptop.put(field.packed())
    assert standing() == "genuine_received"
