"""The reviewer's day over HTTP: sign in, read the queue, open, send back, approve, sign out."""

from __future__ import annotations

from typing import Any

from sync.protocol.bodies.deposit import Deposit
from sync.protocol.feed import DecisionPayload
from sync.protocol.kinds import EntryKind
from sync.protocol.portal import PortalOutcomes, PortalPage
from sync.protocol.review import (
    OpenDeposits,
    ReasonList,
    ReviewQueue,
    ReviewRecord,
)
from sync.protocol.sessions import ReviewSession
from sync.server.services.depositing import carry_cash
from tests.support.branch_house import PASSWORD
from tests.support.server_app import RunningServer
from tests.support.store_rows import claim
from tests.support.stored_rows import MORNING

RECORDS = "/v1/review/records"


def test_a_day_at_the_branch(running: RunningServer) -> None:
    posted = running.laptop().post("Siti Contoh")
    session = running.bearer("reviewer")
    get = running.client.get
    queue = ReviewQueue.model_validate_json(get("/v1/review/queue", headers=session).content)
    assert [record.entry_id for group in queue.groups for record in group.records] == [posted.entry_id]
    path = f"{RECORDS}/{posted.entry_id}"
    opened = running.client.post(f"{path}/open", headers=session)
    record = ReviewRecord.model_validate_json(opened.content)
    assert (record.state, record.claimed_by) == ("in_review", "Reviewer")
    refused = running.client.post(
        f"{path}/decision", headers=session, json={"move": "approve", "hash": "0" * 64}
    )
    assert (refused.status_code, refused.json()["code"]) == (409, "content_changed")
    back = running.client.post(f"{path}/decision", headers=session, json=_sent_back(record.hash))
    told = DecisionPayload.model_validate_json(back.content)
    assert (told.state, told.comments[0].field) == ("returned", "phone")
    again = ReviewRecord.model_validate_json(get(path, headers=session).content)
    assert [step.move for step in again.history] == ["open", "return"]
    assert again.history[1].actor == "Reviewer"
    returned = get("/v1/review/queue?state=returned", headers=session).content
    assert ReviewQueue.model_validate_json(returned).groups[0].count == 1
    assert running.client.delete("/v1/review/session", headers=session).status_code == 204
    assert get("/v1/review/queue", headers=session).json()["code"] == "session_lapsed"


def _sent_back(content: str) -> dict[str, Any]:
    return {
        "move": "return",
        "hash": content,
        "reason": "phone_unreachable",
        "note": "Dicoba tiga kali",
        "comments": [{"field": "phone", "text": "Nomor tidak aktif"}],
    }


def test_a_session_says_who_one_is(running: RunningServer) -> None:
    answer = running.client.post("/v1/review/session", json={"login": "reviewer", "password": PASSWORD})
    session = ReviewSession.model_validate_json(answer.content)
    assert (session.role, session.branch, session.practice) == ("reviewer", "Kantor Cabang Latihan", True)
    headers = {"Authorization": f"Bearer {session.token}"}
    again = ReviewSession.model_validate_json(
        running.client.get("/v1/review/session", headers=headers).content
    )
    assert (again.token, again.login) == ("", "reviewer")


def test_reasons_come_in_both_languages(running: RunningServer) -> None:
    answer = running.client.get("/v1/review/reasons", headers=running.bearer("reviewer"))
    reasons = ReasonList.model_validate_json(answer.content).reasons
    assert {"return", "refuse"} <= {reason.kind for reason in reasons}
    assert all(reason.label_id and reason.label_en for reason in reasons)


def test_a_refusal_is_a_problem_body(running: RunningServer) -> None:
    answer = running.client.post("/v1/review/session", json={"login": "reviewer", "password": "salah"})
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    request = answer.headers["perisai-request"]
    assert answer.json() == {"code": "sign_in_refused", "data": {}, "request": request}
    missing = running.client.get("/v1/review/nothing-here")
    assert (missing.status_code, missing.json()["code"]) == (404, "path_unknown")
    assert running.client.put("/v1/health").json()["code"] == "method_unknown"
    state = running.client.get("/v1/review/queue?state=nonsense", headers=running.bearer("reviewer"))
    assert (state.status_code, state.json()["data"]) == (422, {"field": "query.state"})
    for after in ("1~2~3", "0~0~2026-13-45~a", "0~0~~%00"):
        page = running.client.get(f"/v1/review/queue?after={after}", headers=running.bearer("reviewer"))
        assert (page.status_code, page.json()["data"]) == (422, {"field": "query.after"})
    empty = running.client.get("/v1/review/queue?after=9~0~~", headers=running.bearer("reviewer"))
    assert ReviewQueue.model_validate_json(empty.content) == ReviewQueue(groups=())


def test_deposits_are_listed_and_matched(running: RunningServer) -> None:
    laptop, session = running.laptop(), running.bearer("reviewer")
    assert running.client.get("/v1/review/deposits", headers=session).json() == {
        "deposits": [],
        "following": None,
    }
    posted = laptop.post("Siti Contoh")
    body = Deposit(
        receipts=(posted.receipt_id,),
        amount=8_400,
        billing_code="123456789012",
        channel="atm",
        deposited_at=MORNING,
        difference=0,
    )
    entry = laptop.ask(EntryKind.DEPOSIT, body, posted).entry_id
    with running.server.store.transaction() as tx:
        carry_cash(tx, [(posted.receipt_id, entry)])
    (line,) = OpenDeposits.model_validate_json(
        running.client.get("/v1/review/deposits", headers=session).content
    ).deposits
    assert (line.entry_id, line.difference, len(line.receipts), line.agreed) == (entry, 0, 1, True)
    path = f"/v1/review/deposits/{entry}/match"
    asked = {"hash": line.hash, "difference": 0}
    assert running.client.post(path, headers=session, json=asked).status_code == 204
    again = running.client.post(path, headers=session, json=asked)
    assert (again.status_code, again.json()["code"]) == (404, "record_unknown")


def test_approved_work_goes_to_the_portal_and_its_answers_come_back(running: RunningServer) -> None:
    posted, session = running.laptop().post("Siti Contoh"), running.bearer("reviewer")
    export, answers = "/v1/review/portal/export", "/v1/review/portal/answers"
    record = running.client.get(f"{RECORDS}/{posted.entry_id}", headers=session).json()
    decision = {"move": "approve", "hash": record["hash"]}
    assert running.client.post(
        f"{RECORDS}/{posted.entry_id}/decision", headers=session, json=decision
    ).is_success
    page = PortalPage.model_validate_json(
        running.client.get(export, headers=running.bearer("branch_admin")).content
    )
    assert [(line.entry_id, line.receipt_number) for line in page.lines] == [(posted.entry_id, posted.number)]
    with running.server.store.transaction() as tx:
        tx.workers.claim([claim(page.lines[0].nik, posted.worker_id)])
    asked = {"answers": [{"entry": posted.entry_id, "kpj": "00012345678"}], "dry": True}
    for dry, outcomes in ((True, ["registered"]), (False, ["registered"]), (False, ["same"])):
        answer = running.client.post(answers, headers=session, json={**asked, "dry": dry})
        told = PortalOutcomes.model_validate_json(answer.content).outcomes
        assert [one.outcome for one in told] == outcomes
    after = running.client.get(export, params={"after": posted.entry_id}, headers=session)
    assert after.json() == {"lines": [], "total": 0, "after": None}
    wrong = running.client.get(export, params={"after": "x"}, headers=session)
    assert (wrong.status_code, wrong.json()["code"]) == (422, "request_invalid")
