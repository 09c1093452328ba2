"""A forgotten password is answered for the laptop that asks, by whoever heard the code, and for nobody who must not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from sync.protocol.recovery import wrap_store_key
from sync.protocol.reopening import ReopenRequest, check_code, request_of, store_key_in
from sync.protocol.sealed_file import public_of
from sync.server.keys import RECOVERY_KEY
from sync.server.refusals import Refusal
from sync.server.services.auditing import trail
from sync.server.services.reopening import LIFETIME, Reopening
from tests.support.intake_house import IntakeHouse, field_house

__all__ = ["field_house"]

STORE_KEY, PRIVATE, THIEF = bytes(range(100, 132)), bytes(range(1, 33)), bytes(range(2, 34))


def laptop(house: IntakeHouse, device: str, state: str = "active") -> ReopenRequest:
    """A further laptop of the branch, with its store key wrapped, and its request."""
    made = house.laptop()
    row = replace(
        house.device(made),
        device=device,
        public_key=device.encode().ljust(32, b"k"),
        recovery_wrap=wrap_store_key(STORE_KEY, house.keys.recovery_public),
        state=state,
    )
    with house.store.transaction() as tx:
        tx.devices.add_device(row)
    return request_of(device, public_of(PRIVATE), house.clock.now())


def reopening(house: IntakeHouse) -> Reopening:
    return Reopening(house.store, house.keys, house.clock)


def refused(
    house: IntakeHouse, asked: ReopenRequest, spoken: str, branch_id: str = "branch", agent_id: str = ""
) -> str:
    with pytest.raises(Refusal) as found:
        reopening(house).answer(asked, spoken, "account-1", branch_id, agent_id)
    assert STORE_KEY.hex() not in repr(found.value)
    return found.value.code


def test_the_store_key_goes_to_the_laptop_alone_and_the_trail_tells_of_it(field_house: IntakeHouse) -> None:
    asked = laptop(field_house, "00A01")
    code = asked.check_code
    assert reopening(field_house).asker("00A01", "branch").name == "Agen Contoh"
    answer = reopening(field_house).answer(asked, f"{code[:6]}-{code[6:]}".lower(), "account-1", "branch")
    assert store_key_in(answer, PRIVATE) == STORE_KEY
    rows = trail(field_house.store, 0, 100)
    (act,) = [one for one in rows if one.act == "device_reopened"]
    assert (act.actor, act.subject, json.loads(act.detail)) == ("account-1", "00A01", {"code": code})
    paused = laptop(field_house, "00A02", "paused")
    assert store_key_in(reopening(field_house).answer(paused, paused.check_code, "terminal"), PRIVATE)


def test_whoever_must_not_have_it_is_refused(field_house: IntakeHouse) -> None:
    asked = laptop(field_house, "00A01")
    code = asked.check_code
    swapped = request_of("00A01", public_of(THIEF), asked.made_at)
    assert refused(field_house, swapped, code) == "reopen_code_differs"
    assert refused(field_house, asked, "") == "reopen_code_differs"
    assert refused(field_house, asked, code, "another") == "laptop_unknown"
    assert refused(field_house, asked, code, agent_id="agent-1") == "maker_is_checker"
    unknown = request_of("00ZZZ", public_of(PRIVATE), asked.made_at)
    assert refused(field_house, unknown, unknown.check_code) == "laptop_unknown"
    for device, state in (("00A02", "revoked_drain"), ("00A03", "wiped")):
        barred = laptop(field_house, device, state)
        assert refused(field_house, barred, barred.check_code) == "laptop_revoked"
    lost = laptop(field_house, "00A04")
    with field_house.store.transaction() as tx:
        tx.devices.report_lost("00A04", field_house.clock.now())
    assert refused(field_house, lost, lost.check_code) == "laptop_revoked"
    with pytest.raises(Refusal, match="laptop_revoked"):
        reopening(field_house).asker("00A04")
    weak = request_of("00A01", bytes(32), asked.made_at)
    assert refused(field_house, weak, check_code("00A01", bytes(32))) == "file_damaged"
    field_house.clock.at += LIFETIME + timedelta(seconds=1)
    assert refused(field_house, asked, code) == "reopen_too_old"
    assert [one for one in trail(field_house.store, 0, 100) if one.act == "device_reopened"] == []


def test_another_recovery_key_opens_nothing(field_house: IntakeHouse) -> None:
    asked = laptop(field_house, "00A01")
    kept = field_house.keys._directory / RECOVERY_KEY
    for content in (b"x" * 32, b"short"):
        kept.write_bytes(content)
        assert refused(field_house, asked, asked.check_code) == "recovery_key_lost"


def test_the_thief_of_a_laptop_does_not_get_its_key_by_enrolling_another_with_it(
    field_house: IntakeHouse,
) -> None:
    stolen = laptop(field_house, "00A01")
    with field_house.store.transaction() as tx:
        row = tx.devices.device("00A01")
        assert row is not None
        later = row.enrolled_at + timedelta(days=1)
        tx.devices.add_device(replace(row, device="00A02", public_key=b"2" * 32, enrolled_at=later))
        tx.devices.report_lost("00A01", later)
    asked = request_of("00A02", public_of(THIEF), stolen.made_at)
    assert refused(field_house, asked, asked.check_code) == "recovery_key_lost"
    with field_house.store.transaction() as tx:
        tx.devices.report_lost("00A01", None)
    answer = reopening(field_house).answer(stolen, stolen.check_code, "account-1")
    assert store_key_in(answer, PRIVATE) == STORE_KEY
