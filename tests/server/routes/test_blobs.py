"""Pictures over HTTP: a device sends them in pieces, a reviewer looks at them, and what is lost is seen."""

from __future__ import annotations

import json

import pytest

from sync.protocol.blobs import LARGEST_PIECE, BlobStanding
from sync.protocol.digests import sha256_hex
from sync.protocol.messages import HelloAnswer
from sync.protocol.review import PhotoView, ReviewRecord
from sync.server.services.auditing import trail
from tests.support.field_laptop import entry_id_of, fresh_id
from tests.support.photo_house import picture
from tests.support.server_app import RunningServer
from tests.support.signed_client import Answer, SignedClient

SLIP, STAMP = picture(), picture(seed=2)
DIGEST = sha256_hex(SLIP)
PATH = f"/v1/blobs/{DIGEST}"


@pytest.fixture
def laptop(running: RunningServer) -> SignedClient:
    """A laptop that is enrolled and has said hello."""
    return enrolled(running)


def enrolled(running: RunningServer) -> SignedClient:
    code = running.server.issue_code(running.server.organising.agent("L-0001").agent_id, "terminal")
    client = SignedClient(running.client, running.server.keys.public)
    assert client.enrol(code, running.server.keys.recovery_public).status == 200
    assert client.hello().status == 200
    return client


def deposited(laptop: SignedClient, *pictures: bytes) -> str:
    """A deposit with pictures of its slip has arrived; its entry id."""
    field = laptop.laptop()
    sealed = field.deposit(fresh_id(), 16_800, *pictures)
    assert laptop.put(field.packed()).status == 200
    return entry_id_of(sealed)


def standing(answer: Answer) -> BlobStanding:
    assert (answer.status, answer.signed) == (200, True)
    return BlobStanding.model_validate_json(answer.body)


def told(answer: Answer) -> tuple[int, str, bool]:
    return answer.status, answer.json()["code"], answer.signed


def test_a_picture_goes_up_in_pieces_and_every_answer_is_signed(laptop: SignedClient) -> None:
    deposited(laptop, SLIP)
    assert standing(laptop.send("HEAD", PATH)) == BlobStanding(
        sha256=DIGEST, length=1_000, offset=0, complete=False
    )
    assert HelloAnswer.model_validate_json(laptop.hello().body).wanted_blobs == (DIGEST,)
    assert standing(laptop.send("PATCH", f"{PATH}?offset=0", SLIP[:400])).offset == 400
    misplaced = laptop.send("PATCH", f"{PATH}?offset=0", SLIP[:400])
    assert told(misplaced) == (409, "offset_differs", True)
    assert misplaced.json()["data"] == {"offset": 400}
    assert standing(laptop.send("PATCH", f"{PATH}?offset=400", SLIP[400:])).complete
    assert standing(laptop.send("HEAD", PATH)).complete
    assert HelloAnswer.model_validate_json(laptop.hello().body).wanted_blobs == ()


def test_refusals_are_signed_also_where_an_answer_has_no_body(
    running: RunningServer, laptop: SignedClient
) -> None:
    deposited(laptop, SLIP)
    stranger = enrolled(running)
    assert told(stranger.send("HEAD", PATH)) == (404, "blob_unknown", True)
    assert told(stranger.send("PATCH", f"{PATH}?offset=0", SLIP)) == (404, "blob_unknown", True)
    for wrong in ("ABC", "0" * 63, "..%2f..%2fkeys", "0" * 63 + "G"):
        assert laptop.send("HEAD", f"/v1/blobs/{wrong}").status in (404, 422)
        assert laptop.send("PATCH", f"/v1/blobs/{wrong}?offset=0", b"x").status in (404, 422)
    other = laptop.send("PATCH", f"{PATH}?offset=0", bytes(1_000))
    assert told(other) == (422, "blob_differs", True)
    assert told(laptop.send("PATCH", f"{PATH}?offset=0", SLIP + b"x")) == (422, "length_differs", True)
    assert told(laptop.send("PATCH", f"{PATH}?offset=0")) == (422, "piece_empty", True)
    assert laptop.send("PATCH", f"{PATH}?offset=0", bytes(LARGEST_PIECE + 1)).status == 413
    moved = laptop.send("PATCH", f"{PATH}?offset=0", SLIP, instead=("PATCH", f"{PATH}?offset=5", SLIP))
    assert told(moved) == (401, "signature_invalid", True)


def test_a_lost_picture_is_seen_by_the_branch(running: RunningServer, laptop: SignedClient) -> None:
    entry_id = deposited(laptop, SLIP, STAMP)
    assert not standing(laptop.send("POST", f"{PATH}/lost", b'{"code":"damaged"}')).complete
    unread = laptop.send("POST", f"{PATH}/lost", b'{"code":"eaten"}')
    assert told(unread) == (422, "request_invalid", True)
    agents = running.client.get("/v1/admin/agents", headers=running.bearer("branch_admin")).json()["agents"]
    (device,) = [one for one in agents[0]["devices"] if one["device"] == laptop.device]
    assert device["photos_waiting"] == 1
    assert [(lost["sha256"], lost["code"]) for lost in device["photos_lost"]] == [(DIGEST, "damaged")]
    assert record(running, entry_id).photos == (
        PhotoView(sha256=DIGEST, length=1_000, shows="slip", arrived=False, lost="damaged"),
        PhotoView(sha256=sha256_hex(STAMP), length=1_000, shows="slip", arrived=False),
    )


def test_a_reviewer_sees_a_picture_and_that_is_written_down(
    running: RunningServer, laptop: SignedClient
) -> None:
    entry_id = deposited(laptop, SLIP, STAMP)
    path = f"/v1/review/records/{entry_id}/photos"
    reviewer = running.bearer("reviewer")
    early = running.client.get(f"{path}/{DIGEST}", headers=reviewer)
    assert (early.status_code, early.json()["code"]) == (409, "photo_not_arrived")
    laptop.send("PATCH", f"{PATH}?offset=0", SLIP)
    seen = running.client.get(f"{path}/{DIGEST}", headers=reviewer)
    assert (seen.status_code, seen.content) == (200, SLIP)
    assert (seen.headers["cache-control"], seen.headers["x-content-type-options"]) == ("no-store", "nosniff")
    assert [photo.arrived for photo in record(running, entry_id).photos] == [True, False]
    other = running.client.get(f"{path}/{'f' * 64}", headers=reviewer)
    assert (other.status_code, other.json()["code"]) == (404, "photo_unknown")
    nobody = running.client.get(f"{path.replace(entry_id, fresh_id())}/{DIGEST}", headers=reviewer)
    assert (nobody.status_code, nobody.json()["code"]) == (404, "record_unknown")
    looked = [row for row in trail(running.server.store, 0, 1_000) if row.act == "photo_seen"]
    assert [(row.subject, json.loads(row.detail)) for row in looked] == [(entry_id, {"sha256": DIGEST})]
    running.server.blob_files.drop(laptop.device, DIGEST)
    gone = running.client.get(f"{path}/{DIGEST}", headers=reviewer)
    assert (gone.status_code, gone.json()["code"]) == (409, "photo_not_arrived")


def test_a_reviewer_of_another_branch_sees_nothing(running: RunningServer, laptop: SignedClient) -> None:
    entry_id = deposited(laptop, SLIP)
    laptop.send("PATCH", f"{PATH}?offset=0", SLIP)
    running.server.organising.add_branch("Cabang Lain", "", "", "terminal")
    other = {"login": "penyelia.lain", "name": "Penyelia", "role": "reviewer", "branch": "Cabang Lain"}
    made = running.client.post("/v1/admin/accounts", json=other, headers=running.bearer("operator"))
    session = running.bearer("penyelia.lain", made.json()["password"])
    change = {"old": made.json()["password"], "new": "sandi-pilihan-sendiri"}
    running.client.put("/v1/review/password", json=change, headers=session)
    session = running.bearer("penyelia.lain", "sandi-pilihan-sendiri")
    refused = running.client.get(f"/v1/review/records/{entry_id}/photos/{DIGEST}", headers=session)
    assert (refused.status_code, refused.json()["code"]) == (404, "record_unknown")


def record(running: RunningServer, entry_id: str) -> ReviewRecord:
    found = running.client.get(f"/v1/review/records/{entry_id}", headers=running.bearer("reviewer"))
    return ReviewRecord.model_validate_json(found.content)
