"""A branch administrator works on the own branch; nobody reads a password or a code twice."""

from __future__ import annotations

from sync.server.services.auditing import trail_break
from tests.support.server_app import RunningServer

AGENTS, ACCOUNTS = "/v1/admin/agents", "/v1/admin/accounts"


def test_agents_are_listed_with_devices_and_open_codes(running: RunningServer) -> None:
    running.laptop()
    (agent,) = running.client.get(AGENTS, headers=running.bearer("branch_admin")).json()["agents"]
    assert (agent["number"], agent["open_codes"]) == ("L-0001", 1)
    assert [device["device"] for device in agent["devices"]] == ["0Q2FK"]
    assert [device["gaps"] for device in agent["devices"]] == [[]]


def test_an_agent_of_another_branch_is_out_of_reach(running: RunningServer) -> None:
    organising = running.server.organising
    organising.add_branch("Cabang Lain", "", "", "terminal")
    organising.add_office("Kantor Lain", "Cabang Lain", "terminal")
    organising.add_agent("Agen Lain", "X-1", "Kantor Lain", "terminal")
    admin, operator = running.bearer("branch_admin"), running.bearer("operator")
    listed = running.client.get(AGENTS, headers=admin).json()["agents"]
    assert [agent["number"] for agent in listed] == ["L-0001"]
    refused = running.client.post(f"{AGENTS}/X-1/device-codes", headers=admin)
    assert (refused.status_code, refused.json()["code"]) == (404, "agent_unknown")
    new = {"number": "X-2", "name": "Agen", "office": "Kantor Lain"}
    assert running.client.post(AGENTS, json=new, headers=admin).json()["code"] == "office_unknown"
    assert running.client.post(AGENTS, json=new, headers=operator).status_code == 201


def test_a_code_is_shown_once_and_counted(running: RunningServer) -> None:
    admin = running.bearer("branch_admin")
    code = running.client.post(f"{AGENTS}/L-0001/device-codes", headers=admin).json()["code"]
    assert running.server.enrolment.code_serves(code)
    listed = running.client.get(AGENTS, headers=admin)
    assert listed.json()["agents"][0]["open_codes"] == 2
    assert code not in listed.text


def test_a_new_account_has_to_change_its_password_first(running: RunningServer) -> None:
    new = {"login": "penyelia.dua", "name": "Penyelia Dua", "role": "reviewer"}
    admin = running.bearer("branch_admin")
    made = running.client.post(ACCOUNTS, json=new, headers=admin)
    assert made.status_code == 201
    password = made.json()["password"]
    assert password not in running.client.get(ACCOUNTS, headers=admin).text
    opened = {"login": "penyelia.dua", "password": password}
    assert running.client.post("/v1/review/session", json=opened).json()["must_change"] is True
    session = running.bearer("penyelia.dua", password)
    refused = running.client.get("/v1/review/queue", headers=session)
    assert (refused.status_code, refused.json()["code"]) == (403, "password_must_change")
    same = {"old": password, "new": password}
    kept = running.client.put("/v1/review/password", json=same, headers=session)
    assert (kept.status_code, kept.json()["code"]) == (422, "password_unchanged")
    change = {"old": password, "new": "sandi-pilihan-sendiri"}
    assert running.client.put("/v1/review/password", json=change, headers=session).status_code == 204
    assert running.client.get("/v1/review/queue", headers=session).json()["code"] == "session_lapsed"
    session = running.bearer("penyelia.dua", "sandi-pilihan-sendiri")
    assert running.client.get("/v1/review/session", headers=session).json()["must_change"] is False
    assert running.client.get("/v1/review/queue", headers=session).status_code == 200


def test_a_branch_administrator_makes_no_one_mightier(running: RunningServer) -> None:
    admin = running.bearer("branch_admin")
    for role in ("operator", "branch_admin", "raja"):
        new = {"login": f"baru.{role}", "name": "Baru", "role": role}
        refused = running.client.post(ACCOUNTS, json=new, headers=admin)
        assert (refused.status_code, refused.json()["code"]) == (422, "role_unsuited"), role


def test_a_branch_administrator_never_leaves_the_own_branch(running: RunningServer) -> None:
    running.server.organising.add_branch("Cabang Lain", "", "", "terminal")
    new = {"login": "penyelia.lain", "name": "Lain", "role": "reviewer", "branch": "Cabang Lain"}
    made = running.client.post(ACCOUNTS, json=new, headers=running.bearer("branch_admin")).json()
    with running.server.store.reading() as tx:
        account = tx.accounts.account(made["account_id"])
    assert account is not None
    assert account.branch_id == running.server.organising.branch("001").branch_id


def test_the_trail_is_read_in_pages_and_holds_together(running: RunningServer) -> None:
    auditor = running.bearer("auditor")
    first = running.client.get("/v1/admin/audit?limit=3", headers=auditor).json()["rows"]
    rest = running.client.get(f"/v1/admin/audit?after={first[-1]['number']}", headers=auditor).json()["rows"]
    numbers = [row["number"] for row in first + rest]
    assert numbers == list(range(1, len(numbers) + 1))
    assert rest[0]["prev_hash"] == first[-1]["hash"]
    assert trail_break(running.server.store) is None


def test_a_body_of_another_form_names_the_field(running: RunningServer) -> None:
    admin = running.bearer("branch_admin")
    for body, field in (({"number": "X"}, "name"), ({"number": 1, "name": "A", "office": "B"}, "number")):
        refused = running.client.post(AGENTS, json=body, headers=admin)
        assert (refused.status_code, refused.json()["data"]) == (422, {"field": field})
    unknown = {"number": "X", "name": "A", "office": "B", "lain": 1}
    assert running.client.post(AGENTS, json=unknown, headers=admin).json()["data"] == {"field": "lain"}
    large = running.client.post(AGENTS, content=b"x" * 70_000, headers=admin)
    assert (large.status_code, large.json()["code"]) == (413, "body_too_large")


def test_workers_are_handed_over_and_the_branch_sees_who_followed(running: RunningServer) -> None:
    posted = running.laptop().post("Siti Contoh")
    admin = running.bearer("branch_admin")
    with running.server.store.reading() as tx:
        office = tx.organisation.offices()[0].name
    running.server.organising.add_agent("Agen Dua", "L-0002", office, "terminal")
    asked = {"from_agent": "L-0001", "to_agent": "L-0002", "workers": [posted.worker_id]}
    made = running.client.post("/v1/admin/handovers", json=asked, headers=admin)
    assert (made.status_code, made.json()["workers"], made.json()["taken_at"]) == (201, 1, None)
    assert running.client.get("/v1/admin/handovers", headers=admin).json() == {"handovers": [made.json()]}
    refused = running.client.post(
        "/v1/admin/handovers", json={"from_agent": "L-0002", "to_agent": "L-0001"}, headers=admin
    )
    assert (refused.status_code, refused.json()["code"]) == (404, "worker_unknown")
