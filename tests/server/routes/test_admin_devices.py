"""A branch administrator pauses, revokes and has devices wiped, in the own branch; two people for what is missing."""

from __future__ import annotations

from dataclasses import replace

from sync.protocol.recovery import wrap_store_key
from sync.protocol.reopening import request_of
from sync.protocol.sealed_file import public_of
from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from tests.support.branch_house import PASSWORD
from tests.support.server_app import RunningServer, running

__all__ = ["running"]

DEVICE = "/v1/admin/devices/0Q2FK"


def test_states_are_put_by_a_route(running: RunningServer) -> None:
    running.laptop()
    admin = running.bearer("branch_admin")
    paused = running.client.put(f"{DEVICE}/state", json={"state": "paused"}, headers=admin)
    assert (paused.status_code, paused.json()["state"]) == (200, "paused")
    listed = running.client.get("/v1/admin/agents", headers=admin).json()["agents"][0]["devices"][0]
    assert (listed["state"], listed["verified_at"], listed["wipe_asked_at"]) == ("paused", None, None)
    refused = running.client.put(f"{DEVICE}/state", json={"state": "wiped"}, headers=admin)
    assert (refused.status_code, refused.json()["code"]) == (422, "request_invalid")
    unknown = running.client.put("/v1/admin/devices/0ZZZZ/state", json={"state": "active"}, headers=admin)
    assert (unknown.status_code, unknown.json()["code"]) == (404, "laptop_unknown")


def test_a_wipe_is_asked_for_approved_by_two_and_withdrawn(running: RunningServer) -> None:
    running.laptop()
    branch = running.server.organising.branch("001").branch_id
    running.server.accounts.add(
        NewAccount("kepala", "Kepala", Role.BRANCH_ADMIN, PASSWORD, branch), "terminal"
    )
    first, second = running.bearer("branch_admin"), running.bearer("kepala")
    early = running.client.post(f"{DEVICE}/wipe/approvals", headers=first)
    assert (early.status_code, early.json()["code"]) == (409, "wipe_not_asked")
    asked = running.client.post(f"{DEVICE}/wipe", headers=first).json()
    assert (asked["state"], asked["approved_by"]) == ("active", [])
    assert asked["wipe_asked_at"]
    counts = [
        len(running.client.post(f"{DEVICE}/wipe/approvals", headers=bearer).json()["approved_by"])
        for bearer in (first, first, second)
    ]
    assert counts == [1, 1, 2]
    withdrawn = running.client.delete(f"{DEVICE}/wipe", headers=second).json()
    assert (withdrawn["wipe_asked_at"], withdrawn["approved_by"]) == (None, [])


def test_a_loss_is_reported_read_and_taken_back(running: RunningServer) -> None:
    running.laptop().post()
    admin, auditor = running.bearer("branch_admin"), running.bearer("auditor")
    future = running.client.post(f"{DEVICE}/loss", json={"hours_ago": -1}, headers=admin)
    assert (future.status_code, future.json()["code"]) == (422, "request_invalid")
    told = running.client.post(f"{DEVICE}/loss", json={"hours_ago": 3}, headers=admin).json()
    assert (told["state"], told["approved_by"], told["approved_by_me"]) == ("revoked_drain", [], False)
    assert told["notice_due"] > told["revoked_at"] > told["lost_at"]
    running.client.post(f"{DEVICE}/wipe", headers=admin)
    running.client.post(f"{DEVICE}/wipe/approvals", headers=admin)
    mine, other = (running.client.get(DEVICE, headers=bearer).json() for bearer in (admin, auditor))
    assert (mine["approved_by_me"], other["approved_by_me"]) == (True, False)
    assert len(mine["approved_by"]) == 1
    assert mine["approved_by"] == other["approved_by"]
    for bearer in (running.bearer("reviewer"), admin, auditor):
        page = running.client.get(f"{DEVICE}/records", headers=bearer).json()
        (person,) = page["people"]
        assert (page["lost_at"], page["notice_due"]) == (told["lost_at"], told["notice_due"])
        assert person["nik"].startswith("•••••• •••••• ")
    (device,) = running.client.get("/v1/review/agents", headers=admin).json()["agents"][0]["devices"]
    assert device["lost_at"] == told["lost_at"]
    found = running.client.delete(f"{DEVICE}/loss", headers=admin).json()
    assert (found["state"], found["lost_at"], found["notice_due"]) == ("revoked_drain", None, None)
    wrong = running.client.get(f"{DEVICE}/records?after=x", headers=admin)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "request_invalid")


def test_a_forgotten_password_is_answered_for_the_laptop_of_the_file_alone(running: RunningServer) -> None:
    running.laptop()
    at = running.server.clock.now()
    request = request_of("0Q2FK", public_of(bytes(range(1, 33))), at)
    asked = {"request": request.model_dump(mode="json"), "code": request.check_code}

    def answered(login: str, device: str = DEVICE) -> tuple[int, str]:
        answer = running.client.post(f"{device}/reopening", json=asked, headers=running.bearer(login))
        return answer.status_code, answer.json()["code"]

    assert answered("branch_admin") == (409, "recovery_key_lost")
    assert answered("branch_admin", DEVICE[:-1] + "G") == (409, "reopen_other_laptop")
    for login in ("operator", "reviewer", "auditor"):
        assert answered(login) == (403, "role_not_allowed")
    with running.server.store.transaction() as tx:
        found = tx.devices.device("0Q2FK")
        assert found is not None
        wrap = wrap_store_key(b"k" * 32, running.server.keys.recovery_public)
        tx.devices.add_device(replace(found, device="0Q2FG", public_key=b"g" * 32, recovery_wrap=wrap))
    request = request_of("0Q2FG", public_of(bytes(range(1, 33))), at)
    asked = {"request": request.model_dump(mode="json"), "code": request.check_code}
    assert answered("branch_admin", DEVICE[:-1] + "G") == (200, request.check_code)
