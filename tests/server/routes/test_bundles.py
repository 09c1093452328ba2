"""Whoever has a network may bring the file of a laptop that has none, and learns only what the sheet needs."""

from __future__ import annotations

import errno
from dataclasses import replace
from io import BytesIO
from typing import NoReturn

import pytest
from starlette.testclient import TestClient

from sync.protocol.bundle_answer import BundleTaken
from sync.protocol.encoding import from_base64url
from sync.server.app import app_of
from sync.server.routes import bundles as bundles_route
from sync.server.services.auditing import trail
from tests.support.bundles import answer_for, bundle_of
from tests.support.field_laptop import FieldLaptop, person
from tests.support.server_app import RunningServer
from tests.support.signed_client import SignedClient, challenge


def enrolled(running: RunningServer) -> SignedClient:
    keys = running.server.keys
    client = SignedClient(running.client, keys.public)
    agent = running.server.organising.agent("L-0001")
    code = running.server.issue_code(agent.agent_id, "terminal")
    assert client.enrol(code, keys.recovery_public).status == 200
    assert client.hello().status == 200
    return client


def saved(running: RunningServer, laptop: FieldLaptop) -> bytes:
    laptop.enrol(person(1))
    return bundle_of(laptop, [laptop.packed()], running.server.keys.bundle_public)


def test_a_colleague_with_a_network_brings_it(running: RunningServer) -> None:
    laptop, colleague = enrolled(running).laptop(), enrolled(running)
    answer = colleague.send("POST", "/v1/bundles", saved(running, laptop))
    assert (answer.status, answer.signed) == (200, True)
    taken = BundleTaken.model_validate_json(answer.body)
    assert (taken.device, taken.count, taken.rupiah_in) == (laptop.device, 4, 33_600)
    told = answer_for(laptop, from_base64url(taken.answer), running.server.keys.public)
    assert len(told.settlements[0].acknowledgement.verdicts) == 4
    row = trail(running.server.store, 0, 100)[-1]
    assert (row.actor, row.subject) == (colleague.device, laptop.device)


def test_what_the_carrier_is_told_names_nobody(running: RunningServer) -> None:
    laptop, colleague = enrolled(running).laptop(), enrolled(running)
    answer = colleague.send("POST", "/v1/bundles", saved(running, laptop))
    form = person(1)
    for secret in (form.nik, form.name, "L-0001"):
        assert secret.encode() not in answer.body
    assert set(answer.json()) == {
        "device",
        "made_at",
        "count",
        "rupiah_in",
        "rupiah_refunded",
        "mark",
        "settled",
        "waiting",
        "refused",
        "answer",
    }


def test_the_branch_takes_it_from_a_reviewer(running: RunningServer) -> None:
    laptop = enrolled(running).laptop()
    raw = saved(running, laptop)
    answer = running.client.post("/v1/review/bundles", content=raw, headers=running.bearer("reviewer"))
    assert answer.status_code == 200
    taken = BundleTaken.model_validate_json(answer.content)
    assert (taken.count, taken.settled, taken.refused) == (4, 1, 0)
    told = answer_for(laptop, from_base64url(taken.answer), running.server.keys.public)
    assert told.standing.known[0].seq == 4


def test_a_file_that_is_not_whole_is_refused_at_both_doors(running: RunningServer) -> None:
    laptop, colleague = enrolled(running).laptop(), enrolled(running)
    half = saved(running, laptop)[:-1]
    answer = colleague.send("POST", "/v1/bundles", half)
    assert (answer.status, answer.signed, answer.json()["code"]) == (422, True, "file_damaged")
    refused = running.client.post("/v1/review/bundles", content=half, headers=running.bearer("branch_admin"))
    assert (refused.status_code, refused.json()["code"]) == (422, "file_damaged")


def test_a_body_that_was_swapped_on_the_way_is_not_the_one_that_was_signed(running: RunningServer) -> None:
    laptop, colleague = enrolled(running).laptop(), enrolled(running)
    raw = saved(running, laptop)
    answer = colleague.send("POST", "/v1/bundles", raw, instead=("POST", "/v1/bundles", raw + b"x"))
    assert (answer.status, answer.json()["code"]) == (401, "signature_invalid")


@pytest.mark.parametrize("streamed", [False, True])
def test_a_file_above_the_limit_is_cut_off(running: RunningServer, streamed: bool) -> None:
    small = replace(running.server, settings=replace(running.server.settings, max_bundle=1_000))
    client = TestClient(app_of(small))
    content = iter([b"x" * 600, b"x" * 600]) if streamed else b"x" * 1_200
    answer = client.post("/v1/review/bundles", content=content, headers=running.bearer("reviewer"))
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_the_body_of_a_stranger_is_not_read(running: RunningServer) -> None:
    small = replace(running.server, settings=replace(running.server.settings, max_bundle=1_000))
    colleague = enrolled(running)
    colleague.client = TestClient(app_of(small))
    large = b"x" * 1_200
    assert colleague.send("POST", "/v1/bundles", large).status == 413
    for nonce in ("", "nonsense", challenge()):
        stranger = replace(colleague, nonce=nonce)
        answer = stranger.send("POST", "/v1/bundles", large)
        assert (answer.status, answer.signed, answer.json()["code"]) == (401, True, "nonce_lapsed")
    other = replace(colleague, device=enrolled(running).device)
    assert other.send("POST", "/v1/bundles", large).json()["code"] == "nonce_lapsed"


@pytest.mark.parametrize("door", ["/v1/bundles", "/v1/review/bundles"])
def test_a_disk_without_room_for_a_file_says_later(
    running: RunningServer, monkeypatch: pytest.MonkeyPatch, door: str
) -> None:
    class Full(BytesIO):
        def __init__(self, **_: object) -> None:
            super().__init__()

        def write(self, _: object) -> NoReturn:
            raise OSError(errno.ENOSPC, "no room")

    colleague = enrolled(running)
    monkeypatch.setattr(bundles_route, "SpooledTemporaryFile", Full)
    if door == "/v1/bundles":
        told = colleague.send("POST", door, b"x")
        assert (told.status, told.json()["code"]) == (503, "store_unavailable")
    else:
        answer = running.client.post(door, content=b"x", headers=running.bearer("reviewer"))
        assert (answer.status_code, answer.json()["code"]) == (503, "store_unavailable")


def test_a_large_file_is_kept_beside_the_memory(running: RunningServer) -> None:
    answer = running.client.post(
        "/v1/review/bundles", content=b"x" * 3_000_000, headers=running.bearer("reviewer")
    )
    assert (answer.status_code, answer.json()["code"]) == (422, "file_foreign")
