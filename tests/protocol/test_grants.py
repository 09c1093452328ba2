"""One-time codes, epochs granted by phone, and the recovery wrap."""

from __future__ import annotations

import pytest

from sync.protocol.digests import fingerprint
from sync.protocol.enrolment_code import EnrolmentCode, EnrolmentCodeFault
from sync.protocol.epoch_grant import grant_answer, grant_holds, new_challenge
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


def test_an_epoch_is_granted_by_the_answer_to_its_challenge() -> None:
    secret, challenge = b"s" * 32, new_challenge(b"abcd")
    answer = grant_answer(secret, "7Q2FK", 2, challenge)
    assert (len(challenge), len(answer)) == (6, 12)
    assert grant_holds(secret, "7Q2FK", 2, challenge, f"{answer[:4]}-{answer[4:]}".lower())
    assert not grant_holds(secret, "7Q2FK", 3, challenge, answer)
    assert not grant_holds(b"t" * 32, "7Q2FK", 2, challenge, answer)
    assert not grant_holds(secret, "7Q2FG", 2, challenge, answer)
    assert not grant_holds(secret, "7Q2FK", 2, challenge, "U")
    assert not grant_holds(secret, "7Q2FK", 2, challenge, "")
    with pytest.raises(ValueError):
        new_challenge(b"abc")


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
