"""The branch reads what has not arrived from its laptops, and reads out codes for new receipt numbers."""

from __future__ import annotations

from dataclasses import replace

from sync.protocol.chain import genesis_hash
from sync.protocol.epoch_grant import challenge_of, grant_answer
from sync.server.storage.records import DeviceEpoch
from tests.support.server_app import RunningServer
from tests.support.stored_rows import fresh_id

GAPS, CODES = "/v1/review/gaps", "/v1/admin/epoch-codes"


def device_of(running: RunningServer) -> str:
    running.laptop()
    with running.server.store.transaction() as tx:
        (device,) = tx.devices.devices()
        start = genesis_hash(device.public_key)
        tx.devices.put_epochs([DeviceEpoch(device.device, 1, start, device.enrolled_at, start)])
    return device.device


def test_a_code_is_read_out_to_the_laptop_that_asks(running: RunningServer) -> None:
    device, challenge = device_of(running), challenge_of(fresh_id())
    asked = {"laptop": f"{device}-01", "challenge": challenge}
    for login in ("reviewer", "branch_admin", "operator"):
        answer = running.client.post(CODES, json=asked, headers=running.bearer(login))
        assert answer.status_code == 200
        with running.server.store.reading() as tx:
            found = tx.devices.device(device)
        assert found is not None
        assert answer.json()["epoch"] == 2
        assert answer.json()["code"] == grant_answer(found.epoch_secret, device, 2, challenge)


def test_what_is_said_wrong_is_refused_in_a_code(running: RunningServer) -> None:
    device, reviewer = device_of(running), running.bearer("reviewer")

    def refused(**asked: str) -> tuple[int, str]:
        answer = running.client.post(CODES, json=asked, headers=reviewer)
        return answer.status_code, answer.json()["code"]

    assert refused(laptop="0ZZZZ", challenge="ABCDEF") == (404, "laptop_unknown")
    assert refused(laptop=device, challenge="AB") == (422, "challenge_malformed")
    assert refused(laptop=f"{device}-99", challenge="ABCDEF") == (404, "laptop_unknown")
    assert refused(laptop=device) == (422, "request_invalid")
    with running.server.store.transaction() as tx:
        tx.devices.set_state(device, "revoked_drain", running.server.clock.now())
    assert refused(laptop=device, challenge="ABCDEF") == (409, "laptop_revoked")


def test_real_gaps_are_listed_for_everybody_who_reviews(running: RunningServer) -> None:
    device = device_of(running)
    at = running.server.clock.now()
    with running.server.store.transaction() as tx:
        (row,) = tx.devices.epochs(device)
        tx.devices.put_epochs([replace(row, reported_seq=12, reported_at=at, over_at=at)])
    for login in ("reviewer", "branch_admin", "auditor"):
        told = running.client.get(GAPS, headers=running.bearer(login)).json()
        (gap,) = told["gaps"]
        assert (gap["agent_name"], gap["device"]) == ("Agen Latihan", device)
        assert (gap["epoch"], gap["first_seq"], gap["last_seq"], gap["left"]) == (1, 1, 12, True)
        assert told["entries"] == 12
    listed = running.client.get("/v1/admin/agents", headers=running.bearer("branch_admin")).json()
    (shown,) = listed["agents"][0]["devices"][0]["gaps"]
    assert (shown["first_seq"], shown["last_seq"]) == (1, 12)
