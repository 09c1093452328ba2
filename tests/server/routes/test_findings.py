"""The branch reads what the checks found, about entries and about whole days of its agents."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sync.protocol.chain import genesis_hash
from sync.protocol.findings import FindingList
from sync.server.services import finding
from sync.server.storage.blob_records import BlobRecord
from sync.server.storage.check_records import PhotoUse, StoredFinding
from sync.server.storage.records import DeviceEpoch
from tests.support.server_app import RunningServer
from tests.support.store_rows import AT, ON, receipt, review
from tests.support.stored_rows import fresh_id

FINDINGS = "/v1/review/findings"
WEEK = timedelta(days=7)


def told(running: RunningServer, login: str = "reviewer", **asked: str) -> FindingList:
    answer = running.client.get(FINDINGS, params=asked, headers=running.bearer(login))
    assert answer.status_code == 200, answer.text
    return FindingList.model_validate_json(answer.content)


def furnish(running: RunningServer) -> tuple[str, str]:
    """An agent who gives cause for every check of whole days; the agent's id and the branch's."""
    agent = running.server.organising.agent("L-0001")
    running.laptop()
    of_agent = {"agent_id": agent.agent_id}
    of_branch = {**of_agent, "branch_id": agent.branch_id}
    with running.server.store.transaction() as tx:
        (device,) = tx.devices.devices()
        start = genesis_hash(device.public_key)
        row = DeviceEpoch(device.device, 1, start, AT, start, reported_seq=12, reported_at=AT - WEEK)
        tx.devices.put_epochs([row])
        tx.blobs.want(
            [BlobRecord(device.device, "p" * 64, 9, AT - WEEK), BlobRecord(device.device, "q" * 64, 9, AT)]
        )
        tx.checks.use(
            [
                PhotoUse(digest * 64, fresh_id(), "worker", agent.agent_id, device.device, ON)
                for digest in "pq"
            ]
        )
        tx.reviews.add([review(number, entry_id=fresh_id(), **of_branch) for number in range(13)])
        voids = [review(number, entry_id=fresh_id(), kind="void_request", **of_branch) for number in range(3)]
        tx.reviews.add(voids)
        tx.money.add_receipts(
            [
                receipt(number, entry_id=fresh_id(), issued_on=ON - days, **of_agent)
                for number, days in enumerate((WEEK, timedelta(0), timedelta(days=1)), start=1)
            ]
        )
        kept = StoredFinding(fresh_id(), "duplicate", agent.branch_id, agent.agent_id, ON, "[]", 1)
        evidence = json.dumps([fresh_id()])
        elsewhere = replace(kept, entry_id=fresh_id(), branch_id="elsewhere")
        tx.checks.replace([], [replace(kept, evidence=evidence), elsewhere])
    return agent.agent_id, agent.branch_id


def test_findings_of_entries_and_of_whole_days_are_told_newest_first(running: RunningServer) -> None:
    agent_id, _ = furnish(running)
    for login in ("reviewer", "branch_admin", "auditor"):
        found = told(running, login)
        assert (found.since, found.until, found.cut) == (ON - timedelta(days=6), ON, False)
        assert [(one.code, one.on, one.measure) for one in found.findings] == [
            ("duplicate", ON, 1),
            ("many_in_one_hour", ON, 13),
            ("photo_missing", ON, 7),
            ("voids_out_of_pattern", ON, 3),
            ("cash_old", ON - WEEK, 7),
            ("entries_missing", ON - WEEK, 12),
        ]
        assert {(one.agent_id, one.agent_number, one.agent_name) for one in found.findings} == {
            (agent_id, "L-0001", "Agen Latihan")
        }
        named = {one.code: (one.subject is not None, len(one.evidence)) for one in found.findings}
        assert named["duplicate"] == (True, 1)
        assert named["cash_old"] == (False, 1)


def test_other_days_may_be_asked_for_within_three_months(
    running: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    furnish(running)
    before = told(running, since="2020-01-01", until="2026-11-20")
    assert before.since == date(2026, 11, 20) - timedelta(days=91)
    assert [one.code for one in before.findings] == ["cash_old", "entries_missing"]
    monkeypatch.setattr(finding, "MOST_FINDINGS", 2)
    cut = told(running)
    assert (len(cut.findings), cut.cut) == (2, True)
    answer = running.client.get(FINDINGS, params={"since": "x"}, headers=running.bearer("reviewer"))
    assert (answer.status_code, answer.json()["code"]) == (422, "request_invalid")
