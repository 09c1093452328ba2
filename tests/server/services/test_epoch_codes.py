"""A laptop without a network gets an epoch over the phone: one code for one question, and no epoch twice."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from sync.protocol.epoch_grant import challenge_of, grant_holds
from sync.protocol.messages import EpochWanted
from sync.server.refusals import Refusal
from sync.server.services.auditing import trail
from sync.server.services.epoch_codes import EpochCode, EpochCodes
from tests.support.field_laptop import FieldLaptop
from tests.support.greetings import greeted
from tests.support.intake_house import IntakeHouse, field_house
from tests.support.stored_rows import fresh_id

__all__ = ["field_house"]

SECRET = b"s" * 32


def coded(
    house: IntakeHouse, laptop: str, challenge: str, branch_id: str | None = None, *, set_back: bool = False
) -> EpochCode:
    codes = EpochCodes(house.store, house.clock)
    return codes.grant(laptop, challenge, "account-1", branch_id, set_back=set_back)


def refused(
    house: IntakeHouse, laptop: str, challenge: str, branch_id: str | None = None, *, set_back: bool = False
) -> str:
    with pytest.raises(Refusal) as found:
        coded(house, laptop, challenge, branch_id, set_back=set_back)
    return found.value.code


def over(house: IntakeHouse, laptop: FieldLaptop) -> list[int]:
    with house.store.reading() as tx:
        return [row.epoch for row in tx.devices.epochs(laptop.device) if row.over_at is not None]


def test_the_code_answers_the_question_of_one_laptop(field_house: IntakeHouse) -> None:
    laptop, challenge = field_house.laptop(), challenge_of(fresh_id())
    granted = coded(
        field_house, f"{laptop.device}-01", f" {challenge[:3]} {challenge[3:]} ".lower(), "branch"
    )
    assert (granted.device, granted.agent_name, granted.epoch) == (laptop.device, "Agen Contoh", 2)
    assert grant_holds(SECRET, laptop.device, 2, challenge, granted.code)
    assert granted.code not in repr(granted)
    with field_house.store.reading() as tx:
        row = tx.devices.epochs(laptop.device)[1]
    assert (row.epoch, row.start_hash, row.ask) == (2, "0" * 64, f"phone:{challenge}")
    assert over(field_house, laptop) == [1]
    (act,) = [one for one in trail(field_house.store, 0, 100) if one.act == "epoch_granted_by_phone"]
    assert (act.actor, act.subject) == ("account-1", laptop.device)
    assert json.loads(act.detail) == {"epoch": 2, "leaving": 1}


def test_a_question_gets_the_same_code_again_and_another_one_another_epoch(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    first, second = challenge_of(fresh_id()), challenge_of(fresh_id())
    granted = coded(field_house, laptop.device, first)
    assert coded(field_house, laptop.device, first) == granted
    assert coded(field_house, f"{laptop.device}01", second).epoch == 3
    assert over(field_house, laptop) == [1]
    assert len([one for one in trail(field_house.store, 0, 100) if one.act == "epoch_granted_by_phone"]) == 2


def test_the_epoch_is_above_the_one_that_the_laptop_names(field_house: IntakeHouse) -> None:
    """A server that was set back has forgotten grants; the laptop's own number tells of them."""
    laptop = field_house.laptop()
    assert coded(field_house, f"{laptop.device}-07", challenge_of(fresh_id()), set_back=True).epoch == 8
    assert over(field_house, laptop) == []
    assert coded(field_house, laptop.device, challenge_of(fresh_id())).epoch == 9
    assert over(field_house, laptop) == [8]


def test_no_online_ask_gets_an_epoch_that_was_granted_by_phone(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    coded(field_house, laptop.device, challenge_of(fresh_id()))
    answer = greeted(field_house, laptop, epoch_wanted=EpochWanted(ask=fresh_id(), leaving=1))
    assert answer.epoch_grant is not None
    assert answer.epoch_grant.epoch == 3


def test_what_is_no_laptop_or_no_question_is_refused(field_house: IntakeHouse) -> None:
    laptop, challenge = field_house.laptop(), challenge_of(fresh_id())
    for named in ("", "0ZZZZ", f"{laptop.device}-XX", f"{laptop.device}-00", f"{laptop.device}-100"):
        assert refused(field_house, named, challenge) == "laptop_unknown"
    assert refused(field_house, laptop.device, challenge, "another branch") == "laptop_unknown"
    for typed in ("", challenge[:5], "UUUUUU"):
        assert refused(field_house, laptop.device, typed) == "challenge_malformed"
    assert refused(field_house, f"{laptop.device}-11", challenge, set_back=True) == "laptop_unknown"
    assert refused(field_house, f"{laptop.device}-02", challenge) == "laptop_ahead"
    for state in ("revoked_drain", "wiped"):
        barred = field_house.laptop(state=state)
        assert refused(field_house, barred.device, challenge) == "laptop_revoked"
    assert over(field_house, laptop) == []


def test_the_last_epoch_is_followed_by_none(field_house: IntakeHouse) -> None:
    laptop, challenge = field_house.laptop(), challenge_of(fresh_id())
    with field_house.store.transaction() as tx:
        (first,) = tx.devices.epochs(laptop.device)
        tx.devices.put_epochs([replace(first, epoch=99)])
    assert refused(field_house, f"{laptop.device}-99", challenge) == "epochs_used_up"
    assert over(field_house, laptop) == []


def test_a_server_that_was_set_back_goes_on_behind_epochs_it_forgot(field_house: IntakeHouse) -> None:
    laptop = field_house.laptop()
    assert coded(field_house, f"{laptop.device}-10", challenge_of(fresh_id()), set_back=True).epoch == 11


def test_nobody_grants_an_epoch_to_the_own_laptop(field_house: IntakeHouse) -> None:
    laptop, challenge = field_house.laptop(), challenge_of(fresh_id())
    codes = EpochCodes(field_house.store, field_house.clock)
    with pytest.raises(Refusal) as found:
        codes.grant(laptop.device, challenge, "account-1", None, "agent-1")
    assert (found.value.code, over(field_house, laptop)) == ("maker_is_checker", [])
    assert codes.grant(laptop.device, challenge, "account-1", None, "agent-2").epoch == 2
