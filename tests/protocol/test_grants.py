"""One-time codes, epochs granted by phone, and the recovery wrap."""

from __future__ import annotations

import pytest

from sync.protocol.digests import fingerprint
from sync.protocol.enrolment_code import EnrolmentCode, EnrolmentCodeFault
from sync.protocol.epoch_grant import (
    challenge_of,
    grant_answer,
    grant_holds,
    granted_epoch,
    read_challenge,
    spoken,
)
from sync.protocol.recovery import RecoveryFault, recovery_public_key, unwrap_store_key, wrap_store_key

SERVER = bytes(range(32))
CODE = EnrolmentCode.issue(b"\x9c" * 7, SERVER)
PRIVATE = bytes(range(1, 33))
STORE_KEY = bytes(range(100, 132))


def test_a_code_is_typed_in_any_way_and_names_its_server() -> None:
    text = str(CODE)
    assert [len(group) for group in text.split("-")] == [5, 5, 5, 5]
    assert text.replace("-", "").endswith(fingerprint(SERVER))
    assert EnrolmentCode.parse(text) == CODE
    assert EnrolmentCode.parse(f" {text.lower().replace('-', ' ')} ") == CODE
    assert CODE.names(SERVER)
    assert not CODE.names(bytes(32))
    assert CODE.secret not in repr(CODE)


@pytest.mark.parametrize("text", ["", "XXXXX", str(CODE) + "X", "U" * 20, "é" * 20])
def test_other_text_is_no_code(text: str) -> None:
    with pytest.raises(EnrolmentCodeFault) as refused:
        EnrolmentCode.parse(text)
    assert text not in str(refused.value) or not text


def test_codes_take_seven_random_bytes() -> None:
    assert len({EnrolmentCode.issue(bytes([n] * 7), SERVER).secret for n in range(256)}) == 256
    with pytest.raises(ValueError):
        EnrolmentCode.issue(b"short", SERVER)


ASK = "01935000-0000-7000-8000-0000000000aa"


def test_an_epoch_is_granted_by_the_answer_to_its_challenge() -> None:
    secret, challenge = b"s" * 32, challenge_of(ASK)
    answer = grant_answer(secret, "7Q2FK", 2, challenge)
    assert (len(challenge), len(answer)) == (6, 12)
    assert grant_holds(secret, "7Q2FK", 2, challenge, spoken(answer).lower())
    assert not grant_holds(secret, "7Q2FK", 3, challenge, answer)
    assert not grant_holds(b"t" * 32, "7Q2FK", 2, challenge, answer)
    assert not grant_holds(secret, "7Q2FG", 2, challenge, answer)
    assert not grant_holds(secret, "7Q2FK", 2, challenge, "U")
    assert not grant_holds(secret, "7Q2FK", 2, challenge, "")
    assert [len(group) for group in spoken(answer).split("-")] == [4, 4, 4]


def test_an_answer_fits_one_epoch_above_the_one_that_is_left() -> None:
    secret, challenge = b"s" * 32, challenge_of(ASK)
    answers = {epoch: grant_answer(secret, "7Q2FK", epoch, challenge) for epoch in range(1, 100)}
    assert len(set(answers.values())) == 99
    for epoch in (2, 3, 99):
        assert granted_epoch(secret, "7Q2FK", challenge, answers[epoch], 1) == epoch
    assert granted_epoch(secret, "7Q2FK", challenge, answers[3], 3) is None
    assert granted_epoch(secret, "7Q2FK", challenge_of(ASK[:-1] + "b"), answers[3], 1) is None


def test_a_challenge_stands_for_one_ask_and_is_read_in_any_spelling() -> None:
    challenges = {challenge_of(f"01935000-0000-7000-8000-{number:012x}") for number in range(500)}
    assert len(challenges) == 500
    challenge = challenge_of(ASK)
    assert read_challenge(f" {challenge[:3]}-{challenge[3:]}".lower()) == challenge
    for other in ("", challenge[:5], challenge + "A", "U23456"):
        with pytest.raises(ValueError):
            read_challenge(other)


def test_a_recovery_wrap_opens_with_the_branchs_key_only() -> None:
    wrap = wrap_store_key(STORE_KEY, recovery_public_key(PRIVATE))
    assert unwrap_store_key(wrap, PRIVATE) == STORE_KEY
    assert wrap != wrap_store_key(STORE_KEY, recovery_public_key(PRIVATE))
    assert STORE_KEY not in wrap
    for broken, key in (
        (wrap, bytes(32)),
        (wrap[:-1] + bytes([wrap[-1] ^ 1]), PRIVATE),
        (b"", PRIVATE),
        (wrap, b""),
    ):
        with pytest.raises(RecoveryFault):
            unwrap_store_key(broken, key)


def test_only_store_keys_are_wrapped_and_only_to_keys() -> None:
    with pytest.raises(RecoveryFault):
        wrap_store_key(b"short", recovery_public_key(PRIVATE))
    with pytest.raises(RecoveryFault):
        wrap_store_key(STORE_KEY, b"short")
