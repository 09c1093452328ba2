"""Every route of the application is in the one table of permissions, and every role gets what it says."""

from __future__ import annotations

import pytest

from sync.server.permissions import PERMISSIONS, Door, Role, may
from sync.server.routes.callers import COSTLY
from sync.server.services.accounts import NewAccount
from tests.support.branch_house import PASSWORD
from tests.support.server_app import RunningServer, routes_of
from tests.support.signed_client import SignedClient

_PATH_VALUES = {
    "entry_id": "01900000-0000-7000-8000-000000000000",
    "number": "L-0001",
    "on": "20261122",
    "amount": "8400",
    "signature": "A" * 86,
    "name": "reasons.json",
    "batch_id": "01900000-0000-7000-8000-000000000000",
    "sha256": "0" * 64,
    "version": "001.20261122.020000",
}


def _filled(path: str) -> str:
    for name, value in _PATH_VALUES.items():
        path = path.replace("{" + name + "}", value)
    return path


def _call(running: RunningServer, route: tuple[str, str], headers: dict[str, str]) -> tuple[int, str]:
    method, path = route
    answer = running.client.request(method, _filled(path), headers=headers)
    problem = answer.headers.get("content-type", "").startswith("application/problem+json")
    return answer.status_code, str(answer.json()["code"]) if problem and answer.content else ""


def test_the_table_names_exactly_the_routes_of_the_application(running: RunningServer) -> None:
    routes = routes_of(running.app)
    assert len(routes) == len(set(routes))
    assert set(routes) == set(PERMISSIONS)
    assert {PERMISSIONS[route].door for route in COSTLY} == {Door.SESSION}


def test_without_a_session_only_open_doors_open(running: RunningServer) -> None:
    for route, access in PERMISSIONS.items():
        status, code = _call(running, route, {})
        if access.door is Door.SESSION:
            assert (status, code) == (401, "session_missing"), route
        elif access.door is Door.DEVICE:
            assert status in (401, 403), route
        elif access.door is Door.WATCH:
            assert (status, code) == (403, "watching_not_allowed"), route
        else:
            assert code not in ("session_missing", "role_not_allowed"), route


@pytest.mark.parametrize("role", list(Role))
def test_every_role_passes_where_the_table_says_and_nowhere_else(running: RunningServer, role: Role) -> None:
    for route, access in PERMISSIONS.items():
        if access.door is not Door.SESSION:
            continue
        status, code = _call(running, route, running.bearer(role.value))
        if role in access.roles:
            assert status not in (401, 403), (route, code)
        else:
            assert (status, code) == (403, "role_not_allowed"), route


@pytest.mark.parametrize("role", list(Role))
def test_a_session_does_not_open_the_doors_of_devices(running: RunningServer, role: Role) -> None:
    session = running.bearer(role.value)
    for route, access in PERMISSIONS.items():
        if access.door is Door.DEVICE:
            assert _call(running, route, session)[0] in (401, 403), route


def test_rights_are_the_least_that_each_role_needs() -> None:
    decides = ("POST", "/v1/review/records/{entry_id}/decision")
    assert [role for role in Role if may(role, *decides)] == [Role.REVIEWER]
    changing = [route for route in PERMISSIONS if route[0] != "GET" and "/v1/review/session" not in route[1]]
    assert [route for route in changing if may(Role.AUDITOR, *route)] == [("PUT", "/v1/review/password")]
    assert not any(may(Role.AGENT, *route) for route in PERMISSIONS if "/records" in route[1])
    assert not may(Role.REVIEWER, "GET", "/v1/a-route-that-is-not-there")


def test_an_auditor_of_a_branch_reads_nothing_of_another(running: RunningServer) -> None:
    laptop = running.laptop()
    posted = laptop.post("Siti Contoh")
    agent = running.server.organising.agent("L-0001")
    accounts, organising = running.server.accounts, running.server.organising
    elsewhere = organising.add_branch("Cabang Lain", "175", "lain.invalid", "terminal").branch_id
    for login, branch_id in (("auditor.lain", elsewhere), ("auditor.sini", agent.branch_id)):
        new = NewAccount(login, login.title(), Role.AUDITOR, PASSWORD, branch_id)
        accounts.add(new, "terminal")
    running.client.get(f"/v1/review/records/{posted.entry_id}", headers=running.bearer("reviewer"))
    values = {"entry_id": posted.entry_id, "device": laptop.code, "sha256": "0" * 64}
    signs = (posted.entry_id, posted.worker_id, agent.agent_id, "L-0001", values["device"], "Siti Contoh")
    read: dict[str, set[str]] = {}
    for login in ("auditor", "auditor.sini", "auditor.lain"):
        session = running.bearer(login)
        for (method, path), access in PERMISSIONS.items():
            if method == "GET" and access.door is Door.SESSION and Role.AUDITOR in access.roles:
                filled = path.format_map({**_PATH_VALUES, **values})
                text = running.client.get(filled, headers=session).text
                if any(sign in text for sign in signs):
                    read.setdefault(login, set()).add(path)
    assert read.keys() == {"auditor", "auditor.sini"}
    assert read["auditor"] == read["auditor.sini"]
    assert {"/v1/admin/audit", "/v1/admin/ledger", "/v1/review/accesses"} <= read["auditor"]


def test_what_a_device_signs_opens_no_door_of_sessions(running: RunningServer) -> None:
    device = SignedClient(running.client, running.server.keys.public)
    code = running.server.issue_code(running.server.organising.agent("L-0001").agent_id, "terminal")
    assert device.enrol(code, running.server.keys.recovery_public).status == 200
    assert device.hello().status == 200
    for (method, path), access in PERMISSIONS.items():
        if access.door is Door.SESSION:
            answer = device.send(method, _filled(path), b"{}")
            assert (answer.status, answer.json()["code"]) == (401, "session_missing"), path
