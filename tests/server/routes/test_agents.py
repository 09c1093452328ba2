"""A branch reads the scorecards of its agents."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from sync.protocol.agents import AgentScores
from sync.protocol.chain import genesis_hash
from sync.server.storage.records import CashMovement, DeviceEpoch
from tests.support.server_app import RunningServer
from tests.support.store_rows import receipt

AGENTS = "/v1/review/agents"


def read(running: RunningServer, login: str) -> AgentScores:
    answer = running.client.get(AGENTS, headers=running.bearer(login))
    assert answer.status_code == 200
    return AgentScores.model_validate_json(answer.content)


def test_an_agent_of_whom_nothing_is_known_has_no_age_and_no_silence(running: RunningServer) -> None:
    (score, *_) = read(running, "reviewer").agents
    assert (score.name, score.branch) == ("Agen Latihan", "Kantor Cabang Latihan")
    assert (score.cash, score.cash_days, score.silent_days, score.devices) == (0, None, None, ())
    assert (score.month_entries, score.decided, score.returned) == (0, 0, 0)


def test_the_scorecard_says_cash_its_age_silence_and_what_is_missing(running: RunningServer) -> None:
    running.laptop()
    at = running.server.clock.now()
    with running.server.store.transaction() as tx:
        (device,) = tx.devices.devices()
        start = genesis_hash(device.public_key)
        row = DeviceEpoch(device.device, 1, start, at, start, reported_seq=12, reported_at=at)
        tx.devices.put_epochs([row])
        tx.devices.seen(device.device, at - timedelta(days=3, hours=1))
        own = {"device": device.device, "agent_id": device.agent_id}
        tx.money.add_receipts([receipt(3, issued_on=(at - timedelta(days=4)).date(), **own)])
        moved = CashMovement(device.device, "a" * 64, device.agent_id, 1, 1, "receipt", 8_400, at.date(), at)
        tx.money.add_movements([moved, replace(moved, hash="b" * 64, sort="deposit", amount=400)])
    for login in ("reviewer", "branch_admin", "auditor"):
        told = read(running, login)
        (score, *_) = (one for one in told.agents if one.devices)
        assert (score.cash, score.cash_days, score.silent_days) == (8_000, 4, 3)
        assert (score.missing_entries, score.missing_receipts) == (12, 2)
        (shown,) = score.devices
        assert (shown.device, shown.state) == (device.device, "active")
        assert (shown.missing_entries, shown.missing_receipts, shown.revoked_at) == (12, 2, None)
    with running.server.store.transaction() as tx:
        tx.devices.set_state(device.device, "revoked_drain", at)
    (score, *_) = (one for one in read(running, "reviewer").agents if one.devices)
    assert score.silent_days is None
    assert score.devices[0].state == "revoked_drain"
    assert score.devices[0].revoked_at is not None
