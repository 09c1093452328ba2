"""A branch administrator pauses, revokes and has devices wiped, in the own branch; two people for what is missing."""

from __future__ import annotations

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
