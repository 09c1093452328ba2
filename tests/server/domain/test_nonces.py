"""Nonces hold for their device and their quarter of an hour, and nothing else passes for one."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from sync.protocol.encoding import to_base64url
from sync.server.domain.nonces import NONCE_BYTES, issue_nonce, nonce_holds
from tests.support.store_rows import AT

KEY, LIFETIME = b"n" * 32, timedelta(minutes=15)


@given(st.integers(0, 1_000_000))
def test_a_nonce_holds_until_it_lapses(milliseconds: int) -> None:
    nonce, later = issue_nonce(KEY, "7Q2FK", AT), AT + timedelta(milliseconds=milliseconds)
    age = later - AT.replace(microsecond=0)
    assert nonce_holds(KEY, "7Q2FK", nonce, later, LIFETIME) == (age < LIFETIME)


@given(st.integers(0, NONCE_BYTES * 8 - 1))
def test_no_bit_of_it_can_be_changed(bit: int) -> None:
    from sync.protocol.encoding import from_base64url

    number = int.from_bytes(from_base64url(issue_nonce(KEY, "7Q2FK", AT)), "big") ^ (1 << bit)
    changed = to_base64url(number.to_bytes(NONCE_BYTES, "big"))
    assert not nonce_holds(KEY, "7Q2FK", changed, AT, LIFETIME)


def test_it_is_nobody_elses_and_of_no_other_server() -> None:
    nonce = issue_nonce(KEY, "7Q2FK", AT)
    assert not nonce_holds(KEY, "8Q2FK", nonce, AT, LIFETIME)
    assert not nonce_holds(b"m" * 32, "7Q2FK", nonce, AT, LIFETIME)
    assert not nonce_holds(KEY, "7Q2FK", nonce, AT - timedelta(minutes=1), LIFETIME)
    for text in ("", "AAAA", "not base64url!", to_base64url(bytes(NONCE_BYTES))):
        assert not nonce_holds(KEY, "7Q2FK", text, AT, LIFETIME)
