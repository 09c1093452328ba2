"""A branch administrator keeps the accounts of her branch: no rights above hers, nothing about herself, no other branch."""

from __future__ import annotations

from typing import Any

import pytest

from sync.server.permissions import Role
from sync.server.services.accounts import NewAccount
from sync.server.services.auditing import trail, trail_break
from tests.support.branch_house import PASSWORD
from tests.support.server_app import RunningServer

ACCOUNTS, OWN = "/v1/admin/accounts", "sandi-pilihan-sendiri"


def made(running: RunningServer, login: str, role: Role, branch: str | None = "001") -> str:
    """An account that the terminal made."""
    branch_id = None if branch is None else running.server.organising.branch(branch).branch_id
    new = NewAccount(login, login.title(), role, PASSWORD, branch_id)
    return running.server.accounts.add(new, "terminal")


def told(running: RunningServer, login: str) -> dict[str, dict[str, Any]]:
    """The accounts that a login is told of, by login."""
    answer = running.client.get(ACCOUNTS, headers=running.bearer(login))
    return {one["login"]: one for one in answer.json()["accounts"]}


def act(running: RunningServer, login: str, account_id: str, state: str | None = None) -> tuple[int, str]:
    """Put an account into a state, or give it a password: the status, and the code or the password."""
    headers = running.bearer(login)
    if state is None:
        answer = running.client.post(f"{ACCOUNTS}/{account_id}/password", headers=headers)
    else:
        answer = running.client.put(f"{ACCOUNTS}/{account_id}/state", json={"state": state}, headers=headers)
    body = answer.json()
    return answer.status_code, body.get("code") or body.get("password") or body["state"]


def test_the_list_tells_who_made_whom_and_no_secret(running: RunningServer) -> None:
    made(
        running,
        "jauh",
        Role.REVIEWER,
        running.server.organising.add_branch("Cabang Lain", "", "", "terminal").code,
    )
    admin = running.bearer("branch_admin")
    new = {"login": "penyelia.dua", "name": "Penyelia Dua", "role": "reviewer"}
    password = running.client.post(ACCOUNTS, json=new, headers=admin).json()["password"]
    answer = running.client.get(ACCOUNTS, headers=admin)
    assert answer.json()["roles"] == ["reviewer", "auditor", "agent"]
    assert answer.json()["offices"] == ["Kantor Perisai Latihan"]
    with running.server.store.reading() as tx:
        hashes = [account.password_hash for account in tx.accounts.accounts()]
    assert not any(secret in answer.text for secret in (password, "argon2", *hashes))
    accounts = told(running, "branch_admin")
    assert accounts.keys() == {"penyelia", "penyelia.dua", "reviewer", "branch_admin"}
    dua, own = accounts["penyelia.dua"], accounts["branch_admin"]
    assert (dua["made_by"], dua["given_by"], dua["temporary"], dua["state"]) == (
        "Branch_Admin",
        "Branch_Admin",
        True,
        "active",
    )
    assert (dua["signed_in_at"], dua["reached"], dua["own"]) == (None, True, False)
    assert (own["made_by"], own["temporary"], own["reached"], own["own"]) == ("", False, False, True)
    assert own["signed_in_at"] is not None
    assert {"jauh", "operator", "penyelia.dua"} < told(running, "operator").keys()
    assert not any(one["reached"] for one in told(running, "auditor").values())


def test_sessions_of_a_suspended_account_end_at_once(running: RunningServer) -> None:
    account = told(running, "branch_admin")["reviewer"]["account_id"]
    session = running.bearer("reviewer")
    assert act(running, "branch_admin", account, "suspended") == (200, "suspended")
    assert running.client.get("/v1/review/queue", headers=session).json()["code"] == "session_missing"
    opening = {"login": "reviewer", "password": PASSWORD}
    assert running.client.post("/v1/review/session", json=opening).json()["code"] == "sign_in_refused"
    assert act(running, "branch_admin", account, "suspended") == (200, "suspended")
    assert act(running, "branch_admin", account, "active") == (200, "active")
    assert act(running, "branch_admin", account, "active") == (200, "active")
    assert running.client.get("/v1/review/queue", headers=session).json()["code"] == "session_lapsed"
    running.bearer("reviewer")
    acts = [row.act for row in trail(running.server.store, 0, 1000) if row.subject == account]
    assert [one for one in acts if one.startswith("account_")] == [
        "account_added",
        "account_suspended",
        "account_restored",
    ]


def test_a_temporary_password_is_told_once_and_only_serves_to_choose_another(running: RunningServer) -> None:
    account = told(running, "branch_admin")["reviewer"]["account_id"]
    session = running.bearer("reviewer")
    for _ in range(5):
        running.client.post("/v1/review/session", json={"login": "reviewer", "password": "salah"})
    status, password = act(running, "branch_admin", account)
    assert status == 201
    assert running.client.get("/v1/review/queue", headers=session).json()["code"] == "session_lapsed"
    told_now = told(running, "branch_admin")["reviewer"]
    assert (told_now["temporary"], told_now["given_by"], told_now["locked_until"]) == (
        True,
        "Branch_Admin",
        None,
    )
    assert told_now["given_at"] > told_now["made_at"]
    fresh = running.bearer("reviewer", password)
    assert running.client.get("/v1/review/queue", headers=fresh).json()["code"] == "password_must_change"
    change = {"old": password, "new": OWN}
    assert running.client.put("/v1/review/password", json=change, headers=fresh).status_code == 204
    assert running.client.get("/v1/review/queue", headers=running.bearer("reviewer", OWN)).status_code == 200
    after = told(running, "branch_admin")["reviewer"]
    assert (after["temporary"], after["given_by"]) == (False, "Branch_Admin")
    rows = trail(running.server.store, 0, 1000)
    assert not any(password in row.detail or OWN in row.detail for row in rows)
    assert trail_break(running.server.store) is None


@pytest.mark.parametrize("state", ["active", "suspended", None])
def test_nobody_reaches_above_beside_or_onto_themselves(running: RunningServer, state: str | None) -> None:
    elsewhere = running.server.organising.add_branch("Cabang Lain", "", "", "terminal").code
    far = made(running, "jauh", Role.REVIEWER, elsewhere)
    peer, above = made(running, "kepala.dua", Role.BRANCH_ADMIN), made(running, "pusat", Role.OPERATOR)
    set_over, own = (
        made(running, "auditor.pusat", Role.AUDITOR),
        told(running, "branch_admin")["branch_admin"],
    )
    operator = told(running, "operator")["operator"]["account_id"]
    for account_id, code in (
        (far, (404, "account_unknown")),
        ("tidak-ada", (404, "account_unknown")),
        (operator, (404, "account_unknown")),
        (own["account_id"], (403, "own_account")),
        (peer, (403, "account_out_of_reach")),
        (above, (403, "account_out_of_reach")),
        (set_over, (403, "account_out_of_reach")),
    ):
        assert act(running, "branch_admin", account_id, state) == code
    assert act(running, "operator", operator, state) == (403, "own_account")
    for account_id in (far, peer, above, set_over, own["account_id"]):
        assert act(running, "operator", account_id, state)[0] in (200, 201)


def test_an_administrator_keeps_the_auditor_whom_the_branch_made(running: RunningServer) -> None:
    new = {"login": "auditor.cabang", "name": "Auditor Cabang", "role": "auditor"}
    answer = running.client.post(ACCOUNTS, json=new, headers=running.bearer("branch_admin")).json()
    assert told(running, "branch_admin")["auditor.cabang"]["reached"]
    assert act(running, "branch_admin", answer["account_id"], "suspended") == (200, "suspended")


def named(running: RunningServer, login: str, name: str) -> tuple[int, str]:
    """Make a reviewer of this name: the status, and the code or the field that breaks the form."""
    new = {"login": login, "name": name, "role": "reviewer"}
    answer = running.client.post(ACCOUNTS, json=new, headers=running.bearer("branch_admin"))
    body = answer.json()
    return answer.status_code, body.get("data", {}).get("field") or body.get("code", "")


@pytest.mark.parametrize(
    "name",
    [
        " ",
        " Ratna Dewi",
        "Ratna  Dewi",
        "Ratna Dewi ",
        "Ratna\u00a0Dewi",
        "Ratna\u200bDewi",
        "Ratna Dewi\u200f",
        "Ratna\u00adDewi",
        "R\u0430tna Dewi",
        "\uff32atna Dewi",
        "\u202eiweD antaR",
        "R\u0430\u0301tna",
        "R" * 201,
    ],
)
def test_no_name_hides_a_sign_or_borrows_a_letter(running: RunningServer, name: str) -> None:
    assert named(running, "penyelia.dua", name) == (422, "name")


def test_no_name_looks_like_that_of_a_colleague_who_is_let_in(running: RunningServer) -> None:
    assert named(running, "satu", "Ilham Ma'ruf, S.E.") == (201, "")
    for look in ("ILHAM MARUF SE", "llham Ma\u2019r\u00faf S.E.", "I1ham Maruf SE"):
        assert named(running, "dua", look) == (409, "name_taken")
    assert named(running, "SATU", "Ilham Ma'ruf, S.E.") == (409, "account_exists")
    account = told(running, "branch_admin")["satu"]["account_id"]
    assert act(running, "branch_admin", account, "suspended") == (200, "suspended")
    assert named(running, "dua", "Ilham Ma'ruf, S.E.") == (201, "")


def test_nobody_on_the_way_keeps_a_password_or_a_token(running: RunningServer) -> None:
    admin = running.bearer("branch_admin")
    account = told(running, "branch_admin")["reviewer"]["account_id"]
    answers = (
        running.client.post("/v1/review/session", json={"login": "branch_admin", "password": PASSWORD}),
        running.client.get(ACCOUNTS, headers=admin),
        running.client.post(
            ACCOUNTS, json={"login": "dua", "name": "Dua", "role": "reviewer"}, headers=admin
        ),
        running.client.post(f"{ACCOUNTS}/{account}/password", headers=admin),
    )
    assert [one.headers.get("cache-control") for one in answers] == ["no-store"] * 4


@pytest.mark.parametrize("role", ["reviewer", "auditor"])
def test_who_only_decides_or_reads_changes_no_account(running: RunningServer, role: str) -> None:
    account = told(running, "branch_admin")["penyelia"]["account_id"]
    for state in ("suspended", "active", None):
        assert act(running, role, account, state) == (403, "role_not_allowed")
    new = {"login": "dua", "name": "Dua", "role": "reviewer"}
    refused = running.client.post(ACCOUNTS, json=new, headers=running.bearer(role))
    assert refused.json()["code"] == "role_not_allowed"
    listed = running.client.get(ACCOUNTS, headers=running.bearer(role))
    assert listed.status_code == (403 if role == "reviewer" else 200)


@pytest.mark.parametrize("role", ["branch_admin", "operator", "owner", "Reviewer"])
def test_no_role_of_the_body_raises_rights(running: RunningServer, role: str) -> None:
    elsewhere = running.server.organising.add_branch("Cabang Lain", "", "", "terminal")
    new = {"login": "dua", "name": "Dua", "role": role, "branch": elsewhere.code}
    refused = running.client.post(ACCOUNTS, json=new, headers=running.bearer("branch_admin"))
    assert refused.status_code == 422
    new["role"] = "reviewer"
    running.client.post(ACCOUNTS, json=new, headers=running.bearer("branch_admin"))
    with running.server.store.reading() as tx:
        kept = tx.accounts.named("dua")
    assert kept is not None
    assert kept.branch_id == running.server.organising.branch("001").branch_id


def test_an_unknown_state_names_the_field(running: RunningServer) -> None:
    account = told(running, "branch_admin")["reviewer"]["account_id"]
    refused = running.client.put(
        f"{ACCOUNTS}/{account}/state", json={"state": "gone"}, headers=running.bearer("branch_admin")
    )
    assert (refused.status_code, refused.json()["data"]) == (422, {"field": "state"})


def test_each_act_stands_in_the_log_with_who_and_whom(running: RunningServer) -> None:
    account = told(running, "branch_admin")["reviewer"]["account_id"]
    act(running, "branch_admin", account)
    act(running, "branch_admin", account, "suspended")
    made(running, "auditor.sini", Role.AUDITOR)
    for auditor in ("auditor", "auditor.sini"):
        page = running.client.get("/v1/review/accesses", headers=running.bearer(auditor)).json()
        lines = {line["act"]: (line["name"], line["whom"]) for line in reversed(page["accesses"])}
        assert lines["account_suspended"] == lines["password_given"] == ("Branch_Admin", "Reviewer")
        assert lines["signed_in"][1] == ""
