"""The branch reads what its agents reached, sets targets, and says how many workers its regions have."""

from __future__ import annotations

from typing import Any

import pytest

from sync.protocol.coverage import CoverageSheet, TargetBook
from sync.server.services.auditing import trail
from sync.server.services.ledger import ledger_sum
from tests.support.server_app import RunningServer
from tests.support.store_rows import claim

SHEET = "/v1/review/coverage"


def told(running: RunningServer, login: str = "reviewer", **asked: str) -> CoverageSheet:
    answer = running.client.get(SHEET, params=asked, headers=running.bearer(login))
    assert answer.status_code == 200, answer.text
    return CoverageSheet.model_validate_json(answer.content)


def put(running: RunningServer, path: str, body: dict[str, Any], login: str = "branch_admin") -> Any:
    return running.client.put(f"/v1/admin/{path}", json=body, headers=running.bearer(login))


def aim(kind: str, subject: str, enrolled: int = 5) -> dict[str, Any]:
    return {"kind": kind, "subject": subject, "first": "2026-10", "enrolled": enrolled, "collected": 84_000}


def test_every_grouping_tells_the_ledger_to_the_rupiah(running: RunningServer) -> None:
    laptop = running.laptop()
    here, away, _unplaced = (laptop.post(name) for name in ("Siti", "Budi", "Rina"))
    with running.server.store.transaction() as tx:
        tx.workers.claim(
            [
                claim("3" * 16, here.worker_id, village="35.14.06.2008", agent_id=laptop.agent.agent_id),
                claim("4" * 16, away.worker_id, village="32.02.10.2001", agent_id=laptop.agent.agent_id),
            ]
        )
    assert put(running, "region-workers", {"region": "32.02", "year": 2026, "workers": 4, "source": "BPS"})
    ledger = ledger_sum(running.server.store)
    for group in ("agent", "office", "branch", "region", "district", "month"):
        for login in ("reviewer", "branch_admin", "auditor"):
            sheet = told(running, login, group=group)
            assert (
                sum(one.collected for one in sheet.rows) == sheet.total.collected == ledger.rupiah == 25_200
            )
            assert sheet.total.outstanding + sheet.total.deposited == ledger.rupiah
            assert (sheet.total.enrolled, sheet.total.active, sheet.total.lapsed) == (3, 3, 0)
            assert (sheet.first, sheet.last, str(sheet.on)) == ("2026-11", "2026-11", "2026-11-22")
            assert [one.key for one in sheet.months][::11] == ["2025-12", "2026-11"]
    regions = told(running, group="region").rows
    assert [(one.name, one.active, one.workers, one.counted_in, one.source) for one in regions] == [
        ("Kab. Sukabumi", 1, 4, 2026, "BPS"),
        ("", 1, None, None, ""),
        ("Kab. Pasuruan", 1, None, None, ""),
    ]
    (agent, *_) = (one for one in told(running).rows if one.collected)
    assert (agent.name, agent.detail) == ("Agen Latihan", "L-0001 · Kantor Perisai Latihan")


def test_a_branch_sets_targets_which_are_audited_and_read_by_all_its_people(running: RunningServer) -> None:
    agent = running.server.organising.agent("L-0001")
    for kind, subject in (
        ("agent", agent.agent_id),
        ("office", agent.office_id),
        ("branch", agent.branch_id),
        ("region", "35.14"),
        ("district", "35.14.06"),
    ):
        answer = put(running, "targets", aim(kind, subject))
        assert (answer.status_code, answer.json()["subject"]) == (200, subject)
        sheet = told(running, group=kind, first="2026-10")
        (row,) = (one for one in sheet.rows if one.key == subject)
        assert (row.target_enrolled, row.target_collected) == (10, 168_000)
    assert put(running, "region-workers", {"region": "35.14", "year": 2025, "workers": 9, "source": "BPS"})
    for login in ("reviewer", "auditor"):
        answer = running.client.get("/v1/review/targets", headers=running.bearer(login))
        book = TargetBook.model_validate_json(answer.content)
        assert {one.kind for one in book.targets} == {"agent", "office", "branch", "region", "district"}
        assert [(one.region, one.workers) for one in book.workers] == [("35.14", 9)]
    acts = [row.act for row in trail(running.server.store, 0, 1_000)]
    assert (acts.count("target_set"), acts.count("region_workers_set")) == (5, 1)
    beyond = {**aim("agent", agent.agent_id, 2**53 - 1), "collected": 2**53 - 1}
    assert put(running, "targets", beyond).status_code == 200
    sheet = told(running, group="agent", first="2026-10")
    (row,) = (one for one in sheet.rows if one.key == agent.agent_id)
    assert (row.target_enrolled, row.target_collected) == (2**53 - 1, 2**53 - 1)


@pytest.mark.parametrize("kind", ["agent", "office", "branch", "region", "district"])
def test_nothing_is_aimed_at_outside_the_branch(running: RunningServer, kind: str) -> None:
    answer = put(running, "targets", aim(kind, "99.99"))
    unknown = "region_unknown" if kind in ("region", "district") else f"{kind}_unknown"
    assert (answer.status_code, answer.json()["code"]) == (404, unknown)


def test_only_a_branch_administrator_of_a_branch_sets_anything(running: RunningServer) -> None:
    for login in ("reviewer", "auditor", "operator"):
        assert put(running, "targets", aim("region", "35.14"), login).status_code == 403
    counted = {"region": "99.99", "year": 2026, "workers": 1, "source": "BPS"}
    assert put(running, "region-workers", counted).json()["code"] == "region_unknown"
    assert put(running, "region-workers", {**counted, "year": 1}).json()["data"] == {"field": "year"}


@pytest.mark.parametrize("asked", [("2026-12", "2026-11"), ("2023-11", "2026-11")])
def test_a_span_of_months_that_is_none_or_too_long_is_refused(
    running: RunningServer, asked: tuple[str, str]
) -> None:
    first, last = asked
    answer = running.client.get(
        SHEET, params={"first": first, "last": last}, headers=running.bearer("reviewer")
    )
    assert (answer.status_code, answer.json()["data"]) == (422, {"field": "last"})


def test_past_months_are_told_by_their_last_day_and_months_to_come_by_today(running: RunningServer) -> None:
    assert str(told(running, first="2026-01", last="2026-10").on) == "2026-10-31"
    ahead = told(running, first="2026-12")
    assert (ahead.last, str(ahead.on)) == ("2026-12", "2026-11-22")


def test_an_office_is_told_the_estimate_of_its_share(running: RunningServer) -> None:
    laptop = running.laptop()
    for name in ("Siti", "Budi", "Rina"):
        laptop.post(name)
    for login in ("reviewer", "auditor"):
        sheet = told(running, login, group="office")
        assert [one.office_share for one in sheet.rows if one.collected] == [3 * (8_400 * 15 // 100) // 10]
        assert sheet.total.office_share == 378
        assert all(one.office_share is None for one in sheet.months)
    assert told(running, group="agent").total.office_share is None
    assert told(running, group="office", first="2026-10", last="2026-10").total.office_share == 0
